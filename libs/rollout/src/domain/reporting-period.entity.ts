import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, newId, refuseIf, whyNotDate } from '#lib/kernel';

const ReportingPeriodSchema = defineEntity({
  name: 'ReportingPeriod',
  tableName: 'reporting_period',
  uniques: [{ name: 'reporting_period_key', properties: ['host', 'key'] }],
  checks: [
    { name: 'reporting_period_ends_after_it_begins', expression: 'ends_on >= starts_on' },
    { name: 'reporting_period_due_after_it_begins', expression: 'due_on >= starts_on' },
  ],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(Unit).lazyRef(),
    key: p.text(),
    nameVi: p.text(),
    nameEn: p.text(),
    startsOn: p.date(),
    endsOn: p.date(),
    dueOn: p.date().index(),
    closedAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

export interface PeriodFacts {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
}

/**
 * A window that communes report on, and the day by which. Not a calendar quarter, and periods overlap: the year contains the half-year.
 * Windows: công văn 581/BNV-CCHC.
 */
export class ReportingPeriod extends ReportingPeriodSchema.class {
  /** Refuses an end or a due date before the start. */
  static of(host: Unit, facts: PeriodFacts): ReportingPeriod {
    if (facts.endsOn < facts.startsOn) throw new Refused('PERIOD_ENDS_BEFORE_IT_BEGINS', {}, 'endsOn');
    if (facts.dueOn < facts.startsOn) throw new Refused('DUE_BEFORE_START', { startedOn: facts.startsOn }, 'dueOn');
    const period = new ReportingPeriod();
    period.id = newId();
    period.host = host;
    const { key, nameVi, nameEn, startsOn, endsOn, dueOn } = facts;
    Object.assign(period, { key, nameVi, nameEn, startsOn, endsOn, dueOn, closedAt: null });
    return period;
  }

  /** Refuses a period that is closed already, or has not begun. */
  refuseUnlessClosed(): void {
    if (!this.closedAt) throw new Refused('PERIOD_NOT_CLOSED');
  }

  close(at: Date, today: string): void {
    if (this.closedAt) throw new Refused('PERIOD_CLOSED');
    if (today < this.startsOn) throw new Refused('PERIOD_NOT_OPEN', { startsOn: this.startsOn });
    this.closedAt = at;
  }
}
ReportingPeriodSchema.setClass(ReportingPeriod);

const PeriodExceptionSchema = defineEntity({
  name: 'PeriodException',
  tableName: 'period_exception',
  indexes: [{ name: 'period_exception_of', properties: ['period', 'unit', 'until'] }],
  checks: [{ name: 'period_exception_revoked_iff_reason', expression: '(revoked_at is null) = (revoke_reason is null)' }],
  properties: {
    id: p.uuid().primary(),
    period: () => p.manyToOne(ReportingPeriod).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    reason: p.text(),
    until: p.date(),
    grantedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    grantedAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
    revokedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    revokeReason: p.text().strictNullable(),
  },
});

/** A closed period reopened for one unit: why, by whom, and until which day. */
export class PeriodException extends PeriodExceptionSchema.class {
  /** Refuses where the period is open anyway, or the last day lies behind. */
  static of(
    period: ReportingPeriod,
    unit: Unit,
    terms: { reason: string; until: string; today: string; grantedBy: Person | null; at: Date },
  ): PeriodException {
    period.refuseUnlessClosed();
    refuseIf(whyNotDate('EXCEPTION', terms.until, { now: terms.today, path: 'until' }));
    const exception = new PeriodException();
    exception.id = newId();
    exception.period = period;
    exception.unit = unit;
    exception.reason = terms.reason.trim();
    exception.until = terms.until;
    exception.grantedBy = terms.grantedBy;
    exception.grantedAt = terms.at;
    Object.assign(exception, { revokedAt: null, revokedBy: null, revokeReason: null });
    return exception;
  }

  /** Refuses `EXCEPTION_REVOKED` and, once its last day is over, `EXCEPTION_ENDED`. */
  revoke({ by, at, today, reason }: { by: Person | null; at: Date; today: string; reason: string }): void {
    refuseIf(whyNotRevoke(this, today));
    Object.assign(this, { revokedAt: at, revokedBy: by, revokeReason: reason.trim() });
  }
}
PeriodExceptionSchema.setClass(PeriodException);

/** Why an exception cannot be taken back: it was, or has run out. */
export function whyNotRevoke({ revokedAt, until }: { revokedAt: Date | string | null; until: string }, today: string): WhyNot {
  if (revokedAt !== null) return new Refused('EXCEPTION_REVOKED');
  return until < today ? new Refused('EXCEPTION_ENDED', { until }) : null;
}
