import { Trans } from '@lingui/react/macro';
import { Drawer } from '../../../ui/drawer';
import { named, titled } from '../../../ui/format';
import { CellMark } from './cell-mark';
import { CellStory } from './cell-story';
import { CellUnit } from './cell-unit';
import { useCellWords } from './cell-words';
import { useMatrixSearch } from './matrix-filters';
import { type Matrix, type MatrixCell, type MatrixRow } from './matrix.query';
import { cellKey } from './matrix-search';
import styles from './cell-drawer.module.css';

/** What stands behind the cell of the address. */
export function CellDrawer({ matrix, again }: { readonly matrix: Matrix; readonly again: () => void }) {
  const { search, go } = useMatrixSearch();
  const row = matrix.rows.find(({ rollout }) => search.cell?.startsWith(`${rollout.id}.`));
  const cell = row?.cells.find(({ unitId }) => cellKey(row.rollout.id, unitId) === search.cell);
  if (!row || !cell || search.cell === undefined) return null;
  const unit = matrix.units.find(({ id }) => id === cell.unitId);
  return (
    <Drawer
      of={search.cell}
      over={
        unit ? (
          <>
            {named(unit)} {unit.statisticsCode !== null && <span className="num">({unit.statisticsCode})</span>}
          </>
        ) : (
          <Trans>Xã, thị trấn chia về nhiều đơn vị</Trans>
        )
      }
      title={titled(row.rollout)}
      onClose={() => {
        go({ cell: undefined });
      }}
    >
      {cell.adoptionId === null ? (
        <Predecessors row={row} cell={cell} asOf={matrix.asOf} again={again} />
      ) : (
        <CellStory row={row} cell={{ ...cell, adoptionId: cell.adoptionId, unitId: cell.unitId ?? '' }} asOf={matrix.asOf} again={again} />
      )}
      {unit && <CellUnit unitId={unit.id} initiativeId={row.initiative.id} />}
    </Drawer>
  );
}

interface PredecessorsProps {
  readonly row: MatrixRow;
  readonly cell: MatrixCell;
  readonly asOf: string;
  readonly again: () => void;
}

/** Of a unit of today: the communes that went into it, each with its own history; one's state is never made the whole unit's. */
function Predecessors({ row, cell, asOf, again }: PredecessorsProps) {
  const words = useCellWords();
  return (
    <>
      <p className="secondary">
        <Trans>Gồm các xã, thị trấn dưới đây, mỗi nơi một diễn biến riêng. Mở từng nơi để đọc.</Trans>
      </p>
      {cell.parts?.map(({ unit, adoptionId, state, basis }) => {
        const part = { ...cell, unitId: unit.id, adoptionId, state, basis, confirmed: null, overdue: false, disputed: false };
        return (
          <details key={adoptionId} className={styles.part}>
            <summary>
              <CellMark of={part} />
              <strong>{named(unit)}</strong>
              <span className="secondary">{words(part)}</span>
            </summary>
            <div className={styles.story}>
              <CellStory row={row} cell={part} asOf={asOf} again={again} />
            </div>
          </details>
        );
      })}
    </>
  );
}
