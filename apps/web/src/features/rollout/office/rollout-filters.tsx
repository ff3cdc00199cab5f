import { useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { FilterSelect } from '../../../ui/filter-bar';
import { named } from '../../../ui/format';
import { ROLLOUT_COUNTS } from './adoptions.query';

interface Narrowed {
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
}

/** Of which year, area and commune: those that there are, each with how many roll-outs. */
export function RolloutFilters({
  of: { year, area, unit },
  onChange,
}: {
  readonly of: Narrowed;
  readonly onChange: (next: Narrowed) => void;
}) {
  const { t } = useLingui();
  const { data } = useAsk(ROLLOUT_COUNTS, {});
  const choices = (lines: NonNullable<typeof data>['byYear'] | undefined) =>
    (lines ?? []).map((line) => ({ value: line.key, label: named(line), count: line.rollouts }));
  return (
    <>
      <FilterSelect
        label={t`Năm thi`}
        value={year === undefined ? undefined : String(year)}
        choices={choices(data?.byYear)}
        onChange={(chosen) => {
          onChange({ year: chosen === undefined ? undefined : Number(chosen) });
        }}
      />
      <FilterSelect
        label={t`Lĩnh vực`}
        value={area}
        choices={choices(data?.byArea)}
        onChange={(chosen) => {
          onChange({ area: chosen });
        }}
      />
      <FilterSelect
        label={t`Đơn vị`}
        value={unit}
        choices={choices(data?.byUnit)}
        onChange={(chosen) => {
          onChange({ unit: chosen });
        }}
      />
    </>
  );
}
