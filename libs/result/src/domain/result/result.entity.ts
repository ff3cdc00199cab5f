import { defineEntity, p } from '@mikro-orm/core';
import { Contest, RuleBook } from '#domain/contest';
import { newId } from '#lib/kernel';
import { type Aggregation } from '#lib/statistics';
import { type RoundStatistics } from './agreement.js';
import { type AuditHead, CONTEST_RESULT_CAUSES, type ContestResultCause, ROUND_RESULT_CAUSES, type RoundResultCause } from './causes.js';
import { Round } from '#domain/scoring';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

export { type AuditHead, CONTEST_RESULT_CAUSES, type ContestResultCause, ROUND_RESULT_CAUSES, type RoundResultCause } from './causes.js';

/** How the next version of a result comes about. */
export interface Making<Cause> {
  readonly cause: Cause;
  readonly ruleBook: RuleBook;
  readonly auditHead: AuditHead;
  readonly at: Date;
}

/** The same for a round: how its cards became scores, and what statistics say of them. */
export interface RoundMaking extends Making<RoundResultCause> {
  readonly aggregation: Aggregation;
  readonly statistics: RoundStatistics;
}

const RoundResultSchema = defineEntity({
  name: 'RoundResult',
  tableName: 'round_result',
  uniques: [{ name: 'round_result_number', properties: ['round', 'number'] }],
  indexes: [
    {
      name: 'round_result_in_force',
      expression: 'create unique index round_result_in_force on round_result (round_id) where superseded_at is null',
    },
  ],
  checks: [
    { name: 'round_result_cause', expression: `cause in (${quoted(ROUND_RESULT_CAUSES)})` },
    { name: 'round_result_first_by_closing', expression: "(number = 1) = (cause = 'CLOSING')" },
  ],
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef(),
    // From 1; the version in force is the one that nothing has superseded.
    number: p.integer(),
    cause: p.text().$type<RoundResultCause>(),
    ruleBook: () => p.manyToOne(RuleBook).lazyRef().index(false),
    aggregation: p.text().$type<Aggregation>(),
    // Beside the ranks, never in them. Null for what was kept before there were statistics.
    statistics: p.json<RoundStatistics>().strictNullable(),
    // What the kept stability was reckoned from beside the cards; null where none is kept.
    stabilityOf: p.text().strictNullable(),
    auditSeq: p.bigint('number'),
    auditHash: p.text(),
    madeAt: p.datetime(),
    supersededAt: p.datetime().strictNullable(),
  },
});

/** One version of what came out of a closed round. Corrected, it is superseded and stays readable. */
export class RoundResult extends RoundResultSchema.class {
  static make(round: Round, number: number, making: RoundMaking): RoundResult {
    const { cause, ruleBook, aggregation, statistics, auditHead, at } = making;
    const result = new RoundResult();
    Object.assign(result, { id: newId(), round, number, cause, ruleBook, aggregation, statistics, stabilityOf: null });
    Object.assign(result, { auditSeq: auditHead.seq, auditHash: auditHead.hash, madeAt: at, supersededAt: null });
    return result;
  }
}
RoundResultSchema.setClass(RoundResult);

const ContestResultSchema = defineEntity({
  name: 'ContestResult',
  tableName: 'contest_result',
  uniques: [{ name: 'contest_result_number', properties: ['contest', 'number'] }],
  indexes: [
    {
      name: 'contest_result_in_force',
      expression: 'create unique index contest_result_in_force on contest_result (contest_id) where superseded_at is null',
    },
  ],
  checks: [
    { name: 'contest_result_cause', expression: `cause in (${quoted(CONTEST_RESULT_CAUSES)})` },
    { name: 'contest_result_first_by_closing', expression: "(number = 1) = (cause = 'CLOSING')" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    number: p.integer(),
    cause: p.text().$type<ContestResultCause>(),
    // The version whose combination and ladder made it; a result carries its hash.
    ruleBook: () => p.manyToOne(RuleBook).lazyRef().index(false),
    auditSeq: p.bigint('number'),
    auditHash: p.text(),
    madeAt: p.datetime(),
    supersededAt: p.datetime().strictNullable(),
  },
});

/** One version of a contest's final standings. */
export class ContestResult extends ContestResultSchema.class {
  static make(contest: Contest, number: number, { cause, ruleBook, auditHead, at }: Making<ContestResultCause>): ContestResult {
    const result = new ContestResult();
    Object.assign(result, { id: newId(), contest, number, cause, ruleBook });
    Object.assign(result, { auditSeq: auditHead.seq, auditHash: auditHead.hash, madeAt: at, supersededAt: null });
    return result;
  }
}
ContestResultSchema.setClass(ContestResult);
