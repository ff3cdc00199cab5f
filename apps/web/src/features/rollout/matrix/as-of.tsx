import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/button';
import { FilterDay } from '../../../ui/filter-bar';
import { day } from '../../../ui/format';
import styles from './as-of.module.css';

const DAY_MS = 86_400_000;
const numberOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (at: number): string => new Date(at * DAY_MS).toISOString().slice(0, 10);

interface AsOfProps {
  /** The first day that there is anything to see of. */
  readonly from: string;
  readonly today: string;
  readonly value: string;
  /** Nothing: today. */
  readonly onChange: (asOf: string | undefined) => void;
}

/** As things were on a day: pulled along a line, or typed. It counts once the hand rests. */
export function AsOf({ from, today, value, onChange }: AsOfProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(value);
  useEffect(() => {
    setDraft(value);
  }, [value]);
  useEffect(() => {
    if (draft === value) return;
    const rest = setTimeout(() => {
      onChange(draft === today ? undefined : draft);
    }, RESTS_MS);
    return () => {
      clearTimeout(rest);
    };
  });
  return (
    <div className={`${String(styles.line)} no-print`}>
      <FilterDay
        label={t`Tính đến ngày`}
        value={draft}
        max={today}
        onChange={(typed) => {
          if (typed === undefined) onChange(undefined);
          else if (typed >= '2000') setDraft(typed);
        }}
      />
      <input
        type="range"
        className={styles.range}
        aria-label={t`Kéo để xem tình hình đến một ngày`}
        aria-valuetext={day(draft)}
        min={Math.min(numberOf(from), numberOf(draft))}
        max={Math.max(numberOf(today), numberOf(draft))}
        value={numberOf(draft)}
        onChange={(event) => {
          setDraft(dateOf(Number(event.target.value)));
        }}
      />
      <span className="caption no-break">
        {day(from)} – {day(today)}
      </span>
      {value !== today && (
        <Button
          size="small"
          onClick={() => {
            onChange(undefined);
          }}
        >
          <Trans>Về hôm nay</Trans>
        </Button>
      )}
    </div>
  );
}

const RESTS_MS = 250;
