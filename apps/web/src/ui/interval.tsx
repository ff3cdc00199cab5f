import { percent } from './format';

interface IntervalProps {
  /** In per cent. */
  readonly of: { readonly percent: string; readonly low: string; readonly high: string };
}

/** `94,0 % (93,7–94,3)` */
export function Interval({ of: { percent: share, low, high } }: IntervalProps) {
  return (
    <>
      <span className="num no-break">{percent(share, 1)}</span>{' '}
      <span className="caption no-break">
        ({percent(low, 1)} – {percent(high, 1)})
      </span>
    </>
  );
}
