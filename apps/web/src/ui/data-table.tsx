import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, lazy } from 'react';
import { type Asked } from '../api/ask';
import { type ListName } from '../api/jobs.query';
import { Button } from './button';
import { classes } from './classes';
import { number } from './format';
import { Broken, Skeleton } from './note';
import styles from './table.module.css';

/** Only where a table has a file: public pages load none of it. */
const ExportButton = lazy(() => import('./export-button').then(({ ExportButton: button }) => ({ default: button })));

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row: the one column that is read out with every cell. */
  readonly names?: boolean;
  readonly numeric?: boolean;
  /** The order that a press on its head asks the server for, and the one of the next press where there are two. */
  readonly order?: string | readonly [ascending: string, descending: string];
  /** Not among the columns that one starts with; see `ColumnChoice`. */
  readonly away?: boolean;
  /** Always there: acts, a mark without which the row misleads. */
  readonly fixed?: boolean;
  /** What of the list's file says the same, by the keys of its columns there; left out: nothing does. */
  readonly inFile?: readonly string[];
}

/** Rows chosen for an act on many. */
export interface Selection<Row> {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** What a row is called by its box. */
  readonly label: (row: Row) => string;
}

export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount?: number;
}

/** What has the whole list as a file, by the columns that are shown; the order of its parts is that of `ExportButton`. */
export interface TableFile {
  readonly list: ListName;
  readonly filter: Readonly<Record<string, unknown>>;
}

/**
 * Why a table has no file at its foot: its button stands above it; its rows are one's own, or anyone's; there are few of them for good; they are
 * reckoned on the page from others that have a file; what stands there leaves the system in no file.
 */
export type NoFile = 'above' | 'own' | 'public' | 'few' | 'reckoned' | 'inside';

/**
 * Why a table has one order: it is work, in the order in which it is done; its rows are one's own, the newest on top; there are few of them for
 * good; the order is what it shows, of a result or of a draw; they stand as the sheet, the paper or the rule has them.
 */
export type OneOrder = 'work' | 'own' | 'few' | 'result' | 'given';

/** Each table is sorted by the server, or says why not. */
type Ordering =
  /** The order in force, from the address. */
  | { readonly order: string; readonly onOrder: (order: string) => void; readonly inOneOrder?: never }
  | { readonly order?: never; readonly onOrder?: never; readonly inOneOrder: OneOrder };

type DataTableProps<Row> = TableProps<Row> & Ordering;

interface TableProps<Row> {
  /** What the table is, for whoever listens. */
  readonly caption: string;
  readonly of: Asked<Connection<Row>>;
  /** All its rows as a file: each table has one, or says why not. */
  readonly file: TableFile | NoFile;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  /** To the page after a cursor, and back to the first. */
  readonly onPage?: (after: string | undefined) => void;
  readonly isFirstPage?: boolean;
  readonly selection?: Selection<Row>;
  /** What names the rows stays in sight while one looks to the right: it must be the first column. */
  readonly pinned?: boolean;
  /** On a phone each row stands as a card, every cell under the name of its column. */
  readonly cards?: boolean;
}

