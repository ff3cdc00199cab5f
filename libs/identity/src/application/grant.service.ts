import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused, type Role, localDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Person } from '../domain/person.entity.js';
import { RoleGrant } from '../domain/role-grant.entity.js';

export interface GrantOrder {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  /** Default: today. */
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** Who may do what, where and how long. */
@Injectable()
export class GrantService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses `NOT_FOUND` for a unit out of the actor's reach. */
  async grantRole(actor: Actor, order: GrantOrder): Promise<RoleGrant> {
    return this.work.act(actor, 'grantRole', async ({ em, at, record, emit }) => {
      if (!actor.covers('grant:manage', order.unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
      const person = await em.findOneOrFail(Person, { id: order.personId });
      const unit = await em.findOneOrFail(Unit, { id: order.unitId });
      const validFrom = order.validFrom ?? localDate(at);
      const grant = RoleGrant.of(person, order.role, { unit, validFrom, validTo: order.validTo ?? null });
      em.persist(grant);
      await em.flush();
      record({
        subject: { type: 'RoleGrant', id: grant.id },
        after: { person: person.id, role: grant.role, unit: unit.id, validFrom, validTo: grant.validTo },
      });
      emit({ type: 'identity.roleGranted', payload: { personId: person.id } });
      return grant;
    });
  }

  /** Ends a grant at once. */
  async revokeGrant(actor: Actor, order: { grantId: string; reason: string }): Promise<RoleGrant> {
    return this.work.act(actor, 'revokeGrant', async ({ em, at, record }) => {
      const grant = await em.findOneOrFail(RoleGrant, { id: order.grantId });
      if (!actor.covers('grant:manage', grant.unit.id)) throw new Refused('NOT_FOUND', { what: 'RoleGrant' });
      grant.revoke(at);
      await em.flush();
      record({ subject: { type: 'RoleGrant', id: grant.id }, after: { revokedAt: at }, reason: order.reason });
      return grant;
    });
  }
}
