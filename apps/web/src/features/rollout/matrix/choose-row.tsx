import { useLingui } from '@lingui/react/macro';
import { SelectField } from '../../../ui/field';
import { titled } from '../../../ui/format';
import { useMatrixSearch } from './matrix-filters';
import { type MatrixRow } from './matrix.query';

/** Which of the rows the picture is of: the one of the address, or the first. */
export function useChosenRow(rows: readonly MatrixRow[]): MatrixRow | undefined {
  const { search } = useMatrixSearch();
  return rows.find(({ rollout }) => rollout.id === search.rollout) ?? rows[0];
}

export function ChooseRow({ rows, chosen }: { readonly rows: readonly MatrixRow[]; readonly chosen: MatrixRow }) {
  const { t } = useLingui();
  const { go } = useMatrixSearch();
  return (
    <SelectField
      label={t`Sáng kiến`}
      name="rollout"
      value={chosen.rollout.id}
      onChange={(rollout) => {
        go({ rollout, cell: undefined });
      }}
    >
      {rows.map((row) => (
        <option key={row.rollout.id} value={row.rollout.id}>
          {`${String(row.year)} ${titled(row.rollout)}`}
        </option>
      ))}
    </SelectField>
  );
}
