import { type Track } from '#domain/contest';
import { Refused, type WhyNot, allRefused, localDate, moment, whyNotDate } from '#lib/kernel';
import { type AuthorAnswers, problemsOfAuthorships } from './authorship.js';
import { type Declared, type InitiativeTexts, problemsOfDeclarations, problemsOfTexts } from './content.js';
import { type AuthorShare, problemsOfAuthors, problemsOfNames } from './shares.js';
import { whyNotTrack } from './track.js';
import { INITIATIVE_STATE_WORDS, type InitiativeState, isOpenToEdits, whyNotMove } from './states.js';

/** What is asked of an initiative before it is sent in. `contestRefuses` is the contest's answer at this moment, to a first submission or to one that comes back. */
export interface SubmissionFacts {
  readonly state: InitiativeState;
  readonly texts: Pick<InitiativeTexts, 'title' | 'problem' | 'solution' | 'novelty' | 'effect' | 'firstAppliedOn'>;
  readonly authors: readonly AuthorShare[];
  readonly track?: Track | null;
  /** The contest's prizes have tracks. */
  readonly asksTrack?: boolean;
  /** Which of them have got a seat in the contest since they were named. */
  readonly seated: ReadonlySet<string>;
  readonly declared: Declared;
  /** What the authors have said of being that; left out where the contest's terms do not ask. */
  readonly answers?: AuthorAnswers | null;
  readonly headConfirms: boolean;
  readonly confirmedAt: Date | null;
  readonly returnDueAt: Date | null;
  readonly contestRefuses: WhyNot;
}

/** Why it cannot be changed: it was sent in, or its course is over. */
export function whyNotEdit({ state }: { readonly state: InitiativeState }): WhyNot {
  return isOpenToEdits(state) ? null : new Refused('NOT_OPEN_TO_EDITS', { state: INITIATIVE_STATE_WORDS[state] });
}

/**
 * Why it cannot be sent in at this moment. Where it stands and the time come first: who is late is not sent looking for what is missing.
 * A returned one has its own due date, which may lie after the contest's deadline.
 */
export function whyNotSubmit(facts: SubmissionFacts, at: Date): WhyNot {
  return (
    whyNotMove(facts.state, 'submit') ?? closed(facts.contestRefuses) ?? whyNotBack(facts, at) ?? allRefused(problemsOfDossier(facts, at))
  );
}

/** All that is missing or wrong in what would be sent, in the order of the form; the word of the head last. */
export function problemsOfDossier(facts: Omit<SubmissionFacts, 'contestRefuses' | 'returnDueAt' | 'state'>, at: Date): Refused[] {
  const { texts, authors, seated, declared, answers, track = null, asksTrack: asked = false } = facts;
  const named = whyNotTrack(track, { asked, authors: authors.length });
  const applied = whyNotDate('FIRST_APPLIED', texts.firstAppliedOn, { now: localDate(at), path: 'firstAppliedOn' });
  const confirmed = whyNotConfirmed(facts);
  return [
    ...problemsOfTexts(texts),
    ...(applied ? [applied] : []),
    ...problemsOfAuthors(authors),
    ...problemsOfNames('AUTHOR_HAS_SEAT', authors, seated),
    ...(answers ? problemsOfAuthorships(authors, answers) : []),
    ...(named ? [named] : []),
    ...problemsOfDeclarations(declared),
    ...(confirmed ? [confirmed] : []),
  ];
}

/** A deadline gone by is told as what it means to the author: the draft stands, but is not taken any more. */
function closed(contestRefuses: WhyNot): WhyNot {
  return contestRefuses?.code === 'DEADLINE_PASSED' ? new Refused('SUBMISSION_CLOSED', contestRefuses.detail) : contestRefuses;
}

function whyNotBack({ state, returnDueAt }: SubmissionFacts, at: Date): WhyNot {
  return state === 'RETURNED' && returnDueAt !== null && at > returnDueAt
    ? new Refused('RETURN_OVERDUE', { dueAt: moment(returnDueAt) })
    : null;
}

function whyNotConfirmed({ headConfirms, confirmedAt }: Pick<SubmissionFacts, 'headConfirms' | 'confirmedAt'>): WhyNot {
  return headConfirms && confirmedAt === null ? new Refused('HEAD_NOT_CONFIRMED') : null;
}

/** Nothing is missing but the word of the head: it is written, declared, and not confirmed. */
export function awaitsHead(facts: Pick<SubmissionFacts, 'state' | 'texts' | 'declared' | 'headConfirms' | 'confirmedAt'>): boolean {
  const missing = [...problemsOfTexts(facts.texts), ...problemsOfDeclarations(facts.declared)];
  return whyNotEdit(facts) === null && missing.length === 0 && whyNotConfirmed(facts) !== null;
}

/** Why the head cannot send it back: its writers have not brought it before the head, which they do by declaring it. */
export function whyNotSendBack(facts: Pick<SubmissionFacts, 'state' | 'declared'>): WhyNot {
  const open = whyNotEdit(facts);
  return open ?? (problemsOfDeclarations(facts.declared).length > 0 ? new Refused('NOT_BEFORE_HEAD') : null);
}

/** Why a due date cannot be set for what is returned: it must lie ahead. */
export function whyNotDueAt(dueAt: Date, at: Date): WhyNot {
  return whyNotDate('RETURN_DUE', dueAt, { now: at, path: 'dueAt' });
}

/** Why a returned one cannot be rejected yet: its time to come back still runs. */
export function whyNotReject(
  { state, returnDueAt }: { readonly state: InitiativeState; readonly returnDueAt: Date | null },
  at: Date,
): WhyNot {
  return state === 'RETURNED' && returnDueAt !== null && at <= returnDueAt
    ? new Refused('RETURN_STILL_RUNS', { dueAt: moment(returnDueAt) })
    : null;
}

/** A reason that says something. */
export function whyNotReason(reason: string | null | undefined, path = 'reason'): WhyNot {
  return (reason ?? '').trim() !== '' ? null : new Refused('REASON_MISSING', {}, path);
}
