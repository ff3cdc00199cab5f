import { Refused, type WhyNot, type Words, refuseIf } from '#lib/kernel';

export const INITIATIVE_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE', 'REJECTED', 'WITHDRAWN', 'DISQUALIFIED'] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** What people call the states of an initiative. */
export const INITIATIVE_STATE_WORDS: Readonly<Record<InitiativeState, Words>> = {
  DRAFT: { vi: 'bản nháp', en: 'a draft' },
  SUBMITTED: { vi: 'đã gửi, chờ kiểm tra hợp lệ', en: 'sent in and waiting to be screened' },
  RETURNED: { vi: 'trả lại để bổ sung', en: 'returned for more' },
  ELIGIBLE: { vi: 'đủ điều kiện dự thi', en: 'eligible' },
  REJECTED: { vi: 'không đủ điều kiện dự thi', en: 'not eligible' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
  DISQUALIFIED: { vi: 'bị loại khỏi cuộc thi', en: 'disqualified' },
};

export const INITIATIVE_ACTS = ['submit', 'return', 'moveDue', 'accept', 'reject', 'withdraw', 'disqualify'] as const;
export type InitiativeAct = (typeof INITIATIVE_ACTS)[number];

/** Where an initiative begins: drafted by a unit, or recorded afterwards as one that took part. */
export const FIRST_STATES: readonly InitiativeState[] = ['DRAFT', 'ELIGIBLE'];

/** Where it may end. An eligible one stays so unless it is withdrawn or disqualified. */
export const LAST_STATES: readonly InitiativeState[] = ['ELIGIBLE', 'REJECTED', 'WITHDRAWN', 'DISQUALIFIED'];

interface Transition {
  readonly from: readonly InitiativeState[];
  readonly to: InitiativeState;
}

/** Every way from one state to another. A returned one can be returned again, with a later due date, or rejected when it never came back. */
export const TRANSITIONS: Readonly<Record<InitiativeAct, Transition>> = {
  submit: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  return: { from: ['SUBMITTED', 'RETURNED'], to: 'RETURNED' },
  moveDue: { from: ['RETURNED'], to: 'RETURNED' },
  accept: { from: ['SUBMITTED'], to: 'ELIGIBLE' },
  reject: { from: ['SUBMITTED', 'RETURNED'], to: 'REJECTED' },
  withdraw: { from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE'], to: 'WITHDRAWN' },
  disqualify: { from: ['ELIGIBLE'], to: 'DISQUALIFIED' },
};

/** Why the table has no way for this act from this state. */
export function whyNotMove(state: InitiativeState, act: InitiativeAct): WhyNot {
  return TRANSITIONS[act].from.includes(state) ? null : new Refused('INITIATIVE_TRANSITION', { state: INITIATIVE_STATE_WORDS[state] });
}

/** The state an act leads to; refuses `INITIATIVE_TRANSITION` where the table has none. */
export function stateAfter(state: InitiativeState, act: InitiativeAct): InitiativeState {
  refuseIf(whyNotMove(state, act));
  return TRANSITIONS[act].to;
}

/** In these its texts, authors, declarations and files may change. */
export const isOpenToEdits = (state: InitiativeState): boolean => state === 'DRAFT' || state === 'RETURNED';
