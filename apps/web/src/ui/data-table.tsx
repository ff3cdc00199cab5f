import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Asked } from '../api/ask';
import { Button } from './button';
import { classes } from './classes';
import { number } from './format';
import { Broken, Skeleton } from './note';
import styles from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row: the one column that is read out with every cell. */
  readonly names?: boolean;
  readonly numeric?: boolean;
  /** The order that a press on its head asks the server for. */
  readonly order?: string;
}

export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount?: number;
}

interface DataTableProps<Row> {
  /** What the table is, for whoever listens. */
  readonly caption: string;
  readonly of: Asked<Connection<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  /** The order in force, from the address. */
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
  /** To the page after a cursor, and back to the first. */
  readonly onPage?: (after: string | undefined) => void;
  readonly isFirstPage?: boolean;
  /** On a phone each row stands as a card, every cell under the name of its column. */
  readonly cards?: boolean;
}

/** A list of the server's, page by page: sorted and filtered there, its place kept in the address by the page that shows it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, of, columns, rowKey, empty, order, onOrder, cards = false } = props;
  if (of.error) return <Broken error={of.error} again={of.again} />;
  if (!of.data) return <Skeleton rows={8} />;
  const rows = of.data.edges.map(({ node }) => node);
  if (rows.length === 0) return <div className={styles.frame}>{empty}</div>;
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption} aria-busy={of.busy}>
      <table className={classes(styles.table, cards && styles.cards)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody className={of.busy ? styles.stale : undefined}>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? styles.number : undefined}>
                    {cards && (
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

function Head<Row>({
  column,
  order,
  onOrder,
}: {
  readonly column: Column<Row>;
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
}) {
  const sorted = column.order !== undefined && column.order === order;
  return (
    <th scope="col" className={column.numeric ? styles.number : undefined} aria-sort={sorted ? 'ascending' : undefined}>
      {column.order !== undefined && onOrder ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => {
            onOrder(column.order ?? '');
          }}
        >
          {column.head}
          <span aria-hidden="true">{sorted ? '↓' : '↕'}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

function Foot<Row>({ data, onPage, isFirstPage = true }: DataTableProps<Row> & { readonly data: Connection<Row> }) {
  const { t } = useLingui();
  const { hasNextPage, endCursor } = data.pageInfo;
  if (data.totalCount === undefined && !onPage) return null;
  return (
    <div className={styles.foot}>
      <span>{data.totalCount !== undefined && <Trans>Tất cả {number(data.totalCount)} dòng</Trans>}</span>
      {onPage && (!isFirstPage || hasNextPage) && (
        <nav aria-label={t`Trang của bảng`}>
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
    </div>
  );
}
