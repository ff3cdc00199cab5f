import { type Usual, binomialTail, upperLimit, usualOfShares } from '#lib/statistics';
import { type Words } from '#lib/kernel';
import { FEWEST_READ } from './suppression.js';

/** What opens a signal of a commune: more dissatisfied people in a week than chance makes, or too many weeks on the worse side. */
export const SIGNAL_RULES = ['LOW_SHARE', 'WORSE_RUN'] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** What people call them. */
export const SIGNAL_RULE_WORDS: Readonly<Record<SignalRule, Words>> = {
  LOW_SHARE: { vi: 'một tuần nhiều hơn mức do ngẫu nhiên', en: 'a week above what chance makes' },
  WORSE_RUN: { vi: 'bảy tuần liền cao hơn mức thường có', en: 'seven weeks above the usual' },
};

/** A week is too low where chance makes as many no oftener than this, as three standard deviations would. */
const BY_CHANCE = 0.00135;
const FEWEST_LOW = 3;

/** So many weeks in a row on the worse side are a run. */
const RUN_WEEKS = 7;

/** What is usual is of so many weeks. */
export const BASE_WEEKS = 12;

const WEEKS_A_YEAR = 52;

/** What was counted of one week at all counters of a commune. */
export interface WeekCount {
  /** Its Monday. */
  readonly week: string;
  readonly rated: number;
  readonly low: number;
}

/** What weeks are held against. */
export interface Base {
  readonly rated: number;
  readonly low: number;
  readonly spread: number;
}

/** What is usual by twelve weeks in which somebody rated. */
export function baseOf(weeks: readonly WeekCount[]): Base {
  const { spread } = usualOfShares(weeks.map(({ rated, low }) => ({ trials: rated, successes: low })));
  return { ...sumOf(weeks), spread };
}

/** Where nobody was low in twelve weeks, one is taken for usual: else the next who is were beyond all chance. */
const usualOf = ({ rated, low, spread }: Base): Usual => ({ share: Math.max(1, low) / rated, spread });

/**
 * Whether so many low ratings of a week are more than usual: by the exact tail, three at least, and of five ratings at least, since nobody reads
 * of fewer. Where shares go up and down by more than chance (which shows where many rate), beyond the limit that allows for it too.
 */
export function isTooLow({ rated, low }: Pick<WeekCount, 'rated' | 'low'>, base: Base): boolean {
  if (rated < FEWEST_READ || low < FEWEST_LOW) return false;
  const usual = usualOf(base);
  return binomialTail(low, rated, usual.share) < BY_CHANCE && (usual.spread <= 1 || low / rated > upperLimit(usual, rated));
}

/** Whether the last of these weeks ends a run: seven, the latest last, each with a larger share of low ratings than usual. */
export const isWorseRun = (run: readonly WeekCount[], base: Base): boolean =>
  run.length === RUN_WEEKS && run.every(({ rated, low }) => low / rated > usualOf(base).share);

/** The weeks that open a signal by a rule, with what was counted of each, or of the seven that it ends. Weeks without ratings are none. */
export function firing(rule: SignalRule, weeks: readonly WeekCount[], base: Base): WeekCount[] {
  const rated = weeks.filter((week) => week.rated > 0);
  if (rule === 'LOW_SHARE') return rated.filter((week) => isTooLow(week, base));
  return rated.flatMap(({ week }, at) => {
    const run = rated.slice(Math.max(0, at + 1 - RUN_WEEKS), at + 1);
    return isWorseRun(run, base) ? [{ week, ...sumOf(run) }] : [];
  });
}

const sumOf = (weeks: readonly WeekCount[]): Pick<WeekCount, 'rated' | 'low'> => ({
  rated: weeks.reduce((sum, { rated }) => sum + rated, 0),
  low: weeks.reduce((sum, { low }) => sum + low, 0),
});

/** How many signals so many communes have in a year at most, by chance alone. */
export interface FalseSignals {
  /** Each week of each commune is one check. */
  readonly checks: number;
  readonly lowShare: number;
  /** Where every second week is on the worse side: a run begins after a week that is not. */
  readonly worseRun: number;
}

export function falseSignalsAYear(communes: number): FalseSignals {
  const checks = communes * WEEKS_A_YEAR;
  return { checks, lowShare: checks * BY_CHANCE, worseRun: checks / 2 ** (RUN_WEEKS + 1) };
}
