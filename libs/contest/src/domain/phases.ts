import { Refused, type WhyNot, moment, type Words } from '#lib/kernel';

/** Where a contest stands in its year. */
export const CONTEST_PHASES = [
  'DRAFT',
  'ANNOUNCED',
  'OPEN',
  'SCREENING',
  'JUDGING',
  'DELIBERATION',
  'PUBLISHED',
  'ARCHIVED',
  'CANCELLED',
] as const;
export type ContestPhase = (typeof CONTEST_PHASES)[number];

/** What people call the phases. */
export const CONTEST_PHASE_WORDS: Readonly<Record<ContestPhase, Words>> = {
  DRAFT: { vi: 'soạn thảo', en: 'draft' },
  ANNOUNCED: { vi: 'phát động', en: 'announcement' },
  OPEN: { vi: 'nhận sáng kiến', en: 'call for initiatives' },
  SCREENING: { vi: 'kiểm tra hợp lệ', en: 'screening' },
  JUDGING: { vi: 'chấm điểm', en: 'judging' },
  DELIBERATION: { vi: 'xét giải', en: 'deliberation' },
  PUBLISHED: { vi: 'công bố kết quả', en: 'publication of results' },
  ARCHIVED: { vi: 'lưu trữ', en: 'archive' },
  CANCELLED: { vi: 'đã hủy', en: 'cancelled' },
};

/** Those in which a contest is over. */
export const OVER_PHASES: readonly ContestPhase[] = ['ARCHIVED', 'CANCELLED'];

/** The phases that have dates, in their order. */
export const DATED_PHASES = ['ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED'] as const;
export type DatedPhase = (typeof DATED_PHASES)[number];

/** What a phase may permit. */
export const CONTEST_ACTS = ['DRAFT', 'SAVE', 'SUBMIT', 'ENTER', 'RESUBMIT', 'SCREEN', 'WITHDRAW', 'DISQUALIFY', 'JUDGE', 'AWARD'] as const;
export type ContestAct = (typeof CONTEST_ACTS)[number];

/** What each phase permits unless the contest says otherwise. A draft can be saved after the deadline, so that nothing typed is lost. */
export const PERMITS: Readonly<Record<DatedPhase, readonly ContestAct[]>> = {
  ANNOUNCED: ['DRAFT', 'SAVE'],
  OPEN: ['DRAFT', 'SAVE', 'SUBMIT', 'ENTER', 'RESUBMIT', 'SCREEN', 'WITHDRAW', 'DISQUALIFY'],
  SCREENING: ['SAVE', 'ENTER', 'RESUBMIT', 'SCREEN', 'WITHDRAW', 'DISQUALIFY'],
  JUDGING: ['SAVE', 'WITHDRAW', 'DISQUALIFY', 'JUDGE'],
  DELIBERATION: ['SAVE', 'WITHDRAW', 'DISQUALIFY', 'AWARD'],
  PUBLISHED: [],
};

/** The table of transitions. From `SCREENING` back to `OPEN` only by a decision that moves the deadline on. */
export const TRANSITIONS: Readonly<Record<ContestPhase, readonly ContestPhase[]>> = {
  DRAFT: ['ANNOUNCED', 'CANCELLED'],
  ANNOUNCED: ['OPEN', 'CANCELLED'],
  OPEN: ['SCREENING', 'CANCELLED'],
  SCREENING: ['JUDGING', 'OPEN', 'CANCELLED'],
  JUDGING: ['DELIBERATION', 'CANCELLED'],
  DELIBERATION: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['ARCHIVED'],
  ARCHIVED: [],
  CANCELLED: [],
};

export interface PhaseDates {
  readonly kind: DatedPhase;
  readonly startsAt: Date;
  readonly endsAt?: Date | null;
}

/** What the policies over phases need to know of a contest. */
export interface ContestTimes {
  readonly phase: ContestPhase;
  readonly heldAt?: Date | null;
  readonly graceMinutes: number;
  readonly phases: Iterable<PhaseDates & { readonly permits: readonly ContestAct[] }>;
}

const datesOf = (times: ContestTimes, kind: ContestPhase) => [...times.phases].find((phase) => phase.kind === kind);

