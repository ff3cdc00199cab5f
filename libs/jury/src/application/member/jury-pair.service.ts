import { Injectable } from '@nestjs/common';
import { Contest, Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { type Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { JuryPair } from '../../domain/member/jury-pair.entity.js';
import { JuryPairQueries, type JuryPairRow } from './jury-pair.queries.js';
import { JuryQueries } from './jury.queries.js';

/** Judges who are not to judge the same initiative. Holds from the next assignment on. */
@Injectable()
export class JuryPairService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly juries: JuryQueries,
    private readonly pairs: JuryPairQueries,
  ) {}

  /** Refuses who has no seat on the jury, one and the same person, and a pair that is kept apart already. */
  setJuryPair(actor: Actor, order: { contestId: string; judgeId: string; otherId: string; reason: string }): Promise<JuryPairRow> {
    return this.work.act(actor, 'setJuryPair', async ({ em, record }) => {
      if (!(await this.juries.seesJudging(actor, 'jury:manage', order))) throw new Refused('NOT_FOUND', { what: 'Contest' });
      const contest = await em.findOneOrFail(Contest, { id: order.contestId });
      for (const path of ['judgeId', 'otherId'] as const) {
        const seats = await em.count(Seat, { contest, person: order[path], kind: 'JUDGE', endedAt: null });
        if (seats === 0) throw new Refused('NOT_ON_JURY', {}, path);
      }
      const named = JuryPair.of(contest, [em.getReference(Person, order.judgeId), em.getReference(Person, order.otherId)], order.reason);
      const known = await em.findOne(JuryPair, { contest, first: named.first.id, second: named.second.id });
      known?.renew(order.reason);
      const pair = known ?? named;
      em.persist(pair);
      const { judgeId, otherId, reason } = order;
      record({ subject: { type: 'JuryPair', id: pair.id }, after: { contestId: contest.id, judgeId, otherId }, personal: { reason } });
      await em.flush();
      return this.read(actor, pair.id);
    });
  }

  removeJuryPair(actor: Actor, order: { pairId: string; version: number; reason: string }): Promise<JuryPairRow> {
    return this.work.act(actor, 'removeJuryPair', async ({ em, held, record }) => {
      await this.read(actor, order.pairId);
      const pair = await held(await em.findOneOrFail(JuryPair, { id: order.pairId }), order.version);
      if (!pair.active) throw new Refused('JURY_PAIR_REMOVED');
      pair.remove();
      record({ subject: { type: 'JuryPair', id: pair.id }, before: { active: true }, after: { active: false }, reason: order.reason });
      await em.flush();
      return this.read(actor, pair.id);
    });
  }

  private async read(actor: Actor, id: string): Promise<JuryPairRow> {
    const row = await this.pairs.juryPair(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'JuryPair' });
    return row;
  }
}
