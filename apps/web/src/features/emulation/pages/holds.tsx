import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar } from '../../../ui/filter-bar';
import { day } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { type HoldsSearch } from '../achievements-search';
import { HOLDS, type HoldRow } from '../hold.query';
import { EndHold, HoldMark } from '../parts/end-hold';
import { PlaceHold } from '../parts/place-hold';

/** Whose titles wait, and why: for the office and the leader alone. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const reads = may(me, 'hold:read');
  return (
    <>
      <Bar crumbs={[{ label: t`Thành tích`, link: { to: '/achievements' } }, { label: t`Tạm dừng xét danh hiệu` }]} />
      {reads ? (
        <Holds />
      ) : (
        <>
          <PageHead title={t`Tạm dừng xét danh hiệu`} />
          <Empty title={<Trans>Trang này không mở cho tài khoản này.</Trans>} />
        </>
      )}
    </>
  );
}

function Holds() {
  const { t } = useLingui();
  const me = useMe();
  const search: HoldsSearch = useSearch({ from: '/inside/holds' });
  const navigate = useNavigate({ from: '/holds' });
  const go = (next: HoldsSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const asked = useAsk(HOLDS, { personId: search.person ?? null, order: search.order ?? null, after: search.after ?? null });
  const [placing, setPlacing] = useState(false);
  return (
    <>
      <PageHead
        title={t`Tạm dừng xét danh hiệu`}
        acts={
          me.canPlaceHold && (
            <Button
              kind="primary"
              onClick={() => {
                setPlacing(true);
              }}
            >
              <Trans>Ghi tạm dừng</Trans>
            </Button>
          )
        }
      >
        <Trans>Chỉ cơ quan phụ trách và lãnh đạo đọc được. Không ai được báo, danh sách không xuất thành tệp.</Trans>
      </PageHead>
      {search.person !== undefined && (
        <FilterBar
          label={t`Điều kiện xem`}
          onClear={() => {
            go({ order: search.order });
          }}
        >
          <p>
            <Trans>Chỉ của một người</Trans>
          </p>
        </FilterBar>
      )}
      <DataTable<HoldRow>
        caption={t`Tạm dừng xét danh hiệu`}
        file="inside"
        of={{ ...asked, data: asked.data?.holds }}
        rowKey={({ id }) => id}
        cards
        order={search.order ?? 'NEWEST'}
        onOrder={(order) => {
          go({ ...search, order: order as typeof search.order, after: undefined });
        }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        columns={useColumns(asked.again, asked.data?.holds.edges.some(({ node }) => node.whyNotEnd === null) ?? false)}
        empty={
          <Empty title={<Trans>Không có việc tạm dừng nào</Trans>}>
            <Trans>Việc tạm dừng đối với chính mình không hiện ở đây.</Trans>
          </Empty>
        }
      />
      {placing && (
        <PlaceHold
          onClose={(done) => {
            setPlacing(false);
            if (done) asked.again();
          }}
        />
      )}
    </>
  );
}

function useColumns(again: () => void, acts: boolean): readonly Column<HoldRow>[] {
  const { t } = useLingui();
  return [
    {
      key: 'person',
      names: true,
      head: t`Họ tên`,
      cell: ({ person, illustrative }) => (
        <>
          <Link to="/eligibility" search={{ person: person.id }}>
            {person.fullName}
          </Link>{' '}
          {illustrative && <DemoMark />}
        </>
      ),
    },
    { key: 'from', head: t`Từ ngày`, order: BY_AGE, cell: ({ startsOn }) => day(startsOn) },
    { key: 'to', head: t`Đến hết ngày`, cell: ({ endsOn }) => (endsOn === null ? t`chưa định` : day(endsOn)) },
    { key: 'state', head: t`Tình trạng`, cell: (hold) => <HoldMark of={hold} /> },
    { key: 'ground', head: t`Lý do`, cell: ({ ground }) => ground },
    { key: 'by', head: t`Người ghi`, cell: ({ placedByName }) => placedByName ?? t`hệ thống` },
    ...(acts ? [{ key: 'acts', fixed: true, head: t`Việc`, cell: (hold: HoldRow) => <EndHold of={hold} again={again} /> }] : []),
  ];
}
