import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { named, number } from '../../ui/format';
import table from '../../ui/table.module.css';
import { CardMark } from './card-state';
import styles from './scale-table.module.css';
import { type CardRow, type RoundHead } from './cards.query';

type Criterion = RoundHead['criteria'][number];

/** One's own marks of a round beside one another, so that one sees one's own scale before signing: each mark has a bar of its maximum. */
export function ScaleTable({ criteria, cards }: { readonly criteria: readonly Criterion[]; readonly cards: readonly CardRow[] }) {
  const { t } = useLingui();
  const shown = cards.filter(({ state }) => state !== 'EXCUSED');
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Điểm của ông/bà, các phiếu cạnh nhau`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Sáng kiến</Trans>
            </th>
            {criteria.map((criterion) => (
              <th key={criterion.key} scope="col" className={styles.criterion} title={named(criterion)}>
                {named(criterion)}
                <span className="num"> /{number(criterion.max)}</span>
              </th>
            ))}
            <th scope="col" className={table.number}>
              <Trans>Tổng</Trans>
            </th>
            <th scope="col">
              <Trans>Trạng thái</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((card) => (
            <tr key={card.id}>
              <th scope="row">
                <Link
                  to="/judging/$roundId/cards/$cardId"
                  params={{ roundId: card.round.id, cardId: card.id }}
                  title={card.initiative.title}
                  className="num no-break"
                >
                  {card.initiative.receiptNumber}
                </Link>
                <span className={styles.title}>{card.initiative.title}</span>
              </th>
              {criteria.map((criterion) => (
                <Mark key={criterion.key} criterion={criterion} points={pointsOf(card, criterion.key)} />
              ))}
              <td className={table.number}>
                <strong>{total(card)}</strong>
              </td>
              <td>
                <CardMark card={card} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Trung bình của riêng ông/bà</Trans>
            </th>
            {criteria.map(({ key }) => (
              <td key={key} className={table.number}>
                {mean(shown.map((card) => pointsOf(card, key)))}
              </td>
            ))}
            <td className={table.number}>{mean(shown.map(({ missing, draftTotal }) => (missing.length === 0 ? draftTotal : null)))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Mark({ criterion, points }: { readonly criterion: Criterion; readonly points: string | null }) {
  if (points === null) return <td className={table.number}>–</td>;
  return (
    <td className={table.number}>
      {number(points)}
      <meter className={styles.bar} min={0} max={Number(criterion.max)} value={Number(points)} aria-hidden="true" />
    </td>
  );
}

const pointsOf = (card: CardRow, key: string): string | null => card.marks.find(({ criterion }) => criterion === key)?.points ?? null;

function total({ total: signed, draftTotal }: CardRow): string {
  const value = signed ?? draftTotal;
  return value === null ? '–' : number(value);
}

/** To two places, of those that there are. */
function mean(points: readonly (string | null)[]): string {
  const given = points.filter((value) => value !== null).map(Number);
  return given.length === 0 ? '–' : number(given.reduce((sum, value) => sum + value, 0) / given.length, 2);
}
