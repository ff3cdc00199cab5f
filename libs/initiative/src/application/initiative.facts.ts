import { type ContestAct, type ContestTimes, whyNotPermitted } from '#domain/contest';
import { type WhyNot } from '#lib/kernel';
import { whyNotEdit, whyNotSubmit } from '../domain/policies.js';
import { type InitiativeAct, TRANSITIONS } from '../domain/states.js';
import { type InitiativeContent, type InitiativeFacts, type InitiativeRow } from './initiative.rows.js';

type May = Pick<InitiativeRow, 'canEdit' | 'canConfirm' | 'canSubmit' | 'canWithdraw' | 'canScreen' | 'canDisqualify'>;

/** The policies' answers for a row as it was read: what the person may do with it at this moment, and what stands in the way of sending it. */
export function mayDo(row: InitiativeContent, facts: InitiativeFacts, at: Date): May & { whyNot: WhyNot } {
  const permits = (act: ContestAct): boolean => whyNotPermitted(timesOf(row, facts), act, at) === null;
  const leaves = (act: InitiativeAct): boolean => TRANSITIONS[act].from.includes(row.state);
  const canEdit = facts.own && whyNotEdit(row) === null && permits('SAVE');
  const whyNot = facts.own && leaves('submit') ? whyNotSend(row, facts, at) : null;
  return {
    canEdit,
    canConfirm: canEdit && facts.head && row.contest.headConfirms && row.confirmedAt === null,
    canSubmit: facts.own && leaves('submit') && whyNot === null,
    canWithdraw: facts.own && leaves('withdraw') && permits(row.submittedAt === null ? 'SAVE' : 'WITHDRAW'),
    canScreen: facts.screens && leaves('reject') && permits('SCREEN'),
    canDisqualify: facts.screens && leaves('disqualify') && permits('DISQUALIFY'),
    whyNot,
  };
}

function whyNotSend(row: InitiativeContent, facts: InitiativeFacts, at: Date): WhyNot {
  const { state, authors, contest } = row;
  const contestRefuses = whyNotPermitted(timesOf(row, facts), state === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT', at);
  const declared = {
    ownWork: moment(row.ownWorkAt),
    notPrizedElsewhere: moment(row.notPrizedElsewhereAt),
    nobodyOnJury: moment(row.nobodyOnJuryAt),
  };
  const [confirmedAt, returnDueAt] = [moment(row.confirmedAt), moment(row.returnDueAt)];
  return whyNotSubmit(
    {
      state,
      texts: row,
      authors,
      declared,
      track: row.track,
      asksTrack: contest.asksTrack,
      headConfirms: contest.headConfirms,
      confirmedAt,
      returnDueAt,
      contestRefuses,
    },
    at,
  );
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
