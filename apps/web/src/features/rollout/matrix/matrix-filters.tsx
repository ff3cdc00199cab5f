import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { ADOPTION_STATES, type AdoptionState, useAdoptionWords } from '../../../ui/adoption-mark';
import { FilterBar, FilterSelect, FilterToggle } from '../../../ui/filter-bar';
import { named } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Warning } from '../../../ui/icons';
import { Segments } from '../../../ui/segments';
import { type MatrixChoices, type MatrixCounts } from './matrix.query';
import { type MatrixSearch, isNarrowed } from './matrix-search';

/** The address of the matrix, and how to change a part of it. */
export function useMatrixSearch(): { readonly search: MatrixSearch; readonly go: (change: MatrixSearch) => void } {
  const search: MatrixSearch = useSearch({ from: '/inside/matrix' });
  const navigate = useNavigate({ from: '/matrix' });
  return {
    search,
    go: (change) => {
      void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false, replace: 'asOf' in change });
    },
  };
}

interface FiltersProps {
  readonly choices: MatrixChoices | undefined;
  /** Of all that the year and the field leave. */
  readonly counts: readonly MatrixCounts[];
  readonly side?: ReactNode;
}

/** Year, field, state, late, disputed: each with how many cells it would find. */
export function MatrixFilters({ choices, counts, side }: FiltersProps) {
  const { t } = useLingui();
  const words = useAdoptionWords();
  const { search, go } = useMatrixSearch();
  const narrow = (change: MatrixSearch) => {
    go({ after: undefined, cell: undefined, ...change });
  };
  const count = (state: AdoptionState) => counts.reduce((sum, row) => sum + (row.counts.find((one) => one.state === state)?.count ?? 0), 0);
  const cells = counts.flatMap((row) => row.cells);
  return (
    <FilterBar
      label={t`Điều kiện xem`}
      onClear={
        isNarrowed(search)
          ? () => {
              narrow({ year: undefined, area: undefined, state: undefined, overdue: undefined, disputed: undefined });
            }
          : undefined
      }
      side={
        <>
          <Segments
            label={t`Theo đơn vị`}
            value={search.units ?? 'then'}
            choices={[
              { value: 'then', label: <Trans>Xã, thị trấn cũ</Trans> },
              { value: 'today', label: <Trans>Đơn vị hiện nay</Trans> },
            ]}
            onChange={(units) => {
              narrow({ units: units === 'today' ? units : undefined, unit: undefined });
            }}
          />
          {side}
        </>
      }
    >
      <FilterSelect
        label={t`Năm thi`}
        value={search.year === undefined ? undefined : String(search.year)}
        choices={yearsOf(choices).map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => {
          narrow({ year: year === undefined ? undefined : Number(year) });
        }}
      />
      <FilterSelect
        label={t`Lĩnh vực`}
        value={search.area}
        choices={areasOf(choices).map((area) => ({ value: area.id, label: named(area) }))}
        onChange={(area) => {
          narrow({ area });
        }}
      />
      <FilterSelect
        label={t`Tình trạng`}
        value={search.state}
        choices={ADOPTION_STATES.map((state) => ({ value: state, label: words[state], count: count(state) }))}
        onChange={(state) => {
          narrow({ state: state as AdoptionState | undefined });
        }}
      />
      <FilterToggle
        pressed={search.overdue ?? false}
        count={cells.filter(({ overdue }) => overdue).length}
        onChange={(pressed) => {
          narrow({ overdue: pressed || undefined });
        }}
      >
        <Icon of={Warning} />
        <Trans>Quá hạn</Trans>
      </FilterToggle>
      <FilterToggle
        pressed={search.disputed ?? false}
        count={cells.filter(({ disputed }) => disputed).length}
        onChange={(pressed) => {
          narrow({ disputed: pressed || undefined });
        }}
      >
        <Trans>Số liệu chưa thống nhất</Trans>
      </FilterToggle>
    </FilterBar>
  );
}

const yearsOf = (choices: MatrixChoices | undefined): number[] =>
  [...new Set((choices?.publicContests.edges ?? []).map(({ node }) => node.year))].sort((one, other) => other - one);

const areasOf = (choices: MatrixChoices | undefined) =>
  [...new Map((choices?.publicContests.edges ?? []).flatMap(({ node }) => node.areas.map((area) => [area.id, area]))).values()].sort(
    (one, other) => named(one).localeCompare(named(other), 'vi'),
  );

/** What is shown, as a sentence: for whoever holds the paper. */
export function useFilterSentence(choices: MatrixChoices | undefined): string {
  const { t } = useLingui();
  const words = useAdoptionWords();
  const { search } = useMatrixSearch();
  const { year, state, overdue, disputed } = search;
  const area = areasOf(choices).find(({ id }) => id === search.area);
  const areaName = area && named(area);
  const stateWord = state && words[state];
  const parts = [
    year === undefined ? t`mọi năm thi` : t`năm thi ${year}`,
    areaName === undefined ? t`mọi lĩnh vực` : t`lĩnh vực ${areaName}`,
    ...(stateWord === undefined ? [] : [t`có đơn vị ở tình trạng “${stateWord}”`]),
    ...(overdue ? [t`có đơn vị quá hạn`] : []),
    ...(disputed ? [t`có số liệu chưa thống nhất`] : []),
    search.units === 'today' ? t`theo đơn vị hiện nay` : t`theo xã, thị trấn khi áp dụng`,
  ];
  const said = parts.join('; ');
  return t`Sáng kiến: ${said}.`;
}
