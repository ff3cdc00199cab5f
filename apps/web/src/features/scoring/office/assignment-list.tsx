import { Trans } from '@lingui/react/macro';
import { Panel } from '../../../ui/panel';
import { gridStyles } from '../../../ui/virtual-grid';
import { type Matrix } from './assignments.query';
import { type Chosen, Given } from './assignment-grid';
import { AssignmentMark, useAssignmentWords } from './assignment-mark';
import { type FitOf } from './fit';
import styles from './assignment-grid.module.css';

interface ListProps {
  readonly matrix: Matrix;
  readonly fit: FitOf;
  readonly onOpen: (chosen: Chosen) => void;
}

/** On a phone: each initiative with those who judge it; a press opens what can be done. */
export function AssignmentList({ matrix: { rows, judges, needed }, fit, onOpen }: ListProps) {
  const words = useAssignmentWords();
  const nameOf = new Map(judges.map(({ judge }) => [judge.id, judge.fullName]));
  return (
    <Panel flush>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.initiative.id}>
            <button
              type="button"
              className={styles.line}
              onClick={() => {
                onOpen({ row, judge: null });
              }}
            >
              <span>
                <span className={gridStyles.before}>{row.initiative.receiptNumber}</span> <b>{row.initiative.title}</b>
              </span>
              <span className={row.missing > 0 ? styles.off : 'secondary'}>
                <Trans>Giám khảo</Trans>: <Given missing={row.missing} needed={needed} />
              </span>
              <span className={styles.marks}>
                {row.cells
                  .filter(({ scorecardId }) => scorecardId !== null)
                  .map((cell) => (
                    <span key={cell.judgeId}>
                      <AssignmentMark cell={cell} fit={null} />
                      {nameOf.get(cell.judgeId)}
                      <span className="visually-hidden">: {words(cell, fit(cell.judgeId, row))}</span>
                    </span>
                  ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
