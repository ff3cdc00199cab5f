import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { INFLUENCES, Initiative, type Influence } from '#domain/initiative';
import { Unit } from '#domain/units';
import { Refused, day, newId, oneOf, refuseIf } from '#lib/kernel';
import { COUNCIL_ROLES, type CouncilRole } from './council.js';
import { VOTE_BASES, type VoteBase, isCarried } from './majority.js';
import { RECOGNITION_STATES, type RecognitionAct, type RecognitionState, whyNotMove } from './recognition-states.js';

const RecognitionSchema = defineEntity({
  name: 'Recognition',
  tableName: 'recognition',
  uniques: [{ name: 'recognition_receipt_once', properties: ['unit', 'receiptYear', 'receiptNumber'] }],
  indexes: [
    {
      name: 'recognition_once',
      expression: "create unique index recognition_once on recognition (initiative_id) where state not in ('REFUSED', 'REVOKED')",
    },
    { name: 'recognition_initiative', properties: ['initiative', 'id'] },
    {
      name: 'recognition_next_due',
      expression:
        "create index recognition_next_due on recognition (coalesce(case when decided_on is null then decide_by end, 'infinity'::date), id)",
    },
    {
      name: 'recognition_to_do',
      expression: "create index recognition_to_do on recognition (unit_id, state) where state in ('APPLIED', 'ACCEPTED', 'SITTING')",
    },
  ],
  checks: [
    { name: 'recognition_state', expression: oneOf('state', RECOGNITION_STATES) },
    { name: 'recognition_votes_of', expression: oneOf('votes_of', VOTE_BASES) },
    { name: 'recognition_influence', expression: oneOf('influence', INFLUENCES) },
    { name: 'recognition_says_its_benefit', expression: "btrim(benefit) <> ''" },
    {
      name: 'recognition_received_whole',
      expression:
        "num_nulls(accepted_on, decide_by, receipt_year, receipt_number) in (0, 4) and (state = 'APPLIED') = (accepted_on is null)",
    },
    { name: 'recognition_council_by_decision', expression: 'num_nulls(council_number, council_decided_on, votes_of) in (0, 3)' },
    {
      name: 'recognition_sits_with_council',
      expression: "(sat_on is null) = (state in ('APPLIED', 'ACCEPTED')) and (sat_on is null or council_number is not null)",
    },
    {
      name: 'recognition_counted_when_decided',
      expression:
        "num_nulls(seated, present, yes, no, decided_on) in (0, 5) and (yes is null) = (state in ('APPLIED', 'ACCEPTED', 'SITTING'))",
    },
    { name: 'recognition_ballots_of_those_present', expression: 'yes >= 0 and no >= 0 and yes + no <= present and present <= seated' },
    {
      name: 'recognition_by_two_thirds',
      expression:
        "yes is null or (3 * yes >= 2 * case votes_of when 'SEATED' then seated else present end) = (state in ('RECOGNISED', 'REVOKED'))",
    },
    { name: 'recognition_refused_with_reasons', expression: "(state <> 'REFUSED' or reason is not null) and btrim(reason) <> ''" },
    { name: 'recognition_has_its_reach', expression: "(influence is not null) = (state in ('RECOGNISED', 'REVOKED'))" },
    {
      name: 'recognition_recognised_by_decision',
      expression:
        "num_nulls(recognition_number, recognised_on) in (0, 2) and (recognised_on is null or (state in ('RECOGNISED', 'REVOKED') and recognised_on >= decided_on)) and btrim(recognition_number) <> ''",
    },
    {
      name: 'recognition_revoked_by_decision',
      expression:
        "num_nulls(revocation_number, revoked_on, revocation_reason) in (0, 3) and (state = 'REVOKED') = (revoked_on is not null) and btrim(revocation_reason) <> ''",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    /** The establishment that decides: the host of the contest. */
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    appliedBy: () => p.manyToOne(Person).lazyRef().index('recognition_applied_by'),
    appliedOn: p.date(),
    firstAppliedOn: p.date(),
    benefit: p.text(),
    state: p.text().$type<RecognitionState>(),
    acceptedOn: p.date().strictNullable(),
    decideBy: p.date().strictNullable(),
    receiptYear: p.integer().strictNullable(),
    receiptNumber: p.integer().strictNullable(),
    councilNumber: p.text().strictNullable(),
    councilDecidedOn: p.date().strictNullable(),
    votesOf: p.text().$type<VoteBase>().strictNullable(),
    satOn: p.date().strictNullable(),
    /** Counts alone: the ballots are of paper, and who voted what was never here. */
    seated: p.integer().strictNullable(),
    present: p.integer().strictNullable(),
    yes: p.integer().strictNullable(),
    no: p.integer().strictNullable(),
    decidedOn: p.date().strictNullable(),
    reason: p.text().strictNullable(),
    influence: p.text().$type<Influence>().strictNullable(),
    /** The decision by which the establishment recognises what its council agreed to. */
    recognitionNumber: p.text().strictNullable(),
    recognisedOn: p.date().strictNullable(),
    revocationNumber: p.text().strictNullable(),
    revokedOn: p.date().strictNullable(),
    revocationReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

const NOTHING_YET = {
  ...{ acceptedOn: null, decideBy: null, receiptYear: null, receiptNumber: null },
  ...{ councilNumber: null, councilDecidedOn: null, votesOf: null, satOn: null },
  ...{ seated: null, present: null, yes: null, no: null, decidedOn: null, reason: null, influence: null },
  ...{ recognitionNumber: null, recognisedOn: null },
  ...{ revocationNumber: null, revokedOn: null, revocationReason: null },
};

export interface AppliedFor {
  readonly unit: Unit;
  readonly appliedBy: Person;
  readonly appliedOn: string;
  readonly firstAppliedOn: string;
  readonly benefit: string;
}

export interface Counted {
  readonly seated: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly reason: string | null;
  readonly influence: Influence;
  readonly day: string;
}

/** That an initiative is to be recognised by law, which a prize is not: from the application to what the council said, and its end. */
export class Recognition extends RecognitionSchema.class {
  static of(initiative: Initiative, { benefit, ...said }: AppliedFor): Recognition {
    return Object.assign(new Recognition(), {
      id: newId(),
      initiative,
      ...said,
      benefit: benefit.trim(),
      state: 'APPLIED',
      ...NOTHING_YET,
    });
  }

  accept(receipt: { acceptedOn: string; decideBy: string; receiptYear: number; receiptNumber: number }): void {
    this.move('accept', 'ACCEPTED');
    Object.assign(this, receipt);
  }

  /** A council by a decision; another decision may change it until it sits. */
  seat(by: { councilNumber: string; councilDecidedOn: string; votesOf: VoteBase }): void {
    this.move('seat', 'ACCEPTED');
    Object.assign(this, { ...by, councilNumber: by.councilNumber.trim() });
  }

  openSitting(day: string): void {
    this.move('openSitting', 'SITTING');
    this.satOn = day;
  }

  /** Recognised where two thirds agree, else refused, which needs a reason. */
  closeSitting({ reason, influence, day: decidedOn, ...counts }: Counted): void {
    const carried = isCarried(counts.yes, { ...counts, base: this.votesOf ?? 'SEATED' });
    this.move('closeSitting', carried ? 'RECOGNISED' : 'REFUSED');
    const said = reason?.trim() ? reason.trim() : null;
    if (!carried && said === null) throw new Refused('REASON_MISSING', {}, 'reason');
    Object.assign(this, { ...counts, reason: said, influence: carried ? influence : null, decidedOn });
  }

  /** By the decision of the establishment, which comes after the council; another one puts what was typed wrongly right. */
  recordDecision({ decisionNumber, decidedOn }: { decisionNumber: string; decidedOn: string }): void {
    this.move('recordDecision', 'RECOGNISED');
    if (this.decidedOn !== null && decidedOn < this.decidedOn)
      throw new Refused('RECOGNITION_BEFORE_COUNCIL', { date: day(this.decidedOn) }, 'decidedOn');
    Object.assign(this, { recognitionNumber: decisionNumber.trim(), recognisedOn: decidedOn });
  }

  revoke({ decisionNumber, decidedOn, reason }: { decisionNumber: string; decidedOn: string; reason: string }): void {
    this.move('revoke', 'REVOKED');
    Object.assign(this, { revocationNumber: decisionNumber.trim(), revokedOn: decidedOn, revocationReason: reason.trim() });
  }

  private move(act: RecognitionAct, to: RecognitionState): void {
    refuseIf(whyNotMove(this.state, act));
    this.state = to;
  }
}
RecognitionSchema.setClass(Recognition);

const RecognitionSeatSchema = defineEntity({
  name: 'RecognitionSeat',
  tableName: 'recognition_seat',
  uniques: [{ name: 'recognition_seat_once', properties: ['recognition', 'person'] }],
  checks: [{ name: 'recognition_seat_role', expression: oneOf('role', COUNCIL_ROLES) }],
  properties: {
    id: p.uuid().primary(),
    recognition: () => p.manyToOne(Recognition).lazyRef().index(false),
    person: () => p.manyToOne(Person).lazyRef().index('recognition_seat_person'),
    role: p.text().$type<CouncilRole>(),
    place: p.integer(),
    /** Null until the council sits. */
    present: p.boolean().strictNullable(),
  },
});

/** A seat in the council on one initiative. */
export class RecognitionSeat extends RecognitionSeatSchema.class {
  static of(recognition: Recognition, person: Person, { role, place }: { role: CouncilRole; place: number }): RecognitionSeat {
    return Object.assign(new RecognitionSeat(), { id: newId(), recognition, person, role, place, present: null });
  }
}
RecognitionSeatSchema.setClass(RecognitionSeat);
