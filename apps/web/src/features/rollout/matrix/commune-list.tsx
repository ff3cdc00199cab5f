import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../../api/session';
import { SelectField } from '../../../ui/field';
import { day, named, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { ChevronRight } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from '../parts/report.module.css';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import list from './commune-list.module.css';
import { columnsOf } from './columns';
import { useMatrixSearch } from './matrix-filters';
import { type Matrix, type MatrixChoices } from './matrix.query';
import { cellKey } from './matrix-search';

/** All initiatives of one commune, one under the other: what a phone has room for. */
export function CommuneList({ matrix, choices }: { readonly matrix: Matrix; readonly choices: MatrixChoices | undefined }) {
  const { t } = useLingui();
  const words = useCellWords();
  const { search, go } = useMatrixSearch();
  const own = useMe().person.unit?.id;
  const columns = columnsOf(matrix, choices);
  const chosen = columns.find(({ id }) => id === search.unit) ?? columns.find(({ id }) => id === own) ?? columns[0];
  if (!chosen) return null;
  const rows = matrix.rows.flatMap((row) => row.cells.filter(({ unitId }) => unitId === chosen.id).map((cell) => ({ row, cell })));
  return (
    <div className={list.whole}>
      <SelectField
        label={t`Đơn vị`}
        name="unit"
        value={chosen.id ?? ''}
        onChange={(unit) => {
          go({ unit: unit || undefined, cell: undefined });
        }}
      >
        {columns.map(({ id, unit }) => (
          <option key={id ?? ''} value={id ?? ''}>
            {unit ? named(unit) : t`Chia về nhiều đơn vị`}
          </option>
        ))}
      </SelectField>
      <Panel flush>
        {rows.length === 0 && <Empty title={<Trans>Đơn vị này không có sáng kiến nào phải áp dụng</Trans>} />}
        {rows.map(({ row, cell }) => (
          <button
            key={row.rollout.id}
            type="button"
            className={`${String(styles.row)} ${String(list.row)}`}
            onClick={() => {
              go({ cell: cellKey(row.rollout.id, cell.unitId) });
            }}
          >
            <CellMark of={cell} />
            <span className={styles.words}>
              <strong>{titled(row.rollout)}</strong>
              <span className="caption">
                {row.year} · {words(cell)}
                {cell.since !== null && (
                  <>
                    {' · '}
                    <Trans>từ {day(cell.since)}</Trans>
                  </>
                )}
              </span>
            </span>
            <Icon of={ChevronRight} />
          </button>
        ))}
      </Panel>
    </div>
  );
}
