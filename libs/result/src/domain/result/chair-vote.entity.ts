import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { CONTEST_PHASE_WORDS, type Contest } from '#domain/contest';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { ContestResult } from './result.entity.js';

const ChairVoteSchema = defineEntity({
  name: 'ChairVote',
  tableName: 'chair_vote',
  checks: [{ name: 'chair_vote_parts_some', expression: "jsonb_typeof(initiatives) = 'array' and jsonb_array_length(initiatives) > 1" }],
  properties: {
    id: p.uuid().primary(),
    // The version of the result in which they were equal.
    result: () => p.manyToOne(ContestResult).lazyRef().index('chair_vote_result'),
    // The ids of a whole tied group, in the order that the chair gives them.
    initiatives: p.json<string[]>(),
    reason: p.text(),
    castBy: () => p.manyToOne(Person).lazyRef().index(false),
    castAt: p.datetime(),
  },
});

/** The word of the jury's chair on those whom nothing else parts. Cast once, and kept. */
export class ChairVote extends ChairVoteSchema.class {
  static cast(on: ContestResult, vote: { initiatives: readonly string[]; reason: string; by: Person; at: Date }): ChairVote {
    const { initiatives, reason, by, at } = vote;
    return Object.assign(new ChairVote(), {
      id: newId(),
      result: on,
      initiatives: [...initiatives],
      reason,
      castBy: by,
      castAt: at,
    });
  }
}
ChairVoteSchema.setClass(ChairVote);

/** Why the result of a contest cannot have another version by a vote in its present phase. */
export function whyNotVote({ phase }: Pick<Contest, 'phase'>): WhyNot {
  return phase === 'JUDGING' || phase === 'DELIBERATION' ? null : new Refused('RESULT_STANDS', { phase: CONTEST_PHASE_WORDS[phase] });
}
