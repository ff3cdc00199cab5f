import { type ContestPhase, OVER_PHASES } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { type AuthorShare, problemsOfNames } from './shares.js';
import { INITIATIVE_STATE_WORDS, type InitiativeState } from './states.js';

export const AUTHOR_ANSWERS = ['CONFIRMED', 'DECLINED'] as const;
export type AuthorAnswer = (typeof AUTHOR_ANSWERS)[number];

/** While an initiative is in one of these, its authors may say whether they are that, and with this share. */
export const ANSWERED_IN: readonly InitiativeState[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE'];

/** Why an author cannot answer now whether they are one: the course of the initiative or its contest is over. */
export function whyNotAnswer({ state, phase }: { readonly state: InitiativeState; readonly phase: ContestPhase }): WhyNot {
  if (OVER_PHASES.includes(phase)) return new Refused('AUTHORSHIP_OVER');
  return ANSWERED_IN.includes(state) ? null : new Refused('INITIATIVE_TRANSITION', { state: INITIATIVE_STATE_WORDS[state] });
}

/** What the authors have said, by their ids; null: nothing yet. */
export type AuthorAnswers = ReadonlyMap<string, AuthorAnswer | null>;

/** Each author who has not confirmed that they are one with this share, where the contest's terms ask for it; who declined is told apart. */
export function problemsOfAuthorships(authors: readonly AuthorShare[], answers: AuthorAnswers): Refused[] {
  const those = (said: AuthorAnswer | null) =>
    new Set(authors.map(({ personId }) => personId).filter((id) => (answers.get(id) ?? null) === said));
  return [
    ...problemsOfNames('AUTHORSHIP_DECLINED', authors, those('DECLINED')),
    ...problemsOfNames('AUTHORSHIP_NOT_CONFIRMED', authors, those(null)),
  ];
}
