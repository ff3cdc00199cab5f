import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { type LinkKind, OneTimeLink } from '../domain/one-time-link.entity.js';
import { whyNotPassword } from '../domain/password-policy.js';
import { Person } from '../domain/person.entity.js';
import { Session } from '../domain/session.entity.js';
import { hashToken, newToken } from '../domain/token.js';
import { LockOuts, signInDoor } from './lock-outs.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { SessionService } from './session.service.js';

/** Passwords, and the links by which people set them. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lockOuts: LockOuts,
    private readonly sessions: SessionService,
  ) {}

  /** Ends all other sessions. Refuses `PASSWORD_WRONG`, for a while even to the right one after the fourth wrong one in a row, and a password that will not do. */
  async changePassword(actor: Actor, order: { readonly present: string; readonly password: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'changePassword', async ({ em, at, record }) => {
      const account = await em.findOneOrFail(Account, { person: actor.id }, { populate: ['person'] });
      const right = await verifyPassword(account.passwordHash, order.present);
      if (!(await this.lockOuts.judge(`change-password:${actor.id}`, right))) throw new Refused('PASSWORD_WRONG', {}, 'present');
      await this.set(account, order.password, at);
      const ended = await em.nativeUpdate(Session, { person: actor.id, revokedAt: null, id: { $ne: actor.sessionId } }, { revokedAt: at });
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { passwordChangedAt: at, sessionsEnded: ended } });
      return { id: actor.sessionId ?? account.id };
    });
  }

  /** Always the same, whoever asks for whichever address, save `TOO_MANY_REQUESTS` to who asks without end: the link is made and mailed after the answer, where there is somebody to mail it to. */
  async requestPasswordReset({ email, from }: { readonly email: string; readonly from: string }): Promise<{ id: string }> {
    await this.lockOuts.take('password-reset-from', from);
    const address = email.trim().toLowerCase();
    const few = await this.lockOuts.spend(`reset-password:${address}`);
    return this.work.act(SYSTEM, 'requestPasswordReset', async ({ em, record, emit }) => {
      const account = await em.findOne(Account, { person: { email: address }, disabledAt: null });
      const id = newId();
      emit({
        type: 'identity.passwordLinkRequested',
        payload: { personId: few ? (account?.person.id ?? null) : null, kind: 'PASSWORD_RESET' },
      });
      record({ subject: { type: 'PasswordResetRequest', id }, personal: { address } });
      return { id };
    });
  }

  /** A new link for a person; those before it end. The token is told to the caller alone, who mails it. Joins the act around it. */
  async issueLink(actor: Actor, personId: string, kind: Exclude<LinkKind, 'FIRST_ADMINISTRATOR'>): Promise<{ id: string; token: string }> {
    return this.work.act(actor, 'issueLink', async ({ em, at, record }) => {
      const person = await em.findOneOrFail(Person, { id: personId });
      await em.nativeUpdate(OneTimeLink, { person: personId, usedAt: null }, { usedAt: at });
      const token = newToken();
      const link = OneTimeLink.of(kind, person, { token, at });
      em.persist(link);
      await em.flush();
      record({ subject: { type: 'OneTimeLink', id: link.id }, after: { kind, person: personId, expiresAt: link.expiresAt } });
      return { id: link.id, token };
    });
  }

  /** Sets the password of whom the link is for, ends their sessions and their lock-out. Refuses `LINK_INVALID` and a password that will not do. */
  async resetPassword({ token, password }: { readonly token: string; readonly password: string }): Promise<{ id: string }> {
    return this.work.act(SYSTEM, 'resetPassword', async ({ em }) => {
      const link = await em.findOne(
        OneTimeLink,
        { tokenHash: hashToken(token), person: { $ne: null } },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const account = link?.person && (await em.findOne(Account, { person: link.person.id, disabledAt: null }, { populate: ['person'] }));
      if (!link || !account) throw new Refused('LINK_INVALID', {}, 'token');
      return this.useLink(link, account, password);
    });
  }

  private useLink(link: OneTimeLink, account: Account & { person: Person }, password: string): Promise<{ id: string }> {
    const actor = new Actor(account.person.id, []);
    return this.work.act(actor, 'resetPassword', async ({ em, at, record }: Act) => {
      link.use(at);
      await this.set(account, password, at);
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { passwordChangedAt: at, link: link.id } });
      await this.sessions.revokeAll(actor, actor.id, 'resetPassword');
      await this.lockOuts.forget(signInDoor(account.person.email ?? ''));
      return { id: actor.id };
    });
  }

  private async set(account: Account & { person: Person }, password: string, at: Date): Promise<void> {
    const { fullName, email } = account.person;
    refuseIf(whyNotPassword(password, { fullName, email: email ?? null }));
    account.setPassword(await hashPassword(password), at);
  }
}
