import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { ROLES, Refused, type Role, newId } from '#lib/kernel';
import { Person } from './person.entity.js';

const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  checks: [
    { name: 'role_grant_role', expression: `role in (${ROLES.map((role) => `'${role}'`).join(', ')})` },
    { name: 'role_grant_ends_after_it_begins', expression: 'valid_to >= valid_from' },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    role: p.text().$type<Role>(),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    revokedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A role for a unit and all below it, between two days. */
export class RoleGrant extends RoleGrantSchema.class {
  static of(
    person: Person,
    role: Role,
    { unit, validFrom, validTo }: { unit: Unit; validFrom: string; validTo: string | null },
  ): RoleGrant {
    const grant = new RoleGrant();
    grant.id = newId();
    grant.person = person;
    grant.role = role;
    grant.unit = unit;
    grant.validFrom = validFrom;
    grant.validTo = validTo;
    grant.revokedAt = null;
    return grant;
  }

  revoke(at: Date): void {
    if (this.revokedAt) throw new Refused('GRANT_REVOKED');
    this.revokedAt = at;
  }
}
RoleGrantSchema.setClass(RoleGrant);
