import { Decimal, Refused, type WhyNot, type Words } from '#lib/kernel';

export const INSPECTION_KINDS = ['PLANNED', 'SURPRISE'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const INSPECTION_STATES = ['ORDERED', 'UNDER_WAY', 'MINUTES', 'CLOSED', 'CALLED_OFF'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

export const INSPECTION_ANSWERS = ['YES', 'NO', 'NA'] as const;
export type InspectionAnswer = (typeof INSPECTION_ANSWERS)[number];

export const INSPECTION_KIND_WORDS: Readonly<Record<InspectionKind, Words>> = {
  PLANNED: { vi: 'theo kế hoạch', en: 'planned' },
  SURPRISE: { vi: 'đột xuất', en: 'surprise' },
};
export const INSPECTION_STATE_WORDS: Readonly<Record<InspectionState, Words>> = {
  ORDERED: { vi: 'chưa bắt đầu', en: 'not begun' },
  UNDER_WAY: { vi: 'đang kiểm tra', en: 'under way' },
  MINUTES: { vi: 'chờ ký biên bản', en: 'minutes to be signed' },
  CLOSED: { vi: 'đã kết thúc', en: 'closed' },
  CALLED_OFF: { vi: 'đã hủy, không tiến hành', en: 'called off' },
};

export const TEAM_MOST = 20;
export const ITEMS_MOST = 100;

/** What was found, by its answers; what does not apply counts for nothing. */
export interface Answers {
  readonly yes: number;
  readonly no: number;
}

/** In per cent to two decimals at most: of what applies, how much is as it should be. Null where nothing applies. */
export const scoreOf = ({ yes, no }: Answers): string | null =>
  yes + no === 0
    ? null
    : new Decimal(100)
        .times(yes)
        .dividedBy(yes + no)
        .toDecimalPlaces(2)
        .toString();

/** Acts on an inspection, and in which state each is done. */
export const INSPECTION_ACTS = {
  callOff: 'ORDERED',
  start: 'ORDERED',
  answer: 'UNDER_WAY',
  drawUp: 'UNDER_WAY',
  sign: 'MINUTES',
  recordRefusal: 'MINUTES',
} as const satisfies Readonly<Record<string, InspectionState>>;
export type InspectionAct = keyof typeof INSPECTION_ACTS;

/** What an actor is to an inspection. */
export interface InspectionStanding {
  /** Of an office that orders inspections of the unit, and not of the unit. */
  readonly orders: boolean;
  readonly inTeam: boolean;
  readonly leads: boolean;
  /** Heads the unit. */
  readonly heads: boolean;
}

const BY: Readonly<Record<InspectionAct, { readonly may: (standing: InspectionStanding) => boolean; readonly code: string }>> = {
  callOff: { may: ({ orders }) => orders, code: 'INSPECTION_OF_OFFICE' },
  start: { may: ({ inTeam }) => inTeam, code: 'INSPECTION_OF_TEAM' },
  answer: { may: ({ inTeam }) => inTeam, code: 'INSPECTION_OF_TEAM' },
  drawUp: { may: ({ leads }) => leads, code: 'INSPECTION_OF_LEAD' },
  sign: { may: ({ leads, heads }) => leads || heads, code: 'MINUTES_OF_BOTH' },
  recordRefusal: { may: ({ leads }) => leads, code: 'INSPECTION_OF_LEAD' },
};

export const whyNotBy = (standing: InspectionStanding, act: InspectionAct): WhyNot =>
  BY[act].may(standing) ? null : new Refused(BY[act].code);

export const whyNotMove = (state: InspectionState, act: InspectionAct): WhyNot =>
  state === INSPECTION_ACTS[act] ? null : new Refused('INSPECTION_STATE', { state: INSPECTION_STATE_WORDS[state] });

/** What stands in the minutes. */
export interface Signatures {
  readonly teamSigned: boolean;
  /** The head has signed, or it was recorded that nobody does. */
  readonly unitAnswered: boolean;
}

/** Each side signs once; where it was recorded that the unit does not sign, it signs no more. */
export const whyNotSign = ({ leads }: InspectionStanding, { teamSigned, unitAnswered }: Signatures): WhyNot =>
  (leads ? teamSigned : unitAnswered) ? new Refused('MINUTES_SIGNED') : null;

export const whyNotUnanswered = (unanswered: number): WhyNot =>
  unanswered === 0 ? null : new Refused('INSPECTION_UNANSWERED', { count: unanswered });

export interface InspectionFacts extends InspectionStanding, Signatures {
  readonly state: InspectionState;
  readonly unanswered: number;
}

/** What stands in the way of an act before anything is typed. */
export const whyNotInspect = (facts: InspectionFacts, act: InspectionAct): WhyNot =>
  whyNotBy(facts, act) ??
  whyNotMove(facts.state, act) ??
  (act === 'drawUp' ? whyNotUnanswered(facts.unanswered) : null) ??
  (act === 'sign' ? whyNotSign(facts, facts) : null) ??
  (act === 'recordRefusal' && facts.unitAnswered ? new Refused('MINUTES_SIGNED') : null);

export interface Named {
  readonly leadId: string;
  readonly memberIds: readonly string[];
}

/** One leads; each is in it once, and nobody of the unit that is inspected. */
export function whyNotTeam({ leadId, memberIds }: Named, ofUnit: readonly string[]): WhyNot {
  const all = [leadId, ...memberIds];
  const path = (at: number) => (at === 0 ? 'leadId' : `memberIds.${String(at - 1)}`);
  const twice = all.findIndex((id, at) => all.indexOf(id) !== at);
  if (twice >= 0) return new Refused('TEAM_TWICE', {}, path(twice));
  const insider = all.findIndex((id) => ofUnit.includes(id));
  return insider < 0 ? null : new Refused('TEAM_OF_UNIT', {}, path(insider));
}

/** What is not as it should be says what was found. */
export const whyNotAnswer = (answer: InspectionAnswer, remark: string | null): WhyNot =>
  answer === 'NO' && remark === null ? new Refused('FINDING_MISSING', {}, 'remark') : null;
