import { useLingui } from '@lingui/react/macro';
import { number } from '../../../ui/format';
import { type Standing } from './standings.query';
import styles from './standings.module.css';

/** From where to where the strips of a table reach. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

const WIDTH = 168;
const MARGIN = 8;

/** From the lowest card, down to a round number, to the most that can be given. */
export function scaleOf(rows: readonly Standing[], most: number): Scale {
  const lowest = Math.min(most, ...rows.flatMap(({ totals }) => (totals ?? []).map(({ total }) => Number(total))));
  const step = most > 40 ? 10 : 1;
  return { from: Math.max(0, Math.min(most - step, Math.floor(lowest / step) * step)), to: most };
}

const at = (value: number, { from, to }: Scale): number => MARGIN + ((value - from) / (to - from)) * (WIDTH - 2 * MARGIN);

function ticks({ from, to }: Scale): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
  const step = steps.find((size) => (to - from) / size <= 5) ?? 1000;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, tick) => first + tick * step);
}

export function Axis({ scale }: { readonly scale: Scale }) {
  return (
    <svg className={styles.axis} viewBox={`0 0 ${String(WIDTH)} 13`} width={WIDTH} height="13" aria-hidden="true">
      {ticks(scale).map((tick) => (
        <text key={tick} x={at(tick, scale)} y="10" textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  );
}

/** A dot for each card, a bar at the mean, ◆ for a further card; dots that touch step apart. */
export function SpreadStrip({ of, scale }: { readonly of: Standing; readonly scale: Scale }) {
  const { t } = useLingui();
  if (!of.totals || of.totals.length === 0) return <>–</>;
  const totals = of.totals.map(({ total, extra }) => ({ total: Number(total), extra }));
  const said = of.totals.map(({ total, extra }) => (extra ? t`${number(total)} (bổ sung)` : number(total))).join('; ');
  const mean = of.mean === null ? null : Number(of.mean);
  const label = mean === null ? t`Các phiếu: ${said}` : t`Các phiếu: ${said}; trung bình ${number(mean, 2)}`;
  const [low, high] = [Math.min(...totals.map(({ total }) => total)), Math.max(...totals.map(({ total }) => total))];
  return (
    <svg className={styles.strip} viewBox={`0 0 ${String(WIDTH)} 26`} width={WIDTH} height="26" role="img" aria-label={label}>
      {ticks(scale).map((tick) => (
        <line key={tick} x1={at(tick, scale)} x2={at(tick, scale)} y1="0" y2="26" className={styles.tick} />
      ))}
      <line x1={at(low, scale)} x2={at(high, scale)} y1="13" y2="13" className={styles.range} />
      {mean !== null && <line x1={at(mean, scale)} x2={at(mean, scale)} y1="1" y2="25" className={styles.mean} />}
      {steppedApart(totals.map(({ total }) => at(total, scale))).map(({ x, y }, card) =>
        totals[card]?.extra ? (
          <path key={card} d={`M${String(x)} ${String(y - 6)}l6 6-6 6-6-6z`} className={styles.further} />
        ) : (
          <circle key={card} cx={x} cy={y} r="4.5" className={styles.dot} />
        ),
      )}
    </svg>
  );
}

/** Up, down, up: dots closer than their width do not lie on one another. */
function steppedApart(places: readonly number[]): readonly { readonly x: number; readonly y: number }[] {
  const lanes = [13, 8.5, 17.5];
  const last = lanes.map(() => -Infinity);
  return places.map((x) => {
    const free = lanes.findIndex((_, lane) => x - (last[lane] ?? -Infinity) >= 9);
    const lane = free < 0 ? 0 : free;
    last[lane] = x;
    return { x, y: lanes[lane] ?? 13 };
  });
}

/** What the marks of a strip are. */
export function StripLegend({ children }: { readonly children: readonly [string, string, string] }) {
  const [card, further, mean] = children;
  return (
    <p className={styles.legend}>
      <span>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" className={styles.dot} />
        </svg>
        {card}
      </span>
      <span>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M7 1l6 6-6 6-6-6z" className={styles.further} />
        </svg>
        {further}
      </span>
      <span>
        <svg width="6" height="14" viewBox="0 0 6 14" aria-hidden="true">
          <line x1="3" x2="3" y1="0" y2="14" className={styles.mean} />
        </svg>
        {mean}
      </span>
    </p>
  );
}
