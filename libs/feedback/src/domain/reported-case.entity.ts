import { defineEntity, p } from '@mikro-orm/core';
import { Refused, oneOf, randomId } from '#lib/kernel';
import { CASE_FINDINGS, CASE_KINDS, type CaseFinding, type CaseKind } from './case-rules.js';
import { Counter } from './counter.entity.js';

const ReportedCaseSchema = defineEntity({
  name: 'ReportedCase',
  tableName: 'reported_case',
  indexes: [
    { name: 'reported_case_in_order', properties: ['day', 'id'] },
    {
      name: 'reported_case_open',
      expression: 'create index reported_case_open on reported_case (counter_id) where closed_at is null',
    },
  ],
  uniques: [{ name: 'reported_case_once', properties: ['counter', 'day', 'kind'] }],
  checks: [
    { name: 'reported_case_kind', expression: oneOf('kind', CASE_KINDS) },
    { name: 'reported_case_finding', expression: oneOf('finding', CASE_FINDINGS) },
    { name: 'reported_case_counts', expression: 'ratings > 0' },
    { name: 'reported_case_id_tells_no_moment', expression: 'uuid_extract_version(id) = 4' },
    { name: 'reported_case_reply_in_words', expression: "(replied_at is null) = (reply is null) and btrim(reply) <> ''" },
    {
      name: 'reported_case_closed_with_conclusion',
      expression: "(closed_at is null) = (finding is null) and (closed_at is null) = (conclusion is null) and btrim(conclusion) <> ''",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    counter: () => p.manyToOne(Counter).lazyRef().index(false),
    day: p.date(),
    kind: p.text().$type<CaseKind>(),
    /** How many said so on that day. */
    ratings: p.integer(),
    /** It is about the head of the unit, who does not read it. */
    pastHead: p.boolean(),
    /** What the head says of it. */
    reply: p.text().strictNullable(),
    repliedAt: p.datetime().strictNullable(),
    finding: p.text().$type<CaseFinding>().strictNullable(),
    conclusion: p.text().strictNullable(),
    closedAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** What citizens said that somebody has to look into, of one day at one counter. The counter does not read it; its head does, unless it is about them. */
export class ReportedCase extends ReportedCaseSchema.class {
  static open(counter: Counter, said: { day: string; kind: CaseKind; ratings: number; pastHead: boolean }): ReportedCase {
    const opened = new ReportedCase();
    const none = { reply: null, repliedAt: null, finding: null, conclusion: null, closedAt: null };
    Object.assign(opened, { id: randomId(), counter, ...said, ...none });
    return opened;
  }

  answerWith(reply: string, at: Date): void {
    this.refuseIfClosed();
    Object.assign(this, { reply: reply.trim(), repliedAt: at });
  }

  /** The head reads it after all: it is not about them. What they have read they have read: there is no way back. */
  passToHead(): void {
    this.refuseIfClosed();
    if (!this.pastHead) throw new Refused('CASE_WITH_HEAD');
    this.pastHead = false;
  }

  close(finding: CaseFinding, conclusion: string, at: Date): void {
    this.refuseIfClosed();
    Object.assign(this, { finding, conclusion: conclusion.trim(), closedAt: at });
  }

  private refuseIfClosed(): void {
    if (this.closedAt !== null) throw new Refused('CASE_CLOSED');
  }
}
ReportedCaseSchema.setClass(ReportedCase);
