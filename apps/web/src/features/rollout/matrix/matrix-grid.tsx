import { Trans } from '@lingui/react/macro';
import { type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, memo, useRef } from 'react';
import { classes } from '../../../ui/classes';
import { titled } from '../../../ui/format';
import { useRem } from '../../../ui/use-rem';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import { type MatrixColumn } from './columns';
import { MatrixHead } from './matrix-head';
import styles from './matrix-grid.module.css';
import { type MatrixRow } from './matrix.query';
import { type Place, useGridKeys } from '../../../ui/use-grid-keys';

/** Sizes in rem; the styles have the same. */
const ROW = 2.75;
const HEAD = 2.875;
const GROUPS = 1.5;
const NAME = 18;
const TOTAL = 3.5;
const OLD_COLUMN = 2.8125;
const NEW_COLUMN = 7;
/** Of every row: its name, and in how many communes it is in use. */
const NAMED = 2;

interface GridProps {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly isNew: boolean;
  readonly label: string;
  /** The name of a row was pressed, or a cell. */
  readonly onRow: (row: MatrixRow) => void;
  readonly onCell: (row: MatrixRow, column: MatrixColumn) => void;
}

/** Initiatives by communes: one tab stop, arrows, Enter; of what is long only that which is in sight is drawn. */
export function MatrixGrid({ rows, columns, isNew, label, onRow, onCell }: GridProps) {
  const rem = useRem();
  const words = useCellWords();
  const scroller = useRef<HTMLDivElement>(null);
  const hasGroups = columns.some(({ group }) => group !== null);
  const head = (hasGroups ? HEAD + GROUPS : HEAD) * rem;
  const aside = (NAME + TOTAL) * rem;
  const width = (isNew ? NEW_COLUMN : OLD_COLUMN) * rem;
  const openAt = ({ row, column }: Place) => {
    const [to, at] = [rows[row], columns[column - NAMED]];
    if (to && at) onCell(to, at);
    else if (to) onRow(to);
  };
  const grid = useGridKeys({
    rows: rows.length,
    columns: columns.length + NAMED,
    show: ({ row, column }) => {
      down.scrollToIndex(row);
      if (column >= NAMED) across.scrollToIndex(column - NAMED);
      else scroller.current?.scrollTo({ left: 0 });
    },
    open: openAt,
  });
  const { active, isInside } = grid;
  // The tab stop is drawn wherever it is.
  const kept = (at: number) => (range: Parameters<typeof defaultRangeExtractor>[0]) => {
    const shown = defaultRangeExtractor(range);
    return at < 0 || at >= range.count || shown.includes(at) ? shown : [...shown, at].sort((one, other) => one - other);
  };
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * rem,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 6,
    rangeExtractor: kept(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    paddingStart: aside,
    scrollPaddingStart: aside,
    overscan: 4,
    rangeExtractor: kept(active.column - NAMED),
  });
  const items = across.getVirtualItems();
  const press = (event: MouseEvent) => {
    const place = placeOf(event.target as HTMLElement);
    if (!place) return;
    event.preventDefault();
    grid.move(place);
    openAt(place);
  };
  const washed = isInside ? items.find(({ index }) => index === active.column - NAMED) : undefined;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={grid.box}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + (hasGroups ? 2 : 1)}
        aria-colcount={columns.length + NAMED}
        className={styles.grid}
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
        onClick={press}
        {...grid.keys}
      >
        <MatrixHead columns={columns} items={items} height={head} washed={washed?.index} isNew={isNew} />
        {washed && <div className={styles.columnWash} style={{ left: washed.start, width: washed.size }} aria-hidden="true" />}
        <div role="rowgroup">
          {down.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.rolloutId}
                  row={row}
                  at={index}
                  top={start}
                  isNewYear={index > 0 && rows[index - 1]?.year !== row.year}
                  first={hasGroups ? 3 : 2}
                  columns={columns}
                  items={items}
                  active={active.row === index ? active.column : -1}
                  washed={isInside && active.row === index}
                  words={words}
                />
              )
            );
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <p className={styles.empty}>
          <Trans>Không có sáng kiến nào khớp với điều kiện xem</Trans>
        </p>
      )}
    </div>
  );
}

/** The place of the cell that was pressed. */
function placeOf(target: HTMLElement): Place | null {
  const [row, column] = target.closest('[data-at]')?.getAttribute('data-at')?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

interface RowProps {
  readonly row: MatrixRow;
  readonly at: number;
  readonly top: number;
  readonly isNewYear: boolean;
  readonly first: number;
  readonly columns: readonly MatrixColumn[];
  readonly items: readonly VirtualItem[];
  readonly active: number;
  readonly washed: boolean;
  readonly words: ReturnType<typeof useCellWords>;
}

const Row = memo(function Row({ row, at, top, isNewYear, first, columns, items, active, washed, words }: RowProps) {
  const cells = new Map(row.cells.map((cell) => [cell.unitId, cell]));
  const stop = (column: number) => ({
    'aria-colindex': column + 1,
    'data-at': `${String(at)} ${String(column)}`,
    'data-active': active === column || undefined,
    tabIndex: active === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={at + first}
      className={classes(styles.row, isNewYear && styles.newYear, washed && styles.washed)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className={styles.aside}>
        <div role="rowheader" className={styles.name} {...stop(0)}>
          <span className={styles.year}>{row.year}</span> {titled(row)}
        </div>
        <div role="gridcell" className={styles.total} {...stop(1)}>
          {row.inUse}
          <small>/{row.expected}</small>
        </div>
      </div>
      {items.map(({ index, start, size }) => {
        const column = columns[index];
        const cell = column && cells.get(column.id);
        return (
          <div
            key={index}
            role="gridcell"
            className={classes(styles.cell, index > 0 && columns[index - 1]?.group?.id !== column?.group?.id && styles.begins)}
            style={{ left: start, width: size }}
            {...stop(index + NAMED)}
          >
            <span className="visually-hidden">{words(cell)}</span>
            {cell && <CellMark of={cell} />}
          </div>
        );
      })}
    </div>
  );
});
