import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, SYSTEM, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { plainAddress } from '../domain/address.js';
import { FactorReset } from '../domain/factor-reset.entity.js';
import { Person } from '../domain/person.entity.js';
import { type Standing } from '../domain/reach.js';
import { SecondFactor } from '../domain/second-factor.entity.js';
import { whyNotSecond } from '../domain/second-person.js';
import { CodeCheck } from './code-check.js';
import { FactorQueries } from './factor.queries.js';
import { HandQueries } from './hand.queries.js';
import { personWithin, standingOf } from './person.scope.js';
import { SessionService } from './session.service.js';

/**
 * Second factors that were lost. A reset takes the factor away and nothing else: its owner comes in by their password, which nobody else
 * sets, and sets up another. Where that would let somebody near the judging, two others decide on it, who are not of one hand.
 */
@Injectable()
export class FactorResetService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly queries: FactorQueries,
    private readonly hands: HandQueries,
    private readonly codes: CodeCheck,
  ) {}

  /**
   * At once, or proposed where the person has a right over the judging. Refuses `FACTOR_OWN`, `FACTOR_NONE`, `FACTOR_RESET_PROPOSED`, and
   * `NOT_FOUND` for a person out of reach.
   */
  async resetSecondFactor(actor: Actor, order: { readonly personId: string; readonly reason: string }): Promise<FactorReset> {
    return this.work.act(actor, 'resetSecondFactor', async (act) => {
      if (order.personId === actor.id) throw new Refused('FACTOR_OWN', {}, 'personId');
      const person = await personWithin(act, 'grant:confirm', order.personId);
      return this.begin(act, person, order.reason);
    });
  }

  /** As the second person. Refuses `FACTOR_OWN`, `SECOND_PERSON_SAME`, `SECOND_PERSON_TIED`, `FACTOR_RESET_DECIDED`, `STALE`. */
  async confirmFactorReset(actor: Actor, order: { readonly resetId: string; readonly version: number }): Promise<FactorReset> {
    return this.work.act(actor, 'confirmFactorReset', async (act) => {
      const reset = await this.resetFor(act, order);
      await this.refuseUnlessSecond(act, reset);
      reset.confirm(actor.id, act.at);
      return this.done(act, reset);
    });
  }

  /** By whoever may decide on it; by who proposed it, it is taken back. */
  async refuseFactorReset(
    actor: Actor,
    { reason, ...order }: { readonly resetId: string; readonly version: number; readonly reason: string },
  ): Promise<FactorReset> {
    return this.work.act(actor, 'refuseFactorReset', async (act) => {
      const reset = await this.resetFor(act, order);
      reset.refuse(actor.id, act.at, reason);
      return this.done(act, reset);
    });
  }

  /**
   * By who keeps the machine and the database, alone and at once: where one administrator and one leader are left, no two people are who
   * could decide on the factor of either. Refuses `NOT_FOUND`, `FACTOR_NONE`.
   */
  async resetAtTheMachine({ email, reason }: { readonly email: string; readonly reason: string }): Promise<FactorReset> {
    return this.work.act(SYSTEM, 'resetFactorAtTheMachine', async (act) => {
      const person = await act.em.findOne(Person, { email: plainAddress(email) });
      if (!person) throw new Refused('NOT_FOUND', { what: 'Person' });
      await this.codes.giveUpResets(act, person.id);
      return this.begin(act, person, reason);
    });
  }

  private async begin(act: Act, person: Person, reason: string): Promise<FactorReset> {
    const { em, actor, at } = act;
    if ((await em.count(SecondFactor, { person: person.id, confirmedAt: { $ne: null } })) === 0)
      throw new Refused('FACTOR_NONE', {}, 'personId');
    const needsSecond = await this.queries.isOverJudging(person.id);
    const reset = FactorReset.of(person, { by: actor.isSystem ? null : actor.id, needsSecond, reason, at });
    em.persist(reset);
    return this.done(act, reset);
  }

  private async done(act: Act, reset: FactorReset): Promise<FactorReset> {
    const { id, state, reason, refusalReason, proposedBy, person } = reset;
    await act.em.flush();
    act.record({
      subject: { type: 'FactorReset', id },
      after: { state, person: person.id, proposedBy },
      reason: refusalReason ?? reason,
    });
    if (state === 'DONE') {
      await act.em.nativeDelete(SecondFactor, { person: person.id });
      await this.sessions.revokeAll(act.actor, person.id, 'resetSecondFactor');
    }
    act.emit({ type: 'identity.factorResetChanged', payload: { resetId: id, state, personId: person.id, by: act.actor.id } });
    return reset;
  }

  private async refuseUnlessSecond({ em, actor, at }: Act, { proposedBy, person }: FactorReset): Promise<void> {
    if (proposedBy === null) return;
    const { rows } = await sql<{ standing: Standing }>`
      select ${standingOf(localDate(at))} as standing from person p where p.id = ${person.id}`.execute(em.getKysely());
    const { unitIds = [], hostIds = [], outside = false } = rows[0]?.standing ?? {};
    const units = outside ? [...unitIds, ...hostIds] : unitIds;
    const first = { id: proposedBy, hand: await this.hands.handOf(proposedBy) };
    const second = { id: actor.id, hand: await this.hands.handOfDecider(actor, ...units) };
    refuseIf(whyNotSecond({ first, second, about: person.id }));
  }

  private async resetFor(act: Act, { resetId, version }: { readonly resetId: string; readonly version: number }): Promise<FactorReset> {
    const { em, actor } = act;
    const reset = await em.findOneOrFail(FactorReset, { id: resetId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    await personWithin(act, 'grant:confirm', reset.person.id, 'resetId');
    if (reset.person.id === actor.id) throw new Refused('FACTOR_OWN', {}, 'resetId');
    act.onVersion(reset, version);
    return reset;
  }
}
