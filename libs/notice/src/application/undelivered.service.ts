import { type EntityManager, LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, Job, OutboxEvent, ScheduleFault, UnitOfWork } from '#lib/platform';
import { Mail } from '../domain/notice.entity.js';
import { type UndeliveredKind, UndeliveredQueries, type UndeliveredRead } from './undelivered.queries.js';

type Deliverable = OutboxEvent | Mail | ScheduleFault | Job;

const OF_KIND = { EVENT: OutboxEvent, MAIL: Mail, SCHEDULE: ScheduleFault, JOB: Job } as const;
const SUBJECT: Readonly<Record<UndeliveredKind, string>> = {
  EVENT: 'OutboxEvent',
  MAIL: 'Mail',
  SCHEDULE: 'ScheduleFault',
  JOB: 'Job',
};

/** What an administrator of the host does about what did not get through. */
@Injectable()
export class UndeliveredService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: UndeliveredQueries,
  ) {}

  /** It is tried again from the beginning. Refuses `NOT_FOUND`, `ALREADY_DELIVERED`, `ALREADY_DISCARDED`, `SCHEDULE_COMES_ROUND`. */
  retryUndelivered(actor: Actor, { undeliveredId }: { undeliveredId: string }): Promise<UndeliveredRead> {
    return this.work.act(actor, 'retryUndelivered', async (act) => {
      const { found, subject, before } = await this.find(act, undeliveredId);
      found.retry(act.at);
      act.record({ subject, before, after: { state: 'WAITING', attempts: 0 } });
      return this.settled(act, undeliveredId);
    });
  }

  /** It is given up for good. Refuses `NOT_FOUND`, `ALREADY_DELIVERED`, `ALREADY_DISCARDED`, `JOB_NOT_OVER`. */
  discardUndelivered(actor: Actor, { undeliveredId, reason }: { undeliveredId: string; reason: string }): Promise<UndeliveredRead> {
    return this.work.act(actor, 'discardUndelivered', async (act) => {
      const { found, subject, before } = await this.find(act, undeliveredId);
      found.discard(act.at);
      act.record({ subject, before, after: { state: 'DISCARDED' }, reason });
      return this.settled(act, undeliveredId);
    });
  }

  private async find({ em, actor }: Act, id: string) {
    const read = await this.queries.one(actor, id);
    if (!read) throw new Refused('NOT_FOUND', {}, 'undeliveredId');
    const { kind, about, state, attempts, error } = read;
    return { found: await locked(em, kind, id), subject: { type: SUBJECT[kind], id }, before: { about, state, attempts, error } };
  }

  private async settled({ em, actor }: Act, id: string): Promise<UndeliveredRead> {
    await em.flush();
    const read = await this.queries.one(actor, id);
    if (!read) throw new Refused('NOT_FOUND', {}, 'undeliveredId');
    return read;
  }
}

function locked(em: EntityManager, kind: UndeliveredKind, id: string): Promise<Deliverable> {
  return em.findOneOrFail<Deliverable>(OF_KIND[kind], { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
