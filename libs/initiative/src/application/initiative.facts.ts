import { type ContestAct, type ContestTimes, whyNotPermitted } from '#domain/contest';
import { type Refused, type WhyNot } from '#lib/kernel';
import { type Declared } from '../domain/content.js';
import { type SubmissionFacts, problemsOfDossier, whyNotEdit, whyNotSendBack, whyNotSubmit } from '../domain/policies.js';
import { type InitiativeAct, TRANSITIONS } from '../domain/states.js';
import {
  type InitiativeContent,
  type InitiativeFacts,
  type InitiativeRights,
  type InitiativeStanding,
  type StandingFacts,
} from './initiative.rows.js';

/** The policies' answers for a row as it was read: what the person may do with it at this moment, and what stands in the way of sending it. */
export function mayDo(
  row: InitiativeContent,
  facts: InitiativeFacts,
  at: Date,
): InitiativeRights & { canSubmit: boolean; whyNot: WhyNot; notBack: WhyNot; missing: readonly Refused[] } {
  const sending = facts.own && leaves(row, 'submit') ? submissionFacts(row, facts, at) : null;
  const whyNot = sending && whyNotSubmit(sending, at);
  const rights = rightsOf(row, facts, at);
  return {
    ...rights,
    canSubmit: sending !== null && whyNot === null,
    whyNot,
    notBack: confirms(row, facts, rights) ? whyNotBack(row) : null,
    missing: sending ? problemsOfDossier(sending, at) : [],
  };
}

/** The same without what hangs on all that is in it: for the rows of a list. */
export function rightsOf(row: InitiativeStanding, facts: StandingFacts, at: Date): InitiativeRights {
  const permits = (act: ContestAct): boolean => whyNotPermitted(timesOf(row, facts), act, at) === null;
  const canEdit = facts.own && whyNotEdit(row) === null && permits('SAVE');
  const head = confirms(row, facts, { canEdit });
  return {
    canEdit,
    canEditOnBehalf: facts.inHand && whyNotEdit(row) === null && permits('SAVE'),
    canConfirm: head && row.confirmedAt === null,
    canSendBack: head && whyNotBack(row) === null,
    canWithdraw: facts.own && leaves(row, 'withdraw') && permits(row.submittedAt === null ? 'SAVE' : 'WITHDRAW'),
    canScreen: facts.screens && leaves(row, 'reject') && permits('SCREEN'),
    canMoveReturnDue: facts.screens && leaves(row, 'moveDue') && permits('SCREEN'),
    canDisqualify: facts.screens && leaves(row, 'disqualify') && permits('DISQUALIFY'),
    canLink: facts.screens,
  };
}

const leaves = ({ state }: Pick<InitiativeStanding, 'state'>, act: InitiativeAct): boolean => TRANSITIONS[act].from.includes(state);

/** The head's word is asked for, and this is the head. */
const confirms = ({ contest }: InitiativeStanding, { head }: StandingFacts, { canEdit }: Pick<InitiativeRights, 'canEdit'>): boolean =>
  canEdit && head && contest.headConfirms;

const whyNotBack = (row: InitiativeStanding): WhyNot => whyNotSendBack({ state: row.state, declared: declaredOf(row) });

const declaredOf = ({ ownWorkAt, notPrizedElsewhereAt, nobodyOnJuryAt }: InitiativeStanding): Declared => ({
  ownWork: moment(ownWorkAt),
  notPrizedElsewhere: moment(notPrizedElsewhereAt),
  nobodyOnJury: moment(nobodyOnJuryAt),
});

function submissionFacts(row: InitiativeContent, facts: InitiativeFacts, at: Date): SubmissionFacts {
  const { state, authors, contest, authorAnswers } = row;
  const contestRefuses = whyNotPermitted(timesOf(row, facts), state === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT', at);
  const declared = declaredOf(row);
  const [confirmedAt, returnDueAt] = [moment(row.confirmedAt), moment(row.returnDueAt)];
  const head = { headConfirms: contest.headConfirms, confirmedAt };
  const asked = { track: row.track, asksTrack: contest.asksTrack };
  const answers = contest.authorsConfirm ? new Map(authorAnswers.map(({ personId, answer }) => [personId, answer])) : null;
  const named = authors.map(({ person, share, lead }) => ({ personId: person.id, share, lead }));
  return {
    state,
    texts: row,
    authors: named,
    seated: new Set(facts.seated),
    answers,
    declared,
    ...asked,
    ...head,
    returnDueAt,
    contestRefuses,
  };
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

function timesOf({ contest }: InitiativeStanding, { heldAt, graceMinutes, phases }: StandingFacts): ContestTimes {
  const dated = phases.map(({ kind, startsAt, endsAt, permits }) => ({
    kind,
    startsAt: new Date(startsAt),
    endsAt: moment(endsAt),
    permits,
  }));
  return { phase: contest.phase, heldAt: moment(heldAt), graceMinutes, phases: dated };
}
