import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { type Asker, PASSWORD_RESET, SIGN_IN, countsOf, countsOfChange } from '../domain/door.js';
import { type LinkKind, OneTimeLink } from '../domain/one-time-link.entity.js';
import { whyNotPassword } from '../domain/password-policy.js';
import { Person } from '../domain/person.entity.js';
import { hashToken, newToken } from '../domain/token.js';
import { AccountQueries } from './account.queries.js';
import { Attempts } from './attempts.js';
import { type DeviceCookie, KnownDevices } from './known-devices.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { SessionService } from './session.service.js';

export interface ResetOrder {
  readonly token: string;
  readonly password: string;
  readonly asker: Asker;
}

/** Passwords, and the links by which people set them. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountQueries,
    private readonly attempts: Attempts,
    private readonly sessions: SessionService,
    private readonly devices: KnownDevices,
  ) {}

  /** Ends all other sessions. Refuses `PASSWORD_WRONG`, `TOO_MANY_REQUESTS` after several of them, and a password that will not do. */
  async changePassword(actor: Actor, order: { readonly present: string; readonly password: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'changePassword', async ({ em, at, record }) => {
      const account = await em.findOneOrFail(Account, { person: actor.id }, { populate: ['person'] });
      const counts = countsOfChange(actor.id, actor.sessionId);
      const right = await this.attempts.during(counts, () => verifyPassword(account.passwordHash, order.present));
      if (!right) throw new Refused('PASSWORD_WRONG', {}, 'present');
      await this.attempts.giveBack(counts);
      account.changePassword(await this.hashOf(account, order.password), at);
      const ended = await this.sessions.revokeOthers(actor);
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { passwordChangedAt: at, sessionsEnded: ended } });
      return { id: actor.sessionId ?? account.id };
    });
  }

  /**
   * Always the same, whoever asks for whichever address: the link is made and mailed after the answer, where there is somebody to mail
   * it to. Refuses `TOO_MANY_REQUESTS`, for an address that nobody has too (`PASSWORD_RESET`).
   */
  async requestPasswordReset({ email, asker }: { readonly email: string; readonly asker: Asker }): Promise<{ id: string }> {
    const { address, account, counts } = await this.accounts.knock(PASSWORD_RESET, email, asker);
    await this.attempts.spend(counts);
    return this.work.act(SYSTEM, 'requestPasswordReset', ({ record, emit }) => {
      const id = newId();
      const personId = account && !account.disabled ? account.personId : null;
      emit({ type: 'identity.passwordLinkRequested', payload: { personId, kind: 'PASSWORD_RESET' } });
      record({ subject: { type: 'PasswordResetRequest', id }, personal: { address } });
      return Promise.resolve({ id });
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

  /**
   * Sets the password of whom the link is for, and ends their sessions. From now on this browser is the one they are known by: whoever
   * has guessed at the account, or been in it, does not hold it up. Refuses `LINK_INVALID` and a password that will not do.
   */
  async resetPassword({ token, password, asker }: ResetOrder): Promise<{ id: string; device: DeviceCookie }> {
    return this.work.act(SYSTEM, 'resetPassword', async ({ em }) => {
      const link = await em.findOne(
        OneTimeLink,
        { tokenHash: hashToken(token), person: { $ne: null } },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const account = link?.person && (await em.findOne(Account, { person: link.person.id, disabledAt: null }, { populate: ['person'] }));
      if (!link || !account) throw new Refused('LINK_INVALID', {}, 'token');
      return this.useLink(link, account, { password, asker });
    });
  }

  private useLink(
    link: OneTimeLink,
    account: Account & { person: Person },
    { password, asker }: Omit<ResetOrder, 'token'>,
  ): Promise<{ id: string; device: DeviceCookie }> {
    const actor = new Actor(account.person.id, []);
    return this.work.act(actor, 'resetPassword', async ({ em, at, record }: Act) => {
      link.use(at);
      account.setPassword(await this.hashOf(account, password), at);
      await em.flush();
      record({ subject: { type: 'Account', id: account.id }, after: { passwordChangedAt: at, link: link.id } });
      await this.sessions.revokeAll(actor, actor.id, 'resetPassword');
      await this.devices.forgetAll(actor, actor.id);
      const device = await this.devices.remember(actor, actor.id, asker.device);
      const counts = countsOf(SIGN_IN, account.person.email ?? '', { network: asker.network, knownDevice: null });
      await this.attempts.forget(counts.filter(({ of }) => of !== 'network'));
      return { id: actor.id, device };
    });
  }

  private async hashOf({ person: { fullName, email } }: Account & { person: Person }, password: string): Promise<string> {
    refuseIf(whyNotPassword(password, { fullName, email: email ?? null }));
    return hashPassword(password);
  }
}
