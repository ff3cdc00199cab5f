import { Trans, useLingui } from '@lingui/react/macro';
import { AdoptionLegend, countStates } from '../../../ui/adoption-legend';
import { AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { day, named, number } from '../../../ui/format';
import { Section } from '../../../ui/public-page';
import { TileMap } from '../../../ui/tile-map';
import { type PublicInitiative } from '../winners.query';
import styles from './where-used.module.css';

/** Which communes use it and since when: as tiles, and the same in a table. */
export function WhereUsed({ rollout }: { readonly rollout: NonNullable<PublicInitiative['rollout']> }) {
  const { t } = useLingui();
  const { adoptions, decisionNumber, decisionDate, startedOn } = rollout;
  const used = adoptions.filter(({ state }) => state === 'IN_USE' || state === 'SUSTAINED').length;
  const [some, all, since] = [number(used), number(adoptions.length), day(startedOn)];
  return (
    <Section title={<Trans>Nơi đang áp dụng</Trans>}>
      <p className={styles.lead}>
        <Trans>
          Nhân rộng từ {since}; đang dùng ở <strong className="num">{some}</strong> trên <span className="num">{all}</span> xã, thị trấn.
        </Trans>{' '}
        {decisionNumber !== null && decisionDate !== null && (
          <Trans>
            Theo {decisionNumber} ngày {day(decisionDate)}.
          </Trans>
        )}
      </p>
      <div className={styles.columns}>
        <TileMap tiles={adoptions} label={t`Tình trạng áp dụng tại từng xã, thị trấn`} />
        <AdoptionLegend counts={countStates(adoptions)} />
      </div>
      <details className={styles.table}>
        <summary>
          <Trans>Xem theo bảng từng xã, thị trấn</Trans>
        </summary>
        <UseTable adoptions={adoptions} />
      </details>
    </Section>
  );
}

function UseTable({ adoptions }: { readonly adoptions: NonNullable<PublicInitiative['rollout']>['adoptions'] }) {
  const { t } = useLingui();
  const words = useAdoptionWords();
  return (
    <table>
      <caption className="visually-hidden">{t`Tình trạng áp dụng tại từng xã, thị trấn`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Xã, thị trấn</Trans>
          </th>
          <th scope="col">
            <Trans>Tình trạng</Trans>
          </th>
          <th scope="col">
            <Trans>Từ ngày</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {adoptions.map(({ unit, state, since, confirmed }) => (
          <tr key={unit.id}>
            <th scope="row">{named(unit)}</th>
            <td>
              <AdoptionMark state={state} /> {words[state]}{' '}
              {confirmed === false && (
                <span className="caption">
                  <Trans>(chưa có minh chứng)</Trans>
                </span>
              )}
            </td>
            <td className="num">{day(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