/** A list of the server's, page by page: sorted and filtered there, its place kept in the address by the page that shows it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, of, columns, rowKey, empty, order, onOrder, selection, pinned = false, cards = false } = props;
  if (of.error) return <Broken error={of.error} again={of.again} />;
  if (!of.data) return <Skeleton rows={8} />;
  const rows = of.data.edges.map(({ node }) => node);
  if (rows.length === 0) return <div className={styles.frame}>{empty}</div>;
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption} aria-busy={of.busy}>
      <table
        className={classes(
          styles.table,
          cards && styles.cards,
          cards && onOrder && styles.ordered,
          pinned && styles.pinned,
          selection && styles.selecting,
        )}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && <SelectAll keys={rows.map(rowKey)} selection={selection} />}
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody className={of.busy ? styles.stale : undefined}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={selection?.keys.has(rowKey(row)) ? styles.selected : undefined}>
              {selection && <SelectRow row={row} rowKey={rowKey(row)} selection={selection} />}
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? styles.number : undefined}>
                    {cards && !(column.fixed && column === columns.at(-1)) && (
                      <span className={styles.cardHead} aria-hidden="true">
                        {column.head}
                      </span>
                    )}
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Foot {...props} data={of.data} />
    </div>
  );
}

function SelectAll<Row>({ keys, selection }: { readonly keys: readonly string[]; readonly selection: Selection<Row> }) {
  const { t } = useLingui();
  const all = keys.every((key) => selection.keys.has(key));
  const some = keys.some((key) => selection.keys.has(key));
  return (
    <td className={styles.box}>
      <input
        type="checkbox"
        aria-label={t`Chọn mọi dòng của trang này`}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some && !all;
        }}
        onChange={() => {
          const others = [...selection.keys].filter((key) => !keys.includes(key));
          selection.onChange(new Set(all ? others : [...others, ...keys]));
        }}
      />
    </td>
  );
}

function SelectRow<Row>({ row, rowKey, selection }: { readonly row: Row; readonly rowKey: string; readonly selection: Selection<Row> }) {
  return (
    <td className={styles.box}>
      <input
        type="checkbox"
        aria-label={selection.label(row)}
        checked={selection.keys.has(rowKey)}
        onChange={(event) => {
          const next = new Set(selection.keys);
          if (event.target.checked) next.add(rowKey);
          else next.delete(rowKey);
          selection.onChange(next);
        }}
      />
    </td>
  );
}

const SORT = { ascending: '↑', descending: '↓', none: '↕' } as const;

function Head<Row>({
  column,
  order,
  onOrder,
}: {
  readonly column: Column<Row>;
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
}) {
  const [first, second] = typeof column.order === 'string' ? [column.order] : (column.order ?? []);
  const sorted = order === undefined ? undefined : order === first ? 'ascending' : order === second ? 'descending' : undefined;
  return (
    <th scope="col" className={column.numeric ? styles.number : undefined} aria-sort={sorted}>
      {first !== undefined && onOrder ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => {
            onOrder(sorted === 'ascending' && second !== undefined ? second : first);
          }}
        >
          {column.head}
          <span aria-hidden="true">{SORT[sorted ?? 'none']}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

/** By the keys that its file has them, where the columns say so; all that there are otherwise. */
export function columnsInFile<Row>(columns: readonly Column<Row>[]): readonly string[] | undefined {
  const keys = columns.flatMap(({ inFile = [] }) => inFile);
  return keys.length > 0 ? [...new Set(keys)] : undefined;
}

function Foot<Row>({ data, caption, file, columns, onPage, isFirstPage = true }: TableProps<Row> & { readonly data: Connection<Row> }) {
  const { t } = useLingui();
  const { hasNextPage, endCursor } = data.pageInfo;
  const hasFile = typeof file === 'object';
  const hasPages = onPage !== undefined && (!isFirstPage || hasNextPage);
  if (data.totalCount === undefined && !hasPages && !hasFile) return null;
  return (
    <div className={styles.foot}>
      <span>{data.totalCount !== undefined && <Trans>Tất cả {number(data.totalCount)} dòng</Trans>}</span>
      {hasPages && (
        <nav aria-label={t`Trang của bảng: ${caption}`}>
          {!isFirstPage && (
            <Button
              size="small"
              onClick={() => {
                onPage(undefined);
              }}
            >
              <Trans>Về đầu danh sách</Trans>
            </Button>
          )}{' '}
          {hasNextPage && (
            <Button
              size="small"
              onClick={() => {
                onPage(endCursor ?? undefined);
              }}
            >
              <Trans>Trang sau</Trans>
            </Button>
          )}
        </nav>
      )}
      {hasFile && (
        <Suspense>
          <ExportButton list={file.list} filter={file.filter} columns={columnsInFile(columns)} />
        </Suspense>
      )}
    </div>
  );
}
