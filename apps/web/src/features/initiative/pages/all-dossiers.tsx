import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { ExportButton } from '../../../ui/export-button';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { named, titled } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { type AllDossiersSearch, allDossiersFilter } from '../office/all-dossiers-search';
import { DOSSIER_COUNTS } from '../office/dossier-counts.query';
import { useDossierColumns } from '../office/dossier-columns';
import { OFFICE_STATES, dossierPlace } from '../office/dossier-filter';
import { DOSSIERS, type DossierLine } from '../office/dossiers.query';
import { useStateNames } from '../state';

const ROWS = 50;

/** Dossiers of all contests that one screens or leads: what the numbers of the dashboard count, row by row. */
export function Page() {
  const { t } = useLingui();
  const search: AllDossiersSearch = useSearch({ from: '/inside/dossiers' });
  const navigate = useNavigate({ from: '/dossiers' });
  const go = (next: AllDossiersSearch) => void navigate({ search: { ...search, after: undefined, ...next } });
  const filter = allDossiersFilter(search);
  const asked = useAsk(DOSSIERS, { ...filter, first: ROWS, after: search.after ?? null });
  const columns = useColumns();
  const shown = shownColumns(columns, search.columns);
  return (
    <>
      <Bar crumbs={[{ label: t`Số liệu tổng hợp`, link: { to: '/dashboard' } }, { label: t`Hồ sơ các năm` }]} />
      <PageHead title={t`Hồ sơ các năm`}>
        <Trans>Hồ sơ đã gửi của mọi cuộc thi, khớp với bảng số liệu tổng hợp.</Trans>
      </PageHead>
      <Filters
        search={search}
        go={go}
        side={
          <>
            <ColumnChoice
              columns={columns}
              chosen={search.columns}
              onChange={(chosen) => {
                go({ columns: chosen });
              }}
            />
            <ExportButton list="initiatives" filter={filter} columns={shown.map(({ key }) => key)} />
          </>
        }
      />
      <DataTable
        caption={t`Hồ sơ các năm`}
        file="above"
        of={{ ...asked, data: asked.data?.initiatives }}
        columns={shown}
        rowKey={({ id }) => id}
        order={search.order ?? 'RECEIVED'}
        onOrder={(order) => {
          go({ order: dossierPlace({ order }).order });
        }}
        onPage={(after) => {
          go({ after });
        }}
        isFirstPage={search.after === undefined}
        pinned
        cards
        empty={<Empty title={<Trans>Không có hồ sơ nào theo điều kiện này</Trans>} />}
      />
    </>
  );
}

function useColumns(): readonly Column<DossierLine>[] {
  const [title, ...others] = useDossierColumns();
  if (!title) return others;
  const cell = (row: DossierLine) => (
    <>
      {title.cell(row)}
      <div className="caption">{titled(row.contest)}</div>
    </>
  );
  return [{ ...title, cell }, ...others];
}

interface FiltersProps {
  readonly search: AllDossiersSearch;
  readonly go: (next: AllDossiersSearch) => void;
  readonly side: ReactNode;
}

function Filters({ search: { year, state, area, unit }, go, side }: FiltersProps) {
  const { t } = useLingui();
  const states = useStateNames();
  const { data } = useAsk(DOSSIER_COUNTS, {});
  const choices = (lines: NonNullable<typeof data>['byYear'] | undefined) =>
    (lines ?? []).map((line) => ({ value: line.key, label: named(line), count: line.received }));
  const isNarrowed = [year, state, area, unit].some((value) => value !== undefined);
  return (
    <FilterBar
      label={t`Lọc hồ sơ`}
      side={side}
      onClear={
        isNarrowed
          ? () => {
              go({ year: undefined, state: undefined, area: undefined, unit: undefined });
            }
          : undefined
      }
    >
      <FilterSelect
        label={t`Năm của cuộc thi`}
        value={year === undefined ? undefined : String(year)}
        choices={choices(data?.byYear)}
        onChange={(chosen) => {
          go({ year: chosen === undefined ? undefined : Number(chosen) });
        }}
      />
      <FilterSelect
        label={t`Trạng thái`}
        value={state}
        choices={OFFICE_STATES.map((value) => ({ value, label: states[value] }))}
        onChange={(chosen) => {
          go({ state: OFFICE_STATES.find((one) => one === chosen) });
        }}
      />
      <FilterSelect
        label={t`Lĩnh vực`}
        value={area}
        choices={choices(data?.byArea)}
        onChange={(chosen) => {
          go({ area: chosen });
        }}
      />
      <FilterSelect
        label={t`Đơn vị`}
        value={unit}
        choices={choices(data?.byUnit)}
        onChange={(chosen) => {
          go({ unit: chosen });
        }}
      />
    </FilterBar>
  );
}