/** The first moment at which an initiative is taken: the start of `OPEN`; null where it has no dates. */
export function firstMoment(times: ContestTimes): Date | null {
  return datesOf(times, 'OPEN')?.startsAt ?? null;
}

/** The last moment at which an initiative is taken: the end of `OPEN` and the grace after it; null where it has no dates. */
export function lastMoment(times: ContestTimes): Date | null {
  const end = datesOf(times, 'OPEN')?.endsAt;
  return end ? new Date(end.getTime() + times.graceMinutes * 60_000) : null;
}

/** The phase that follows in the order of the year; null at its end. */
export function nextPhase(phase: ContestPhase): ContestPhase | null {
  if (phase === 'PUBLISHED') return 'ARCHIVED';
  if (phase === 'DRAFT') return 'ANNOUNCED';
  const at = DATED_PHASES.indexOf(phase as DatedPhase);
  return at < 0 ? null : (DATED_PHASES[at + 1] ?? null);
}

/** When the next phase falls due; null where no date says so. `SCREENING` waits for the grace after the deadline. */
export function dueAt(times: ContestTimes): Date | null {
  const next = nextPhase(times.phase);
  const starts = next && datesOf(times, next)?.startsAt;
  const closes = next === 'SCREENING' ? lastMoment(times) : null;
  return closes && (!starts || closes > starts) ? closes : (starts ?? null);
}

/** The phase as the clock has it: what advances by itself has advanced at its moment, whenever the job comes by. */
export function phaseAt(times: ContestTimes, at: Date): ContestPhase {
  if (times.heldAt || !(times.phase === 'ANNOUNCED' || times.phase === 'OPEN')) return times.phase;
  const due = dueAt(times);
  const next = nextPhase(times.phase);
  return due && next && due <= at ? phaseAt({ ...times, phase: next }, at) : times.phase;
}

/** Why the contest does not permit an act at a moment. Sending in ends with the grace after the deadline, even while `OPEN` is held. */
export function whyNotPermitted(times: ContestTimes, act: ContestAct, at: Date): WhyNot {
  const phase = phaseAt(times, at);
  const last = lastMoment(times);
  if ((act === 'SUBMIT' || act === 'DRAFT') && last && at >= last) return new Refused('DEADLINE_PASSED', { deadline: moment(last) });
  if (datesOf(times, phase)?.permits.includes(act)) return null;
  return act === 'SUBMIT' ? new Refused('CONTEST_NOT_OPEN', { phase }) : new Refused('PHASE_FORBIDS', { phase, act });
}

/** Why a person cannot take the contest into its next phase now, what is registered for that phase apart. */
export function whyNotAdvance(times: ContestTimes, at: Date): WhyNot {
  const next = nextPhase(times.phase);
  if (!next) return new Refused('CONTEST_ENDED', { phase: times.phase });
  if (times.heldAt) return new Refused('CONTEST_HELD');
  const due = dueAt(times);
  const promised = next === 'OPEN' || next === 'SCREENING';
  return promised && due && at < due ? new Refused('PHASE_NOT_DUE', { phase: CONTEST_PHASE_WORDS[next], at: moment(due) }) : null;
}

/** Why these dates do not make a year: each phase once, ended after it began, none before the one that precedes it. The first `given` are the input's. */
export function whyNotDates(phases: readonly PhaseDates[], given = phases.length): WhyNot {
  const sorted = [...phases].sort((a, b) => DATED_PHASES.indexOf(a.kind) - DATED_PHASES.indexOf(b.kind));
  for (const [at, { kind, startsAt, endsAt }] of sorted.entries()) {
    const place = phases.findIndex((phase) => phase.kind === kind);
    const here = place < given ? `phases.${String(place)}` : 'phases';
    const before = sorted[at - 1];
    if (before?.kind === kind) return new Refused('PHASE_TWICE', { phase: kind }, here);
    if (kind === 'OPEN' && !endsAt) return new Refused('PHASE_NEEDS_END', { phase: kind }, `${here}.endsAt`);
    if (endsAt && endsAt <= startsAt) return new Refused('PHASE_ENDS_BEFORE_START', { phase: kind }, `${here}.endsAt`);
    if (before && startsAt < (before.endsAt ?? before.startsAt))
      return new Refused('PHASE_ORDER', { phase: kind, before: before.kind }, `${here}.startsAt`);
  }
  return null;
}
