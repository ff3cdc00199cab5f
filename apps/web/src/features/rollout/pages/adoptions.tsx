import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { ADOPTION_STATES, useAdoptionWords } from '../../../ui/adoption-mark';
import { Bar } from '../../../ui/bar';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day, named, titled } from '../../../ui/format';
import { Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { ADOPTIONS, type AdoptionListed } from '../office/adoptions.query';
import { RolloutFilters } from '../office/rollout-filters';
import { ADOPTIONS_COUNTED, type AdoptionsSearch } from '../office/searches';
import { WhereItStands, useBasisWords } from '../office/where-it-stands';

const ROWS = 50;

/** Commune by commune, whatever is rolled out: what the numbers of the dashboard count, row by row. */
export function Page() {
  const { t } = useLingui();
  const words = useAdoptionWords();
  const search: AdoptionsSearch = useSearch({ from: '/inside/adoptions' });
  const navigate = useNavigate({ from: '/adoptions' });
  const go = (next: AdoptionsSearch) => void navigate({ search: { ...search, after: undefined, ...next }, resetScroll: false });
  const { year, area, unit, countedAs, state, order, after } = search;
  const filter = {
    ...{ year: year ?? null, areaId: area ?? null, unitId: unit ?? null, countedAs: countedAs ?? null },
    ...{ state: state ?? null, order: order ?? null },
  };
  const columns = useColumns();
  const asked = useAsk(ADOPTIONS, { ...filter, first: ROWS, after: after ?? null });
  const isNarrowed = [year, area, unit, countedAs, state].some((value) => value !== undefined);
  const counts = { EXPECTED: t`Cần áp dụng`, IN_USE: t`Đang áp dụng`, OVERDUE: t`Quá hạn` };
  return (
    <>
      <Bar crumbs={[{ label: t`Số liệu tổng hợp`, link: { to: '/dashboard' } }, { label: t`Áp dụng tại các đơn vị` }]} />
      <PageHead title={t`Áp dụng tại các đơn vị`}>
        <Trans>Mỗi dòng là một sáng kiến ở một đơn vị, tính đến hôm nay.</Trans>
      </PageHead>
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          isNarrowed
            ? () => {
                void navigate({ search: { order, columns: search.columns } });
              }
            : undefined
        }
        side={
          <ColumnChoice
            columns={columns}
            chosen={search.columns}
            onChange={(chosen) => {
              go({ columns: chosen });
            }}
          />
        }
      >
        <FilterSelect
          label={t`Tính vào nhóm`}
          value={countedAs}
          choices={ADOPTIONS_COUNTED.map((value) => ({ value, label: counts[value] }))}
          onChange={(chosen) => {
            go({ countedAs: ADOPTIONS_COUNTED.find((one) => one === chosen) });
          }}
        />
        <FilterSelect
          label={t`Tình trạng`}
          value={state}
          choices={ADOPTION_STATES.map((value) => ({ value, label: words[value] }))}
          onChange={(chosen) => {
            go({ state: ADOPTION_STATES.find((one) => one === chosen) });
          }}
        />
        <RolloutFilters of={search} onChange={go} />
      </FilterBar>
      <DataTable<AdoptionListed>
        caption={t`Áp dụng tại các đơn vị`}
        file={{ list: 'adoptions', filter }}
        of={{ ...asked, data: asked.data?.adoptions }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          go({ order: chosen as typeof order });
        }}
        isFirstPage={after === undefined}
        onPage={(cursor) => {
          go({ after: cursor });
        }}
        columns={shownColumns(columns, search.columns)}
        empty={<Empty title={<Trans>Không có đơn vị nào theo điều kiện này</Trans>} />}
      />
    </>
  );
}

const Overdue = () => (
  <StateMark tone="late" icon={Warning}>
    <Trans>quá hạn</Trans>
  </StateMark>
);

function useColumns(): readonly Column<AdoptionListed>[] {
  const { t } = useLingui();
  const bases = useBasisWords();
  return [
    {
      key: 'unit',
      inFile: ['unit'],
      names: true,
      head: t`Đơn vị`,
      order: 'UNIT',
      cell: ({ id, unit }) => (
        <Link to="/adoptions/$adoptionId" params={{ adoptionId: id }}>
          {named(unit)}
        </Link>
      ),
    },
    {
      key: 'title',
      inFile: ['title'],
      head: t`Sáng kiến`,
      order: 'TITLE',
      cell: ({ rollout }) => (
        <Link to="/rollouts/$rolloutId" params={{ rolloutId: rollout.id }}>
          {titled(rollout)}
        </Link>
      ),
    },
    { key: 'state', inFile: ['state'], head: t`Tình trạng`, cell: (row) => <WhereItStands of={row} /> },
    { key: 'since', inFile: ['since'], head: t`Từ ngày`, cell: ({ since }) => <span className="no-break">{day(since)}</span> },
    { key: 'basis', inFile: ['basis'], head: t`Diện`, cell: ({ basis }) => bases[basis] },
    {
      key: 'due',
      inFile: ['dueOn'],
      head: t`Hạn`,
      order: 'DUE',
      cell: ({ dueOn }) => <span className="no-break">{dueOn === null ? '–' : day(dueOn)}</span>,
    },
    { key: 'overdue', inFile: ['overdue'], head: t`Quá hạn`, cell: ({ overdue }) => (overdue ? <Overdue /> : '–') },
  ];
}
