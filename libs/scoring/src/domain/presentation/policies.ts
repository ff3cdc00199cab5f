import { Refused, type WhyNot } from '#lib/kernel';
import { type RoundState } from '../round/round.entity.js';

/** A presentation as the policies look at it. */
export interface SlotFacts {
  readonly id: string;
  readonly place: number;
  /** False for an initiative that the round no longer judges, withdrawn since the draw or fallen by a correction: its place is passed over. */
  readonly eligible: boolean;
  readonly startedAt: unknown;
  readonly endedAt: unknown;
}

export interface PresentationFacts {
  /** Whether the round's rule has presentations. */
  readonly asked: boolean;
  readonly roundState: RoundState;
}

/** Who presents now, and who is next: those not begun, in their places. */
export function nowAndNext<S extends SlotFacts>(slots: readonly S[]): { now: S | undefined; next: readonly S[] } {
  const next = slots.filter(({ startedAt, eligible }) => !startedAt && eligible).sort((a, b) => a.place - b.place);
  return { now: slots.find(({ startedAt, endedAt }) => startedAt && !endedAt), next };
}

/** Why the order cannot be drawn. Again only with a reason, and before the first presentation. */
export function whyNotDraw({
  slots,
  reason,
  ...facts
}: PresentationFacts & { slots: readonly SlotFacts[] | null; reason: string | null }): WhyNot {
  const why = whyNotPresent(facts, ['PLANNED', 'OPEN']);
  if (why) return why;
  if (slots?.some(({ startedAt }) => startedAt)) return new Refused('PRESENTATION_BEGUN');
  return slots && reason === null ? new Refused('PRESENTATION_DRAWN', {}, 'reason') : null;
}

/** Why a presentation cannot begin: one at a time, in the order drawn. */
export function whyNotStart(slot: SlotFacts, slots: readonly SlotFacts[], facts: PresentationFacts): WhyNot {
  const why = whyNotPresent(facts, ['OPEN']) ?? whyNotAwaited(slot);
  if (why) return why;
  const { now, next } = nowAndNext(slots);
  if (now) return new Refused('PRESENTATION_RUNNING');
  return next[0]?.id === slot.id ? null : new Refused('PRESENTATION_OUT_OF_ORDER');
}

/** Why a presentation cannot end. */
export function whyNotEnd({ startedAt, endedAt }: SlotFacts): WhyNot {
  if (endedAt) return new Refused('PRESENTATION_ENDED');
  return startedAt ? null : new Refused('PRESENTATION_NOT_BEGUN');
}

/** Why who is next cannot be put at the end: only they can, and only where somebody comes after them. */
export function whyNotSkip(slot: SlotFacts, slots: readonly SlotFacts[], facts: PresentationFacts): WhyNot {
  const why = whyNotPresent(facts, ['OPEN']) ?? whyNotAwaited(slot);
  if (why) return why;
  const { next } = nowAndNext(slots);
  if (next[0]?.id !== slot.id) return new Refused('PRESENTATION_OUT_OF_ORDER');
  return next.length > 1 ? null : new Refused('PRESENTATION_LAST');
}

function whyNotPresent({ asked, roundState }: PresentationFacts, states: readonly RoundState[]): WhyNot {
  if (!asked) return new Refused('PRESENTATION_NOT_ASKED');
  if (states.includes(roundState)) return null;
  if (roundState === 'CLOSED') return new Refused('ROUND_CLOSED');
  return new Refused(roundState === 'SETTLING' ? 'ROUND_SETTLING' : 'ROUND_NOT_OPEN');
}

function whyNotAwaited({ eligible, startedAt }: SlotFacts): WhyNot {
  if (startedAt) return new Refused('PRESENTATION_BEGUN');
  return eligible ? null : new Refused('INITIATIVE_NOT_JUDGED');
}
