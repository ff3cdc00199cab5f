import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { whyNotReopen } from '../../domain/card/policies.js';
import { Reopening, whyNotDecide, whyNotWithdraw } from '../../domain/card/reopening.entity.js';
import { Scorecard } from '../../domain/card/scorecard.entity.js';
import { RoundLocks } from '../common/round-locks.js';
import { type ReopeningFacts, ReopeningQueries, type ReopeningRow } from './reopening.queries.js';
import { keepVersion, reopenCard } from './versions.writer.js';

const PERMISSION = 'round:manage';

interface Decision {
  readonly reopeningId: string;
  readonly version: number;
  readonly reason?: string;
}

/** Signed is final, unless two people reopen the card while its round runs; what was signed is kept. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: RoundLocks,
    private readonly queries: ReopeningQueries,
  ) {}

  /** By the judge of the card or an organiser. Refuses what is not signed, a round that is closed, and a second request beside one that waits. */
  requestReopening(actor: Actor, { scorecardId, reason }: { scorecardId: string; reason: string }): Promise<ReopeningRow> {
    return this.work.act(actor, 'requestReopening', async ({ em, at, record, emit }) => {
      const card = await this.lock(actor, scorecardId);
      if (await em.count(Reopening, { scorecard: scorecardId, state: 'REQUESTED' })) throw new Refused('REOPENING_WAITS');
      const by = em.getReference(Person, actor.id);
      const reopening = Reopening.request(em.getReference(Scorecard, scorecardId), { reason, by, at });
      await em.persist(reopening).flush();
      record({ subject: { type: 'Scorecard', id: scorecardId }, after: { reopening: reopening.id }, reason });
      emit({ type: 'reopening.requested', payload: { reopeningId: reopening.id, roundId: card.roundId, contestId: card.contestId } });
      return this.read(actor, reopening.id);
    });
  }

  /** By a second person. The signed version is kept, and the card is its judge's draft again with the marks it had. */
  approveReopening(actor: Actor, order: Decision): Promise<ReopeningRow> {
    return this.decide(actor, { verb: 'approveReopening', order }, async (reopening, act) => {
      const card = await this.lock(actor, reopening.scorecard.id);
      reopening.approve({ by: act.em.getReference(Person, actor.id), at: act.at });
      await keepVersion(act, card.id);
      await reopenCard(act, card.id, { settling: card.roundState === 'SETTLING' });
    });
  }

  /** By a second person; the card stays signed. */
  refuseReopening(actor: Actor, order: Decision & { reason: string }): Promise<ReopeningRow> {
    return this.decide(actor, { verb: 'refuseReopening', order }, (reopening, { em, at }) => {
      reopening.refuse({ by: em.getReference(Person, actor.id), at, reason: order.reason });
    });
  }

  /** By who asked for it, also once the round is closed; the card stays signed. */
  withdrawReopening(actor: Actor, order: Decision): Promise<ReopeningRow> {
    return this.work.act(actor, 'withdrawReopening', async ({ em, at, onVersion, record }) => {
      const seen = await this.read(actor, order.reopeningId);
      const reopening = await em.findOneOrFail(Reopening, { id: seen.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      refuseIf(whyNotWithdraw(reopening.state, { ...seen, actorId: actor.id }));
      onVersion(reopening, order.version);
      reopening.withdraw({ by: em.getReference(Person, actor.id), at });
      record({
        subject: { type: 'Scorecard', id: seen.scorecardId },
        before: { reopening: 'REQUESTED' },
        after: { reopening: reopening.state },
      });
      await em.flush();
      return this.read(actor, reopening.id);
    });
  }

  private decide(
    actor: Actor,
    { verb, order }: { verb: string; order: Decision },
    change: (reopening: Reopening, act: Act) => void | Promise<void>,
  ): Promise<ReopeningRow> {
    return this.work.act(actor, verb, async (act) => {
      const seen = await this.read(actor, order.reopeningId);
      await this.locks.update(act, seen.roundId, PERMISSION);
      const reopening = await act.em.findOneOrFail(Reopening, { id: seen.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      refuseIf(whyNotDecide(reopening.state, { ...seen, actorId: actor.id }));
      act.onVersion(reopening, order.version);
      await change(reopening, act);
      act.record({
        subject: { type: 'Scorecard', id: seen.scorecardId },
        before: { reopening: 'REQUESTED' },
        after: { reopening: reopening.state },
        reason: order.reason ?? null,
      });
      act.emit({
        type: 'reopening.decided',
        payload: { reopeningId: reopening.id, roundId: seen.roundId, judgeId: seen.judge.id, approved: reopening.state === 'APPROVED' },
      });
      await act.em.flush();
      return this.read(actor, reopening.id);
    });
  }

  private async lock(actor: Actor, scorecardId: string): Promise<ReopeningFacts> {
    const card = await this.queries.lockedCard(actor, scorecardId);
    if (!card) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
    refuseIf(whyNotReopen(card));
    if (!card.seated) throw new Refused('NOT_ON_JURY');
    return card;
  }

  private async read(actor: Actor, id: string): Promise<ReopeningRow> {
    const row = await this.queries.reopening(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Reopening' });
    return row;
  }
}
