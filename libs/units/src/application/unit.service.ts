import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type LineageKind } from '../domain/lineage.js';
import { whyNotLineage } from '../domain/lineage-policy.js';
import { Unit, type UnitNaming } from '../domain/unit.entity.js';
import { RemovedLineage, UnitLineage } from '../domain/unit-lineage.entity.js';
import { whyNotClose, whyNotPlace } from '../domain/unit-policy.js';
import { LineagePorts } from './lineage.ports.js';

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

/** The tree of administration as it is kept, and what became of its units. */
@Injectable()
export class UnitService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: LineagePorts,
  ) {}

  /** Refuses `NOT_FOUND` for a parent out of the actor's reach, and as `whyNotPlace` says. */
  async createUnit(actor: Actor, order: UnitOrder): Promise<Unit> {
    return this.work.act(actor, 'createUnit', async ({ em, record }) => {
      const parent = await this.parentFor(actor, em, order.parentId);
      const unit = Unit.open({ ...order, parent });
      refuseIf(whyNotPlace({ ...daysOf(unit), parent, ...(await taken(em, unit)) }));
      em.persist(unit);
      await em.flush();
      record({ subject: { type: 'Unit', id: unit.id }, after: facts(unit) });
      return unit;
    });
  }

  /** Renames a unit or changes its codes. Refuses `STALE`, `NOT_FOUND` for one out of reach, and a name or code that is taken. */
  async editUnit(actor: Actor, order: UnitNaming & { readonly unitId: string; readonly version: number }): Promise<Unit> {
    return this.work.act(actor, 'editUnit', async (act) => {
      const { em, record } = act;
      const unit = await this.unitFor(act, order);
      const before = facts(unit);
      const { nameVi, code } = unit;
      unit.rename(order);
      // What stood doubled before that was refused stands, as long as it is not what is written anew.
      if (unit.nameVi !== nameVi || unit.code !== code) {
        const found = await taken(em, unit);
        refuseIf(
          whyNotPlace({
            ...daysOf(unit),
            parent: null,
            nameTaken: found.nameTaken && unit.nameVi !== nameVi,
            codeTaken: found.codeTaken && unit.code !== code,
          }),
        );
        unit.doubled = found.nameTaken || found.codeTaken;
      }
      await em.flush();
      record({ subject: { type: 'Unit', id: unit.id }, before, after: facts(unit) });
      return unit;
    });
  }

  /** A unit's last day. Refuses as `whyNotClose` says. */
  async closeUnit(
    actor: Actor,
    order: { readonly unitId: string; readonly version: number; readonly validTo: string; readonly reason: string },
  ): Promise<Unit> {
    return this.work.act(actor, 'closeUnit', async (act) => {
      const { em, record } = act;
      const unit = await this.unitFor(act, order);
      const lastDay = order.validTo;
      const [received] = await em.find(UnitLineage, { to: unit }, { orderBy: { effectiveOn: 'desc' }, limit: 1 });
      refuseIf(
        whyNotClose({
          unit: daysOf(unit),
          parent: unit.parent ? await em.findOneOrFail(Unit, { id: unit.parent.id }) : null,
          lastDay,
          outliving: await em.count(Unit, { parent: unit.id, $or: [{ validTo: null }, { validTo: { $gt: lastDay } }] }),
          receivedOn: received?.effectiveOn ?? null,
        }),
      );
      unit.close(lastDay);
      await em.flush();
      record({ subject: { type: 'Unit', id: unit.id }, before: { validTo: null }, after: { validTo: lastDay }, reason: order.reason });
      return unit;
    });
  }

  /** What became of a unit. Refuses `NOT_FOUND` where either is out of reach, and as `whyNotLineage` says. */
  async recordLineage(actor: Actor, order: LineageOrder): Promise<UnitLineage> {
    return this.work.act(actor, 'recordLineage', async (act) => {
      const { em, record } = act;
      const { from, to } = await this.sides(act, order);
      const recorded = await em.find(UnitLineage, { from }, { populate: ['to'], orderBy: { id: 'asc' } });
      const others = recorded.map((link) => ({ toId: link.to.id, toName: link.to.nameVi, kind: link.kind }));
      refuseIf(whyNotLineage({ ...order, from, to, others }));
      const lineage = UnitLineage.between(from, to, order);
      em.persist(lineage);
      await em.flush();
      record({ subject: { type: 'UnitLineage', id: lineage.id }, after: factsOfLink(lineage) });
      return lineage;
    });
  }

  /**
   * Takes back what was recorded by mistake; the log keeps it. Returns the old unit. Refuses `NOT_FOUND` where either unit is out of reach,
   * and a link on which something rests.
   */
  async removeLineage(actor: Actor, order: { readonly lineageId: string; readonly reason: string }): Promise<Unit> {
    return this.work.act(actor, 'removeLineage', async (act) => {
      const { em, at, record } = act;
      const found = await em.findOneOrFail(UnitLineage, { id: order.lineageId });
      const { from } = await this.sides(act, { fromId: found.from.id, toId: found.to.id });
      const lineage = await em.findOneOrFail(UnitLineage, { id: order.lineageId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      refuseIf(await this.ports.whyNotRemove(act, lineage));
      record({ subject: { type: 'UnitLineage', id: lineage.id }, before: factsOfLink(lineage), after: null, reason: order.reason });
      em.persist(RemovedLineage.of(lineage, at));
      em.remove(lineage);
      await em.flush();
      return from;
    });
  }

  /** Held until the act ends, so that nothing is put below it meanwhile. */
  private async unitFor({ actor, em, held }: Act, { unitId, version }: { unitId: string; version: number }): Promise<Unit> {
    if (!actor.covers('unit:edit', unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' });
    return held(await em.findOneOrFail(Unit, { id: unitId }), version);
  }

  /** Held until the act ends, so that it does not end meanwhile and of two of one name the second is told. A root of the tree is made by the system alone: nothing is above it that a right could reach down from. */
  private async parentFor(actor: Actor, em: Act['em'], parentId: string | null): Promise<Unit | null> {
    if (parentId === null && actor.isSystem) return null;
    if (parentId === null || !actor.covers('unit:edit', parentId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'parentId');
    return em.findOneOrFail(Unit, { id: parentId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  /** Both, held until the act ends, so that of two who write about one unit the second sees what the first wrote. */
  private async sides({ em, actor }: Act, { fromId, toId }: { fromId: string; toId: string }): Promise<{ from: Unit; to: Unit }> {
    if (!actor.covers('unit:edit', fromId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'fromId');
    if (!actor.covers('unit:edit', toId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'toId');
    const ids = [...new Set([fromId, toId])];
    await em.find(Unit, { id: { $in: ids } }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    return { from: await em.findOneOrFail(Unit, { id: fromId }), to: await em.findOneOrFail(Unit, { id: toId }) };
  }
}

const daysOf = ({ validFrom, validTo = null }: Unit) => ({ validFrom, validTo });

/** Whether the name is another's under the same parent, or the code another's in the tree, on any day of the unit. */
async function taken(em: Act['em'], unit: Unit): Promise<{ nameTaken: boolean; codeTaken: boolean }> {
  const { id, nameVi, code = null, rootId, validFrom, validTo = null } = unit;
  if (validTo && validTo < validFrom) return { nameTaken: false, codeTaken: false };
  const parentId = unit.parent?.id ?? null;
  const { rows } = await sql<{ nameTaken: boolean; codeTaken: boolean }>`
    select coalesce(bool_or(u.parent_id = ${parentId}::uuid and name_key(u.name_vi) = name_key(${nameVi})), false) as "nameTaken",
           coalesce(bool_or(u.code = ${code}::text), false) as "codeTaken"
    from unit u where u.root_id = ${rootId} and u.id <> ${id}
      and daterange(u.valid_from, u.valid_to, '[]') && daterange(${validFrom}::date, ${validTo}::date, '[]')`.execute(em.getKysely());
  return rows[0] ?? { nameTaken: false, codeTaken: false };
}

/** What the log keeps of a unit. */
function facts({ kind, code, abbreviation, nameVi, nameEn, validFrom, validTo, parent }: Unit): object {
  return { kind, code, abbreviation, nameVi, nameEn, validFrom, validTo, parent: parent?.id ?? null };
}

/** What the log keeps of a link. */
function factsOfLink({ from, to, kind, effectiveOn }: UnitLineage): object {
  return { from: from.id, to: to.id, kind, effectiveOn };
}
