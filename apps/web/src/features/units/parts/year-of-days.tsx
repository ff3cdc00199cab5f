import { Trans, useLingui } from '@lingui/react/macro';
import { languageInForce } from '../../../api/language';
import styles from './year-of-days.module.css';

export interface MarkedDays {
  readonly daysOff: readonly string[];
  readonly daysWorked: readonly string[];
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];

const written = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
const weekdayOf = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay();
const isWeekend = (on: string): boolean => [0, 6].includes(weekdayOf(on));

/** A year of months. Where it may be changed, a press marks a weekday as off and a weekend day as worked in exchange, and takes the mark away. */
export function YearOfDays({
  year,
  marked,
  onChange,
}: {
  readonly year: number;
  readonly marked: MarkedDays;
  readonly onChange?: (marked: MarkedDays) => void;
}) {
  const toggle = (on: string) => {
    const field = isWeekend(on) && !marked.daysOff.includes(on) ? 'daysWorked' : 'daysOff';
    const days = marked[field];
    onChange?.({ ...marked, [field]: days.includes(on) ? days.filter((other) => other !== on) : [...days, on].toSorted() });
  };
  return (
    <>
      <ul className={styles.legend}>
        <li>
          <span className={styles.off}>
            <Trans>Nghỉ</Trans>
          </span>
        </li>
        <li>
          <span className={styles.worked}>
            <Trans>Làm bù</Trans>
          </span>
        </li>
      </ul>
      <div className={styles.year}>
        {MONTHS.map((month) => (
          <Month key={month} {...{ year, month, marked }} onDay={onChange && toggle} />
        ))}
      </div>
    </>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly marked: MarkedDays;
  readonly onDay?: (on: string) => void;
}

function Month({ year, month, marked, onDay }: MonthProps) {
  const { t } = useLingui();
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (weekdayOf(written(year, month, 1)) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...Array.from({ length: last }, (_, at) => written(year, month, at + 1))];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const number = month + 1;
  return (
    <table className={styles.month}>
      <caption>{t`Tháng ${number}/${year}`}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {new Intl.DateTimeFormat(languageInForce(), { weekday: 'narrow', timeZone: 'UTC' }).format(
                new Date(Date.UTC(2024, 8, 1 + weekday)),
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((on, place) => (
              <td key={on ?? `none-${String(place)}`}>{on && <Day {...{ on, marked, onDay }} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ on, marked, onDay }: { readonly on: string; readonly marked: MarkedDays; readonly onDay?: (on: string) => void }) {
  const { t } = useLingui();
  const off = marked.daysOff.includes(on);
  const worked = marked.daysWorked.includes(on);
  const mark = off ? styles.off : worked ? styles.worked : isWeekend(on) ? styles.weekend : styles.day;
  const date = String(Number(on.slice(8)));
  const month = Number(on.slice(5, 7));
  const year = on.slice(0, 4);
  const says = off ? t`nghỉ` : worked ? t`làm bù` : '';
  if (!onDay)
    return (
      <span className={mark}>
        {date}
        {says && <span className="visually-hidden">, {says}</span>}
      </span>
    );
  return (
    <button
      type="button"
      className={mark}
      aria-pressed={off || worked}
      onClick={() => {
        onDay(on);
      }}
    >
      {date}
      <span className="visually-hidden">
        {t`tháng ${month} năm ${year}`}
        {says && `, ${says}`}
      </span>
    </button>
  );
}
