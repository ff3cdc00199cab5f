import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type AreaNaming, ReformArea } from '../domain/contest-parts.entity.js';
import { refuseOutOfReach } from './load-contest.js';

/** The list of areas that contests choose from. */
@Injectable()
export class AreaService {
  constructor(private readonly work: UnitOfWork) {}

  /** Kept by the unit that is named, or by the highest for which the actor edits contests. Refuses `AREA_EXISTS`, and `NOT_FOUND` for a unit out of reach. */
  async createArea(
    actor: Actor,
    order: AreaNaming & { readonly areaCode: string; readonly ownerUnitId?: string | null },
  ): Promise<ReformArea> {
    return this.work.act(actor, 'createArea', async ({ em, record }) => {
      const ownerId = order.ownerUnitId ?? highestOf(actor);
      if (ownerId !== null) refuseOutOfReach(actor, 'contest:edit', ownerId, 'ownerUnitId');
      const area = ReformArea.of(order.areaCode, order, ownerId === null ? null : await em.findOneOrFail(Unit, { id: ownerId }));
      em.persist(area);
      await em.flush();
      record({ subject: { type: 'ReformArea', id: area.id }, after: facts(area) });
      return area;
    });
  }

  /** Renames an area, or retires it from later contests; those that took it keep it. Refuses `STALE`, and `NOT_FOUND` to who does not act for its owner. */
  async editArea(
    actor: Actor,
    order: AreaNaming & { readonly areaId: string; readonly version: number; readonly retired?: boolean },
  ): Promise<ReformArea> {
    return this.work.act(actor, 'editArea', async ({ em, held, record }) => {
      const area = await em.findOneOrFail(ReformArea, { id: order.areaId });
      await refuseUnlessKeeper(em, actor, area);
      await held(area, order.version);
      const before = facts(area);
      area.rename(order);
      area.retired = order.retired ?? area.retired;
      await em.flush();
      record({ subject: { type: 'ReformArea', id: area.id }, before, after: facts(area) });
      return area;
    });
  }
}

/** Of a list that all share nobody changes a row but who acts for its owner; what has no owner belongs to every root of the tree. */
async function refuseUnlessKeeper(em: Act['em'], actor: Actor, { owner }: ReformArea): Promise<void> {
  const keepers = owner ? [owner.id] : (await em.find(Unit, { parent: null }, { fields: ['id'] })).map(({ id }) => id);
  if (!actor.isSystem && !keepers.every((id) => actor.covers('contest:edit', id))) throw new Refused('NOT_FOUND', { what: 'ReformArea' });
}

/** The unit of the grant that reaches furthest; null for the system. */
function highestOf(actor: Actor): string | null {
  const editing = actor.grants.filter(({ permissions }) => permissions.includes('contest:edit'));
  return editing.toSorted((a, b) => b.unitIds.length - a.unitIds.length)[0]?.unitId ?? null;
}

function facts({ code, nameVi, nameEn, source, order, retired, owner }: ReformArea): object {
  return { code, nameVi, nameEn, source, order, retired, owner: owner?.id ?? null };
}
