import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay } from '../../../ui/filter-bar';
import { named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { NAME_ORDERS, type NameOrder } from '../../../ui/orders';
import { PageHead } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { type CountsRow, HANDOVER_COUNTS } from '../handover.query';

const firstOf = (month: string): string => `${month.slice(0, 7)}-01`;

/** How many results each commune handed over in a month. */
export function Page() {
  const { t } = useLingui();
  const { month: chosen, columns: chosenColumns, order, after } = useSearch({ from: '/inside/handovers/months' });
  const month = firstOf(chosen ?? today());
  const navigate = useNavigate({ from: '/handovers/months' });
  const asked = useAsk(HANDOVER_COUNTS, { month, order: order ?? null, after: after ?? null });
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
  const columns: readonly Column<CountsRow>[] = [
    { key: 'unit', inFile: ['unit', 'month'], names: true, head: t`Xã`, order: NAME_ORDERS, cell: ({ unit }) => named(unit) },
    ...numbers.map(([key, head]) => ({ key, inFile: [key], head, numeric: true, cell: (row: CountsRow) => number(row[key]) })),
  ];
  return (
    <>
      <Bar crumbs={[{ label: t`Trả kết quả tại nhà`, link: { to: '/handovers' } }, { label: t`Số lượt theo tháng` }]} />
      <PageHead title={t`Số lượt theo tháng`}>
        <Trans>Đếm từ các lượt xã đã ghi; lượt bị hủy không tính. Nửa tháng đã qua được đưa vào số liệu nhân rộng.</Trans>
      </PageHead>
      <FilterBar
        label={t`Điều kiện xem`}
        side={
          <ColumnChoice
            columns={columns}
            chosen={chosenColumns}
            onChange={(chosen) => {
              void navigate({ search: (was) => ({ ...was, columns: chosen }), resetScroll: false });
            }}
          />
        }
      >
        <FilterDay
          label={t`Tháng`}
          type="month"
          value={month.slice(0, 7)}
          onChange={(value) => {
            if (value) void navigate({ search: (was) => ({ ...was, month: firstOf(value), after: undefined }), resetScroll: false });
          }}
        />
      </FilterBar>
      <DataTable<CountsRow>
        caption={t`Số lượt theo tháng`}
        file={{ list: 'handoverCounts', filter: { month, order: order ?? null } }}
        of={{ ...asked, data: asked.data?.handoverCounts }}
        rowKey={({ unit }) => unit.id}
        cards
        order={order ?? 'NAME'}
        onOrder={(next) => void navigate({ search: (was) => ({ ...was, order: next as NameOrder, after: undefined }), resetScroll: false })}
        onPage={(next) => void navigate({ search: (was) => ({ ...was, after: next }), resetScroll: false })}
        isFirstPage={after === undefined}
        columns={shownColumns(columns, chosenColumns)}
        empty={<Empty title={<Trans>Chưa có xã nào trong mô hình</Trans>} />}
      />
    </>
  );
}
