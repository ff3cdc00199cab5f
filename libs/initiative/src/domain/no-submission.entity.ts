import { defineEntity, p } from '@mikro-orm/core';
import { Contest, type ContestPhase } from '#domain/contest';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, newId } from '#lib/kernel';

const NoSubmissionSchema = defineEntity({
  name: 'NoSubmission',
  tableName: 'no_submission',
  uniques: [{ name: 'no_submission_once', properties: ['contest', 'unit'] }],
  checks: [{ name: 'no_submission_says_why', expression: "btrim(reason) <> ''" }],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    reason: p.text(),
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
    version: p.integer(),
  },
});

/** Why a unit of the roster has sent nothing to a contest, in its own words. It stands beside what the unit may still send. */
export class NoSubmission extends NoSubmissionSchema.class {
  static of(contest: Contest, unit: Unit): NoSubmission {
    const said = new NoSubmission();
    Object.assign(said, { id: newId(), contest, unit, reason: '', by: null, version: 0 });
    return said;
  }

  /** Says why; the later word stands. */
  say(reason: string, { by, at }: { by: Person | null; at: Date }): void {
    Object.assign(this, { reason: reason.trim(), by, at, version: this.version + 1 });
  }
}
NoSubmissionSchema.setClass(NoSubmission);

/** Phases in which nobody is asked yet, or any more, why they sent nothing. */
export const NOT_MISSED_IN: readonly ContestPhase[] = ['DRAFT', 'ANNOUNCED', 'ARCHIVED', 'CANCELLED'];

/** Why a unit cannot say now that it sent nothing, and why: nothing can be sent yet, the contest is over, or it has sent something. */
export function whyNotSayNothing(contest: { readonly phase: ContestPhase }, sent: boolean): WhyNot {
  if (NOT_MISSED_IN.includes(contest.phase)) return new Refused('NO_SUBMISSION_NOT_ASKED');
  return sent ? new Refused('UNIT_HAS_SENT', {}, 'unitId') : null;
}
