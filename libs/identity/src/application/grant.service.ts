import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused, type Role, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Person } from '../domain/person.entity.js';
import { type GrantDecision, type GrantTerms, RoleGrant } from '../domain/role-grant.entity.js';
import { CHECKS_ADMINISTRATORS } from '../domain/second-person.js';
import { IdentityPorts } from './identity.ports.js';
import { refuseIfLast } from './last-of-role.js';
import { personWithin } from './person.scope.js';

export interface GrantOrder {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  /** Default: today. */
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly decision?: GrantDecision | null;
}

/** Who may do what, where and how long. */
@Injectable()
export class GrantService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: IdentityPorts,
  ) {}

  /**
   * A role over the judging waits for a second person, what the system grants excepted. Refuses `GRANT_OWN`, `GRANT_PROPOSED` where the
   * same waits already, and `NOT_FOUND` for a unit or a person out of the actor's reach.
   */
  async grantRole(actor: Actor, order: GrantOrder): Promise<RoleGrant> {
    return this.work.act(actor, 'grantRole', async (act) => {
      const { person, terms } = await this.termsFor(act, order);
      return this.keep(act, person, RoleGrant.of(person, order.role, terms));
    });
  }

  /** Person and terms of a grant that the actor may propose; joins the act around it. */
  async termsFor(act: Act, order: Omit<GrantOrder, 'role'>): Promise<{ person: Person; terms: GrantTerms }> {
    const { em, actor, at } = act;
    if (!actor.covers('grant:manage', order.unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
    if (order.personId === actor.id) throw new Refused('GRANT_OWN', {}, 'personId');
    const person = await personWithin(act, 'grant:manage', order.personId);
    const unit = await em.findOneOrFail(Unit, { id: order.unitId });
    const decision = order.decision ?? null;
    refuseIf(whyNotDate('DECISION', decision?.decidedOn, { now: localDate(at), path: 'decision.decidedOn' }));
    const { validFrom, validTo = null } = order;
    return { person, terms: { unit, validFrom: validFrom ?? localDate(at), validTo, by: actor.isSystem ? null : actor.id, decision } };
  }

  /** Writes a new grant and tells of it; joins the act around it. */
  async keep(act: Act, person: Person, grant: RoleGrant): Promise<RoleGrant> {
    const { id, role, unit, validFrom, validTo, state, founding, decisionNumber, decidedOn } = grant;
    act.em.persist(grant);
    await act.em.flush();
    act.record({
      subject: { type: 'RoleGrant', id },
      after: { person: person.id, role, unit: unit.id, validFrom, validTo, state, founding, decisionNumber, decidedOn },
    });
    await this.changed(act, grant);
    return grant;
  }

  /** Ends a grant at once, but for a leader's: that waits for a second person, or for the leader to agree. Refuses `GRANT_REVOKED`, `REVOCATION_WAITS`, `LAST_LEADER`, `LAST_ADMINISTRATOR`. */
  async revokeGrant(actor: Actor, order: { grantId: string; reason: string }): Promise<RoleGrant> {
    return this.work.act(actor, 'revokeGrant', async (act) => {
      const grant = await this.grantWithin(act, order.grantId);
      await refuseIfLast(act, grant);
      if (grant.role === CHECKS_ADMINISTRATORS && !actor.isSystem) grant.askToRevoke(actor.id);
      else grant.revoke(act.at);
      return this.kept(act, grant, order);
    });
  }

  /** Takes back what the actor proposed, or asked: that a leader's role end. Refuses `GRANT_DECIDED`. */
  async withdrawGrant(actor: Actor, order: { grantId: string; reason: string }): Promise<RoleGrant> {
    return this.work.act(actor, 'withdrawGrant', async (act) => {
      const grant = await this.grantWithin(act, order.grantId);
      if (grant.state === 'IN_FORCE' && grant.revocationBy === actor.id) {
        grant.keep();
        return this.kept(act, grant, { reason: order.reason, became: 'KEPT' });
      }
      if (grant.proposedBy !== actor.id) throw new Refused('NOT_FOUND', { what: 'RoleGrant' });
      grant.withdraw(act.at, order.reason);
      return this.kept(act, grant, order);
    });
  }

  /** Writes what became of a grant and tells of it; joins the act around it. */
  async kept(act: Act, grant: RoleGrant, { reason, became }: { reason: string | null; became?: 'KEPT' }): Promise<RoleGrant> {
    await act.em.flush();
    const { id, state, revokedAt, revocationBy } = grant;
    act.record({ subject: { type: 'RoleGrant', id }, after: { state, revokedAt, revocationBy }, ...(reason ? { reason } : {}) });
    await this.changed(act, grant, became);
    return grant;
  }

  /** What follows from it: conflicts are found in the same act, and the person is told. */
  async changed(act: Act, { id, state, person, revocationBy }: RoleGrant, told?: 'KEPT'): Promise<void> {
    await this.ports.standingChanged(act, person.id);
    const became = state === 'IN_FORCE' && revocationBy ? 'ENDING' : state;
    act.emit({ type: 'identity.grantChanged', payload: { grantId: id, state: told ?? became, personId: person.id, by: act.actor.id } });
  }

  private async grantWithin(act: Act, grantId: string): Promise<RoleGrant> {
    const { em, actor } = act;
    const grant = await em.findOneOrFail(RoleGrant, { id: grantId });
    if (!actor.covers('grant:manage', grant.unit.id)) throw new Refused('NOT_FOUND', { what: 'RoleGrant' });
    await personWithin(act, 'grant:manage', grant.person.id, 'grantId');
    return em.findOneOrFail(RoleGrant, { id: grantId }, { refresh: true });
  }
}
