import { useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { useWhole } from '../../../api/ask-whole';
import { useMe } from '../../../api/session';
import { FilterBar, FilterDay, FilterSearch, FilterSelect, FilterToggle } from '../../../ui/filter-bar';
import { named } from '../../../ui/format';
import { useStateNames } from '../state';
import { type DossierPlace, OFFICE_STATES, isNarrowed } from './dossier-filter';
import { type ContestOfDossiers, UNITS_OF_ROSTER } from './office.query';

interface DossierFiltersProps {
  readonly contest: ContestOfDossiers | null | undefined;
  readonly place: DossierPlace;
  readonly onChange: (change: Partial<DossierPlace>) => void;
  readonly onClear: () => void;
  readonly side: ReactNode;
}

/** What the table of dossiers is narrowed to; each choice goes into the address. */
export function DossierFilters({ contest, place, onChange, onClear, side }: DossierFiltersProps) {
  const { t } = useLingui();
  const me = useMe();
  const states = useStateNames();
  const units = useWhole(UNITS_OF_ROSTER, { rosterId: contest?.rosterId ?? '' }, 'rosterUnits', { pause: !contest?.rosterId });
  const choices = (units.data?.rosterUnits.edges ?? []).map(({ node }) => ({ value: node.id, label: named(node) }));
  return (
    <FilterBar label={t`Lọc hồ sơ`} onClear={isNarrowed(place) ? onClear : undefined} side={side}>
      <FilterSearch
        label={t`Tên, mã hồ sơ hoặc chữ trong tệp`}
        value={place.search}
        onChange={(search) => {
          onChange({ search });
        }}
      />
      <FilterSelect
        label={t`Trạng thái`}
        value={place.state}
        choices={OFFICE_STATES.map((state) => ({ value: state, label: states[state] }))}
        onChange={(state) => {
          onChange({ state: OFFICE_STATES.find((one) => one === state) });
        }}
      />
      <FilterSelect
        label={t`Lĩnh vực`}
        value={place.area}
        choices={(contest?.areas ?? []).map((area) => ({ value: area.id, label: named(area) }))}
        onChange={(area) => {
          onChange({ area });
        }}
      />
      <FilterSelect
        label={t`Đơn vị`}
        value={place.unit}
        choices={choices}
        onChange={(unit) => {
          onChange({ unit });
        }}
      />
      <FilterSearch
        label={t`Tên tác giả`}
        value={place.author}
        onChange={(author) => {
          onChange({ author });
        }}
      />
      <FilterDay
        label={t`Nộp từ ngày`}
        value={place.from}
        max={place.to}
        onChange={(from) => {
          onChange({ from });
        }}
      />
      <FilterDay
        label={t`Nộp đến ngày`}
        value={place.to}
        min={place.from}
        onChange={(to) => {
          onChange({ to });
        }}
      />
      <FilterToggle
        pressed={place.screener === me.id}
        onChange={(pressed) => {
          onChange({ screener: pressed ? me.id : undefined });
        }}
      >
        {t`Tôi đã kiểm tra`}
      </FilterToggle>
    </FilterBar>
  );
}
