import { Refused, type WhyNot, type Words } from '#lib/kernel';

export const INDEX_SCHEME_STATES = ['DRAFT', 'IN_FORCE'] as const;
export type IndexSchemeState = (typeof INDEX_SCHEME_STATES)[number];

export const INDEX_SHEET_STATES = ['OPEN', 'SUBMITTED', 'ASSESSED', 'SETTLED'] as const;
export type IndexSheetState = (typeof INDEX_SHEET_STATES)[number];

export const INDEX_SCHEME_STATE_WORDS: Readonly<Record<IndexSchemeState, Words>> = {
  DRAFT: { vi: 'đang soạn', en: 'draft' },
  IN_FORCE: { vi: 'đang áp dụng', en: 'in force' },
};
export const INDEX_SHEET_STATE_WORDS: Readonly<Record<IndexSheetState, Words>> = {
  OPEN: { vi: 'đơn vị đang tự chấm', en: 'the unit scores itself' },
  SUBMITTED: { vi: 'chờ thẩm định', en: 'to be assessed' },
  ASSESSED: { vi: 'đã thẩm định, chờ kết luận', en: 'assessed, to be settled' },
  SETTLED: { vi: 'đã kết luận', en: 'settled' },
};

export const MOST_CRITERIA = 200;
export const MOST_INDEX_UNITS = 300;

/** Acts on the sheet of a unit, and in which state each is done; scores are written in all but the last. */
export const INDEX_ACTS = { submit: 'OPEN', assess: 'SUBMITTED', settle: 'ASSESSED' } as const satisfies Readonly<
  Record<string, IndexSheetState>
>;
export type IndexAct = keyof typeof INDEX_ACTS;

/** What an actor is to the sheet of a unit. */
export interface IndexStanding {
  /** Scores for the unit: its head, or who reports for it. */
  readonly scores: boolean;
  /** Of the office that keeps the index. */
  readonly keeps: boolean;
  /** Of the unit itself: nobody assesses their own. */
  readonly ofUnit: boolean;
}

const whyNotOfUnit = ({ scores }: IndexStanding): WhyNot => (scores ? null : new Refused('INDEX_OF_UNIT'));
const whyNotOfOffice = ({ keeps, ofUnit }: IndexStanding): WhyNot =>
  keeps ? (ofUnit ? new Refused('INDEX_OWN_UNIT') : null) : new Refused('INDEX_OF_OFFICE');

export const whyNotBy = (standing: IndexStanding, act: IndexAct): WhyNot =>
  act === 'submit' ? whyNotOfUnit(standing) : whyNotOfOffice(standing);

export const whyNotMove = (state: IndexSheetState, act: IndexAct): WhyNot =>
  state === INDEX_ACTS[act] ? null : new Refused('INDEX_STATE', { state: INDEX_SHEET_STATE_WORDS[state] });

export const whyNotUnscored = (unscored: number): WhyNot => (unscored === 0 ? null : new Refused('INDEX_UNSCORED', { count: unscored }));

export interface IndexFacts extends IndexStanding {
  readonly state: IndexSheetState;
  /** Criteria without points of the step that it is at. */
  readonly unscored: number;
}

/** What stands in the way of an act before anything is typed. */
export const whyNotAct = (facts: IndexFacts, act: IndexAct): WhyNot =>
  whyNotBy(facts, act) ?? whyNotMove(facts.state, act) ?? whyNotUnscored(facts.unscored);

/** Who writes points depends on the step that the sheet is at: the unit its own, then the office. */
export function whyNotScore(standing: IndexStanding, state: IndexSheetState): WhyNot {
  if (state === 'SETTLED') return new Refused('INDEX_STATE', { state: INDEX_SHEET_STATE_WORDS[state] });
  return state === 'OPEN' ? whyNotOfUnit(standing) : whyNotOfOffice(standing);
}

/** A scheme stands from when it is put in force. */
export const whyNotDraft = (keeps: boolean, state: IndexSchemeState): WhyNot => {
  if (!keeps) return new Refused('INDEX_OF_OFFICE');
  return state === 'DRAFT' ? null : new Refused('INDEX_SCHEME_IN_FORCE');
};
