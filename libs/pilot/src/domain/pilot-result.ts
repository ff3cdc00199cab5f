import { type ExactDifference, exactDifference } from '#lib/statistics';

export const PILOT_ARMS = ['PILOT', 'COMPARISON'] as const;
export type PilotArm = (typeof PILOT_ARMS)[number];

/** So many files, and how many days they took together. */
export interface Took {
  readonly files: number;
  readonly days: number;
}

/** When files came in: long before, in the months that a pilot is held against, and while it ran. */
export const PILOT_PERIODS = ['EARLIER', 'BEFORE', 'SINCE'] as const;
export type PilotPeriod = (typeof PILOT_PERIODS)[number];

/** What one unit's files took, on the days of the week that the pilot is about, and on the others. */
export interface UnitTook {
  readonly unitId: string;
  readonly arm: PilotArm;
  readonly onDay: Readonly<Record<PilotPeriod, Took>>;
  readonly otherDays: Readonly<Record<PilotPeriod, Took>>;
}

/** Days saved by files of the pilot units: two figures, which answer two questions and are never added or put one for the other. */
export interface TimeSaved {
  readonly files: number;
  readonly againstBefore: number;
  /** Null where no limit is set. */
  readonly againstLimit: number | null;
}

export interface PilotResult {
  /** The change of the pilot units above the change of the others, in days a file. */
  readonly main: ExactDifference | null;
  /** The same between two periods before it began, when nothing can have worked. */
  readonly placebo: ExactDifference | null;
  /** The same on the other days of the week: what was only moved there was not saved. Null where it is about all days. */
  readonly otherDays: ExactDifference | null;
  readonly saved: TimeSaved;
  /** Units without files before or since, which are not in the comparison. */
  readonly leftOut: readonly string[];
  readonly shown: boolean;
}

/** Said before any result: what a lot would do more often than once in twenty times is not shown. */
export const LEVEL = 0.05;

export const meanOf = ({ files, days }: Took): number | null => (files === 0 ? null : days / files);

/** Of files that took `now` days on the average, against what such files took before, and against the limit. */
export function timeSaved({ files, limit, before, now }: { files: number; limit: number | null; before: number; now: number }): TimeSaved {
  return { files, againstBefore: files * (before - now), againstLimit: limit === null ? null : files * (limit - now) };
}

/** By how much its mean changed; null where one of them is not known. */
export function changeOf(from: Took, to: Took): number | null {
  const [before, now] = [meanOf(from), meanOf(to)];
  return before === null || now === null ? null : now - before;
}

export const isShown = (found: ExactDifference | null): boolean =>
  found?.test != null && found.difference < 0 && found.test.asLow <= LEVEL * found.test.arrangements;

/** What came of a pilot, by means of units: each counts once, however many files it has. */
export function resultOf(units: readonly UnitTook[], { weekday, limit }: { weekday: number | null; limit: number | null }): PilotResult {
  const main = difference(units, ({ onDay }) => changeOf(onDay.BEFORE, onDay.SINCE));
  return {
    main,
    placebo: difference(units, ({ onDay }) => changeOf(onDay.EARLIER, onDay.BEFORE)),
    otherDays: weekday === null ? null : difference(units, ({ otherDays }) => changeOf(otherDays.BEFORE, otherDays.SINCE)),
    saved: savedBy(units, limit),
    leftOut: units.filter(({ onDay }) => changeOf(onDay.BEFORE, onDay.SINCE) === null).map(({ unitId }) => unitId),
    shown: isShown(main),
  };
}

function difference(units: readonly UnitTook[], change: (unit: UnitTook) => number | null): ExactDifference | null {
  const of = (arm: PilotArm): number[] => units.filter((unit) => unit.arm === arm).flatMap((unit) => change(unit) ?? []);
  const [changed, others] = [of('PILOT'), of('COMPARISON')];
  return changed.length === 0 || others.length === 0 ? null : exactDifference(changed, others);
}

function savedBy(units: readonly UnitTook[], limit: number | null): TimeSaved {
  const saved = units.flatMap(({ arm, onDay }) => {
    const [before, now] = [meanOf(onDay.BEFORE), meanOf(onDay.SINCE)];
    return arm === 'COMPARISON' || before === null || now === null ? [] : [timeSaved({ files: onDay.SINCE.files, limit, before, now })];
  });
  const sum = (of: (one: TimeSaved) => number): number => saved.reduce((total, one) => total + of(one), 0);
  return {
    files: sum(({ files }) => files),
    againstBefore: sum(({ againstBefore }) => againstBefore),
    againstLimit: limit === null ? null : sum(({ againstLimit }) => againstLimit ?? 0),
  };
}
