import { type ContestAct, type ContestTimes, whyNotPermitted } from '#domain/contest';
import { type Refused, type WhyNot } from '#lib/kernel';
import { type SubmissionFacts, problemsOfDossier, whyNotEdit, whyNotSendBack, whyNotSubmit } from '../domain/policies.js';
import { type InitiativeAct, TRANSITIONS } from '../domain/states.js';
import { type InitiativeContent, type InitiativeFacts, type InitiativeRow } from './initiative.rows.js';

type May = Pick<
  InitiativeRow,
  | 'canEdit'
  | 'canEditOnBehalf'
  | 'canConfirm'
  | 'canSendBack'
  | 'canSubmit'
  | 'canWithdraw'
  | 'canScreen'
  | 'canMoveReturnDue'
  | 'canDisqualify'
  | 'canLink'
>;

/** The policies' answers for a row as it was read: what the person may do with it at this moment, and what stands in the way of sending it. */
export function mayDo(
  row: InitiativeContent,
  facts: InitiativeFacts,
  at: Date,
): May & { whyNot: WhyNot; notBack: WhyNot; missing: readonly Refused[] } {
  const permits = (act: ContestAct): boolean => whyNotPermitted(timesOf(row, facts), act, at) === null;
  const leaves = (act: InitiativeAct): boolean => TRANSITIONS[act].from.includes(row.state);
  const canEdit = facts.own && whyNotEdit(row) === null && permits('SAVE');
  const sending = facts.own && leaves('submit') ? submissionFacts(row, facts, at) : null;
  const whyNot = sending && whyNotSubmit(sending, at);
  const head = canEdit && facts.head && row.contest.headConfirms;
  const notBack = head && sending ? whyNotSendBack(sending) : null;
  return {
    canEdit,
    canEditOnBehalf: facts.inHand && whyNotEdit(row) === null && permits('SAVE'),
    canConfirm: head && row.confirmedAt === null,
    canSendBack: head && notBack === null,
    canSubmit: facts.own && leaves('submit') && whyNot === null,
    canWithdraw: facts.own && leaves('withdraw') && permits(row.submittedAt === null ? 'SAVE' : 'WITHDRAW'),
    canScreen: facts.screens && leaves('reject') && permits('SCREEN'),
    canMoveReturnDue: facts.screens && leaves('moveDue') && permits('SCREEN'),
    canDisqualify: facts.screens && leaves('disqualify') && permits('DISQUALIFY'),
    canLink: facts.screens,
    whyNot,
    notBack,
    missing: sending ? problemsOfDossier(sending, at) : [],
  };
}

function submissionFacts(row: InitiativeContent, facts: InitiativeFacts, at: Date): SubmissionFacts {
  const { state, authors, contest, authorAnswers } = row;
  const contestRefuses = whyNotPermitted(timesOf(row, facts), state === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT', at);
  const declared = {
    ownWork: moment(row.ownWorkAt),
    notPrizedElsewhere: moment(row.notPrizedElsewhereAt),
    nobodyOnJury: moment(row.nobodyOnJuryAt),
  };
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

function timesOf({ contest }: InitiativeContent, { heldAt, graceMinutes, phases }: InitiativeFacts): ContestTimes {
  const dated = phases.map(({ kind, startsAt, endsAt, permits }) => ({
    kind,
    startsAt: new Date(startsAt),
    endsAt: moment(endsAt),
    permits,
  }));
  return { phase: contest.phase, heldAt: moment(heldAt), graceMinutes, phases: dated };
}
