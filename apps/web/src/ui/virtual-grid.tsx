import { type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, type ReactNode, useRef } from 'react';
import { type Place, useGridKeys } from './use-grid-keys';
import { useRem } from './use-rem';
import styles from './virtual-grid.module.css';

/** The classes of its parts, for whoever draws its head and rows. */
export { default as gridStyles } from './virtual-grid.module.css';

/** Of every row, before the columns: its name, and a figure of it. */
export const NAMED = 2;

/** In rem. */
export interface GridSizes {
  readonly row: number;
  readonly head: number;
  readonly name: number;
  readonly total: number;
  readonly column: number;
}

interface HeadParts {
  /** The columns in sight. */
  readonly items: readonly VirtualItem[];
  /** The column that has the focus. */
  readonly washed: number | undefined;
}

interface RowParts {
  readonly at: number;
  /** In pixels from the top of the grid. */
  readonly top: number;
  readonly items: readonly VirtualItem[];
  /** The column of the tab stop, counted from the name; -1: it is in another row. */
  readonly active: number;
  readonly washed: boolean;
}

interface VirtualGridProps {
  readonly label: string;
  readonly rows: number;
  /** Without the two that name the row. */
  readonly columns: number;
  readonly headRows?: number;
  readonly sizes: GridSizes;
  /** A place was pressed, or entered. */
  readonly onOpen: (place: Place) => void;
  readonly head: (parts: HeadParts) => ReactNode;
  readonly row: (parts: RowParts) => ReactNode;
  /** Under its head where there are no rows. */
  readonly children?: ReactNode;
}

/** A grid of many rows and columns: one tab stop, arrows, Enter; of what is long only that which is in sight is drawn. */
export function VirtualGrid({ label, rows, columns, headRows = 1, sizes, onOpen, head, row, children }: VirtualGridProps) {
  const rem = useRem();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGridKeys({
    rows,
    columns: columns + NAMED,
    show: (place) => {
      down.scrollToIndex(place.row);
      if (place.column >= NAMED) across.scrollToIndex(place.column - NAMED);
      else scroller.current?.scrollTo({ left: 0 });
    },
    open: onOpen,
  });
  const { active, isInside } = grid;
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row * rem,
    paddingStart: sizes.head * rem,
    scrollPaddingStart: sizes.head * rem,
    overscan: 6,
    rangeExtractor: kept(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.column * rem,
    paddingStart: (sizes.name + sizes.total) * rem,
    scrollPaddingStart: (sizes.name + sizes.total) * rem,
    overscan: 4,
    rangeExtractor: kept(active.column - NAMED),
  });
  const items = across.getVirtualItems();
  const press = (event: MouseEvent) => {
    const place = placeOf(event.target as HTMLElement);
    if (!place) return;
    event.preventDefault();
    grid.move(place);
    onOpen(place);
  };
  const washed = isInside ? items.find(({ index }) => index === active.column - NAMED) : undefined;
  return (
    <div ref={scroller} className={styles.scroller} style={inStyles(sizes)}>
      <div
        ref={grid.box}
        role="grid"
        aria-label={label}
        aria-rowcount={rows + headRows}
        aria-colcount={columns + NAMED}
        className={styles.grid}
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
        onClick={press}
        {...grid.keys}
      >
        {head({ items, washed: washed?.index })}
        {washed && <div className={styles.columnWash} style={{ left: washed.start, width: washed.size }} aria-hidden="true" />}
        <div role="rowgroup">
          {down.getVirtualItems().map(({ index, start }) =>
            row({
              at: index,
              top: start,
              items,
              active: active.row === index ? active.column : -1,
              washed: isInside && active.row === index,
            }),
          )}
        </div>
      </div>
      {children}
    </div>
  );
}

/** What makes an element the cell of a place, the first column being the name. */
export const cellAt = ({ row, column }: Place, active: number) => ({
  'aria-colindex': column + 1,
  'data-at': `${String(row)} ${String(column)}`,
  'data-active': active === column || undefined,
  tabIndex: active === column ? 0 : -1,
});

/** The tab stop is drawn wherever it is. */
const kept = (at: number) => (range: Parameters<typeof defaultRangeExtractor>[0]) => {
  const shown = defaultRangeExtractor(range);
  return at < 0 || at >= range.count || shown.includes(at) ? shown : [...shown, at].sort((one, other) => one - other);
};

/** The place of the cell that was pressed. */
function placeOf(target: HTMLElement): Place | null {
  const [row, column] = target.closest('[data-at]')?.getAttribute('data-at')?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

const inStyles = ({ row, head, name, total }: GridSizes): CSSProperties =>
  Object.fromEntries(Object.entries({ row, head, name, total }).map(([size, rem]) => [`--grid-${size}`, `${String(rem)}rem`]));
