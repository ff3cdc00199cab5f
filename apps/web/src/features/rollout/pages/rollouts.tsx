import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch } from '../../../ui/filter-bar';
import { day, named, number, percent, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Plus } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { RolloutFilters } from '../office/rollout-filters';
import { ROLLOUTS, type RolloutRow } from '../office/rollout.query';
import { type RolloutsSearch } from '../office/searches';

const ROWS = 25;

/** Every initiative that is rolled out, by a decision or by the communes' own choice. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const search: RolloutsSearch = useSearch({ from: '/inside/rollouts' });
  const navigate = useNavigate({ from: '/rollouts' });
  const go = (next: RolloutsSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const { search: words, year, area, unit, order, after } = search;
  const filter = { search: words ?? null, year: year ?? null, areaId: area ?? null, unitId: unit ?? null, order: order ?? null };
  const columns = useColumns();
  const asked = useAsk(ROLLOUTS, { ...filter, first: ROWS, after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Nhân rộng` }, { label: t`Sáng kiến nhân rộng` }]} />
      <PageHead
        title={t`Sáng kiến nhân rộng`}
        acts={
          <>
            {me.canRecordOwnAdoption && (
              <LinkButton to="/rollouts/own">
                <Trans>Ghi xã tự áp dụng</Trans>
              </LinkButton>
            )}
            {me.canAdoptInitiative && (
              <LinkButton to="/rollouts/adopt" kind="primary">
                <Icon of={Plus} />
                <Trans>Nhân rộng theo quyết định</Trans>
              </LinkButton>
            )}
          </>
        }
      />
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          [words, year, area, unit].some((value) => value !== undefined)
            ? () => {
                go({ columns: search.columns, order });
              }
            : undefined
        }
        side={
          <ColumnChoice
            columns={columns}
            chosen={search.columns}
            onChange={(chosen) => {
              go({ ...search, columns: chosen });
            }}
          />
        }
      >
        <FilterSearch
          label={t`Tên sáng kiến`}
          value={words}
          onChange={(typed) => {
            go({ ...search, after: undefined, search: typed });
          }}
        />
        <RolloutFilters
          of={search}
          onChange={(next) => {
            go({ ...search, after: undefined, ...next });
          }}
        />
      </FilterBar>
      <DataTable<RolloutRow>
        caption={t`Sáng kiến nhân rộng`}
        file={{ list: 'rollouts', filter }}
        of={{ ...asked, data: asked.data?.rollouts }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          go({ ...search, after: undefined, order: chosen as typeof order });
        }}
        onPage={(cursor) => {
          go({ ...search, after: cursor });
        }}
        isFirstPage={after === undefined}
        columns={shownColumns(columns, search.columns)}
        empty={
          [words, year, area, unit].some((value) => value !== undefined) ? (
            <Empty title={<Trans>Không có sáng kiến nào khớp với điều kiện xem</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có sáng kiến nào được nhân rộng</Trans>}>
              <p>
                <Trans>Sáng kiến đoạt giải được nhân rộng theo quyết định, hoặc do xã tự áp dụng; khi ấy hiện ở đây.</Trans>
              </p>
            </Empty>
          )
        }
      />
    </>
  );
}

function useColumns(): readonly Column<RolloutRow>[] {
  const { t } = useLingui();
  return [
    { key: 'title', inFile: ['title', 'code'], names: true, head: t`Sáng kiến`, order: 'TITLE', cell: (row) => <Title row={row} /> },
    { key: 'year', inFile: ['year'], head: t`Năm thi`, numeric: true, cell: ({ year: of }) => of },
    { key: 'lead', inFile: ['lead'], head: t`Chủ trì`, cell: ({ leadUnit }) => named(leadUnit) },
    {
      key: 'started',
      inFile: ['decision', 'decidedOn', 'startedOn'],
      head: t`Bắt đầu`,
      order: BY_AGE,
      cell: ({ startedOn }) => <span className="no-break">{day(startedOn)}</span>,
    },
    {
      key: 'due',
      inFile: ['dueOn'],
      head: t`Hạn áp dụng`,
      order: 'DUE',
      cell: ({ dueOn }) => <span className="no-break">{dueOn === null ? '–' : day(dueOn)}</span>,
    },
    {
      key: 'used',
      inFile: ['inUse', 'expected', 'exempt'],
      head: t`Đang dùng`,
      numeric: true,
      cell: (row) => `${number(row.inUse)}/${number(row.expected)}`,
    },
    {
      key: 'rate',
      inFile: ['coverage'],
      head: t`Tỷ lệ`,
      numeric: true,
      cell: ({ coverage }) => (coverage === null ? '–' : percent(coverage, 1)),
    },
  ];
}

function Title({ row }: { readonly row: RolloutRow }) {
  return (
    <>
      <Link to="/rollouts/$rolloutId" params={{ rolloutId: row.id }}>
        {titled(row)}
      </Link>{' '}
      {row.kind === 'OWN_CHOICE' && (
        <Tag>
          <Trans>xã tự áp dụng</Trans>
        </Tag>
      )}
      {row.illustrative && <DemoMark />}
    </>
  );
}
