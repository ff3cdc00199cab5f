import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { SeatService, lockContest } from '#lib/contest';
import { type Actor, Refused, SYSTEM, refuseIf } from '#lib/kernel';
import { type Act, type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { JuryInvitation } from '../../domain/invitation/jury-invitation.entity.js';
import { whyNotInvite } from '../../domain/invitation/policies.js';
import { ConflictCheckQueries } from './conflict-check.queries.js';
import { InvitationQueries, type JuryInvitationRow } from './invitation.queries.js';

const SEATED_ALREADY = 'Đã được cử vào Ban Giám khảo';

/** Who is asked onto a jury, and what they answer. Who accepts is seated in the same act. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: ConflictCheckQueries,
    private readonly seats: SeatService,
    private readonly invitations: InvitationQueries,
  ) {}

  /** Refuses an author, also one who heads a unit, who has a seat, who has not answered yet, and who is no judge. Conflicts are counted. */
  inviteToJury(actor: Actor, order: { contestId: string; personId: string; chair?: boolean | null }): Promise<JuryInvitationRow> {
    return this.work.act(actor, 'inviteToJury', async ({ em, at, record, emit }) => {
      if (!(await this.checks.candidate(actor, order))) throw new Refused('NOT_FOUND', { what: 'Contest' });
      const contest = await lockContest(em, order.contestId, 'for update');
      const candidate = await this.checks.candidate(actor, order);
      refuseIf(candidate && whyNotInvite(candidate));
      const chair = order.chair ?? false;
      if (chair && (await em.count(Seat, { contest, chair: true, endedAt: null }))) throw new Refused('CHAIR_TAKEN', {}, 'chair');
      const invitation = JuryInvitation.to(await em.findOneOrFail(Person, { id: order.personId }), {
        ...{ contest, chair, at, invitedBy: actor.isSystem ? null : em.getReference(Person, actor.id) },
        conflictsFound: await this.checks.countFor(order),
      });
      em.persist(invitation);
      record({ subject: { type: 'JuryInvitation', id: invitation.id }, after: { contest: contest.id, person: order.personId, chair } });
      emit({ type: 'jury.invited', payload: { invitationId: invitation.id } });
      await em.flush();
      return this.read(actor, invitation.id);
    });
  }

  withdrawInvitation(actor: Actor, order: { invitationId: string; version: number; reason: string }): Promise<JuryInvitationRow> {
    return this.work.act(actor, 'withdrawInvitation', async (act) => {
      if (!(await this.invitations.isToOrganiser(actor, order.invitationId))) throw new Refused('NOT_FOUND', { what: 'JuryInvitation' });
      const invitation = await this.lock(act, order.invitationId);
      act.onVersion(invitation, order.version);
      invitation.withdraw(order.reason, act.at);
      return this.answered(act, invitation, order.reason);
    });
  }

  /** Refuses who became an author meanwhile, who lost the role of a judge, and a contest that is over. */
  acceptInvitation(actor: Actor, order: { invitationId: string; version: number }): Promise<JuryInvitationRow> {
    return this.work.act(actor, 'acceptInvitation', async (act) => {
      const invitation = await this.lockOwn(act, order);
      if (!actor.can('scorecard:sign')) throw new Refused('NOT_A_JUDGE');
      invitation.accept(act.at);
      await act.em.flush();
      const { contest, person, chair } = invitation;
      await this.seats.seat(SYSTEM, { contestId: contest.id, personId: person.id, kind: 'JUDGE', chair });
      return this.answered(act, invitation, null);
    });
  }

  declineInvitation(actor: Actor, order: { invitationId: string; version: number; reason: string }): Promise<JuryInvitationRow> {
    return this.work.act(actor, 'declineInvitation', async (act) => {
      const invitation = await this.lockOwn(act, order);
      invitation.decline(order.reason, act.at);
      return this.answered(act, invitation, order.reason);
    });
  }

  /** Who was seated without waiting for an answer has nothing left to answer. */
  @OnEvent('scoring.closeInvitations', 'contest.seatTaken')
  closeInvitations({
    payload: { contestId, personId, kind },
  }: Delivered<Record<'contestId' | 'personId' | 'kind', string>>): Promise<void> {
    return this.work.act(SYSTEM, 'withdrawInvitation', async ({ em, at, record }) => {
      const open = kind === 'JUDGE' && (await em.findOne(JuryInvitation, { contest: contestId, person: personId, state: 'INVITED' }));
      if (!open) return;
      open.withdraw(SEATED_ALREADY, at);
      record({ subject: { type: 'JuryInvitation', id: open.id }, after: { state: open.state }, reason: SEATED_ALREADY });
    });
  }

  private async lockOwn(act: Act, { invitationId, version }: { invitationId: string; version: number }): Promise<JuryInvitation> {
    await act.em.findOneOrFail(JuryInvitation, { id: invitationId, person: act.actor.id });
    const invitation = await this.lock(act, invitationId);
    act.onVersion(invitation, version);
    return invitation;
  }

  /** The contest first, as whoever seats people: an answer waits for a seat that is given at the same moment. */
  private async lock({ em }: Act, id: string): Promise<JuryInvitation> {
    const { contest } = await em.findOneOrFail(JuryInvitation, { id });
    await lockContest(em, contest.id, 'for update');
    return em.findOneOrFail(JuryInvitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  private async answered({ em, actor, record, emit }: Act, invitation: JuryInvitation, reason: string | null): Promise<JuryInvitationRow> {
    const { id, state } = invitation;
    record({
      subject: { type: 'JuryInvitation', id },
      before: { state: 'INVITED' },
      after: { state },
      ...(reason ? { personal: { reason } } : {}),
    });
    emit({ type: 'jury.answered', payload: { invitationId: id } });
    await em.flush();
    return this.read(actor, id);
  }

  private async read(actor: Actor, id: string): Promise<JuryInvitationRow> {
    const row = await this.invitations.invitation(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'JuryInvitation' });
    return row;
  }
}
