import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { day, named } from '../../../ui/format';
import { WINNER_CHOICES, type WinnerChoices } from '../winners.query';
import styles from './winner-filters.module.css';

export interface WinnersFilter {
  readonly search?: string;
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
  readonly prize?: string;
  /** Prizes that were revoked, or those that were not. */
  readonly revoked?: 'yes' | 'no';
}

interface FiltersProps {
  readonly filter: WinnersFilter;
  readonly onChange: (filter: WinnersFilter) => void;
}

/** What the list is narrowed to. A search begins when it is asked for, a choice at once. */
export function WinnerFilters({ filter, onChange }: FiltersProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState(filter.search ?? '');
  useEffect(() => {
    setSearch(filter.search ?? '');
  }, [filter.search]);
  const { data } = useAsk(WINNER_CHOICES, {});
  const choices = choicesOf(data);
  return (
    <form
      role="search"
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...filter, search: search.trim() || undefined });
      }}
    >
      <div className={styles.search}>
        <TextField
          label={t`Tìm theo tên sáng kiến`}
          hint={t`Có dấu hay không dấu đều được`}
          name="search"
          type="search"
          value={search}
          onChange={setSearch}
        />
        <Button type="submit" size="large">
          <Trans>Tìm</Trans>
        </Button>
      </div>
      <SelectField
        label={t`Năm`}
        name="year"
        value={String(filter.year ?? '')}
        onChange={(year) => {
          onChange({ ...filter, year: year === '' ? undefined : Number(year) });
        }}
      >
        <Options all={t`Tất cả`} of={choices.years.map((year) => ({ value: String(year), label: String(year) }))} />
      </SelectField>
      <SelectField
        label={t`Giải`}
        name="prize"
        value={filter.prize ?? ''}
        onChange={(prize) => {
          onChange({ ...filter, prize: prize || undefined });
        }}
      >
        <Options all={t`Tất cả`} of={choices.prizes} />
      </SelectField>
      <SelectField
        label={t`Lĩnh vực`}
        name="area"
        value={filter.area ?? ''}
        onChange={(area) => {
          onChange({ ...filter, area: area || undefined });
        }}
      >
        <Options all={t`Tất cả`} of={choices.areas} />
      </SelectField>
      <SelectField
        label={t`Đơn vị`}
        name="unit"
        value={filter.unit ?? ''}
        onChange={(unit) => {
          onChange({ ...filter, unit: unit || undefined });
        }}
      >
        <Options all={t`Tất cả`} of={choices.units} />
      </SelectField>
      <SelectField
        label={t`Hiệu lực`}
        name="revoked"
        value={filter.revoked ?? ''}
        onChange={(revoked) => {
          onChange({ ...filter, revoked: revoked === 'yes' || revoked === 'no' ? revoked : undefined });
        }}
      >
        <Options
          all={t`Tất cả`}
          of={[
            { value: 'no', label: t`Còn hiệu lực` },
            { value: 'yes', label: t`Đã thu hồi` },
          ]}
        />
      </SelectField>
    </form>
  );
}

function Options({ all, of }: { readonly all: string; readonly of: readonly Choice[] }) {
  return (
    <>
      <option value="">{all}</option>
      {of.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function choicesOf(data: WinnerChoices | undefined) {
  const contests = data?.publicContests.edges.map(({ node }) => node) ?? [];
  return {
    years: [...new Set(contests.map(({ year }) => year))].sort((one, other) => other - one),
    areas: once(contests.flatMap(({ areas }) => areas.map((area) => ({ value: area.id, label: named(area) })))),
    prizes: once(contests.flatMap(({ prizePlan }) => prizePlan.map((tier) => ({ value: tier.key, label: named(tier) })))),
    units: (data?.winningUnits ?? []).map((unit) => ({ value: unit.id, label: unitLabel(unit) })),
  };
}

/** Some units of today have the name of one of those that they were made of. */
const unitLabel = ({ validTo, ...unit }: WinnerChoices['winningUnits'][number]): string =>
  validTo === null ? named(unit) : `${named(unit)} (– ${day(validTo)})`;

const once = (choices: readonly Choice[]): Choice[] =>
  [...new Map(choices.map((choice) => [choice.value, choice])).values()].sort((one, other) => one.label.localeCompare(other.label, 'vi'));
