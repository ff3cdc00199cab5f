import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { classes } from '../../../ui/classes';
import { named, number, rounded } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { ChevronDown, ChevronUp, Minus } from '../../../ui/icons';
import { Tag } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import { Axis, type Scale, SpreadStrip, StripLegend, scaleOf } from './spread-strip';
import styles from './standings.module.css';
import { type RoundOfResult, type Standing } from './standings.query';
import { type All } from './use-all';
import { Step } from './words';

interface TableProps {
  readonly caption: string;
  readonly of: All<Standing>;
  readonly rounds: readonly RoundOfResult[];
  readonly round: RoundOfResult;
  /** Another version beside this one, by initiative. */
  readonly beside?: { readonly head: ReactNode; readonly lines: ReadonlyMap<string, Standing> };
}

/** The standings of a round in the order that the API gives them, with who is equal and where the line runs. */
export function StandingsTable({ caption, of, rounds, round, beside }: TableProps) {
  const { t } = useLingui();
  const most = round.criteria.reduce((sum, { max }) => sum + Number(max), 0);
  const scale = scaleOf(of.rows, most);
  const columns = beside ? 7 : 6;
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes(table.table, table.cards)}>
        <caption className="visually-hidden">{caption}</caption>
        <Heads scale={scale} beside={beside?.head} />
        <tbody>
          {of.rows.map((row, at) => (
            <Fragment key={row.id}>
              {at > 0 && row.state !== 'PASSED' && of.rows[at - 1]?.state === 'PASSED' && <CutOff row={row} of={of} columns={columns} />}
              {startsTie(of.rows, at) && <TieBand rows={of.rows} at={at} rounds={rounds} columns={columns} />}
              <Row row={row} scale={scale} tied={isTied(of.rows, at)} beside={beside && (beside.lines.get(row.initiative.id) ?? null)} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <span role="status">
          {of.more ? (
            <Trans>
              Đang tải: {number(of.rows.length)} trên {number(of.totalCount)} sáng kiến
            </Trans>
          ) : (
            <Trans>Tất cả {number(of.totalCount)} sáng kiến</Trans>
          )}
        </span>
        <StripLegend>{[t`một phiếu`, t`phiếu bổ sung`, t`trung bình`]}</StripLegend>
      </div>
    </div>
  );
}

const isEqual = (one: Standing | undefined, other: Standing | undefined): boolean =>
  one !== undefined && other !== undefined && one.rank !== null && other.rank !== null && one.score === other.score;

const isTied = (rows: readonly Standing[], at: number): boolean => isEqual(rows[at], rows[at - 1]) || isEqual(rows[at], rows[at + 1]);

const startsTie = (rows: readonly Standing[], at: number): boolean => isEqual(rows[at], rows[at + 1]) && !isEqual(rows[at], rows[at - 1]);

function Heads({ scale, beside }: { readonly scale: Scale; readonly beside?: ReactNode }) {
  return (
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
        {beside !== undefined && (
          <th scope="col" className={table.number}>
            {beside}
          </th>
        )}
        <th scope="col" className={classes(table.number, styles.head)}>
          <Trans>Hạng hiệu chỉnh</Trans>
          <br />
          <Trans>(chỉ tham khảo)</Trans>
        </th>
        <th scope="col" className={table.number}>
          <Trans>Cách nhau</Trans>
        </th>
        <th scope="col">
          <Trans>Từng phiếu</Trans>
          <Axis scale={scale} />
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: Standing;
  readonly scale: Scale;
  readonly tied: boolean;
  /** Undefined: nothing is beside it; null: it was not in the other version. */
  readonly beside: Standing | null | undefined;
}

function Row({ row, scale, tied, beside }: RowProps) {
  return (
    <tr id={`initiative-${row.initiative.id}`} className={classes(tied && styles.tied, row.state !== 'PASSED' && styles.below)}>
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
        <Marks of={row} />
      </th>
      <td className={styles.score}>
        <Head>
          <Trans>Điểm</Trans>
        </Head>
        <span>
          {rounded(row.rounded)}
          <span className={styles.about}>
            <Trans>{number(row.cards)} phiếu</Trans>
          </span>
        </span>
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
      <td className={table.number}>
        <Head>
          <Trans>Hiệu chỉnh</Trans>
        </Head>
        <Adjusted rank={row.rank} adjusted={row.adjustedRank} />
      </td>
      <td className={table.number}>
        <Head>
          <Trans>Cách nhau</Trans>
        </Head>
        <span>{number(row.spread, 1)}</span>
      </td>
      <td>
        <Head>
          <Trans>Từng phiếu</Trans>
        </Head>
        <SpreadStrip of={row} scale={scale} />
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

function Marks({ of }: { readonly of: Standing }) {
  return (
    <>
      {!of.eligible && (
        <Tag tone="late">
          <Trans>không còn trong cuộc thi</Trans>
        </Tag>
      )}
      {of.knockedOut.map((missed) => (
        <Tag key={missed.criterion} tone="soon">
          <Trans>
            dưới điểm liệt: {named(missed)} {number(missed.given)}, cần từ {number(missed.minimum)}
          </Trans>
        </Tag>
      ))}
    </>
  );
}

/** Where the corrected score would put it: beside the rank, never in place of it. */
function Adjusted({ rank, adjusted }: { readonly rank: number | null; readonly adjusted: number | null }) {
  const { t } = useLingui();
  if (adjusted === null) return <>–</>;
  const way = rank === null || rank === adjusted ? null : adjusted < rank ? 'up' : 'down';
  return (
    <span className={styles.move}>
      {number(adjusted)}
      <Icon of={way === 'up' ? ChevronUp : way === 'down' ? ChevronDown : Minus} size={12} />
      <span className="visually-hidden">{way === 'up' ? t`cao hơn hạng` : way === 'down' ? t`thấp hơn hạng` : t`không đổi`}</span>
    </span>
  );
}

/** Above those who have one score: what parted them, or that they share a rank. */
function TieBand({
  rows,
  at,
  rounds,
  columns,
}: {
  readonly rows: readonly Standing[];
  readonly at: number;
  readonly rounds: readonly RoundOfResult[];
  readonly columns: number;
}) {
  const score = rows[at]?.rounded ?? '0';
  const group = rows.slice(at).filter((row, step) => rows.slice(at, at + step + 1).every((each) => isEqual(each, rows[at])) && row);
  const steps = [...new Set(group.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy])))];
  const shared = new Set(group.map(({ rank }) => rank)).size < group.length;
  return (
    <tr className={styles.band}>
      <td colSpan={columns}>
        <strong>
          <Trans>Bằng điểm {number(score, 2)}</Trans>
        </strong>
        {steps.map((step) => (
          <Fragment key={step}>
            {' · '}
            <Trans>
              phân định theo <Step of={step} rounds={rounds} />
            </Trans>
          </Fragment>
        ))}
        {shared && (
          <>
            {' · '}
            <Trans>còn đồng hạng sau mọi bước phân định</Trans>
          </>
        )}
      </td>
    </tr>
  );
}

function CutOff({ row, of, columns }: { readonly row: Standing; readonly of: All<Standing>; readonly columns: number }) {
  const { cutOff } = row;
  const passed = of.rows.filter(({ state }) => state === 'PASSED').length;
  return (
    <tr className={styles.cut}>
      <td colSpan={columns}>
        <div>
          <span>
            <Trans>Vạch qua vòng</Trans>
            {cutOff?.score != null && (
              <>
                {': '}
                <Trans>từ {number(cutOff.score)} điểm</Trans>
              </>
            )}
            {cutOff?.top && (
              <>
                {cutOff.score === null ? ': ' : ', '}
                <Trans>{number(cutOff.top.places)} sáng kiến đứng đầu; bằng điểm ở vạch thì đều qua</Trans>
              </>
            )}
          </span>
          <span className="num">
            <Trans>
              {number(passed)} / {number(of.totalCount)} qua
            </Trans>
          </span>
        </div>
      </td>
    </tr>
  );
}
