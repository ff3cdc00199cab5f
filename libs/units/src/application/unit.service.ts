import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type LineageKind } from '../domain/lineage.js';
import { Unit, type UnitNaming } from '../domain/unit.entity.js';
import { UnitLineage, whyNotLineage } from '../domain/unit-lineage.entity.js';

export interface UnitOrder extends UnitNaming {
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo?: string | null;
}

export interface LineageOrder {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: LineageKind;
  readonly effectiveOn: string;
}

/** The tree of administration as it is kept. */
@Injectable()
export class UnitService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses `NOT_FOUND` for a parent out of the actor's reach. */
  async createUnit(actor: Actor, order: UnitOrder): Promise<Unit> {
    return this.work.act(actor, 'createUnit', async ({ em, record }) => {
      const parent = await this.parentFor(actor, em, order.parentId);
      const unit = Unit.open({ ...order, parent });
      em.persist(unit);
      await em.flush();
      record({ subject: { type: 'Unit', id: unit.id }, after: facts(unit) });
      return unit;
    });
  }

  /** Renames a unit or changes its codes. Refuses `STALE`, and `NOT_FOUND` for one out of reach. */
  async editUnit(actor: Actor, order: UnitNaming & { readonly unitId: string; readonly version: number }): Promise<Unit> {
    return this.work.act(actor, 'editUnit', async ({ em, record }) => {
      const unit = await this.unitFor(actor, em, order);
      const before = facts(unit);
      unit.rename(order);
      await em.flush();
      record({ subject: { type: 'Unit', id: unit.id }, before, after: facts(unit) });
      return unit;
    });
  }

  /** A unit's last day. Refuses `UNIT_ENDS_BEFORE_IT_BEGINS`, `UNIT_CLOSED`, `UNIT_HAS_CHILDREN` where units below it outlive it. */
  async closeUnit(
    actor: Actor,
    order: { readonly unitId: string; readonly version: number; readonly validTo: string; readonly reason: string },
  ): Promise<Unit> {
    return this.work.act(actor, 'closeUnit', async ({ em, record }) => {
      const unit = await this.unitFor(actor, em, order);
      unit.close(order.validTo);
      const outliving = await em.count(Unit, { parent: unit.id, $or: [{ validTo: null }, { validTo: { $gt: order.validTo } }] });
      if (outliving > 0) throw new Refused('UNIT_HAS_CHILDREN', { count: outliving }, 'validTo');
      await em.flush();
      record({
        subject: { type: 'Unit', id: unit.id },
        before: { validTo: null },
        after: { validTo: order.validTo },
        reason: order.reason,
      });
      return unit;
    });
  }

  /** What became of a unit. Refuses `NOT_FOUND` where either is out of reach, `LINEAGE_EXISTS`, `LINEAGE_BACKWARDS` where the new one begins after the day or the old one goes on past it. */
  async recordLineage(actor: Actor, order: LineageOrder): Promise<UnitLineage> {
    return this.work.act(actor, 'recordLineage', async ({ em, record }) => {
      if (!actor.covers('unit:edit', order.fromId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'fromId');
      if (!actor.covers('unit:edit', order.toId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'toId');
      const from = await em.findOneOrFail(Unit, { id: order.fromId });
      const to = await em.findOneOrFail(Unit, { id: order.toId });
      refuseIf(whyNotLineage(from, to, order.effectiveOn));
      const lineage = UnitLineage.between(from, to, order);
      em.persist(lineage);
      await em.flush();
      record({
        subject: { type: 'UnitLineage', id: lineage.id },
        after: { from: from.id, to: to.id, kind: order.kind, effectiveOn: order.effectiveOn },
      });
      return lineage;
    });
  }

  private async unitFor(actor: Actor, em: Act['em'], { unitId, version }: { unitId: string; version: number }): Promise<Unit> {
    if (!actor.covers('unit:edit', unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' });
    return em.findOneOrFail(Unit, { id: unitId }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  }

  /** A root of the tree is made by the system alone: there is nothing above it that a right could reach down from. */
  private async parentFor(actor: Actor, em: Act['em'], parentId: string | null): Promise<Unit | null> {
    if (parentId === null && actor.isSystem) return null;
    if (parentId === null || !actor.covers('unit:edit', parentId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'parentId');
    return em.findOneOrFail(Unit, { id: parentId });
  }
}

/** What the log keeps of a unit. */
function facts({ kind, code, abbreviation, nameVi, nameEn, validFrom, validTo, parent }: Unit): object {
  return { kind, code, abbreviation, nameVi, nameEn, validFrom, validTo, parent: parent?.id ?? null };
}
