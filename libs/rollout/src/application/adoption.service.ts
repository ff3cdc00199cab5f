import { Injectable } from '@nestjs/common';
import { type Actor, Refused, localDate } from '#lib/kernel';
import { type Act, StoredFile, UnitOfWork } from '#lib/platform';
import { type AdoptionBasis, type AdoptionState, type LeastMonths } from '../domain/adoption-states.js';
import { Adoption, AdoptionChange, AdoptionEvidence, type ChangeBy } from '../domain/adoption.entity.js';
import { Rollout } from '../domain/rollout.entity.js';
import { personOf, reach } from './reach.js';

export interface ChangeAdoptionOrder {
  readonly adoptionId: string;
  readonly version: number;
  readonly to: AdoptionState;
  readonly effectiveOn: string;
  readonly reason?: string | null;
  /** What shows it, and the file of the adoption that does. */
  readonly evidence?: string | null;
  readonly fileId?: string | null;
}

export interface SetBasisOrder {
  readonly adoptionId: string;
  readonly version: number;
  readonly basis: AdoptionBasis;
  readonly effectiveOn: string;
  readonly reason?: string | null;
}

export interface EvidenceOrder {
  readonly adoptionId: string;
  readonly givenOn: string;
  readonly note: string;
  /** A file that was kept under the adoption. */
  readonly fileId?: string | null;
}

/** How far a commune is with an adopted initiative. */
@Injectable()
export class AdoptionService {
  constructor(private readonly work: UnitOfWork) {}

  /** By the commune's officer: moves along the table of states, as of a day, with what shows it. Refuses as `Adoption.move` says. */
  changeAdoption(actor: Actor, order: ChangeAdoptionOrder): Promise<Adoption> {
    return this.work.act(actor, 'changeAdoption', async (act) => {
      const { em, at, record, emit } = act;
      const adoption = await this.load(act, order, { unit: reach(actor, 'adoption:report') });
      const from = adoption.state;
      const { fileId = null, evidence: note = '' } = order;
      const shown = Boolean(note?.trim()) || Boolean(fileId);
      const tried = (await em.count(AdoptionChange, { adoption, toState: { $in: ['PILOTING', 'IN_USE'] } })) > 0;
      const { least } = await this.ruleOf(act, adoption);
      const change = adoption.move(order.to, this.by(act, order), { shown, tried, least });
      em.persist(change);
      if (shown) em.persist(await this.evidence(act, adoption, { givenOn: order.effectiveOn, note: note ?? '', fileId, change }));
      record({
        subject: { type: 'Adoption', id: adoption.id },
        before: { state: from },
        after: { state: order.to, effectiveOn: order.effectiveOn },
        reason: change.reason ?? undefined,
      });
      emit({ type: 'adoption.changed', payload: { adoptionId: adoption.id, from, to: order.to, at: at.toISOString() } });
      await em.flush();
      return adoption;
    });
  }

  /** By the office: makes a commune required, a volunteer, or exempt with a reason. */
  setAdoptionBasis(actor: Actor, order: SetBasisOrder): Promise<Adoption> {
    return this.work.act(actor, 'setAdoptionBasis', async (act) => {
      const { em, record } = act;
      const adoption = await this.load(act, order, { rollout: { roster: { host: reach(actor, 'rollout:manage') } } });
      const before = adoption.basis;
      const change = adoption.setBasis(order.basis, this.by(act, order));
      em.persist(change);
      record({
        subject: { type: 'Adoption', id: adoption.id },
        before: { basis: before },
        after: { basis: order.basis, effectiveOn: order.effectiveOn },
        reason: change.reason ?? undefined,
      });
      await em.flush();
      return adoption;
    });
  }

  /** Evidence that things are still as they were said to be: sustained use is asked for it at 6 and 12 months. */
  giveEvidence(actor: Actor, order: EvidenceOrder): Promise<Adoption> {
    return this.work.act(actor, 'giveEvidence', async (act) => {
      const { em, record } = act;
      const adoption = await em.findOneOrFail(Adoption, { id: order.adoptionId, unit: reach(actor, 'adoption:report') });
      if (adoption.basis === 'EXEMPT') throw new Refused('UNIT_EXEMPT');
      const evidence = await this.evidence(act, adoption, { ...order, fileId: order.fileId ?? null, change: null });
      em.persist(evidence);
      record({ subject: { type: 'Adoption', id: adoption.id }, after: { evidence: evidence.id, givenOn: order.givenOn } });
      await em.flush();
      return adoption;
    });
  }

  private async load({ em, held }: Act, order: { adoptionId: string; version: number }, scope: object): Promise<Adoption> {
    return held(await em.findOneOrFail(Adoption, { id: order.adoptionId, ...scope }), order.version);
  }

  private async ruleOf({ em }: Act, adoption: Adoption): Promise<{ least: LeastMonths }> {
    const rollout = await em.findOneOrFail(Rollout, { id: adoption.rollout.id });
    return { least: rollout.leastMonths() };
  }

  private by({ em, actor, at }: Act, order: { effectiveOn: string; reason?: string | null }): ChangeBy {
    return { by: personOf(em, actor), at, effectiveOn: order.effectiveOn, today: localDate(at), reason: order.reason ?? null };
  }

  /** Refuses a file that is not one of this adoption's. */
  private async evidence(
    { em, actor, at }: Act,
    adoption: Adoption,
    given: { givenOn: string; note: string; fileId: string | null; change: AdoptionChange | null },
  ): Promise<AdoptionEvidence> {
    const { fileId } = given;
    const kept = { ownerType: 'adoption', ownerId: adoption.id, keptAt: { $ne: null }, removedAt: null };
    if (fileId !== null && (await em.count(StoredFile, { id: fileId, ...kept })) === 0)
      throw new Refused('NOT_FOUND', { what: 'StoredFile' }, 'fileId');
    const said = { on: given.givenOn, note: given.note.trim(), fileId, today: localDate(at) };
    return AdoptionEvidence.of(adoption, said, { by: personOf(em, actor), at, change: given.change });
  }
}
