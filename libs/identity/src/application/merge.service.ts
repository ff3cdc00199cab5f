import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { PersonDouble } from '../domain/person-double.entity.js';
import { type MergeOrder, PersonMerge } from '../domain/person-merge.entity.js';
import { type Standing } from '../domain/reach.js';
import { whyNotSecond } from '../domain/second-person.js';
import { HandQueries } from './hand.queries.js';
import { MergeEffects } from './merge.effects.js';
import { MergeQueries } from './merge.queries.js';
import { hold, personWithin, recordWithin, standingOf } from './person.scope.js';

interface OfMerge {
  readonly mergeId: string;
  readonly version: number;
}

export interface MergePersonsOrder {
  readonly mergedId: string;
  readonly keptId: string;
  readonly reason: string;
}

/** Records that are of one person, put together and apart again. While a contest is being judged two people decide on either. */
@Injectable()
export class MergeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: MergeQueries,
    private readonly effects: MergeEffects,
    private readonly hands: HandQueries,
  ) {}

  /**
   * At once, or proposed while a contest is being judged. Refuses `MERGE_SAME`, `MERGE_OWN`, every rule that would be broken at once, and
   * `NOT_FOUND` for a record out of reach.
   */
  async mergePersons(actor: Actor, { mergedId, keptId, reason }: MergePersonsOrder): Promise<PersonMerge> {
    return this.work.act(actor, 'mergePersons', async (act) => {
      await holdBoth(act, [mergedId, keptId]);
      const merged = await recordWithin(act, 'account:manage', mergedId, 'mergedId');
      const kept = await recordWithin(act, 'account:manage', keptId, 'keptId');
      const merge = PersonMerge.of(merged, kept, await this.order(act, reason));
      refuseIf(allRefused(await this.queries.problems(mergedId, keptId)));
      act.em.persist(merge);
      return this.kept(act, merge, reason);
    });
  }

  /** As the second person: of the merge, or that it is undone. Refuses `MERGE_DECIDED`, `SECOND_PERSON_SAME`, `SECOND_PERSON_TIED`, and of a merge what would be refused if it were proposed now. */
  async confirmPersonMerge(actor: Actor, order: OfMerge): Promise<PersonMerge> {
    return this.work.act(actor, 'confirmPersonMerge', async (act) => {
      const merge = await this.mergeFor(act, 'grant:confirm', order);
      await this.refuseUnlessSecond(act, merge);
      if (merge.state === 'PROPOSED') refuseIf(allRefused(await this.queries.problems(merge.merged.id, merge.kept.id)));
      merge.confirm(actor.id, act.at);
      return this.kept(act, merge, null);
    });
  }

  /** By whoever may decide on it; by who proposed it, it is taken back. Refuses `MERGE_DECIDED`. */
  async refusePersonMerge(actor: Actor, { reason, ...order }: OfMerge & { readonly reason: string }): Promise<PersonMerge> {
    return this.work.act(actor, 'refusePersonMerge', async (act) => {
      const merge = await this.mergeFor(act, 'grant:confirm', order);
      merge.refuse(actor.id, reason, act.at);
      await act.em.flush();
      this.record(act, merge, reason);
      return merge;
    });
  }

  /** Both stand for themselves again, with the roles and the account that rested. Refuses `MERGE_NOT_IN_FORCE`, `MERGE_OWN`. */
  async undoPersonMerge(actor: Actor, { reason, ...order }: OfMerge & { readonly reason: string }): Promise<PersonMerge> {
    return this.work.act(actor, 'undoPersonMerge', async (act) => {
      const merge = await this.mergeFor(act, 'account:manage', order);
      merge.undo(await this.order(act, reason));
      return this.kept(act, merge, reason);
    });
  }

  /** That two records which look alike are of two people. Refuses `DOUBLE_DISMISSED`. */
  async keepPersonsApart(
    actor: Actor,
    order: { readonly doubleId: string; readonly version: number; readonly reason: string },
  ): Promise<PersonDouble> {
    return this.work.act(actor, 'keepPersonsApart', async (act) => {
      const known = await act.em.findOneOrFail(PersonDouble, { id: order.doubleId });
      for (const { id } of [known.first, known.second]) await personWithin(act, 'account:manage', id, 'doubleId');
      const double = await act.held(known, order.version);
      double.dismiss(order.reason, act.at);
      await act.em.flush();
      const after = { first: double.first.id, second: double.second.id, dismissedAt: act.at };
      act.record({ subject: { type: 'PersonDouble', id: double.id }, after, reason: order.reason });
      return double;
    });
  }

  private async order({ actor, at }: Act, reason: string): Promise<MergeOrder> {
    return { by: actor.id, reason, needsSecond: await this.queries.needsSecond(), at };
  }

  /** What follows from the state that it has come to. */
  private async kept(act: Act, merge: PersonMerge, reason: string | null): Promise<PersonMerge> {
    if (merge.state === 'IN_FORCE') await this.effects.merge(act, merge);
    if (merge.state === 'UNDONE') await this.effects.undo(act, merge);
    await act.em.flush();
    this.record(act, merge, reason);
    return merge;
  }

  private record(act: Act, { id, merged, kept, state, proposedBy, undoBy }: PersonMerge, reason: string | null): void {
    const after = { state, merged: merged.id, kept: kept.id, proposedBy, undoBy };
    act.record({ subject: { type: 'PersonMerge', id }, after, ...(reason !== null && { reason }) });
    act.emit({ type: 'identity.personMergeChanged', payload: { mergeId: id, state, personIds: [merged.id, kept.id], by: act.actor.id } });
  }

  private async refuseUnlessSecond({ em, actor, at }: Act, merge: PersonMerge): Promise<void> {
    const { rows } = await sql<{ standing: Standing }>`select ${standingOf(localDate(at))} as standing from person p
      where p.id in (${merge.merged.id}, ${merge.kept.id})`.execute(em.getKysely());
    const units = rows.flatMap(({ standing: { unitIds, outside, hostIds } }) => (outside ? [...unitIds, ...hostIds] : unitIds));
    const by = merge.proposer();
    const first = { id: by, hand: await this.hands.handOf(by) };
    const second = { id: actor.id, hand: await this.hands.handOfDecider(actor, ...new Set(units)) };
    refuseIf(whyNotSecond({ first, second, about: merge.merged.id }));
    refuseIf(whyNotSecond({ first, second, about: merge.kept.id }));
  }

  private async mergeFor(act: Act, permission: string, { mergeId, version }: OfMerge): Promise<PersonMerge> {
    const { em } = act;
    const known = await em.findOneOrFail(PersonMerge, { id: mergeId });
    await holdBoth(act, [known.merged.id, known.kept.id]);
    for (const { id } of [known.merged, known.kept]) await recordWithin(act, permission, id, 'mergeId');
    const merge = await em.findOneOrFail(
      PersonMerge,
      { id: mergeId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, populate: ['merged', 'kept'] },
    );
    act.onVersion(merge, version);
    return merge;
  }
}

/** In one order, so that two acts wait for one another. */
async function holdBoth({ em }: Act, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) await hold(em, id);
}
