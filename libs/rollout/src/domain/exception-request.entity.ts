import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, type Words, newId } from '#lib/kernel';
import { type ReportFacts, whyNotReport } from './report-policy.js';
import { PeriodException, ReportingPeriod } from './reporting-period.entity.js';

export const EXCEPTION_REQUEST_STATES = ['REQUESTED', 'GRANTED', 'REFUSED'] as const;
export type ExceptionRequestState = (typeof EXCEPTION_REQUEST_STATES)[number];

/** What people call what became of a request. */
export const EXCEPTION_REQUEST_STATE_WORDS: Readonly<Record<ExceptionRequestState, Words>> = {
  REQUESTED: { vi: 'chờ giải quyết', en: 'waiting to be decided' },
  GRANTED: { vi: 'đã chấp nhận', en: 'granted' },
  REFUSED: { vi: 'không chấp nhận', en: 'refused' },
};

const ExceptionRequestSchema = defineEntity({
  name: 'ExceptionRequest',
  tableName: 'exception_request',
  indexes: [
    {
      name: 'exception_request_one_waits',
      expression: "create unique index exception_request_one_waits on exception_request (period_id, unit_id) where state = 'REQUESTED'",
    },
    { name: 'exception_request_unit', properties: ['unit'] },
  ],
  checks: [
    { name: 'exception_request_state', expression: `state in (${EXCEPTION_REQUEST_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'exception_request_says_why', expression: "btrim(reason) <> ''" },
    { name: 'exception_request_decided_iff_not_waiting', expression: "(state = 'REQUESTED') = (decided_at is null)" },
    { name: 'exception_request_refused_with_reason', expression: "(state = 'REFUSED') = (decision_reason is not null)" },
    { name: 'exception_request_granted_by_exception', expression: "(state = 'GRANTED') = (exception_id is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    period: () => p.manyToOne(ReportingPeriod).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    reason: p.text(),
    state: p.text().$type<ExceptionRequestState>(),
    requestedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    requestedAt: p.datetime(),
    decidedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    decidedAt: p.datetime().strictNullable(),
    decisionReason: p.text().strictNullable(),
    exception: () => p.manyToOne(PeriodException).lazyRef().strictNullable().index(false).deleteRule('no action'),
  },
});

interface Decided {
  readonly by: Person | null;
  readonly at: Date;
}

/** A commune asks that a closed period be opened for it; the office grants it by an exception, or refuses and says why. */
export class ExceptionRequest extends ExceptionRequestSchema.class {
  static of(period: ReportingPeriod, unit: Unit, asked: { reason: string; by: Person | null; at: Date }): ExceptionRequest {
    const request = new ExceptionRequest();
    Object.assign(request, { id: newId(), period, unit, state: 'REQUESTED', reason: asked.reason.trim(), requestedBy: asked.by });
    Object.assign(request, { requestedAt: asked.at, decidedBy: null, decidedAt: null, decisionReason: null, exception: null });
    return request;
  }

  grant(exception: PeriodException, { by, at }: Decided): void {
    Object.assign(this, { state: 'GRANTED', exception, decidedBy: by, decidedAt: at });
  }

  /** Refuses `EXCEPTION_DECIDED`. */
  refuse(reason: string, { by, at }: Decided): void {
    if (this.state !== 'REQUESTED') throw new Refused('EXCEPTION_DECIDED');
    Object.assign(this, { state: 'REFUSED', decisionReason: reason.trim(), decidedBy: by, decidedAt: at });
  }
}
ExceptionRequestSchema.setClass(ExceptionRequest);

/** Why a unit does not ask for an exception: it may type anyway, has nothing to type, or waits for an answer already. */
export function whyNotRequestException(facts: ReportFacts, waits: boolean): WhyNot {
  if (!facts.closed) return new Refused('PERIOD_NOT_CLOSED');
  const typing = whyNotReport({ ...facts, exceptionUntil: facts.today });
  if (typing) return typing;
  if (whyNotReport(facts) === null) return new Refused('EXCEPTION_RUNS', { until: facts.exceptionUntil ?? facts.today });
  return waits ? new Refused('EXCEPTION_REQUESTED') : null;
}
