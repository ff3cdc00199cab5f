import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { newId, oneOf, refuseIf } from '#lib/kernel';
import {
  INSPECTION_ANSWERS,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type InspectionAct,
  type InspectionAnswer,
  type InspectionKind,
  type InspectionState,
  whyNotAnswer,
  whyNotMove,
} from './inspection-rules.js';

const InspectionSealSchema = defineEntity({
  name: 'InspectionSeal',
  tableName: 'inspection_seal',
  uniques: [{ name: 'inspection_seal_once_a_day', properties: ['sealedOn'] }],
  properties: { id: p.uuid().primary(), sealedOn: p.date() },
});

/** That the log was given its hashes of a day: on every day, whether a surprise was ordered or none. */
export class InspectionSeal extends InspectionSealSchema.class {
  static of(sealedOn: string): InspectionSeal {
    return Object.assign(new InspectionSeal(), { id: newId(), sealedOn });
  }
}
InspectionSealSchema.setClass(InspectionSeal);

const InspectionSchema = defineEntity({
  name: 'Inspection',
  tableName: 'inspection',
  // Nothing is unique here but the id: what is refused as known would tell that there is a surprise.
  indexes: [
    { name: 'inspection_unit', properties: ['unit', 'id'] },
    { name: 'inspection_latest', expression: 'create index inspection_latest on inspection (decided_on desc, id desc)' },
    {
      name: 'inspection_hidden',
      expression: "create index inspection_hidden on inspection (unit_id) where kind = 'SURPRISE' and state = 'ORDERED'",
    },
  ],
  checks: [
    { name: 'inspection_kind', expression: oneOf('kind', INSPECTION_KINDS) },
    { name: 'inspection_state', expression: oneOf('state', INSPECTION_STATES) },
    { name: 'inspection_by_decision', expression: "btrim(decision_number) <> ''" },
    {
      name: 'inspection_surprise_has_salt',
      expression: "(salt is not null) = (kind = 'SURPRISE') and (seal_id is null or salt is not null)",
    },
    {
      name: 'inspection_started_when_under_way',
      expression: "(started_at is null) = (state in ('ORDERED', 'CALLED_OFF')) and started_at >= ordered_at",
    },
    {
      name: 'inspection_called_off_with_reason',
      expression: "(call_off_reason is not null) = (state = 'CALLED_OFF') and btrim(call_off_reason) <> ''",
    },
    {
      name: 'inspection_minutes_drawn_up',
      expression:
        "num_nulls(drawn_up_at, conclusion) in (0, 2) and (drawn_up_at is not null) = (state in ('MINUTES', 'CLOSED')) and btrim(conclusion) <> '' and drawn_up_at >= started_at",
    },
    {
      name: 'inspection_signed_by_two',
      expression:
        'num_nulls(team_signer_id, team_signed_at) in (0, 2) and num_nulls(unit_signer_id, unit_signed_at) in (0, 2) and team_signer_id <> unit_signer_id',
    },
    {
      name: 'inspection_signed_after_drawn_up',
      expression: 'drawn_up_at is not null or num_nonnulls(team_signed_at, unit_signed_at, sign_refusal) = 0',
    },
    { name: 'inspection_signed_or_refused', expression: "num_nonnulls(unit_signed_at, sign_refusal) <= 1 and btrim(sign_refusal) <> ''" },
    {
      name: 'inspection_closed_when_both_signed',
      expression: "(state = 'CLOSED') = (team_signed_at is not null and num_nonnulls(unit_signed_at, sign_refusal) = 1)",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<InspectionKind>(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    decisionNumber: p.text(),
    decidedOn: p.date(),
    orderedBy: () => p.manyToOne(Person).lazyRef().index('inspection_ordered_by'),
    orderedAt: p.datetime(),
    state: p.text().$type<InspectionState>(),
    startedAt: p.datetime().strictNullable(),
    callOffReason: p.text().strictNullable(),
    conclusion: p.text().strictNullable(),
    drawnUpAt: p.datetime().strictNullable(),
    teamSigner: () => p.manyToOne(Person).lazyRef().strictNullable().index('inspection_team_signer'),
    teamSignedAt: p.datetime().strictNullable(),
    unitSigner: () => p.manyToOne(Person).lazyRef().strictNullable().index('inspection_unit_signer'),
    unitSignedAt: p.datetime().strictNullable(),
    /** Why nobody of the unit signs, as the team recorded it. */
    signRefusal: p.text().strictNullable(),
    /** Of a surprise: what its hash in the log is salted with, and in which seal that stands. */
    salt: p.text().strictNullable(),
    seal: () => p.manyToOne(InspectionSeal).lazyRef().strictNullable().index('inspection_sealed_in'),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

export interface Ordered {
  readonly kind: InspectionKind;
  readonly unit: Unit;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly orderedBy: Person;
  readonly orderedAt: Date;
  readonly salt: string;
  readonly illustrative: boolean;
}

const NOTHING_YET = {
  ...{ startedAt: null, callOffReason: null, conclusion: null, drawnUpAt: null },
  ...{ teamSigner: null, teamSignedAt: null, unitSigner: null, unitSignedAt: null, signRefusal: null, seal: null },
};

/** That a team looks, item by item, at how a unit serves people; a surprise is known to few until it begins. */
export class Inspection extends InspectionSchema.class {
  static order({ decisionNumber, salt, ...said }: Ordered): Inspection {
    return Object.assign(new Inspection(), {
      id: newId(),
      ...said,
      decisionNumber: decisionNumber.trim(),
      salt: said.kind === 'SURPRISE' ? salt : null,
      state: 'ORDERED',
      ...NOTHING_YET,
    });
  }

  start(at: Date): void {
    this.move('start', 'UNDER_WAY');
    this.startedAt = at;
  }

  callOff(reason: string): void {
    this.move('callOff', 'CALLED_OFF');
    this.callOffReason = reason.trim();
  }

  drawUp(conclusion: string, at: Date): void {
    this.move('drawUp', 'MINUTES');
    Object.assign(this, { conclusion: conclusion.trim(), drawnUpAt: at });
  }

  signForTeam(teamSigner: Person, at: Date): void {
    this.sign({ teamSigner, teamSignedAt: at });
  }

  signForUnit(unitSigner: Person, at: Date): void {
    this.sign({ unitSigner, unitSignedAt: at });
  }

  recordRefusal(reason: string): void {
    this.sign({ signRefusal: reason.trim() });
  }

  /** Refuses what is not done in this state. */
  refuseUnless(act: InspectionAct): void {
    refuseIf(whyNotMove(this.state, act));
  }

  get unitAnswered(): boolean {
    return this.unitSignedAt !== null || this.signRefusal !== null;
  }

  private sign(said: object): void {
    this.refuseUnless('sign');
    Object.assign(this, said);
    if (this.teamSignedAt !== null && this.unitAnswered) this.state = 'CLOSED';
  }

  private move(act: InspectionAct, to: InspectionState): void {
    this.refuseUnless(act);
    this.state = to;
  }
}
InspectionSchema.setClass(Inspection);

const InspectionMemberSchema = defineEntity({
  name: 'InspectionMember',
  tableName: 'inspection_member',
  uniques: [{ name: 'inspection_member_once', properties: ['inspection', 'person'] }],
  indexes: [
    {
      name: 'inspection_member_one_leads',
      expression: 'create unique index inspection_member_one_leads on inspection_member (inspection_id) where leads',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    inspection: () => p.manyToOne(Inspection).lazyRef().index(false),
    person: () => p.manyToOne(Person).lazyRef().index('inspection_member_person'),
    leads: p.boolean(),
    place: p.integer(),
  },
});

/** Somebody of the team of an inspection. */
export class InspectionMember extends InspectionMemberSchema.class {
  static of(inspection: Inspection, person: Person, place: number): InspectionMember {
    return Object.assign(new InspectionMember(), { id: newId(), inspection, person, leads: place === 1, place });
  }
}
InspectionMemberSchema.setClass(InspectionMember);

const InspectionItemSchema = defineEntity({
  name: 'InspectionItem',
  tableName: 'inspection_item',
  uniques: [{ name: 'inspection_item_place', properties: ['inspection', 'place'] }],
  checks: [
    { name: 'inspection_item_answer', expression: oneOf('answer', INSPECTION_ANSWERS) },
    { name: 'inspection_item_asks', expression: "btrim(question) <> ''" },
    { name: 'inspection_item_says_what_was_found', expression: "(answer <> 'NO' or remark is not null) and btrim(remark) <> ''" },
    { name: 'inspection_item_remark_of_answer', expression: 'remark is null or answer is not null' },
  ],
  properties: {
    id: p.uuid().primary(),
    inspection: () => p.manyToOne(Inspection).lazyRef().index(false),
    place: p.integer(),
    question: p.text(),
    /** Null until the team answers. */
    answer: p.text().$type<InspectionAnswer>().strictNullable(),
    /** What was found; where the answer is no it stands there. */
    remark: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** One thing that a team looks at: as it should be, not, or not to be asked of this unit. */
export class InspectionItem extends InspectionItemSchema.class {
  static of(inspection: Inspection, question: string, place: number): InspectionItem {
    const item = { id: newId(), inspection, place, question: question.trim(), answer: null, remark: null };
    return Object.assign(new InspectionItem(), item);
  }

  /** Refuses a finding without a word of what was found. */
  say(answer: InspectionAnswer, remark: string | null): void {
    const said = remark?.trim() ? remark.trim() : null;
    refuseIf(whyNotAnswer(answer, said));
    Object.assign(this, { answer, remark: said });
  }
}
InspectionItemSchema.setClass(InspectionItem);
