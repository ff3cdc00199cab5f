import { addDays } from '#lib/kernel';

/** A stretch of days, `YYYY-MM-DD`; both its first and its last day belong to it. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function daysIn(window: Window): number {
  return Math.max(0, (utc(window.to) - utc(window.from)) / DAY_MS + 1);
}

export function overlap(a: Window, b: Window): boolean {
  return a.from <= b.to && b.from <= a.to;
}

export function contains(outer: Window, inner: Window): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The days of the span that none of the windows holds, as windows, in order. */
export function gapsIn(span: Window, windows: readonly Window[]): Window[] {
  const gaps: Window[] = [];
  let next = span.from;
  for (const window of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (window.from > next) gaps.push({ from: next, to: earlier(addDays(window.from, -1), span.to) });
    if (window.to >= next) next = addDays(window.to, 1);
    if (next > span.to) break;
  }
  if (next <= span.to) gaps.push({ from: next, to: span.to });
  return gaps.filter(({ from, to }) => from <= to);
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

interface Cover<T> {
  readonly days: number;
  readonly count: number;
  readonly verified: number;
  readonly last: T | null;
  readonly before: Cover<T> | null;
}

const NONE: Cover<never> = { days: 0, count: 0, verified: 0, last: null, before: null };

/**
 * Of windows that may overlap, those to add up: no two share a day, together they hold as many days as can be held, and among
 * such choices the finest, then the most verified. Weighted interval scheduling, n log n; in order of time.
 */
export function chooseWindows<T extends Window & { readonly verified: boolean }>(windows: readonly T[]): T[] {
  const sorted = windows.toSorted((a, b) => (a.to === b.to ? compare(a.from, b.from) : compare(a.to, b.to)));
  const best: Cover<T>[] = [NONE];
  sorted.forEach((window, at) => {
    const before = best[endedBefore(sorted, window.from, at)] ?? NONE;
    const taken = {
      days: before.days + daysIn(window),
      count: before.count + 1,
      verified: before.verified + (window.verified ? 1 : 0),
      last: window,
      before,
    };
    const left = best[at] ?? NONE;
    best.push(better(taken, left) ? taken : left);
  });
  const chosen: T[] = [];
  for (let cover: Cover<T> | null = best.at(-1) ?? NONE; cover?.last; cover = cover.before) chosen.unshift(cover.last);
  return chosen;
}

/** A window of a report is one that the office asked for, so that it may begin before what is counted does. */
interface Said extends Window {
  readonly reported?: boolean;
  /** In a piece that the system counted. */
  readonly system?: boolean;
  readonly verified: boolean;
}

/**
 * Whether a figure says something of a span: it does not end before it, and it begins in it, is of a report, or has more than half of its
 * days in it. A figure is never cut: what began long before stands beside the others and counts for nothing.
 */
export function countsIn(span: Window, figure: Said): boolean {
  if (figure.to < span.from) return false;
  return figure.from >= span.from || figure.reported === true || 2 * daysIn({ from: span.from, to: figure.to }) > daysIn(figure);
}

/**
 * Of windows that say something of a span, those to add up, by the days that they have in it: first those of reports and of the system, among which
 * more days win and then the finest, so that a reported quarter beats five of its six pieces and all six beat it; then others where none of these
 * has a day. In order of time.
 */
export function chooseWithin<T extends Said>(span: Window, windows: readonly T[]): T[] {
  const within = windows.map((window) => ({ window, from: later(window.from, span.from), to: window.to, verified: window.verified }));
  const isOwn = ({ window }: { readonly window: T }) => window.reported === true || window.system === true;
  const own = chooseWindows(within.filter(isOwn));
  const others = within.filter((one) => !isOwn(one) && !own.some((other) => overlap(one, other)));
  return [...own, ...chooseWindows(others)].toSorted((a, b) => compare(a.from, b.from)).map(({ window }) => window);
}

const later = (a: string, b: string): string => (a > b ? a : b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many of the first `count` windows, sorted by their end, end before the day. */
function endedBefore(sorted: readonly Window[], day: string, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function better<T>(a: Cover<T>, b: Cover<T>): boolean {
  return a.days !== b.days ? a.days > b.days : a.count !== b.count ? a.count > b.count : a.verified > b.verified;
}
