import { type Fact, Refused, type WhyNot, type Words, addDays, day } from '#lib/kernel';
import { type PilotArm } from './pilot-result.js';

export const PILOT_STATES = ['DRAFT', 'REGISTERED', 'RUNNING', 'ENDED', 'EXTEND', 'STOP', 'NOT_SHOWN'] as const;
export type PilotState = (typeof PILOT_STATES)[number];
export const PILOT_OUTCOMES = ['EXTEND', 'STOP', 'NOT_SHOWN'] as const satisfies readonly PilotState[];
export type PilotOutcome = (typeof PILOT_OUTCOMES)[number];

export const PILOT_STATE_WORDS: Readonly<Record<PilotState, Words>> = {
  DRAFT: { vi: 'đang soạn', en: 'draft' },
  REGISTERED: { vi: 'đã đăng ký, chưa bắt đầu', en: 'registered, not begun' },
  RUNNING: { vi: 'đang thí điểm', en: 'running' },
  ENDED: { vi: 'đã kết thúc, chờ kết luận', en: 'ended, to be concluded' },
  EXTEND: { vi: 'có tác dụng, nhân rộng', en: 'shown to work, extended' },
  STOP: { vi: 'dừng', en: 'stopped' },
  NOT_SHOWN: { vi: 'chưa thấy tác dụng', en: 'not shown to work' },
};

/** What is measured, as the mean of a unit's files: days by the working calendar, or days as they come. */
export const PILOT_MEASURES = ['WORKING_DAYS', 'CALENDAR_DAYS'] as const;
export type PilotMeasure = (typeof PILOT_MEASURES)[number];

/** No result is looked at before it ended: who looks as it comes stops when it pleases. */
export const HAS_RESULT: readonly PilotState[] = ['ENDED', ...PILOT_OUTCOMES];

export const PILOT_ACTS = { edit: 'DRAFT', register: 'DRAFT', start: 'REGISTERED', end: 'RUNNING', conclude: 'ENDED' } as const;
export type PilotAct = keyof typeof PILOT_ACTS;

export const MOST_PILOT_UNITS = 20;
export const MOST_PILOT_FILES = 1000;

export const whyNotMove = (state: PilotState, act: PilotAct): WhyNot =>
  state === PILOT_ACTS[act] ? null : new Refused('PILOT_STATE', { state: PILOT_STATE_WORDS[state] });

export interface PilotFacts {
  readonly manages: boolean;
  readonly state: PilotState;
  readonly startsOn: string;
  readonly baselineTo: string;
  /** Units of which no file of the months before is entered. */
  readonly unitsWithoutFiles: number;
  readonly today: string;
}

/** What stands in the way of an act before anything is typed. */
export function whyNotAct(facts: PilotFacts, act: PilotAct): WhyNot {
  if (!facts.manages) return new Refused('PILOT_OF_OFFICE');
  const moved = whyNotMove(facts.state, act);
  if (moved) return moved;
  if (act === 'register') return whyNotRegister(facts);
  return act === 'start' && facts.today < facts.startsOn ? new Refused('PILOT_NOT_YET', { startsOn: day(facts.startsOn) }) : null;
}

/** Registered before its first day, with all of what it is held against: afterwards no file of before is entered. */
function whyNotRegister({ startsOn, baselineTo, today, unitsWithoutFiles }: PilotFacts): WhyNot {
  if (today >= startsOn) return new Refused('PILOT_TOO_LATE');
  if (today <= baselineTo) return new Refused('PILOT_BASELINE_NOT_OVER', { baselineTo: day(baselineTo) });
  return unitsWithoutFiles > 0 ? new Refused('PILOT_BEFORE_MISSING', { count: unitsWithoutFiles }) : null;
}

/** Files of before are entered before it is registered, files since while it runs; afterwards nothing changes them. */
export function whyNotEnter(enters: boolean, state: PilotState): WhyNot {
  if (!enters) return new Refused('PILOT_FILES_OF_UNIT');
  return state === 'DRAFT' || state === 'RUNNING' ? null : new Refused('PILOT_STATE', { state: PILOT_STATE_WORDS[state] });
}

/** What was not shown is not extended, and what was shown is not called not shown. */
export function whyNotConclude(outcome: PilotOutcome, shown: boolean): WhyNot {
  if (outcome === 'EXTEND' && !shown) return new Refused('PILOT_NOT_SHOWN', {}, 'outcome');
  return outcome === 'NOT_SHOWN' && shown ? new Refused('PILOT_SHOWN', {}, 'outcome') : null;
}

export interface PilotWindows {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly baselineFrom: string;
  readonly baselineTo: string;
}

export interface PilotPlace {
  readonly unitId: string;
  readonly arm: PilotArm;
}

/** What cannot be a pilot: what it is held against lies before it, and no unit is held against itself. */
export function problemsOfPilot(windows: PilotWindows, units: readonly PilotPlace[]): Refused[] {
  const { startsOn, endsOn, baselineFrom, baselineTo } = windows;
  const twice = units.flatMap(({ unitId }, at) => {
    if (units.findIndex((other) => other.unitId === unitId) === at) return [];
    return [new Refused('PILOT_UNIT_TWICE', {}, `units.${String(at)}.unitId`)];
  });
  return [
    ...(endsOn < startsOn ? [new Refused('PILOT_ENDS_FIRST', {}, 'endsOn')] : []),
    ...(baselineTo < baselineFrom ? [new Refused('PILOT_BASELINE_ENDS_FIRST', {}, 'baselineTo')] : []),
    ...(baselineTo >= startsOn ? [new Refused('PILOT_BASELINE_AFTER_START', {}, 'baselineTo')] : []),
    ...twice,
    ...(new Set(units.map(({ arm }) => arm)).size < 2 ? [new Refused('PILOT_ARM_EMPTY', {}, 'units')] : []),
  ];
}

/** The first day of the period before the baseline, as long as it, in which nothing can have worked. */
export function earlierFrom({ baselineFrom, baselineTo }: Pick<PilotWindows, 'baselineFrom' | 'baselineTo'>): string {
  const days = (Date.parse(baselineTo) - Date.parse(baselineFrom)) / 86_400_000 + 1;
  return addDays(baselineFrom, -days);
}

export interface FileDays {
  readonly receivedOn: string;
  readonly doneOn: string;
}

/** Between which days files are received that are entered now. */
export const receivedWithin = (pilot: PilotWindows, state: PilotState): { readonly from: string; readonly to: string } =>
  state === 'DRAFT' ? { from: earlierFrom(pilot), to: pilot.baselineTo } : { from: pilot.startsOn, to: pilot.endsOn };

/** What keeps a file from being one of these. */
export function problemOfFile(
  { receivedOn, doneOn }: FileDays,
  within: { from: string; to: string; today: string },
  path: string,
): Refused[] {
  const { from, to, today } = within;
  const fact: Readonly<Record<string, Fact>> = { from: day(from), to: day(to) };
  if (receivedOn < from || receivedOn > to) return [new Refused('PILOT_FILE_OUTSIDE', fact, `${path}receivedOn`)];
  if (doneOn < receivedOn) return [new Refused('PILOT_FILE_DONE_FIRST', {}, `${path}doneOn`)];
  return doneOn > today ? [new Refused('DATE_IN_FUTURE', { today: day(today) }, `${path}doneOn`)] : [];
}
