import { Plural, Trans } from '@lingui/react/macro';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/form';
import { named, number } from '../../ui/format';
import { Broken, Note } from '../../ui/note';
import table from '../../ui/table.module.css';
import { IMPORT_SHEET, type SheetAnswer, type SheetDifference } from './offline-sheet.query';
import styles from './offline-sheet.module.css';

type Criteria = NonNullable<SheetAnswer['round']>['criteria'];
type Card = SheetDifference['cards'][number];

/** What a filled sheet says beside the cards, field by field; taken over as a whole, and signed by nobody. */
export function Differences({
  fileId,
  difference,
  criteria,
  onTaken,
  onLeft,
}: {
  readonly fileId: string;
  readonly difference: SheetDifference;
  readonly criteria: Criteria;
  readonly onTaken: () => void;
  readonly onLeft: () => void;
}) {
  const take = useAct(IMPORT_SHEET);
  const changed = difference.cards.filter((card) => card.changed);
  if (changed.length === 0) {
    return (
      <Note tone="done">
        <Trans>Phiếu mang về không khác gì so với phiếu trên hệ thống.</Trans>
      </Note>
    );
  }
  return (
    <div className={styles.differences} role="region" aria-live="polite">
      <h3>
        <Plural value={changed.length} one="Có # phiếu khác với hệ thống" other="Có # phiếu khác với hệ thống" />
      </h3>
      {changed.map((card) => (
        <CardDifference key={card.scorecardId} card={card} criteria={criteria} />
      ))}
      {take.refusal && <ErrorSummary refusal={take.refusal} />}
      {take.broken && <Broken error={take.broken} />}
      <div className={styles.acts}>
        <Button size="large" onClick={onLeft}>
          <Trans>Chưa nhận</Trans>
        </Button>
        <Button
          size="large"
          kind="primary"
          busy={take.busy}
          shut={difference.changes === 0 ? 'why-not-take' : false}
          onClick={() => {
            void take.run({ fileId, fingerprint: difference.fingerprint }).then(({ kind }) => {
              if (kind === 'done') onTaken();
            });
          }}
        >
          <Plural value={difference.changes} _0="Nhận vào phiếu" one="Nhận thay đổi của # phiếu" other="Nhận thay đổi của # phiếu" />
        </Button>
      </div>
      <p className="caption" id="why-not-take">
        {difference.changes === 0 ? (
          <Trans>Không phiếu nào còn nhận được thay đổi; lý do ghi ở từng phiếu.</Trans>
        ) : (
          <Trans>Nhận xong, các phiếu vẫn là bản nháp: ông/bà xem lại và ký từng phiếu.</Trans>
        )}
      </p>
    </div>
  );
}

function CardDifference({ card, criteria }: { readonly card: Card; readonly criteria: Criteria }) {
  const rows = card.criteria.filter(({ changed }) => changed);
  return (
    <section className={styles.card}>
      <h4>
        <span className="num no-break">{card.receiptNumber}</span> {card.title}
      </h4>
      {card.whyNotImport && <Note tone="soon">{card.whyNotImport.message}</Note>}
      <div className={styles.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tiêu chí</Trans>
              </th>
              <th scope="col">
                <Trans>Trên hệ thống</Trans>
              </th>
              <th scope="col">
                <Trans>Trên phiếu mang về</Trans>
              </th>
              <th scope="col">
                <Trans>Ô</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.criterion}>
                <th scope="row">{nameOf(criteria, row.criterion)}</th>
                <td>
                  <Said points={row.pointsNow} comment={row.commentNow} />
                </td>
                <td>
                  <Said points={row.pointsOnSheet} comment={row.commentOnSheet} />
                </td>
                <td className="num">{row.cell.slice(row.cell.indexOf('!') + 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Said({ points, comment }: { readonly points: string | null; readonly comment: string | null }) {
  return (
    <>
      <b className="num">{points === null ? '–' : number(points)}</b>
      {comment && <p className={styles.comment}>{comment}</p>}
    </>
  );
}

function nameOf(criteria: Criteria, key: string): string {
  const criterion = criteria.find((one) => one.key === key);
  return criterion ? named(criterion) : key;
}
