import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day, named, percent } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { INSPECTIONS, type InspectionRow } from '../inspection.query';
import { INSPECTION_STATES, type InspectionsSearch } from '../inspections-search';
import { InspectionMark, useInspectionKinds, useInspectionStates } from '../parts/inspection-words';
import { OrderInspection } from '../parts/order-inspection';

/** Inspections of the units that one reads about, of one's own unit, and of teams that one is in. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const words = useInspectionStates();
  const kinds = useInspectionKinds();
  const search: InspectionsSearch = useSearch({ from: '/inside/inspections' });
  const navigate = useNavigate({ from: '/inspections' });
  const go = (next: InspectionsSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const [ordering, setOrdering] = useState(false);
  const filter = { states: search.state ? [search.state] : null, order: search.order ?? null };
  const asked = useAsk(INSPECTIONS, { ...filter, after: search.after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Kiểm tra` }]} />
      <PageHead
        title={t`Kiểm tra cải cách hành chính`}
        acts={
          me.canOrderInspection && (
            <Button
              kind="primary"
              onClick={() => {
                setOrdering(true);
              }}
            >
              <Trans>Lập đoàn kiểm tra</Trans>
            </Button>
          )
        }
      >
        <Trans>Kiểm tra đột xuất chỉ người ra quyết định, đoàn kiểm tra và Chủ tịch biết cho đến khi bắt đầu.</Trans>
      </PageHead>
      {ordering && (
        <OrderInspection
          onClose={(ordered) => {
            setOrdering(false);
            if (ordered !== undefined) void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: ordered } });
          }}
        />
      )}
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          search.state &&
          (() => {
            go({ order: search.order });
          })
        }
      >
        <FilterSelect
          label={t`Tình trạng`}
          value={search.state}
          choices={INSPECTION_STATES.map((state) => ({ value: state, label: words[state] }))}
          onChange={(value) => {
            go({ order: search.order, state: INSPECTION_STATES.find((state) => state === value) });
          }}
        />
      </FilterBar>
      <DataTable<InspectionRow>
        caption={t`Các cuộc kiểm tra`}
        file={{ list: 'inspections', filter }}
        of={{ ...asked, data: asked.data?.inspections }}
        rowKey={({ id }) => id}
        cards
        order={search.order ?? 'NEWEST'}
        onOrder={(order) => {
          go({ ...search, after: undefined, order: order as typeof search.order });
        }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        columns={[
          {
            key: 'unit',
            names: true,
            head: t`Đơn vị được kiểm tra`,
            cell: ({ id, unit, illustrative }) => (
              <>
                <Link to="/inspections/$inspectionId" params={{ inspectionId: id }}>
                  {named(unit)}
                </Link>{' '}
                {illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'kind', head: t`Hình thức`, cell: ({ kind }) => kinds[kind] },
          {
            key: 'decision',
            head: t`Quyết định`,
            order: BY_AGE,
            cell: ({ decisionNumber, decidedOn }) => (
              <span>
                {decisionNumber}, <span className="no-break">{day(decidedOn)}</span>
              </span>
            ),
          },
          {
            key: 'score',
            head: t`Tỷ lệ đạt`,
            numeric: true,
            cell: ({ scorePercent }) => (scorePercent === null ? '–' : percent(Number(scorePercent), 2)),
          },
          { key: 'state', head: t`Tình trạng`, cell: (row) => <InspectionMark of={row} /> },
        ]}
        empty={
          search.state ? (
            <Empty title={<Trans>Không có cuộc kiểm tra nào khớp với điều kiện xem</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có cuộc kiểm tra nào</Trans>} />
          )
        }
      />
    </>
  );
}
