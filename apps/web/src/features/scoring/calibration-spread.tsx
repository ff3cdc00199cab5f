import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { named, number } from '../../ui/format';
import table from '../../ui/table.module.css';
import { type CardCriterion } from './card.query';
import { type Sample, type Spread } from './calibration.query';
import styles from './calibration.module.css';
import { greatestTotal, markOf, marksOf } from './marks';
import { placesOf } from './rubric';

/** Marks of a sample by all who signed it: from the lowest to the highest, their mean, and oneself where one has marked it. */
export function SampleSpread({
  sample,
  criteria,
}: {
  readonly sample: Pick<Sample, 'ordinal' | 'title' | 'card' | 'spread'>;
  readonly criteria: readonly CardCriterion[];
}) {
  const { t } = useLingui();
  const { card, spread } = sample;
  if (!spread) return null;
  const places = placesOf(criteria);
  const own = card && marksOf(card);
  const of = (key: string) => spread.criteria.find(({ criterion }) => criterion === key);
  return (
    <section className={styles.sample}>
      <h2>
        <Trans>
          Mẫu {number(sample.ordinal)}: {sample.title}
        </Trans>
      </h2>
      <p className="secondary">
        <Plural value={spread.signed} one="Tính trên # giám khảo đã ký." other="Tính trên # giám khảo đã ký." />{' '}
        <Trans>Không nêu tên giám khảo; số liệu còn đổi khi người khác ký.</Trans>
      </p>
      <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Độ lệch của mẫu ${number(sample.ordinal)}`}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tiêu chí</Trans>
              </th>
              {own && (
                <th scope="col" className={table.number}>
                  <Trans>Của ông/bà</Trans>
                </th>
              )}
              <th scope="col" className={table.number}>
                <Trans>Trung bình</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Thấp nhất – cao nhất</Trans>
              </th>
              <th scope="col">
                <Trans>Vị trí trên thang điểm</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <SpreadRow
                key={criterion.key}
                name={`${places[criterion.key] ?? ''} ${named(criterion)}`}
                own={own ? markOf(own, criterion.key).points : undefined}
                range={of(criterion.key)}
                max={Number(criterion.max)}
              />
            ))}
          </tbody>
          <tfoot>
            <SpreadRow
              name={t`Tổng điểm`}
              own={card ? card.total : undefined}
              range={spread.total ?? undefined}
              max={greatestTotal(criteria)}
            />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function SpreadRow({
  name,
  own,
  range,
  max,
}: {
  readonly name: string;
  /** Undefined to who marks none. */
  readonly own: string | null | undefined;
  readonly range: Pick<NonNullable<Spread['total']>, 'lowest' | 'highest' | 'mean'> | undefined;
  readonly max: number;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {own !== undefined && (
        <td className={table.number}>
          <strong>{own === null ? '–' : number(own)}</strong> <span className="secondary">/ {number(max)}</span>
        </td>
      )}
      <td className={table.number}>{range ? number(range.mean, 2) : '–'}</td>
      <td className={table.number}>{range ? `${number(range.lowest)} – ${number(range.highest)}` : '–'}</td>
      <td>{range && own !== null && <Strip own={own === undefined ? null : Number(own)} range={range} max={max} />}</td>
    </tr>
  );
}

/** The same, drawn: a bar from the lowest to the highest, a line at the mean, a square at one's own. The figures stand beside it. */
function Strip({
  own,
  range,
  max,
}: {
  readonly own: number | null;
  readonly range: Pick<NonNullable<Spread['total']>, 'lowest' | 'highest' | 'mean'>;
  readonly max: number;
}) {
  const at = (value: string | number): number => 4 + (Number(value) / max) * 152;
  const [from, to, mean] = [at(range.lowest), at(range.highest), at(range.mean)];
  return (
    <svg className={styles.strip} viewBox="0 0 160 16" aria-hidden="true">
      <line x1="4" x2="156" y1="8" y2="8" className={styles.scale} />
      <line x1={from} x2={Math.max(to, from + 1)} y1="8" y2="8" className={styles.range} />
      <line x1={mean} x2={mean} y1="2" y2="14" className={styles.mean} />
      {own !== null && <rect x={at(own) - 4} y="4" width="8" height="8" className={styles.own} />}
    </svg>
  );
}
