import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type Words, newId } from '#lib/kernel';
import { Person } from './person.entity.js';

export const MERGE_STATES = ['PROPOSED', 'IN_FORCE', 'UNDO_PROPOSED', 'REFUSED', 'WITHDRAWN', 'UNDONE'] as const;
export type MergeState = (typeof MERGE_STATES)[number];

/** What people call them. */
export const MERGE_STATE_WORDS: Readonly<Record<MergeState, Words>> = {
  PROPOSED: { vi: 'chờ xác nhận gộp', en: 'waiting for a second person' },
  IN_FORCE: { vi: 'đã gộp', en: 'merged' },
  UNDO_PROPOSED: { vi: 'chờ xác nhận hủy gộp', en: 'waiting for a second person to be undone' },
  REFUSED: { vi: 'không được xác nhận', en: 'not confirmed' },
  WITHDRAWN: { vi: 'đã rút đề nghị', en: 'withdrawn' },
  UNDONE: { vi: 'đã hủy gộp', en: 'undone' },
};

const OPEN = "state in ('PROPOSED', 'IN_FORCE', 'UNDO_PROPOSED')";

const PersonMergeSchema = defineEntity({
  name: 'PersonMerge',
  tableName: 'person_merge',
  indexes: [
    { name: 'person_merge_one', expression: `create unique index person_merge_one on person_merge (merged_id) where ${OPEN}` },
    { name: 'person_merge_kept', properties: ['kept'] },
    { name: 'person_merge_latest', expression: 'create index person_merge_latest on person_merge (proposed_at desc, id desc)' },
  ],
  checks: [
    { name: 'person_merge_state', expression: `state in (${MERGE_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'person_merge_of_two', expression: 'merged_id <> kept_id' },
    {
      name: 'person_merge_by_another',
      expression:
        'proposed_by not in (merged_id, kept_id) and decided_by not in (merged_id, kept_id) and undo_by not in (merged_id, kept_id)',
    },
    {
      name: 'person_merge_second_person',
      expression: "state in ('PROPOSED', 'REFUSED', 'WITHDRAWN') or not needs_second or coalesce(decided_by <> proposed_by, false)",
    },
    {
      name: 'person_merge_undone_by_second',
      expression: "state <> 'UNDONE' or undo_by is not null and (not undo_needs_second or coalesce(undone_by <> undo_by, false))",
    },
    { name: 'person_merge_undo_has_reason', expression: '(undo_by is null) = (undo_reason is null)' },
  ],
  properties: {
    id: p.uuid().primary(),
    merged: () => p.manyToOne(Person).lazyRef().index(false),
    kept: () => p.manyToOne(Person).lazyRef().index(false),
    state: p.text().$type<MergeState>(),
    reason: p.text(),
    // A contest was being judged when it was proposed.
    needsSecond: p.boolean(),
    proposedBy: p.uuid(),
    proposedAt: p.datetime(),
    // Who confirmed or refused it; who proposed it, where nobody had to.
    decidedBy: p.uuid().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    refusalReason: p.text().strictNullable(),
    // The merge has shut the account of the merged record, and opens it when it is undone.
    accountShut: p.boolean().default(false),
    undoBy: p.uuid().strictNullable(),
    undoReason: p.text().strictNullable(),
    undoNeedsSecond: p.boolean().default(false),
    undoneBy: p.uuid().strictNullable(),
    undoneAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

export interface MergeOrder {
  readonly by: string;
  readonly reason: string;
  /** A contest is being judged. */
  readonly needsSecond: boolean;
  readonly at: Date;
}

/** That two records are of one person: the merged one points to the kept one. Nothing is deleted, and it can be undone. */
export class PersonMerge extends PersonMergeSchema.class {
  /** At once, but while a contest is being judged: then it waits. Refuses `MERGE_SAME` and `MERGE_OWN`. */
  static of(merged: Person, kept: Person, { by, reason, needsSecond, at }: MergeOrder): PersonMerge {
    if (merged.id === kept.id) throw new Refused('MERGE_SAME', {}, 'mergedId');
    if (by === merged.id || by === kept.id) throw new Refused('MERGE_OWN', {}, by === kept.id ? 'keptId' : 'mergedId');
    const merge = new PersonMerge();
    const undo = { undoBy: null, undoReason: null, undoNeedsSecond: false, undoneBy: null, undoneAt: null };
    const decided = { decidedBy: needsSecond ? null : by, decidedAt: needsSecond ? null : at, refusalReason: null };
    const proposed = { id: newId(), merged, kept, reason, needsSecond, proposedBy: by, proposedAt: at, accountShut: false };
    return Object.assign(merge, { state: needsSecond ? ('PROPOSED' as const) : ('IN_FORCE' as const), ...proposed, ...decided, ...undo });
  }

  /** Who proposed what waits. Refuses `MERGE_DECIDED` where nothing does. */
  proposer(): string {
    const by = this.state === 'PROPOSED' ? this.proposedBy : this.state === 'UNDO_PROPOSED' ? this.undoBy : null;
    if (by === null) throw new Refused('MERGE_DECIDED', { state: this.state });
    return by;
  }

  /** As the second person: of the merge, or that it is undone. */
  confirm(by: string, at: Date): void {
    this.proposer();
    if (this.state === 'PROPOSED') Object.assign(this, { state: 'IN_FORCE', decidedBy: by, decidedAt: at });
    else Object.assign(this, { state: 'UNDONE', undoneBy: by, undoneAt: at });
  }

  /** As the second person, or as who proposed it, who takes it back so. A merge that was to be undone goes on. */
  refuse(by: string, reason: string, at: Date): void {
    const own = this.proposer() === by;
    if (this.state === 'PROPOSED')
      Object.assign(this, { state: own ? 'WITHDRAWN' : 'REFUSED', decidedBy: by, decidedAt: at, refusalReason: reason });
    else Object.assign(this, { state: 'IN_FORCE', undoBy: null, undoReason: null, undoNeedsSecond: false });
  }

  /** At once, but while a contest is being judged. Refuses `MERGE_NOT_IN_FORCE`, and `MERGE_OWN` to the person. */
  undo({ by, reason, needsSecond, at }: MergeOrder): void {
    if (this.state !== 'IN_FORCE') throw new Refused('MERGE_NOT_IN_FORCE', { state: this.state });
    if (by === this.merged.id || by === this.kept.id) throw new Refused('MERGE_OWN', {}, 'mergeId');
    Object.assign(this, { undoBy: by, undoReason: reason, undoNeedsSecond: needsSecond, state: needsSecond ? 'UNDO_PROPOSED' : 'UNDONE' });
    if (!needsSecond) Object.assign(this, { undoneBy: by, undoneAt: at });
  }
}
PersonMergeSchema.setClass(PersonMerge);
