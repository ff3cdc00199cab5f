import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { NAME_ORDERS, type NameOrder } from '../../../ui/orders';
import { PageHead } from '../../../ui/panel';
import { type UnitKind } from '../choices';
import { UNITS, type UnitRow } from '../units.query';
import { useUnitKinds } from '../words';

/** The units of a day: departments, communes, towns. Those before a reorganisation are found by an earlier day. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const search = useSearch({ from: '/inside/units' });
  const navigate = useNavigate({ from: '/units' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const narrow = (part: typeof search) => {
    go({ ...search, after: undefined, ...part });
  };
  const kinds = useUnitKinds();
  const filter = {
    search: search.search ?? null,
    kind: search.kind ?? null,
    asOf: search.asOf ?? null,
    belowId: null,
    order: search.order ?? null,
  };
  const asked = useAsk(UNITS, { ...filter, after: search.after ?? null });
  const narrowed = [search.search, search.kind, search.asOf].some((value) => value !== undefined);
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Đơn vị` }]} />
      <PageHead
        title={t`Đơn vị`}
        acts={
          me.canCreateUnit && (
            <>
              <LinkButton to="/imports" search={{ kind: 'units' }}>
                <Trans>Nhập từ tệp</Trans>
              </LinkButton>
              <LinkButton to="/units/new" kind="primary">
                <Trans>Thêm đơn vị</Trans>
              </LinkButton>
            </>
          )
        }
      />
      <FilterBar
        label={t`Tìm đơn vị`}
        onClear={
          narrowed
            ? () => {
                go({ order: search.order });
              }
            : undefined
        }
      >
        <FilterSearch
          label={t`Tên đơn vị`}
          value={search.search}
          onChange={(value) => {
            narrow({ search: value });
          }}
        />
        <FilterSelect
          label={t`Loại`}
          value={search.kind}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            narrow({ kind: value as UnitKind | undefined });
          }}
        />
        <FilterDay
          label={t`Danh sách ngày`}
          value={search.asOf}
          onChange={(value) => {
            narrow({ asOf: value });
          }}
        />
      </FilterBar>
      <DataTable<UnitRow>
        caption={t`Đơn vị`}
        file={{ list: 'units', filter }}
        of={{ ...asked, data: asked.data?.units }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        pinned
        cards
        order={search.order ?? 'NAME'}
        onOrder={(order) => {
          narrow({ order: order as NameOrder });
        }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        empty={<Empty title={<Trans>Không có đơn vị nào khớp với điều kiện</Trans>} />}
      />
    </>
  );
}

function useColumns(): readonly Column<UnitRow>[] {
  const { t } = useLingui();
  const kinds = useUnitKinds();
  return [
    {
      key: 'name',
      head: t`Tên đơn vị`,
      names: true,
      order: NAME_ORDERS,
      cell: (unit) => (
        <Link to="/units/$unitId" params={{ unitId: unit.id }}>
          {named(unit)}
        </Link>
      ),
    },
    { key: 'kind', head: t`Loại`, cell: ({ kind }) => kinds[kind] },
    { key: 'code', head: t`Mã thống kê`, cell: ({ statisticsCode }) => <span className="num">{statisticsCode ?? '–'}</span> },
    { key: 'short', head: t`Viết tắt`, cell: ({ abbreviation }) => abbreviation ?? '–' },
    { key: 'from', head: t`Từ ngày`, cell: ({ validFrom }) => <span className="no-break">{day(validFrom)}</span> },
    { key: 'to', head: t`Ngày cuối`, cell: ({ validTo }) => <span className="no-break">{validTo === null ? '–' : day(validTo)}</span> },
  ];
}
