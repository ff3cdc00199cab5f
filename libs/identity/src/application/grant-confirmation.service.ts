import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { type GrantDecision, RoleGrant } from '../domain/role-grant.entity.js';
import { whyNotSecond } from '../domain/second-person.js';
import { GrantService } from './grant.service.js';
import { HandQueries } from './hand.queries.js';
import { IdentityPorts } from './identity.ports.js';
import { refuseIfLast, refuseWithoutAccount } from './last-of-role.js';
import { hold } from './person.scope.js';

/** The second person for roles over the judging, and how there comes to be a first one. */
@Injectable()
export class GrantConfirmationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: GrantService,
    private readonly hands: HandQueries,
    private readonly ports: IdentityPorts,
    private readonly database: Database,
  ) {}

  /**
   * Begins a role that waits. Refuses `ACCOUNT_NEEDED` for somebody who cannot come in, `GRANT_OWN`, `SECOND_PERSON_SAME`, `SECOND_PERSON_TIED` for an account that the first person made
   * or that made theirs, `GRANT_DECIDED`, and `NOT_FOUND` where the unit is out of reach.
   */
  async confirmGrant(actor: Actor, order: { grantId: string; version: number }): Promise<RoleGrant> {
    return this.work.act(actor, 'confirmGrant', async (act) => {
      const grant = await this.grantFor(act, order);
      await this.refuseUnlessSecond(actor, grant);
      grant.refuseUnlessProposed();
      await refuseWithoutAccount(act, grant.person.id);
      grant.confirm(actor.id, act.at);
      return this.decided(act, grant, null);
    });
  }

  /** Whoever may confirm may say no; nobody to themselves. */
  async refuseGrant(actor: Actor, order: { grantId: string; version: number; reason: string }): Promise<RoleGrant> {
    return this.work.act(actor, 'refuseGrant', async (act) => {
      const grant = await this.grantFor(act, order);
      await this.refuseUnlessSecond(actor, grant);
      grant.refuse(actor.id, act.at, order.reason);
      return this.decided(act, grant, order.reason);
    });
  }

  /**
   * The first administrator names the leader of the whole tree, who confirms the rest: once on a platform, by a decision with number and
   * date, and only where there never was a leader nor another administrator who could confirm, and nothing has been judged yet. Refuses
   * `LEADER_UNIT_NOT_ROOT`, `ACCOUNT_NEEDED`, `LEADER_NAMED`, `LEADER_AFTER_JUDGING`.
   */
  async nameLeader(actor: Actor, order: { personId: string; unitId: string; decision: GrantDecision }): Promise<RoleGrant> {
    return this.work.act(actor, 'nameLeader', async (act) => {
      const { person, terms } = await this.grants.termsFor(act, order);
      if (terms.unit.parent) throw new Refused('LEADER_UNIT_NOT_ROOT', {}, 'unitId');
      await refuseWithoutAccount(act, person.id);
      await sql`select pg_advisory_xact_lock(hashtextextended('nameLeader', 0))`.execute(act.em.getKysely());
      if (await this.hasSecondPerson(actor, order.unitId)) throw new Refused('LEADER_NAMED');
      refuseIf(await this.ports.whyNotFound(act, order.unitId));
      return this.grants.keep(act, person, RoleGrant.founding(person, { ...terms, decision: order.decision }));
    });
  }

  /** Takes the role of a leader, as the second person or as the leader who agrees. Refuses `REVOCATION_NOT_ASKED`, `LAST_LEADER`, and who is no second person. */
  async confirmRevocation(actor: Actor, order: { grantId: string; version: number }): Promise<RoleGrant> {
    return this.work.act(actor, 'confirmRevocation', async (act) => {
      const grant = await this.grantFor(act, order, 'or theirs');
      const asked = grant.askedToRevoke();
      if (grant.person.id !== actor.id) await this.refuseUnlessSecond(actor, grant, asked);
      await refuseIfLast(act, grant);
      grant.revoke(act.at);
      return this.grants.kept(act, grant, { reason: null });
    });
  }

  /** As the second person: the leader goes on. */
  async refuseRevocation(actor: Actor, order: { grantId: string; version: number; reason: string }): Promise<RoleGrant> {
    return this.work.act(actor, 'refuseRevocation', async (act) => {
      const grant = await this.grantFor(act, order);
      await this.refuseUnlessSecond(actor, grant, grant.askedToRevoke());
      grant.keep();
      return this.grants.kept(act, grant, { reason: order.reason, became: 'KEPT' });
    });
  }

  private async refuseUnlessSecond(actor: Actor, { proposedBy, person, unit }: RoleGrant, by = proposedBy): Promise<void> {
    if (by === null) return;
    const first = { id: by, hand: await this.hands.handOf(by) };
    const second = { id: actor.id, hand: await this.hands.handOfDecider(actor, unit.id) };
    refuseIf(whyNotSecond({ first, second, about: person.id }));
  }

  /**
   * Anybody who ever led the unit, or another administrator of it, who is not of the actor's hand: also one whose role has ended, since
   * the actor may have ended it.
   */
  private async hasSecondPerson(actor: Actor, unitId: string): Promise<boolean> {
    const rows = await this.database.rows(sql<{ role: string; id: string }>`
      select g.role, g.person_id as id from role_grant g where g.founding or (g.unit_id = ${unitId} and g.state in ('IN_FORCE', 'REVOKED')
        and (g.role = 'LEADER' or (g.role = 'ADMIN' and g.person_id <> ${actor.id})))`);
    if (rows.some(({ role }) => role === 'LEADER')) return true;
    const own = await this.hands.handOf(actor.id);
    for (const { id } of rows) {
      const other = await this.hands.handOf(id);
      if (![...other].some((one) => own.has(one))) return true;
    }
    return false;
  }

  private async grantFor(
    { em, actor, onVersion }: Act,
    { grantId, version }: { grantId: string; version: number },
    whose: 'to confirm' | 'or theirs' = 'to confirm',
  ): Promise<RoleGrant> {
    const { person } = await em.findOneOrFail(RoleGrant, { id: grantId });
    await hold(em, person.id);
    const grant = await em.findOneOrFail(RoleGrant, { id: grantId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    const own = whose === 'or theirs' && grant.person.id === actor.id;
    if (!own && !actor.covers('grant:confirm', grant.unit.id)) throw new Refused('NOT_FOUND', { what: 'RoleGrant' });
    onVersion(grant, version);
    return grant;
  }

  private async decided(act: Act, grant: RoleGrant, reason: string | null): Promise<RoleGrant> {
    await act.em.flush();
    act.record({
      subject: { type: 'RoleGrant', id: grant.id },
      before: { state: 'PROPOSED', proposedBy: grant.proposedBy },
      after: { state: grant.state },
      ...(reason ? { reason } : {}),
    });
    await this.grants.changed(act, grant);
    return grant;
  }
}
