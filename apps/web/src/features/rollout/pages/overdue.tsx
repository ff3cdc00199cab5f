import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { nudgeableOf } from '../../../api/nudge.query';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay } from '../../../ui/filter-bar';
import { day, named, titled } from '../../../ui/format';
import { Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { NudgeButton } from '../../../ui/nudge-button';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { OVERDUE, type OverduePage, type OverdueRow } from '../period.query';

const ROWS = 50;

/** Every report and every adoption that should be there and is not, the longest overdue first. */
export function Page() {
  const { t } = useLingui();
  const { asOf, after } = useSearch({ from: '/inside/overdue' });
  const navigate = useNavigate({ from: '/overdue' });
  const asked = useAsk(OVERDUE, { first: ROWS, after: after ?? null, asOf: asOf ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Nhân rộng` }, { label: t`Quá hạn` }]} />
      <PageHead title={t`Báo cáo và áp dụng quá hạn`}>
        <Trans>Trễ lâu nhất đứng trước.</Trans>
      </PageHead>
      <FilterBar label={t`Điều kiện xem`}>
        <FilterDay
          label={t`Tính đến ngày`}
          value={asOf}
          onChange={(value) => {
            void navigate({ search: { asOf: value }, resetScroll: false });
          }}
        />
      </FilterBar>
      <DataTable<OverdueRow>
        caption={t`Báo cáo và áp dụng quá hạn`}
        file={{ list: 'overdue', filter: { asOf: asOf ?? null } }}
        of={{ ...asked, data: asked.data?.overdue }}
        rowKey={({ id }) => id}
        cards
        isFirstPage={after === undefined}
        onPage={(cursor) => {
          void navigate({ search: { asOf, after: cursor }, resetScroll: false });
        }}
        columns={[
          { key: 'unit', names: true, head: t`Đơn vị`, cell: (row) => <Unit row={row} /> },
          { key: 'kind', head: t`Việc`, cell: ({ kind }) => (kind === 'REPORT' ? t`Báo cáo` : t`Áp dụng`) },
          { key: 'title', head: t`Kỳ hoặc sáng kiến`, cell: (row) => titled(row) },
          { key: 'due', head: t`Hạn`, cell: ({ dueOn }) => <span className="no-break">{day(dueOn)}</span> },
          { key: 'late', head: t`Trễ`, numeric: true, cell: ({ daysLate }) => <Late days={daysLate} /> },
          { key: 'nudge', head: t`Nhắc`, fixed: true, cell: (row) => <Nudge row={row} of={asked.data} onNudged={asked.again} /> },
        ]}
        empty={<Empty title={<Trans>Không có báo cáo hay việc áp dụng nào quá hạn</Trans>} />}
      />
    </>
  );
}

function Unit({ row: { unit, periodId, adoptionId } }: { readonly row: OverdueRow }) {
  if (adoptionId !== null)
    return (
      <Link to="/adoptions/$adoptionId" params={{ adoptionId }}>
        {named(unit)}
      </Link>
    );
  if (periodId !== null)
    return (
      <Link to="/reports/$periodId/$unitId" params={{ periodId, unitId: unit.id }}>
        {named(unit)}
      </Link>
    );
  return named(unit);
}

function Late({ days }: { readonly days: number }) {
  return (
    <StateMark tone="late" icon={Warning}>
      <Plural value={days} one="# ngày" other="# ngày" />
    </StateMark>
  );
}

interface NudgeProps {
  readonly row: OverdueRow;
  readonly of: OverduePage | undefined;
  readonly onNudged: () => void;
}

function Nudge({ row: { nudge, unit }, of, onNudged }: NudgeProps) {
  if (!nudge || !of) return null;
  return <NudgeButton of={nudgeableOf(nudge, of)} holder={named(unit)} now={new Date(of.serverTime)} onNudged={onNudged} />;
}
