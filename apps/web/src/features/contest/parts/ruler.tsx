import { useLingui } from '@lingui/react/macro';
import { shortDay } from '../../../ui/format';
import styles from './ruler.module.css';

const DAY = 86_400_000;
const TALL = 7;
/** More days than this are ticked by the week. */
const MOST_TICKS = 130;

interface RulerProps {
  readonly from: string;
  readonly to: string;
  readonly now: Date;
  /** What happens at its two ends, in a word each. */
  readonly ends: readonly [string, string];
}

/** A phase as a line with a tick for each day and a mark for today. Drawn with attributes alone, in per cent of its width. */
export function Ruler({ from, to, now, ends }: RulerProps) {
  const { t } = useLingui();
  const start = Date.parse(from);
  const length = Math.max(DAY, Date.parse(to) - start);
  const place = (at: number) => Math.min(100, Math.max(0, (100 * (at - start)) / length));
  const today = place(now.getTime());
  const days = Math.round(length / DAY);
  const step = days > MOST_TICKS ? TALL : 1;
  const ticks = Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => at * step);
  const day = Math.min(days, Math.max(1, Math.ceil((now.getTime() - start) / DAY)));
  const todayIs = shortDay(now);
  return (
    <div>
      <svg className={styles.ruler} role="img" aria-label={t`Ngày thứ ${day} trên ${days} ngày`}>
        {ticks.map((tick) => (
          <line
            key={tick}
            className={place(start + tick * DAY) > today ? styles.ahead : styles.past}
            x1={`${String(place(start + tick * DAY))}%`}
            x2={`${String(place(start + tick * DAY))}%`}
            y1={tick % TALL === 0 ? 12 : 23}
            y2={35}
          />
        ))}
        <line className={styles.base} x1="0" x2="100%" y1={35} y2={35} />
        <line className={styles.now} x1={`${String(today)}%`} x2={`${String(today)}%`} y1={0} y2={35} />
        <text className={styles.today} x={`${String(today)}%`} y={55} textAnchor={anchor(today)}>
          {t`Hôm nay ${todayIs}`}
        </text>
      </svg>
      <p className={styles.ends}>
        <span>
          {shortDay(from)} {ends[0]}
        </span>
        <span>
          {shortDay(to)} {ends[1]}
        </span>
      </p>
    </div>
  );
}

/** So that it stays within the line. */
const anchor = (place: number): 'start' | 'middle' | 'end' => (place < 12 ? 'start' : place > 88 ? 'end' : 'middle');
