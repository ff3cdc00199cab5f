import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { nudgeableOf } from '../../../api/nudge.query';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay, FilterSelect } from '../../../ui/filter-bar';
import { day, named, titled } from '../../../ui/format';
import { Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { NudgeButton } from '../../../ui/nudge-button';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { OVERDUE_KINDS, type OverdueSearch } from '../office/searches';
import { OVERDUE, type OverduePage, type OverdueRow } from '../period.query';

const ROWS = 50;

/** Every report and every adoption that should be there and is not. */
export function Page() {
  const { t } = useLingui();
  const search: OverdueSearch = useSearch({ from: '/inside/overdue' });
  const navigate = useNavigate({ from: '/overdue' });
  const go = (next: OverdueSearch) => void navigate({ search: { ...search, after: undefined, ...next }, resetScroll: false });
  const { asOf, kind, order, after } = search;
  const filter = { asOf: asOf ?? null, kind: kind ?? null, order: order ?? null };
  const asked = useAsk(OVERDUE, { ...filter, first: ROWS, after: after ?? null });
  const kinds = { REPORT: t`Báo cáo`, ADOPTION: t`Áp dụng` };
  return (
    <>
      <Bar crumbs={[{ label: t`Nhân rộng` }, { label: t`Quá hạn` }]} />
      <PageHead title={t`Báo cáo và áp dụng quá hạn`} />
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          (asOf ?? kind) !== undefined
            ? () => {
                go({ asOf: undefined, kind: undefined });
              }
            : undefined
        }
      >
        <FilterDay
          label={t`Tính đến ngày`}
          value={asOf}
          onChange={(value) => {
            go({ asOf: value });
          }}
        />
        <FilterSelect
          label={t`Việc`}
          value={kind}
          choices={OVERDUE_KINDS.map((value) => ({ value, label: kinds[value] }))}
          onChange={(value) => {
            go({ kind: OVERDUE_KINDS.find((one) => one === value) });
          }}
        />
      </FilterBar>
      <DataTable<OverdueRow>
        caption={t`Báo cáo và áp dụng quá hạn`}
        file={{ list: 'overdue', filter }}
        of={{ ...asked, data: asked.data?.overdue }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'DUE'}
        onOrder={(chosen) => {
          go({ order: chosen as typeof order });
        }}
        isFirstPage={after === undefined}
        onPage={(cursor) => {
          go({ after: cursor });
        }}
        columns={[
          { key: 'unit', names: true, head: t`Đơn vị`, order: 'UNIT', cell: (row) => <Unit row={row} /> },
          { key: 'kind', head: t`Việc`, cell: (row) => kinds[row.kind] },
          { key: 'title', head: t`Kỳ hoặc sáng kiến`, cell: (row) => titled(row) },
          { key: 'due', head: t`Hạn`, order: ['DUE', 'DUE_LAST'], cell: ({ dueOn }) => <span className="no-break">{day(dueOn)}</span> },
          { key: 'late', head: t`Trễ`, numeric: true, order: ['DUE_LAST', 'DUE'], cell: ({ daysLate }) => <Late days={daysLate} /> },
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
