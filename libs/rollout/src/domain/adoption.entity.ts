import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, allRefused, newId, refuseIf, whyNotDate } from '#lib/kernel';
import {
  ADOPTION_BASES,
  ADOPTION_STATES,
  type AdoptionBasis,
  type AdoptionState,
  type GroundFacts,
  problemsOfGround,
  problemsOfMove,
  whyNotByTable,
  whyNotDated,
} from './adoption-states.js';
import { Rollout } from './rollout.entity.js';

const oneOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const AdoptionSchema = defineEntity({
  name: 'Adoption',
  tableName: 'adoption',
  uniques: [{ name: 'adoption_once_per_unit', properties: ['rollout', 'unit'] }],
  indexes: [{ name: 'adoption_of_unit', properties: ['unit', 'rollout'] }],
  checks: [
    { name: 'adoption_basis', expression: `basis in (${oneOf(ADOPTION_BASES)})` },
    { name: 'adoption_state', expression: `state in (${oneOf(ADOPTION_STATES)})` },
    { name: 'adoption_since_before_change', expression: 'since <= changed_on' },
  ],
  properties: {
    id: p.uuid().primary(),
    rollout: () => p.manyToOne(Rollout).lazyRef(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    // As of now. What was on another day stands in the changes.
    basis: p.text().$type<AdoptionBasis>(),
    state: p.text().$type<AdoptionState>(),
    since: p.date(),
    changedOn: p.date(),
    version: p.integer().version(),
  },
});

const AdoptionChangeSchema = defineEntity({
  name: 'AdoptionChange',
  tableName: 'adoption_change',
  indexes: [{ name: 'adoption_change_as_of', properties: ['adoption', 'effectiveOn', 'id'] }],
  checks: [
    { name: 'adoption_change_basis', expression: `basis in (${oneOf(ADOPTION_BASES)})` },
    { name: 'adoption_change_states', expression: `from_state in (${oneOf(ADOPTION_STATES)}) and to_state in (${oneOf(ADOPTION_STATES)})` },
    { name: 'adoption_change_exempt_with_reason', expression: "basis <> 'EXEMPT' or reason is not null" },
    {
      name: 'adoption_change_stop_with_reason',
      expression: "to_state not in ('PAUSED', 'NOT_SUITABLE', 'DROPPED') or to_state is not distinct from from_state or reason is not null",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    adoption: () => p.manyToOne(Adoption).lazyRef().index(false),
    /** Null where the adoption begins. */
    fromState: p.text().$type<AdoptionState>().strictNullable(),
    toState: p.text().$type<AdoptionState>(),
    basis: p.text().$type<AdoptionBasis>(),
    since: p.date(),
    effectiveOn: p.date(),
    reason: p.text().strictNullable(),
    /** It was recorded before a state had to be shown and to last. */
    unheld: p.boolean().default(false),
    /** Null: the system. */
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
  },
});

/** Who changes an adoption, when they say so, and as of which day. */
export interface ChangeBy {
  readonly by: Person | null;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly today: string;
  readonly reason: string | null;
}

/** A commune in a rollout: whether it must take part, and how far it is. */
export class Adoption extends AdoptionSchema.class {
  static begin(rollout: Rollout, unit: Unit, basis: AdoptionBasis, change: ChangeBy): { adoption: Adoption; change: AdoptionChange } {
    const adoption = new Adoption();
    adoption.id = newId();
    adoption.rollout = rollout;
    adoption.unit = unit;
    adoption.state = 'NOT_STARTED';
    adoption.since = change.effectiveOn;
    adoption.changedOn = change.effectiveOn;
    return { adoption, change: adoption.put(null, basis, change) };
  }

  /** Moves by the table of states. Refuses a move that it has not, else all that is wrong with what is said and shown; returns the entry of the history. */
  move(to: AdoptionState, change: ChangeBy, ground: Pick<GroundFacts, 'shown' | 'tried' | 'least'>): AdoptionChange {
    const from = this.state;
    const facts = { basis: this.basis, from, to, lastOn: this.changedOn, since: this.since, ...change, ...ground };
    refuseIf(whyNotByTable(facts));
    refuseIf(allRefused([...problemsOfMove(facts), ...problemsOfGround(facts)]));
    this.state = to;
    this.since = change.effectiveOn;
    return this.put(from, this.basis, change);
  }

  /** Sustained use for which nothing fresh came counts as use only, from a day on. */
  decay(on: string, { at, reason }: { at: Date; reason: string }): AdoptionChange {
    this.state = 'IN_USE';
    const effectiveOn = on > this.changedOn ? on : this.changedOn;
    this.since = effectiveOn;
    return this.put('SUSTAINED', this.basis, { by: null, at, effectiveOn, today: effectiveOn, reason });
  }

  /** Makes the commune required, a volunteer, or exempt; its state stays. */
  setBasis(basis: AdoptionBasis, change: ChangeBy): AdoptionChange {
    if (basis === this.basis) throw new Refused('BASIS_UNCHANGED', { basis }, 'basis');
    const problems = [whyNotDated(change.effectiveOn, this.changedOn, change.today), whyNotExempt(basis, change.reason)];
    refuseIf(allRefused(problems.filter((problem) => problem !== null)));
    return this.put(this.state, basis, change);
  }

  private put(from: AdoptionState | null, basis: AdoptionBasis, { by, at, effectiveOn, reason }: ChangeBy): AdoptionChange {
    refuseIf(whyNotExempt(basis, reason));
    this.basis = basis;
    this.changedOn = effectiveOn;
    const change = new AdoptionChange();
    Object.assign(change, {
      id: newId(),
      fromState: from,
      toState: this.state,
      basis,
      since: this.since,
      effectiveOn,
      at,
      reason: reason?.trim() ? reason.trim() : null,
      unheld: false,
    });
    change.adoption = this;
    change.by = by;
    return change;
  }
}
AdoptionSchema.setClass(Adoption);

/** One step of an adoption's history: what changed, as of which day, who said so and why. Never edited. */
export class AdoptionChange extends AdoptionChangeSchema.class {}
AdoptionChangeSchema.setClass(AdoptionChange);

const AdoptionEvidenceSchema = defineEntity({
  name: 'AdoptionEvidence',
  tableName: 'adoption_evidence',
  indexes: [{ name: 'adoption_evidence_by_day', properties: ['adoption', 'givenOn'] }],
  properties: {
    id: p.uuid().primary(),
    adoption: () => p.manyToOne(Adoption).lazyRef().index(false),
    change: () => p.manyToOne(AdoptionChange).lazyRef().strictNullable().index(),
    /** The day that it shows the state of affairs on. */
    givenOn: p.date(),
    note: p.text(),
    /** A file kept under the adoption. */
    fileId: p.uuid().strictNullable(),
    /** Null: the system. */
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
  },
});

/** What shows that a commune is where it says: a note and, where there is one, a file. */
export class AdoptionEvidence extends AdoptionEvidenceSchema.class {
  /** Refuses a day in the future. */
  static of(
    adoption: Adoption,
    given: { on: string; note: string; fileId: string | null; today: string },
    by: { by: Person | null; at: Date; change: AdoptionChange | null },
  ): AdoptionEvidence {
    refuseIf(whyNotDate('EVIDENCE', given.on, { now: given.today, path: 'givenOn' }));
    const evidence = new AdoptionEvidence();
    evidence.id = newId();
    evidence.adoption = adoption;
    evidence.change = by.change;
    evidence.givenOn = given.on;
    evidence.note = given.note;
    evidence.fileId = given.fileId;
    evidence.by = by.by;
    evidence.at = by.at;
    return evidence;
  }
}
AdoptionEvidenceSchema.setClass(AdoptionEvidence);

/** Who is exempt is told why. */
export function whyNotExempt(basis: AdoptionBasis, reason: string | null, path = 'reason'): WhyNot {
  return basis === 'EXEMPT' && !reason?.trim() ? new Refused('REASON_MISSING', {}, path) : null;
}
