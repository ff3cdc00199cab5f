import { Refused, type WhyNot } from '#lib/kernel';
import { type Declared, type InitiativeTexts, whyNotComplete, whyNotDeclared } from './content.js';
import { type AuthorShare, whyNotAuthors } from './shares.js';
import { type InitiativeState, TRANSITIONS, isOpenToEdits } from './states.js';

/** What is asked of an initiative before it is sent in. `contestRefuses` is the contest's answer to a first submission at this moment. */
export interface SubmissionFacts {
  readonly state: InitiativeState;
  readonly texts: Pick<InitiativeTexts, 'title' | 'problem' | 'solution' | 'novelty' | 'effect'>;
  readonly authors: readonly AuthorShare[];
  readonly declared: Declared;
  readonly headConfirms: boolean;
  readonly confirmedAt: Date | null;
  readonly returnDueAt: Date | null;
  readonly contestRefuses: WhyNot;
  readonly screeningIsOver: boolean;
}

/** Why it cannot be changed: it was sent in, or its course is over. */
export function whyNotEdit({ state }: { readonly state: InitiativeState }): WhyNot {
  return isOpenToEdits(state) ? null : new Refused('NOT_OPEN_TO_EDITS', { state });
}

/**
 * Why it cannot be sent in at this moment. The time comes first: who is late is not sent looking for what else is missing.
 * A returned one has its own due date, which may lie after the contest's deadline.
 */
export function whyNotSubmit(facts: SubmissionFacts, at: Date): WhyNot {
  if (!TRANSITIONS.submit.from.includes(facts.state)) return new Refused('TRANSITION', { state: facts.state, act: 'submit' });
  const late = facts.state === 'RETURNED' ? whyNotResubmit(facts, at) : facts.contestRefuses;
  return late ?? whyNotComplete(facts.texts) ?? whyNotAuthors(facts.authors) ?? whyNotDeclared(facts.declared) ?? whyNotConfirmed(facts);
}

function whyNotResubmit({ returnDueAt, screeningIsOver }: SubmissionFacts, at: Date): WhyNot {
  if (screeningIsOver) return new Refused('SUBMISSION_CLOSED');
  return returnDueAt !== null && at > returnDueAt ? new Refused('RETURN_OVERDUE', { dueAt: returnDueAt.toISOString() }) : null;
}

function whyNotConfirmed({ headConfirms, confirmedAt }: SubmissionFacts): WhyNot {
  return headConfirms && confirmedAt === null ? new Refused('HEAD_NOT_CONFIRMED') : null;
}

/** Why a due date cannot be set for what is returned: it must lie ahead. */
export function whyNotDueAt(dueAt: Date, at: Date): WhyNot {
  return dueAt > at ? null : new Refused('RETURN_DUE_PAST', {}, 'dueAt');
}

/** Why a returned one cannot be rejected yet: its time to come back still runs. */
export function whyNotReject({ state, returnDueAt }: { readonly state: InitiativeState; readonly returnDueAt: Date | null }, at: Date): WhyNot {
  return state === 'RETURNED' && returnDueAt !== null && at <= returnDueAt ? new Refused('RETURN_STILL_RUNS', { dueAt: returnDueAt.toISOString() }) : null;
}

/** A reason that says something. */
export function whyNotReason(reason: string | null | undefined, path = 'reason'): WhyNot {
  return (reason ?? '').trim().length >= 3 ? null : new Refused('REASON_MISSING', {}, path);
}
