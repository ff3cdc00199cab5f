import { Trans } from '@lingui/react/macro';
import { type VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { classes } from '../../../ui/classes';
import { titled } from '../../../ui/format';
import { NAMED, VirtualGrid, cellAt, gridStyles } from '../../../ui/virtual-grid';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import { type MatrixColumn } from './columns';
import { MatrixHead } from './matrix-head';
import styles from './matrix-grid.module.css';
import { type MatrixRow } from './matrix.query';

const OLD_COLUMN = 2.8125;
const NEW_COLUMN = 7;
const HEAD = 2.875;
const GROUPS = 1.5;
const SIZES = { row: 2.75, name: 18, total: 3.5 };

interface GridProps {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly isNew: boolean;
  readonly label: string;
  /** The name of a row was pressed, or a cell. */
  readonly onRow: (row: MatrixRow) => void;
  readonly onCell: (row: MatrixRow, column: MatrixColumn) => void;
}

/** Initiatives by communes. */
export function MatrixGrid({ rows, columns, isNew, label, onRow, onCell }: GridProps) {
  const words = useCellWords();
  const hasGroups = columns.some(({ group }) => group !== null);
  const headRows = hasGroups ? 2 : 1;
  return (
    <div className={styles.onScreen}>
      <VirtualGrid
        label={label}
        rows={rows.length}
        columns={columns.length}
        headRows={headRows}
        sizes={{ ...SIZES, head: hasGroups ? HEAD + GROUPS : HEAD, column: isNew ? NEW_COLUMN : OLD_COLUMN }}
        onOpen={(place) => {
          const [row, column] = [rows[place.row], columns[place.column - NAMED]];
          if (row && column) onCell(row, column);
          else if (row) onRow(row);
        }}
        head={({ items, washed }) => <MatrixHead columns={columns} items={items} washed={washed} isNew={isNew} />}
        row={(parts) => {
          const row = rows[parts.at];
          return (
            row && (
              <Row
                key={row.rollout.id}
                {...parts}
                {...{ row, columns, words }}
                isNewYear={parts.at > 0 && rows[parts.at - 1]?.year !== row.year}
                first={headRows + 1}
              />
            )
          );
        }}
      >
        {rows.length === 0 && (
          <p className={styles.empty}>
            <Trans>Không có sáng kiến nào khớp với điều kiện xem</Trans>
          </p>
        )}
      </VirtualGrid>
    </div>
  );
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
  const stop = (column: number) => cellAt({ row: at, column }, active);
  return (
    <div
      role="row"
      aria-rowindex={at + first}
      className={classes(gridStyles.row, isNewYear && styles.newYear, washed && gridStyles.washed)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className={gridStyles.aside}>
        <div role="rowheader" className={gridStyles.name} {...stop(0)}>
          <span className={gridStyles.before}>{row.year}</span> {titled(row.rollout)}
        </div>
        <div role="gridcell" className={gridStyles.total} {...stop(1)}>
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
            className={classes(gridStyles.cell, index > 0 && columns[index - 1]?.group?.id !== column?.group?.id && styles.begins)}
            style={{ left: start, width: size }}
            {...stop(index + NAMED)}
            aria-label={cell ? undefined : words(cell)}
          >
            {cell && <CellMark of={cell} words={words(cell)} />}
          </div>
        );
      })}
    </div>
  );
});
