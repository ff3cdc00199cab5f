import { Trans, useLingui } from '@lingui/react/macro';
import { type VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { classes } from '../../../ui/classes';
import { number } from '../../../ui/format';
import { NAMED, VirtualGrid, cellAt, gridStyles } from '../../../ui/virtual-grid';
import { type Matrix, type MatrixJudge, type MatrixRow } from './assignments.query';
import { AssignmentMark, useAssignmentWords } from './assignment-mark';
import { type FitOf } from './fit';
import styles from './assignment-grid.module.css';

const SIZES = { row: 3, head: 5, name: 17, total: 4.5, column: 4.75 };

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

/** Initiatives by judges. */
export function AssignmentGrid({ matrix: { rows, judges, needed }, fit, label, onOpen }: GridProps) {
  const words = useAssignmentWords();
  return (
    <VirtualGrid
      label={label}
      rows={rows.length}
      columns={judges.length}
      sizes={SIZES}
      onOpen={(place) => {
        const row = rows[place.row];
        if (row) onOpen({ row, judge: judges[place.column - NAMED] ?? null });
      }}
      head={(parts) => <Head judges={judges} {...parts} />}
      row={(parts) => {
        const row = rows[parts.at];
        return row && <Row key={row.initiative.id} {...parts} {...{ row, judges, needed, fit, words }} />;
      }}
    />
  );
}

interface HeadProps {
  readonly judges: readonly MatrixJudge[];
  readonly items: readonly VirtualItem[];
  readonly washed: number | undefined;
}

/** Names of the judges with their loads. */
function Head({ judges, items, washed }: HeadProps) {
  return (
    <div role="rowgroup" className={gridStyles.head}>
      <div role="row" aria-rowindex={1} className={classes(gridStyles.names, styles.names)}>
        <div className={classes(gridStyles.aside, gridStyles.corner, styles.aside)}>
          <div role="columnheader" aria-colindex={1} className={gridStyles.cornerName}>
            <Trans>Sáng kiến</Trans>
          </div>
          <div role="columnheader" aria-colindex={2} className={gridStyles.cornerTotal}>
            <Trans>Giám khảo</Trans>
          </div>
        </div>
        {items.map(({ index, start, size }) => {
          const one = judges[index];
          return (
            one && (
              <div
                key={one.judge.id}
                role="columnheader"
                aria-colindex={index + 1 + NAMED}
                title={one.judge.fullName}
                className={classes(styles.judge, washed === index && styles.washed, !one.available && styles.away)}
                style={{ left: start, width: size }}
              >
                <span className={styles.judgeName}>{one.judge.fullName}</span>
                <Load of={one} />
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
  const stop = (column: number) => cellAt({ row: at, column }, active);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes(gridStyles.row, washed && gridStyles.washed)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className={classes(gridStyles.aside, styles.aside)}>
        <div role="rowheader" className={gridStyles.name} {...stop(0)}>
          <span className={gridStyles.before}>{row.initiative.receiptNumber}</span> {row.initiative.title}
        </div>
        <div role="gridcell" className={classes(gridStyles.total, row.missing > 0 && styles.off)} {...stop(1)}>
          <Given missing={row.missing} needed={needed} />
        </div>
      </div>
      {items.map(({ index, start, size }) => {
        const judge = judges[index]?.judge;
        if (!judge) return null;
        const cell = cells.get(judge.id);
        const known = fit(judge.id, row);
        return (
          <div key={judge.id} role="gridcell" className={gridStyles.cell} style={{ left: start, width: size }} {...stop(index + NAMED)}>
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
