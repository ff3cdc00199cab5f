import { Panel } from '../../../ui/panel';
import { ChooseRow, useChosenRow } from './choose-row';
import { CurveChart } from './curve-chart';
import styles from './matrix-tiles.module.css';
import { type Matrix } from './matrix.query';

/** How use grew over time. */
export function MatrixCurves({ matrix: { rows, asOf } }: { readonly matrix: Matrix }) {
  const chosen = useChosenRow(rows);
  if (!chosen) return null;
  return (
    <>
      <div className={styles.choices}>
        <ChooseRow rows={rows} chosen={chosen} />
      </div>
      <Panel>
        <CurveChart rows={rows} chosen={chosen} upTo={asOf} />
      </Panel>
    </>
  );
}
