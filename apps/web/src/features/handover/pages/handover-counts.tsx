import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay } from '../../../ui/filter-bar';
import { named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { type CountsRow, HANDOVER_COUNTS } from '../handover.query';

const firstOf = (month: string): string => `${month.slice(0, 7)}-01`;

/** How many results each commune handed over in a month. */
export function Page() {
  const { t } = useLingui();
  const { month: chosen, after } = useSearch({ from: '/inside/handovers/months' });
  const month = firstOf(chosen ?? today());
  const navigate = useNavigate({ from: '/handovers/months' });
  const asked = useAsk(HANDOVER_COUNTS, { month, after: after ?? null });
  const numbers: readonly [Exclude<keyof CountsRow, 'unit'>, string][] = [
    ['handed', t`Đã trao`],
    ['home', t`Tại nhà`],
    ['ceremonies', t`Buổi trao`],
    ['absent', t`Vắng`],
    ['declined', t`Từ chối`],
    ['handedFirstTry', t`Trao được lần đầu`],
    ['congratulations', t`Thư chúc mừng`],
    ['condolences', t`Thư chia buồn`],
  ];
  return (
    <>
      <Bar crumbs={[{ label: t`Trả kết quả tại nhà`, link: { to: '/handovers' } }, { label: t`Số lượt theo tháng` }]} />
      <PageHead title={t`Số lượt theo tháng`}>
        <Trans>Đếm từ các lượt xã đã ghi; lượt bị hủy không tính. Nửa tháng đã qua được đưa vào số liệu nhân rộng.</Trans>
      </PageHead>
      <FilterBar label={t`Điều kiện xem`}>
        <FilterDay
          label={t`Tháng`}
          type="month"
          value={month.slice(0, 7)}
          onChange={(value) => {
            if (value) void navigate({ search: { month: firstOf(value) }, resetScroll: false });
          }}
        />
      </FilterBar>
      <DataTable<CountsRow>
        caption={t`Số lượt theo tháng`}
        file={{ list: 'handoverCounts', filter: { month } }}
        of={{ ...asked, data: asked.data?.handoverCounts }}
        rowKey={({ unit }) => unit.id}
        cards
        onPage={(next) => void navigate({ search: (was) => ({ ...was, after: next }), resetScroll: false })}
        isFirstPage={after === undefined}
        columns={[
          {
            key: 'unit',
            names: true,
            head: t`Xã`,
            cell: ({ unit }) => named(unit),
          },
          ...numbers.map(([key, head]) => ({ key, head, numeric: true, cell: (row: CountsRow) => number(row[key]) })),
        ]}
        empty={<Empty title={<Trans>Chưa có xã nào trong mô hình</Trans>} />}
      />
    </>
  );
}
