import { defineEntity, p } from '@mikro-orm/core';
import { CONTEST_PHASE_WORDS, Contest, type ContestPhase } from '#domain/contest';
import { Person } from '#domain/identity';
import { ContestResult } from '#domain/result';
import { Refused, type WhyNot, localDate, newId, refuseIf, whyNotDate, type Words } from '#lib/kernel';

export const DECISION_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What people call the states of a list of prizes. */
export const DECISION_STATE_WORDS: Readonly<Record<DecisionState, Words>> = {
  DRAFT: { vi: 'đang lập', en: 'being drawn up' },
  SUBMITTED: { vi: 'đã trình, chờ phê duyệt', en: 'submitted and waiting to be approved' },
  APPROVED: { vi: 'đã phê duyệt', en: 'approved' },
  PUBLISHED: { vi: 'đã công bố', en: 'published' },
};

/** From which state to which; a result that was published stays published, single awards may be revoked. */
export const DECISION_TRANSITIONS: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['DRAFT', 'APPROVED'],
  // Signed and not yet public, it still comes back: whoever is on it may have left the contest since.
  APPROVED: ['DRAFT', 'PUBLISHED'],
  PUBLISHED: [],
};

const AwardDecisionSchema = defineEntity({
  name: 'AwardDecision',
  tableName: 'award_decision',
  indexes: [
    {
      name: 'award_decision_waiting',
      expression: "create index award_decision_waiting on award_decision (contest_id) where state <> 'PUBLISHED'",
    },
  ],
  checks: [
    { name: 'award_decision_state', expression: "state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED')" },
    {
      name: 'award_decision_approved_iff_numbered',
      expression: "(state in ('APPROVED', 'PUBLISHED')) = (number is not null and decided_on is not null and approved_at is not null)",
    },
    { name: 'award_decision_published_iff_moment', expression: "(state = 'PUBLISHED') = (published_at is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.oneToOne(Contest).owner().unique('award_decision_one_per_contest').lazyRef(),
    // The version of the result it follows; null for prizes of the past.
    drawnFrom: () => p.manyToOne(ContestResult).lazyRef().index(false).strictNullable(),
    state: p.string().$type<DecisionState>(),
    number: p.string().length(100).strictNullable(),
    decidedOn: p.date().$type<string>().strictNullable(),
    signedBy: () => p.manyToOne(Person).lazyRef().strictNullable(),
    approvedAt: p.datetime().strictNullable(),
    publishedAt: p.datetime().strictNullable(),
    returnReason: p.text().strictNullable(),
    // Of the initiatives in the standings, those that were out of the contest when the list was signed; null before.
    leftOut: p.json<readonly string[]>().strictNullable(),
    // Of the prizes as they are public: from 1, and one more for each that is revoked or given in place of a revoked one. Null before, and for lists published before packs had prizes.
    publishedNumber: p.integer().strictNullable(),
    // Moves the version on where only what stands on the list was decided.
    edits: p.integer(),
    version: p.integer().version(),
  },
});

/** The result of a contest on its way to publication: drawn up, submitted, signed with number and date, published. */
export class AwardDecision extends AwardDecisionSchema.class {
  static draw(contest: Contest, drawnFrom: ContestResult | null): AwardDecision {
    return Object.assign(new AwardDecision(), {
      id: newId(),
      contest,
      drawnFrom,
      state: 'DRAFT' as const,
      number: null,
      decidedOn: null,
      signedBy: null,
      approvedAt: null,
      publishedAt: null,
      returnReason: null,
      leftOut: null,
      edits: 0,
      publishedNumber: null,
    });
  }

  whyNotChange(): WhyNot {
    return whyNotChangeList(this.state);
  }

  /** Follows another version of the result from now on. */
  redraw(result: ContestResult): void {
    refuseIf(this.whyNotChange());
    this.drawnFrom = result;
    this.returnReason = null;
  }

  /** Counts a decision on the list, so that who has an older version on the screen is told. */
  touch(): void {
    this.edits += 1;
  }

  submit(): void {
    this.move('SUBMITTED');
    this.returnReason = null;
  }

  /** Back to whoever drew it up, with what is to be changed. */
  return(reason: string): void {
    this.move('DRAFT');
    Object.assign(this, { returnReason: reason, number: null, decidedOn: null, signedBy: null, approvedAt: null, leftOut: null });
  }

  /** Refuses a decision of a day that has not come. */
  approve(signed: { number: string; decidedOn: string; by: Person; at: Date; leftOut: readonly string[] | null }): void {
    this.move('APPROVED');
    refuseIf(whyNotDated(signed.decidedOn, signed.at));
    this.number = signed.number;
    this.decidedOn = signed.decidedOn;
    this.signedBy = signed.by;
    this.approvedAt = signed.at;
    this.leftOut = signed.leftOut;
  }

  /** Asks for the day once more: who signed may have done so before it was asked for. */
  publish(at: Date): void {
    this.move('PUBLISHED');
    refuseIf(whyNotDated(this.decidedOn, at));
    this.publishedAt = at;
    this.publishedNumber = this.drawnFrom ? 1 : null;
  }

  /** What is public changed: a prize was revoked, or a revoked one given to another. */
  renew(): void {
    if (this.publishedNumber !== null) this.publishedNumber += 1;
  }

  private move(to: DecisionState): void {
    refuseIf(whyNotMove(this.state, to));
    this.state = to;
  }
}
AwardDecisionSchema.setClass(AwardDecision);

const whyNotDated = (decidedOn: string | null, at: Date): WhyNot =>
  whyNotDate('DECISION', decidedOn, { now: localDate(at), path: 'decidedOn' });

export function whyNotMove(from: DecisionState, to: DecisionState): WhyNot {
  return DECISION_TRANSITIONS[from].includes(to)
    ? null
    : new Refused('AWARDS_TRANSITION', { from: DECISION_STATE_WORDS[from], to: DECISION_STATE_WORDS[to] });
}

/** What decides whether a list of prizes can be drawn up from the standings. */
export interface ProposalFacts {
  readonly phase: ContestPhase;
  /** Somebody has a place in the final standings. */
  readonly isFinal: boolean;
  /** The list as it was drawn before, and whether it follows the standings in force. */
  readonly list: { readonly state: DecisionState; readonly current: boolean } | null;
}

/** Why no list is drawn up from the standings, or drawn anew. */
export function whyNotPropose({ phase, isFinal, list }: ProposalFacts): WhyNot {
  if (phase !== 'DELIBERATION') return new Refused('CONTEST_NOT_IN_DELIBERATION', { phase: CONTEST_PHASE_WORDS[phase] });
  if (!isFinal) return new Refused('STANDINGS_NOT_FINAL');
  if (list?.current) return new Refused('AWARDS_ALREADY_PROPOSED');
  return list && whyNotChangeList(list.state);
}

const whyNotChangeList = (state: DecisionState): WhyNot =>
  state === 'DRAFT' ? null : new Refused('AWARDS_NOT_IN_DRAFT', { state: DECISION_STATE_WORDS[state] });

/** Why the prizes of a contest are not recorded from its decision: it was held here, or they are recorded. */
export function whyNotRecordPast({ recorded, hasList }: { readonly recorded: boolean; readonly hasList: boolean }): WhyNot {
  if (!recorded) return new Refused('NOT_FOUND', { what: 'Contest' });
  return hasList ? new Refused('AWARDS_ALREADY_PROPOSED') : null;
}
