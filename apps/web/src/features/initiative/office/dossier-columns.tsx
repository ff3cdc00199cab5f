import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type Column } from '../../../ui/data-table';
import { dayAndClock, deadline, named } from '../../../ui/format';
import { DemoMark } from '../../../ui/state-mark';
import { InitiativeStateMark } from '../state';
import { type DossierLine } from './dossiers.query';

/** The keys are also those of the columns of the file that the table is exported as. */
export function useDossierColumns(): readonly Column<DossierLine>[] {
  const { t } = useLingui();
  return [
    {
      key: 'title',
      head: t`Sáng kiến`,
      names: true,
      order: 'TITLE',
      cell: (row) => (
        <>
          <Link to="/contests/$contestId/dossiers/$initiativeId" params={{ contestId: row.contest.id, initiativeId: row.id }}>
            {row.title}
          </Link>{' '}
          {row.illustrative && <DemoMark />}
        </>
      ),
    },
    {
      key: 'receiptNumber',
      head: t`Mã hồ sơ`,
      order: ['CODE', 'CODE_LAST'],
      cell: ({ receiptNumber }) => <span className="num no-break">{receiptNumber ?? '–'}</span>,
    },
    { key: 'authors', head: t`Tác giả`, cell: ({ authors }) => authors.map(({ person }) => person.fullName).join(', ') },
    { key: 'owner', head: t`Đơn vị`, order: 'UNIT', cell: ({ owner }) => named(owner) },
    { key: 'area', head: t`Lĩnh vực`, order: 'AREA', cell: ({ area }) => named(area) },
    { key: 'state', head: t`Trạng thái`, order: 'STATE', cell: ({ state }) => <InitiativeStateMark state={state} /> },
    {
      key: 'submittedAt',
      head: t`Nộp lúc`,
      order: ['RECEIVED_FIRST', 'RECEIVED'],
      cell: ({ submittedAt }) => (submittedAt ? dayAndClock(submittedAt) : '–'),
    },
    {
      key: 'returnDueAt',
      head: t`Hạn bổ sung`,
      order: 'DUE',
      cell: ({ state, returnDueAt }) => (state === 'RETURNED' && returnDueAt ? deadline(returnDueAt) : '–'),
    },
    { key: 'screenedBy', head: t`Người kiểm tra`, away: true, cell: ({ screenedBy }) => screenedBy?.fullName ?? <Trans>Chưa có</Trans> },
    { key: 'savedAt', head: t`Lưu lần cuối`, away: true, cell: ({ savedAt }) => dayAndClock(savedAt) },
  ];
}
