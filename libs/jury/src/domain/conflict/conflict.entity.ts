import { defineEntity, p } from '@mikro-orm/core';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { Refused, newId } from '#lib/kernel';
import { CONFLICT_SOURCES, CONFLICT_TYPES, type ConflictSource, type ConflictType } from './conflicts.js';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const ConflictSchema = defineEntity({
  name: 'Conflict',
  tableName: 'conflict',
  uniques: [{ name: 'conflict_once', properties: ['initiative', 'person', 'type'] }],
  indexes: [
    { name: 'conflict_contest', properties: ['contest', 'id'] },
    { name: 'conflict_waiting', expression: 'create index conflict_waiting on conflict (contest_id) where waits' },
  ],
  checks: [
    { name: 'conflict_type', expression: `type in (${quoted(CONFLICT_TYPES)})` },
    { name: 'conflict_source', expression: `source in (${quoted(CONFLICT_SOURCES)})` },
    { name: 'conflict_lifted_is_pinned', expression: 'active or pinned' },
    { name: 'conflict_second_person', expression: 'decided_by <> proposed_by and decided_by <> person_id' },
    { name: 'conflict_waits_for_another', expression: 'not waits or proposed_by is not null' },
    { name: 'conflict_answered_when', expression: '(answer is null) = (answered_at is null)' },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    type: p.text().$type<ConflictType>(),
    source: p.text().$type<ConflictSource>(),
    // A pinned conflict is left alone by detection, whether it holds or was lifted.
    pinned: p.boolean(),
    active: p.boolean(),
    reason: p.text().strictNullable(),
    // Of somebody who has a say in the judging: it changes nothing until a second person has decided.
    waits: p.boolean().default(false),
    proposedBy: p.uuid().strictNullable(),
    decidedBy: p.uuid().strictNullable(),
    // What the person says to it.
    answer: p.text().strictNullable(),
    answeredAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** That somebody with a seat may not judge an initiative, and how it is known. */
export class Conflict extends ConflictSchema.class {
  static of(facts: {
    contest: Contest;
    initiative: Initiative;
    person: Person;
    type: ConflictType;
    source: ConflictSource;
    reason: string | null;
    at: Date;
    by?: string | null;
  }): Conflict {
    const { at, by = null, ...rest } = facts;
    const conflict = new Conflict();
    Object.assign(conflict, { id: newId(), ...rest, pinned: rest.source !== 'DETECTED', active: true, createdAt: at, waits: false });
    Object.assign(conflict, { proposedBy: by, decidedBy: null, answer: null, answeredAt: null });
    return conflict;
  }

  /** One that changes nothing yet. */
  static proposed(facts: Omit<Parameters<typeof Conflict.of>[0], 'source'>, by: string): Conflict {
    const conflict = Conflict.of({ ...facts, source: 'SET' });
    conflict.active = false;
    conflict.propose(by, facts.reason);
    return conflict;
  }

  /** That it hold, or hold whatever is detected, for somebody who has a say in the judging. */
  propose(by: string, reason: string | null): void {
    this.refuseIfWaiting();
    if (this.active && this.pinned) throw new Refused('CONFLICT_PINNED');
    Object.assign(this, { waits: true, proposedBy: by, decidedBy: null, reason });
  }

  /** What the person says to it, for whoever decides on it or lifts it. */
  reply(answer: string, at: Date): void {
    if (!this.waits && !this.active) throw new Refused('CONFLICT_NOT_WAITING');
    Object.assign(this, { answer, answeredAt: at });
  }

  /** A second person's word: it holds, or stays as it was. `tied`: they are of one hand with who proposed it. */
  decide(by: { readonly id: string; readonly tied: boolean }, holds: boolean): void {
    if (!this.waits) throw new Refused('CONFLICT_NOT_WAITING');
    if (by.id === this.proposedBy) throw new Refused('SECOND_PERSON_SAME');
    if (by.tied) throw new Refused('SECOND_PERSON_TIED');
    Object.assign(this, { waits: false, decidedBy: by.id });
    if (holds) Object.assign(this, { active: true, pinned: true });
  }

  /** By who proposed it: it stays as it was. */
  withdraw(by: string): void {
    if (!this.waits) throw new Refused('CONFLICT_NOT_WAITING');
    if (by !== this.proposedBy) throw new Refused('NOT_FOUND', { what: 'Conflict' });
    Object.assign(this, { waits: false });
  }

  refuseIfWaiting(): void {
    if (this.waits) throw new Refused('CONFLICT_WAITS');
  }

  /** Told anew, by the person or by an organiser: holds again, and detection leaves it alone. */
  confirm(source: ConflictSource, reason: string | null, by: string): void {
    Object.assign(this, { source, reason, active: true, pinned: true, waits: false, proposedBy: by, decidedBy: null });
  }

  /** An organiser's word that it holds whatever detection finds; only an organiser lifts it again. One that was lifted holds anew. */
  pin(reason: string, by: string): void {
    this.refuseIfWaiting();
    if (this.active && this.pinned) throw new Refused('CONFLICT_PINNED');
    Object.assign(this, { active: true, pinned: true, reason, proposedBy: by, decidedBy: null });
  }

  /** What a judge said of themselves, and authorship, cannot be lifted by anyone. */
  lift(reason: string): void {
    this.refuseIfWaiting();
    if (!this.active && this.pinned) throw new Refused('CONFLICT_LIFTED');
    if (this.source === 'DECLARED' || this.type === 'AUTHOR') throw new Refused('CONFLICT_STAYS', { type: this.type });
    Object.assign(this, { active: false, pinned: true, reason });
  }
}
ConflictSchema.setClass(Conflict);
