import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { ExceptionRequest } from '../domain/exception-request.entity.js';
import { whyNotReport } from '../domain/report-policy.js';
import { PeriodException, type PeriodFacts, ReportingPeriod } from '../domain/reporting-period.entity.js';
import { reportFacts } from './report-facts.js';
import { personOf, reach } from './reach.js';

export interface OpenPeriodOrder extends PeriodFacts {
  readonly hostUnitId: string;
}

export interface GrantExceptionOrder {
  readonly periodId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly until: string;
}

/** The windows that communes report on, as the office keeps them. */
@Injectable()
export class PeriodService {
  constructor(private readonly work: UnitOfWork) {}

  openReportingPeriod(actor: Actor, order: OpenPeriodOrder): Promise<ReportingPeriod> {
    return this.work.act(actor, 'openReportingPeriod', async ({ em, record }) => {
      const host = await em.findOneOrFail(Unit, { $and: [{ id: order.hostUnitId }, { id: reach(actor, 'rollout:manage') }] });
      const period = ReportingPeriod.of(host, order);
      em.persist(period);
      const { key, startsOn, endsOn, dueOn } = order;
      record({ subject: { type: 'ReportingPeriod', id: period.id }, after: { host: host.id, key, startsOn, endsOn, dueOn } });
      await em.flush();
      return period;
    });
  }

  /** After this nobody types, whom no exception names. Waits for reports that are being saved or sent. */
  closePeriod(actor: Actor, order: { periodId: string; version: number }): Promise<ReportingPeriod> {
    return this.work.act(actor, 'closePeriod', async (act) => {
      const { em, at, record, emit } = act;
      const period = await this.load(act, order.periodId, LockMode.PESSIMISTIC_WRITE);
      act.onVersion(period, order.version);
      period.close(at, localDate(at));
      record({ subject: { type: 'ReportingPeriod', id: period.id }, before: { closed: false }, after: { closed: true } });
      emit({ type: 'period.closed', payload: { periodId: period.id } });
      await em.flush();
      return period;
    });
  }

  /** Reopens a closed period for one unit until the end of a day. Refuses a unit that has nothing to report in it. */
  grantException(actor: Actor, order: GrantExceptionOrder): Promise<ReportingPeriod> {
    return this.work.act(actor, 'grantException', async (act) => {
      const { em, at, record } = act;
      const period = await this.load(act, order.periodId, LockMode.PESSIMISTIC_READ);
      const unit = await em.findOneOrFail(Unit, { id: order.unitId });
      const terms = { reason: order.reason, until: order.until, today: localDate(at), grantedBy: personOf(em, actor), at };
      period.refuseUnlessClosed();
      const facts = await reportFacts(em, { period, unitId: unit.id, today: terms.today });
      refuseIf(whyNotReport({ ...facts, exceptionUntil: terms.today }));
      const exception = PeriodException.of(period, unit, terms);
      em.persist(exception);
      await this.takeUp(act, exception);
      record({
        subject: { type: 'ReportingPeriod', id: period.id },
        after: { exception: exception.id, unit: unit.id, until: order.until },
        reason: exception.reason,
      });
      await em.flush();
      return period;
    });
  }

  /** Takes an exception back before it has run out: the unit types no more. What it has sent stands. */
  revokeException(actor: Actor, order: { exceptionId: string; reason: string }): Promise<ReportingPeriod> {
    return this.work.act(actor, 'revokeException', async (act) => {
      const { em, at, record, emit } = act;
      const where = { id: order.exceptionId, period: { host: reach(actor, 'rollout:manage') } };
      const found = await em.findOneOrFail(PeriodException, where);
      const exception = await em.refreshOrFail(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
      exception.revoke({ by: personOf(em, actor), at, today: localDate(at), reason: order.reason });
      await em.flush();
      record({
        subject: { type: 'ReportingPeriod', id: exception.period.id },
        before: { exception: exception.id, unit: exception.unit.id, until: exception.until },
        after: { revoked: true },
        reason: order.reason,
      });
      emit({ type: 'exception.revoked', payload: { exceptionId: exception.id } });
      return em.findOneOrFail(ReportingPeriod, { id: exception.period.id });
    });
  }

  /** What the unit asked for is granted by it, if it asked. */
  private async takeUp({ em, at, emit }: Act, exception: PeriodException): Promise<void> {
    const { period, unit, grantedBy } = exception;
    const waiting = { period: period.id, unit: unit.id, state: 'REQUESTED' } as const;
    const request = await em.findOne(ExceptionRequest, waiting, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!request) return;
    request.grant(exception, { by: grantedBy && em.getReference(Person, grantedBy.id), at });
    emit({ type: 'exception.decided', payload: { requestId: request.id } });
  }

  private load({ em, actor }: Act, id: string, lockMode: LockMode.PESSIMISTIC_READ | LockMode.PESSIMISTIC_WRITE): Promise<ReportingPeriod> {
    return em.findOneOrFail(ReportingPeriod, { id, host: reach(actor, 'rollout:manage') }, { lockMode });
  }
}
