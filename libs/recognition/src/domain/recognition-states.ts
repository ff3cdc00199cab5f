import { type ContestPhase } from '#domain/contest';
import { type InitiativeState } from '#domain/initiative';
import { Refused, type WhyNot, type Words } from '#lib/kernel';

export const RECOGNITION_STATES = ['APPLIED', 'ACCEPTED', 'SITTING', 'RECOGNISED', 'REFUSED', 'REVOKED'] as const;
export type RecognitionState = (typeof RECOGNITION_STATES)[number];

export const RECOGNITION_STATE_WORDS: Readonly<Record<RecognitionState, Words>> = {
  APPLIED: { vi: 'chờ tiếp nhận', en: 'waiting to be received' },
  ACCEPTED: { vi: 'đã tiếp nhận, chờ Hội đồng xét', en: 'received, waiting for the council' },
  SITTING: { vi: 'Hội đồng đang họp', en: 'the council is sitting' },
  RECOGNISED: { vi: 'được công nhận', en: 'recognised' },
  REFUSED: { vi: 'không được công nhận', en: 'refused' },
  REVOKED: { vi: 'đã hủy bỏ công nhận', en: 'revoked' },
};

/** What the council has said; from then on its members and counts are told to the authors too. */
export const DECIDED: readonly RecognitionState[] = ['RECOGNISED', 'REFUSED', 'REVOKED'];

/** Acts on an application, and in which state each is done. */
export const RECOGNITION_ACTS = {
  accept: 'APPLIED',
  seat: 'ACCEPTED',
  openSitting: 'ACCEPTED',
  closeSitting: 'SITTING',
  recordDecision: 'RECOGNISED',
  revoke: 'RECOGNISED',
} as const satisfies Readonly<Record<string, RecognitionState>>;
export type RecognitionAct = keyof typeof RECOGNITION_ACTS;

export const whyNotMove = (state: RecognitionState, act: RecognitionAct): WhyNot =>
  state === RECOGNITION_ACTS[act] ? null : new Refused('RECOGNITION_STATE', { state: RECOGNITION_STATE_WORDS[state] });

/** What an actor is to an application. */
export interface Standing {
  /** Of the office that the application was made to. */
  readonly manages: boolean;
  /** Chair or secretary of its council. */
  readonly runs: boolean;
  /** An author of the initiative. */
  readonly own: boolean;
}

/** Nobody decides on their own initiative; the sitting is run by the chair, the secretary or the office, all else by the office. */
export function whyNotBy({ manages, runs, own }: Standing, act: RecognitionAct): WhyNot {
  if (own) return new Refused('RECOGNITION_OWN');
  const sitting = act === 'openSitting' || act === 'closeSitting';
  return manages || (sitting && runs) ? null : new Refused(sitting ? 'SITTING_OF_COUNCIL' : 'RECOGNITION_OF_OFFICE');
}

export interface ActFacts extends Standing {
  readonly state: RecognitionState;
  readonly seated: number;
}

/** What stands in the way of an act before anything is typed. */
export const whyNotAct = (facts: ActFacts, act: RecognitionAct): WhyNot =>
  whyNotBy(facts, act) ??
  whyNotMove(facts.state, act) ??
  (act === 'openSitting' && facts.seated === 0 ? new Refused('COUNCIL_MISSING') : null);

export interface ApplyFacts {
  /** An author, the head of the unit that sent it in, or who sends in for it. */
  readonly writes: boolean;
  readonly state: InitiativeState;
  readonly phase: ContestPhase;
  /** Whether an application is under way or was granted. */
  readonly known: boolean;
}

const JUDGED: readonly ContestPhase[] = ['PUBLISHED', 'ARCHIVED'];
const RECEIVED: readonly InitiativeState[] = ['ELIGIBLE', 'REJECTED'];

/** Prized or not; but not before its contest is over, so that no judge of an anonymous round reads it by name in a council. */
export function whyNotApply({ writes, state, phase, known }: ApplyFacts): WhyNot {
  if (!writes) return new Refused('RECOGNITION_OF_AUTHORS');
  if (!RECEIVED.includes(state)) return new Refused('RECOGNITION_NOT_RECEIVED');
  if (!JUDGED.includes(phase)) return new Refused('RECOGNITION_TOO_EARLY');
  return known ? new Refused('RECOGNITION_TWICE') : null;
}
