import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type AreaNaming, ReformArea } from '../domain/contest-parts.entity.js';

/** The list of areas that contests choose from. */
@Injectable()
export class AreaService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses `AREA_EXISTS`. */
  async createArea(actor: Actor, order: AreaNaming & { readonly code: string }): Promise<ReformArea> {
    return this.work.act(actor, 'createArea', async ({ em, record }) => {
      const area = ReformArea.of(order.code, order);
      em.persist(area);
      await em.flush();
      record({ subject: { type: 'ReformArea', id: area.id }, after: facts(area) });
      return area;
    });
  }

  /** Renames an area, or retires it from later contests; those that took it keep it. Refuses `STALE`. */
  async editArea(
    actor: Actor,
    order: AreaNaming & { readonly areaId: string; readonly version: number; readonly retired: boolean },
  ): Promise<ReformArea> {
    return this.work.act(actor, 'editArea', async ({ em, record }) => {
      const area = await em.findOneOrFail(ReformArea, { id: order.areaId }, { lockMode: LockMode.OPTIMISTIC, lockVersion: order.version });
      const before = facts(area);
      area.rename(order);
      area.retired = order.retired;
      await em.flush();
      record({ subject: { type: 'ReformArea', id: area.id }, before, after: facts(area) });
      return area;
    });
  }
}

function facts({ code, nameVi, nameEn, source, order, retired }: ReformArea): object {
  return { code, nameVi, nameEn, source, order, retired };
}
