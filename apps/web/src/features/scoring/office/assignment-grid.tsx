import { Trans, useLingui } from '@lingui/react/macro';
import { type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, memo, useRef } from 'react';
import { classes } from '../../../ui/classes';
import { number } from '../../../ui/format';
import { type Place, useGridKeys } from '../../../ui/use-grid-keys';
import { useRem } from '../../../ui/use-rem';
import { type Matrix, type MatrixJudge, type MatrixRow } from './assignments.query';
import { AssignmentMark, useAssignmentWords } from './assignment-mark';
import { type FitOf } from './fit';
import styles from './assignment-grid.module.css';

/** Sizes in rem; the styles have the same. */
const ROW = 3;
const HEAD = 5;
const ASIDE = 21.5;
const COLUMN = 4.75;
/** Of every row: its name, and how many judges it has. */
const NAMED = 2;

export interface Chosen {
  readonly row: MatrixRow;
  readonly judge: MatrixJudge | null;
}

interface GridProps {
  readonly matrix: Matrix;
  readonly fit: FitOf;
  readonly label: string;
  readonly onOpen: (chosen: Chosen) => void;
}

/** Initiatives by judges: one tab stop, arrows, Enter; of what is long only that which is in sight is drawn. */
export function AssignmentGrid({ matrix: { rows, judges, needed }, fit, label, onOpen }: GridProps) {
  const rem = useRem();
  const words = useAssignmentWords();
  const scroller = useRef<HTMLDivElement>(null);
  const openAt = ({ row, column }: Place) => {
    const to = rows[row];
    if (to) onOpen({ row: to, judge: judges[column - NAMED] ?? null });
  };
  const grid = useGridKeys({
    rows: rows.length,
    columns: judges.length + NAMED,
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
    paddingStart: HEAD * rem,
    scrollPaddingStart: HEAD * rem,
    overscan: 6,
    rangeExtractor: kept(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: judges.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN * rem,
    paddingStart: ASIDE * rem,
    scrollPaddingStart: ASIDE * rem,
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
        aria-rowcount={rows.length + 1}
        aria-colcount={judges.length + NAMED}
        className={styles.grid}
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
        onClick={press}
        {...grid.keys}
      >
        <Head judges={judges} items={items} washed={washed?.index} />
        {washed && <div className={styles.columnWash} style={{ left: washed.start, width: washed.size }} aria-hidden="true" />}
        <div role="rowgroup">
          {down.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.initiativeId}
                  {...{ row, judges, items, needed, fit, words }}
                  at={index}
                  top={start}
                  active={active.row === index ? active.column : -1}
                  washed={isInside && active.row === index}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The place of the cell that was pressed. */
function placeOf(target: HTMLElement): Place | null {
  const [row, column] = target.closest('[data-at]')?.getAttribute('data-at')?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

interface HeadProps {
  readonly judges: readonly MatrixJudge[];
  readonly items: readonly VirtualItem[];
  readonly washed: number | undefined;
}

/** Names of the judges with their loads. */
function Head({ judges, items, washed }: HeadProps) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.names}>
        <div className={classes(styles.aside, styles.corner)}>
          <div role="columnheader" aria-colindex={1} className={styles.cornerName}>
            <Trans>Sáng kiến</Trans>
          </div>
          <div role="columnheader" aria-colindex={2} className={styles.cornerTotal}>
            <Trans>Giám khảo</Trans>
          </div>
        </div>
        {items.map(({ index, start, size }) => {
          const judge = judges[index];
          return (
            judge && (
              <div
                key={judge.judgeId}
                role="columnheader"
                aria-colindex={index + 1 + NAMED}
                title={judge.fullName}
                className={classes(styles.judge, washed === index && styles.washed, !judge.available && styles.away)}
                style={{ left: start, width: size }}
              >
                <span className={styles.judgeName}>{judge.fullName}</span>
                <Load of={judge} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** How many cards a judge has of those that they take; a mark where that is too many or too few. */
export function Load({ of: { load, loadMax, loadMin } }: { readonly of: MatrixJudge }) {
  const { t } = useLingui();
  const off = (loadMax !== null && load > loadMax) || load < loadMin;
  const words = loadMax === null ? t`${number(load)} phiếu` : t`${number(load)} trên nhiều nhất ${number(loadMax)} phiếu`;
  return (
    <span className={classes('num', styles.load, off && styles.off)}>
      <span aria-hidden="true">
        {off && '▲ '}
        {number(load)}
        {loadMax !== null && <small>/{number(loadMax)}</small>}
      </span>
      <span className="visually-hidden">
        {words}
        {load < loadMin && t`, ít nhất đã hẹn ${number(loadMin)}`}
      </span>
    </span>
  );
}

interface RowProps {
  readonly row: MatrixRow;
  readonly judges: readonly MatrixJudge[];
  readonly items: readonly VirtualItem[];
  readonly needed: number;
  readonly fit: GridProps['fit'];
  readonly words: ReturnType<typeof useAssignmentWords>;
  readonly at: number;
  readonly top: number;
  readonly active: number;
  readonly washed: boolean;
}

const Row = memo(function Row({ row, judges, items, needed, fit, words, at, top, active, washed }: RowProps) {
  const cells = new Map(row.cells.map((cell) => [cell.judgeId, cell]));
  const stop = (column: number) => ({
    'aria-colindex': column + 1,
    'data-at': `${String(at)} ${String(column)}`,
    'data-active': active === column || undefined,
    tabIndex: active === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes(styles.row, washed && styles.washed)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className={styles.aside}>
        <div role="rowheader" className={styles.name} {...stop(0)}>
          <span className={styles.code}>{row.receiptNumber}</span> {row.title}
        </div>
        <div role="gridcell" className={classes(styles.total, row.missing > 0 && styles.off)} {...stop(1)}>
          <Given missing={row.missing} needed={needed} />
        </div>
      </div>
      {items.map(({ index, start, size }) => {
        const judge = judges[index];
        if (!judge) return null;
        const cell = cells.get(judge.judgeId);
        const known = fit(judge.judgeId, row);
        return (
          <div key={judge.judgeId} role="gridcell" className={styles.cell} style={{ left: start, width: size }} {...stop(index + NAMED)}>
            <span className="visually-hidden">{words(cell, known)}</span>
            <AssignmentMark cell={cell} fit={known} />
          </div>
        );
      })}
    </div>
  );
});

/** How many judges an initiative has of those it is to have. */
export function Given({ missing, needed }: { readonly missing: number; readonly needed: number }) {
  const { t } = useLingui();
  return (
    <>
      <span aria-hidden="true">
        {missing > 0 && '▲ '}
        {number(Math.max(0, needed - missing))}
        <small>/{number(needed)}</small>
      </span>
      <span className="visually-hidden">
        {missing > 0 ? t`thiếu ${number(missing)} trên ${number(needed)} giám khảo` : t`đủ ${number(needed)} giám khảo`}
      </span>
    </>
  );
}
