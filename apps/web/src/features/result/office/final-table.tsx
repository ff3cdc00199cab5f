import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { classes } from '../../../ui/classes';
import { named, number, rounded } from '../../../ui/format';
import { Tag } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import { type FinalRound, type FinalStanding } from './final.query';
import styles from './standings.module.css';
import { type All } from './use-all';
import { Placing, Step } from './words';

interface TableProps {
  readonly of: All<FinalStanding>;
  readonly rounds: readonly FinalRound[];
  /** The chair of the jury may still part equals. */
  readonly votable: boolean;
  readonly beside?: { readonly head: ReactNode; readonly lines: ReadonlyMap<string, FinalStanding> };
}

/** The result of a contest in the order that the API gives it. */
export function FinalTable({ of, rounds, votable, beside }: TableProps) {
  const { t } = useLingui();
  const ranks = of.rows.flatMap(({ rank }) => rank ?? []);
  const shared = new Set(ranks.filter((rank, at) => ranks[at - 1] === rank));
  const tracks = of.rows.some(({ track }) => track !== null);
  const caption = t`Kết quả chung cuộc`;
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes(table.table, table.cards)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              <Trans>Hạng</Trans>
            </th>
            <th scope="col">
              <Trans>Sáng kiến</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Điểm</Trans>
            </th>
            {beside && (
              <th scope="col" className={table.number}>
                {beside.head}
              </th>
            )}
            {tracks && (
              <th scope="col">
                <Trans>Bảng</Trans>
              </th>
            )}
            <th scope="col">
              <Trans>Kết quả</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              rounds={rounds}
              equal={row.rank !== null && shared.has(row.rank)}
              votable={votable}
              tracks={tracks}
              beside={beside && (beside.lines.get(row.initiative.id) ?? null)}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <span role="status">
          <Trans>
            {number(of.rows.length)} trên {number(of.totalCount)} sáng kiến
          </Trans>
        </span>
      </div>
    </div>
  );
}

function Row({
  row,
  rounds,
  equal,
  votable,
  tracks,
  beside,
}: {
  readonly row: FinalStanding;
  readonly rounds: readonly FinalRound[];
  /** Others have the same rank. */
  readonly equal: boolean;
  readonly votable: boolean;
  readonly tracks: boolean;
  readonly beside: FinalStanding | null | undefined;
}) {
  const { t } = useLingui();
  const words = { INDIVIDUAL: t`cá nhân`, GROUP: t`nhóm tác giả` };
  const reached = rounds.find(({ key }) => key === row.reached);
  return (
    <tr className={classes(equal && styles.tied, row.state !== 'FINALIST' && styles.below)}>
      <td className={styles.rank}>
        <Head>
          <Trans>Hạng</Trans>
        </Head>
        {row.rank === null ? '–' : number(row.rank)}
      </td>
      <th scope="row">
        {row.initiative.title}
        <span className={styles.about}>
          <span className="num no-break">{row.initiative.receiptNumber}</span> · {named(row.owner)}
        </span>
        {!row.eligible && (
          <Tag tone="late">
            <Trans>không còn trong cuộc thi</Trans>
          </Tag>
        )}
        {equal && (
          <Tag tone="soon">{votable && row.voteDue ? <Trans>đồng hạng, chờ Trưởng ban biểu quyết</Trans> : <Trans>đồng hạng</Trans>}</Tag>
        )}
        {row.decidedBy !== null && (
          <span className={styles.about}>
            <Trans>
              Phân định theo <Step of={row.decidedBy} rounds={rounds} />
            </Trans>
          </span>
        )}
      </th>
      <td className={styles.score}>
        <Head>
          <Trans>Điểm</Trans>
        </Head>
        {rounded(row.rounded)}
      </td>
      {beside !== undefined && (
        <td className={table.number}>
          <Head>
            <Trans>Bản kia</Trans>
          </Head>
          {beside === null ? (
            <Trans>không có</Trans>
          ) : (
            <Trans>
              hạng {beside.rank === null ? '–' : number(beside.rank)}, {rounded(beside.rounded)}
            </Trans>
          )}
        </td>
      )}
      {tracks && (
        <td>
          <Head>
            <Trans>Bảng</Trans>
          </Head>
          {row.track === null || row.trackRank === null ? '–' : t`${words[row.track]}, hạng ${number(row.trackRank)}`}
        </td>
      )}
      <td>
        <Head>
          <Trans>Kết quả</Trans>
        </Head>
        <Placing of={row.state} />
        {reached && <span className={styles.about}>{named(reached)}</span>}
      </td>
    </tr>
  );
}

/** The name of the column, on a phone. */
function Head({ children }: { readonly children: ReactNode }) {
  return (
    <span className={table.cardHead} aria-hidden="true">
      {children}
    </span>
  );
}
