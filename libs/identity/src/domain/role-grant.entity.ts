import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { ROLES, Refused, type Role, newId, type Words } from '#lib/kernel';
import { Person } from './person.entity.js';
import { needsSecondPerson } from './second-person.js';

/**
 * A role over the judging is `PROPOSED` and gives nothing until a second person has confirmed it. One of a record that was merged into
 * another is `RESTING`: it gives nothing, and is in force again if the merge is undone.
 */
export const GRANT_STATES = ['PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'REVOKED', 'RESTING'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** What people call the states of a role. */
export const GRANT_STATE_WORDS: Readonly<Record<GrantState, Words>> = {
  PROPOSED: { vi: 'chờ xác nhận', en: 'waiting for a second person' },
  IN_FORCE: { vi: 'có hiệu lực', en: 'in force' },
  REFUSED: { vi: 'không được xác nhận', en: 'not confirmed' },
  WITHDRAWN: { vi: 'đã rút đề nghị', en: 'withdrawn' },
  REVOKED: { vi: 'đã thu hồi', en: 'revoked' },
  RESTING: { vi: 'tạm ngừng do gộp hồ sơ', en: 'resting: the record is merged' },
};

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const waiting = quoted(ROLES.filter(needsSecondPerson));

const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  indexes: [
    { name: 'role_grant_founding', expression: 'create unique index role_grant_founding on role_grant (founding) where founding' },
    {
      name: 'role_grant_ends',
      expression:
        "create index role_grant_ends on role_grant ((coalesce(valid_to, 'infinity'::date)), id) where state in ('PROPOSED', 'IN_FORCE')",
    },
    {
      name: 'role_grant_waiting',
      expression:
        "create index role_grant_waiting on role_grant (id) where state = 'PROPOSED' or state = 'IN_FORCE' and revocation_by is not null",
    },
    {
      name: 'role_grant_one_proposal',
      expression: "create unique index role_grant_one_proposal on role_grant (person_id, role, unit_id) where state = 'PROPOSED'",
    },
  ],
  checks: [
    { name: 'role_grant_role', expression: `role in (${quoted(ROLES)})` },
    { name: 'role_grant_state', expression: `state in (${quoted(GRANT_STATES)})` },
    { name: 'role_grant_ends_after_it_begins', expression: 'valid_to >= valid_from' },
    { name: 'role_grant_revoked_iff_then', expression: "(state = 'REVOKED') = (revoked_at is not null)" },
    { name: 'role_grant_to_another', expression: 'proposed_by <> person_id and decided_by <> person_id' },
    {
      name: 'role_grant_taken_by_another',
      expression: "revocation_by <> person_id and (revocation_by is null or state in ('IN_FORCE', 'REVOKED'))",
    },
    {
      name: 'role_grant_second_person',
      expression: `role not in (${waiting}) or state not in ('IN_FORCE', 'REVOKED', 'RESTING') or founding or proposed_by is null or coalesce(decided_by <> proposed_by, false)`,
    },
    { name: 'role_grant_founding_is_decided', expression: "not founding or role = 'LEADER' and decision_number is not null" },
    { name: 'role_grant_decision_is_dated', expression: '(decision_number is null) = (decided_on is null)' },
    { name: 'role_grant_refusal_has_reason', expression: "state <> 'REFUSED' or reason is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    role: p.text().$type<Role>(),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    state: p.text().$type<GrantState>(),
    // Null for what the system granted.
    proposedBy: p.uuid().strictNullable(),
    // The second person, or who refused.
    decidedBy: p.uuid().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    reason: p.text().strictNullable(),
    decisionNumber: p.text().strictNullable(),
    decidedOn: p.date().strictNullable(),
    // The one leader whom the first administrator named, before there was anybody to confirm.
    founding: p.boolean().default(false),
    // Who would take a leader's role: it holds until a second person, or the leader, has agreed.
    revocationBy: p.uuid().strictNullable(),
    revokedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** The paper by which something was decided. */
export interface GrantDecision {
  readonly number: string;
  /** Its day. */
  readonly decidedOn: string;
}

export interface GrantTerms {
  readonly unit: Unit;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Null for the system. */
  readonly by: string | null;
  readonly decision: GrantDecision | null;
}

/** A role for a unit and all below it, between two days. */
export class RoleGrant extends RoleGrantSchema.class {
  /** In force at once, but for a role over the judging that a person grants: that waits. Refuses `GRANT_OWN`. */
  static of(person: Person, role: Role, { unit, validFrom, validTo, by, decision }: GrantTerms): RoleGrant {
    if (by === person.id) throw new Refused('GRANT_OWN', {}, 'personId');
    const grant = new RoleGrant();
    Object.assign(grant, { id: newId(), person, role, unit, validFrom, validTo, proposedBy: by, founding: false, revokedAt: null });
    Object.assign(grant, { decidedBy: null, decidedAt: null, reason: null, revocationBy: null });
    Object.assign(grant, { decisionNumber: decision?.number ?? null, decidedOn: decision?.decidedOn ?? null });
    grant.state = by !== null && needsSecondPerson(role) ? 'PROPOSED' : 'IN_FORCE';
    return grant;
  }

  /** The leader whom the first administrator names. */
  static founding(person: Person, terms: GrantTerms & { readonly decision: GrantDecision }): RoleGrant {
    const grant = RoleGrant.of(person, 'LEADER', terms);
    grant.founding = true;
    grant.state = 'IN_FORCE';
    return grant;
  }

  refuseUnlessProposed(): void {
    if (this.state !== 'PROPOSED') throw new Refused('GRANT_DECIDED', { state: this.state });
  }

  confirm(by: string, at: Date): void {
    this.decide('IN_FORCE', { by, at, reason: null });
  }

  refuse(by: string, at: Date, reason: string): void {
    this.decide('REFUSED', { by, at, reason });
  }

  /** By who proposed it. */
  withdraw(at: Date, reason: string): void {
    this.decide('WITHDRAWN', { by: null, at, reason });
  }

  revoke(at: Date): void {
    this.refuseUnlessInForce();
    this.state = 'REVOKED';
    this.revokedAt = at;
  }

  /** Of a record that is merged into another: what waits is taken back. */
  rest(at: Date, reason: string): void {
    if (this.state === 'PROPOSED') this.withdraw(at, reason);
    else if (this.state === 'IN_FORCE') this.state = 'RESTING';
  }

  wake(): void {
    if (this.state === 'RESTING') this.state = 'IN_FORCE';
  }

  /** That the role be taken from a leader, who is the check on whoever asks. */
  askToRevoke(by: string): void {
    this.refuseUnlessInForce();
    if (this.revocationBy) throw new Refused('REVOCATION_WAITS');
    this.revocationBy = by;
  }

  /** Who asked for it; refuses where nobody has. */
  askedToRevoke(): string {
    if (this.state !== 'IN_FORCE' || !this.revocationBy) throw new Refused('REVOCATION_NOT_ASKED');
    return this.revocationBy;
  }

  keep(): void {
    this.askedToRevoke();
    this.revocationBy = null;
  }

  private refuseUnlessInForce(): void {
    if (this.state === 'REVOKED') throw new Refused('GRANT_REVOKED');
    if (this.state !== 'IN_FORCE') throw new Refused('GRANT_NOT_IN_FORCE', { state: this.state });
  }

  private decide(state: GrantState, { by, at, reason }: { by: string | null; at: Date; reason: string | null }): void {
    this.refuseUnlessProposed();
    Object.assign(this, { state, decidedBy: by, decidedAt: at, reason });
  }
}
RoleGrantSchema.setClass(RoleGrant);
