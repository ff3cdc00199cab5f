import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { ExceptionRequest, whyNotRequestException } from '../domain/exception-request.entity.js';
import { ReportingPeriod } from '../domain/reporting-period.entity.js';
import { reportFacts } from './report-facts.js';
import { personOf, reach } from './reach.js';

const subject = ({ id }: ExceptionRequest) => ({ type: 'ExceptionRequest', id });

/** A closed period is opened for a commune that asks; granting is the exception itself. */
@Injectable()
export class ExceptionService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses `NOT_FOUND` for another's commune, and where the commune may type anyway, has nothing to type, or has asked already. */
  requestException(actor: Actor, order: { periodId: string; unitId: string; reason: string }): Promise<ExceptionRequest> {
    return this.work.act(actor, 'requestException', async ({ em, at, record, emit }) => {
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach(actor, 'adoption:report') }] });
      // Held, so that two who ask at once are told so one after the other.
      const period = await em.findOneOrFail(ReportingPeriod, { id: order.periodId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const waits = (await em.count(ExceptionRequest, { period, unit, state: 'REQUESTED' })) > 0;
      refuseIf(whyNotRequestException(await reportFacts(em, { period, unitId: unit.id, today: localDate(at) }), waits));
      if (order.reason.trim() === '') throw new Refused('REASON_MISSING', {}, 'reason');
      const request = ExceptionRequest.of(period, unit, { reason: order.reason, by: personOf(em, actor), at });
      await em.persist(request).flush();
      record({ subject: subject(request), after: { period: period.id, unit: unit.id, state: request.state }, reason: request.reason });
      emit({ type: 'exception.requested', payload: { requestId: request.id } });
      return request;
    });
  }

  /** Refuses `NOT_FOUND` out of reach, `EXCEPTION_DECIDED`. */
  refuseException(actor: Actor, order: { requestId: string; reason: string }): Promise<ExceptionRequest> {
    return this.work.act(actor, 'refuseException', async ({ em, at, record, emit }) => {
      const where = { id: order.requestId, period: { host: reach(actor, 'rollout:manage') } };
      const found = await em.findOneOrFail(ExceptionRequest, where);
      const request = await em.refreshOrFail(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (request.state === 'REQUESTED' && order.reason.trim() === '') throw new Refused('REASON_MISSING', {}, 'reason');
      request.refuse(order.reason, { by: personOf(em, actor), at });
      await em.flush();
      record({ subject: subject(request), before: { state: 'REQUESTED' }, after: { state: request.state }, reason: order.reason });
      emit({ type: 'exception.decided', payload: { requestId: request.id } });
      return request;
    });
  }
}
