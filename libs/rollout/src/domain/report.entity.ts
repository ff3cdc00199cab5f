import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, newId } from '#lib/kernel';
import { REPORT_STATES, type ReportState } from './report-policy.js';
import { ReportingPeriod } from './reporting-period.entity.js';

const ReportSchema = defineEntity({
  name: 'Report',
  tableName: 'report',
  uniques: [{ name: 'report_once_per_unit', properties: ['period', 'unit'] }],
  indexes: [{ name: 'report_submitted', expression: "create index report_submitted on report (period_id) where state = 'SUBMITTED'" }],
  checks: [
    { name: 'report_state', expression: `state in (${REPORT_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'report_received_iff_submitted', expression: "(state = 'DRAFT') = (received_at is null)" },
    { name: 'report_decided_iff_settled', expression: "(state in ('APPROVED', 'RETURNED')) = (decided_at is not null)" },
    { name: 'report_returned_with_reason', expression: "state <> 'RETURNED' or return_reason is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    period: () => p.manyToOne(ReportingPeriod).lazyRef(),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    state: p.text().$type<ReportState>(),
    note: p.text().strictNullable(),
    // When it first came in: that decides whether it was on time, also where it was returned since.
    receivedAt: p.datetime().strictNullable(),
    submittedAt: p.datetime().strictNullable(),
    submittedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    decidedAt: p.datetime().strictNullable(),
    decidedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    returnReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** What a commune reports for a period, over all rollouts it takes part in. */
export class Report extends ReportSchema.class {
  static begin(period: ReportingPeriod, unit: Unit): Report {
    const report = new Report();
    report.id = newId();
    report.period = period;
    report.unit = unit;
    Object.assign(report, {
      state: 'DRAFT',
      note: null,
      receivedAt: null,
      submittedAt: null,
      submittedBy: null,
      decidedAt: null,
      decidedBy: null,
      returnReason: null,
    });
    return report;
  }

  submit(by: Person | null, at: Date): void {
    this.state = 'SUBMITTED';
    this.submittedAt = at;
    this.submittedBy = by;
    this.receivedAt ??= at;
    this.decidedAt = null;
    this.decidedBy = null;
  }

  /** Refuses a report that is not waiting for it. */
  approve(by: Person | null, at: Date): void {
    this.decide('APPROVED', by, at);
    this.returnReason = null;
  }

  return(reason: string, by: Person | null, at: Date): void {
    this.decide('RETURNED', by, at);
    if (!reason.trim()) throw new Refused('REASON_MISSING', {}, 'reason');
    this.returnReason = reason.trim();
  }

  refuseUnlessSubmitted(): void {
    if (this.state !== 'SUBMITTED') throw new Refused('REPORT_NOT_SUBMITTED', { state: this.state });
  }

  private decide(state: ReportState, by: Person | null, at: Date): void {
    this.refuseUnlessSubmitted();
    this.state = state;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
ReportSchema.setClass(Report);
