import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button } from '../../../ui/button';
import { columnsOf } from './columns';
import { CommuneList } from './commune-list';
import { MatrixCurves } from './matrix-curves';
import { useMatrixSearch } from './matrix-filters';
import { MatrixGrid } from './matrix-grid';
import { MatrixLegend } from './matrix-legend';
import { type Matrix, type MatrixChoices } from './matrix.query';
import { type MatrixView, cellKey } from './matrix-search';
import { MatrixTiles } from './matrix-tiles';
import { PrintedMatrix } from './printed-matrix';

interface ShownProps {
  readonly matrix: Matrix;
  readonly choices: MatrixChoices | undefined;
  readonly view: MatrixView;
}

/** The same facts in the way that was chosen. */
export function MatrixShown({ matrix, choices, view }: ShownProps) {
  switch (view) {
    case 'tiles':
      return <MatrixTiles matrix={matrix} />;
    case 'curves':
      return <MatrixCurves matrix={matrix} />;
    case 'list':
      return <CommuneList matrix={matrix} choices={choices} />;
    case 'table':
      return <AsTable matrix={matrix} choices={choices} />;
  }
}

function AsTable({ matrix, choices }: Omit<ShownProps, 'view'>) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { search, go } = useMatrixSearch();
  const columns = useMemo(() => columnsOf(matrix, choices), [matrix, choices]);
  const { rows, reading, pageInfo } = matrix;
  return (
    <>
      <MatrixLegend />
      <MatrixGrid
        rows={rows}
        columns={columns}
        isNew={reading === 'NEW'}
        label={t`Ma trận sáng kiến và đơn vị`}
        onRow={({ rollout }) => {
          void navigate({ to: '/rollouts/$rolloutId', params: { rolloutId: rollout.id } });
        }}
        onCell={({ rollout }, { id }) => {
          go({ cell: cellKey(rollout.id, id) });
        }}
      />
      {(pageInfo.hasNextPage || search.after !== undefined) && (
        <p>
          {search.after !== undefined && (
            <Button
              onClick={() => {
                go({ after: undefined });
              }}
            >
              <Trans>Về đầu danh sách</Trans>
            </Button>
          )}{' '}
          {pageInfo.hasNextPage && (
            <Button
              onClick={() => {
                go({ after: pageInfo.endCursor ?? undefined });
              }}
            >
              <Trans>Trang sau</Trans>
            </Button>
          )}
        </p>
      )}
      <PrintedMatrix matrix={matrix} columns={columns} choices={choices} />
    </>
  );
}
