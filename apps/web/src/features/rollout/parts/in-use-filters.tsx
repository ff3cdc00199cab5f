import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { SelectField, TextField } from '../../../ui/field';
import { named, titled } from '../../../ui/format';
import { type InUseChoices, type InUseRow, type InUseSearch } from '../in-use.query';
import styles from './in-use-filters.module.css';

interface FiltersProps {
  readonly search: InUseSearch;
  readonly rows: readonly InUseRow[];
  /** The day that is shown where none is chosen. */
  readonly today: string;
  readonly choices: InUseChoices | undefined;
  readonly go: (next: InUseSearch) => void;
}

/** Which initiative, of which contests and fields, and on which day. */
export function InUseFilters({ search, rows, today, choices, go }: FiltersProps) {
  const { t } = useLingui();
  const chosen = rows.find((row) => row.initiative.id === search.initiative) ?? rows[0];
  const narrow = (change: InUseSearch) => {
    go({ ...search, after: undefined, ...change });
  };
  return (
    <div className={styles.filters}>
      <SelectField
        label={t`Sáng kiến`}
        name="initiative"
        value={chosen?.initiative.id ?? ''}
        onChange={(initiative) => {
          go({ ...search, initiative });
        }}
      >
        {rows.map((row) => (
          <option key={row.initiative.id} value={row.initiative.id}>
            {titled(row.rollout)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Năm thi`}
        name="year"
        value={String(search.year ?? '')}
        onChange={(year) => {
          narrow({ year: year === '' ? undefined : Number(year) });
        }}
      >
        <All>{t`Tất cả`}</All>
        {yearsOf(choices).map((year) => (
          <option key={year}>{year}</option>
        ))}
      </SelectField>
      <SelectField
        label={t`Lĩnh vực`}
        name="area"
        value={search.area ?? ''}
        onChange={(area) => {
          narrow({ area: area || undefined });
        }}
      >
        <All>{t`Tất cả`}</All>
        {areasOf(choices).map((area) => (
          <option key={area.id} value={area.id}>
            {named(area)}
          </option>
        ))}
      </SelectField>
      <AsOf
        day={search.asOf ?? today}
        onChange={(asOf) => {
          narrow({ asOf });
        }}
      />
    </div>
  );
}

/** A day counts once its year is whole; a field left empty goes back to today. */
function AsOf({ day, onChange }: { readonly day: string; readonly onChange: (day: string | undefined) => void }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(day);
  useEffect(() => {
    setDraft(day);
  }, [day]);
  return (
    <TextField
      label={t`Tính đến ngày`}
      name="asOf"
      type="date"
      value={draft}
      onChange={(typed) => {
        setDraft(typed);
        if (typed >= '2000') onChange(typed);
      }}
      onBlur={() => {
        setDraft(day);
        if (draft === '') onChange(undefined);
      }}
    />
  );
}

const All = ({ children }: { readonly children: ReactNode }) => <option value="">{children}</option>;

const yearsOf = (choices: InUseChoices | undefined): number[] =>
  [...new Set((choices?.publicRollouts.edges ?? []).map(({ node }) => node.year))].sort((one, other) => other - one);

const areasOf = (choices: InUseChoices | undefined) =>
  [...new Map((choices?.publicContests.edges ?? []).flatMap(({ node }) => node.areas.map((area) => [area.id, area]))).values()].sort(
    (one, other) => named(one).localeCompare(named(other), 'vi'),
  );
