import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM, newId } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { LockOuts, signInDoor } from './lock-outs.js';
import { verifyPassword } from './password-hash.js';
import { type OpenedSession, SessionService } from './session.service.js';

/** By which people come in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly em: EntityManager,
    private readonly work: UnitOfWork,
    private readonly lockOuts: LockOuts,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Refuses `SIGN_IN_FAILED`, one answer after the same work, whether the address is unknown, the password wrong, the account
   * disabled or locked. From the fifth failure in a row the address is locked, for longer each time. Refuses `TOO_MANY_REQUESTS`
   * after a hundred failures from one network address within a quarter of an hour, whatever e-mail addresses they named.
   */
  async signIn({
    email,
    password,
    from,
  }: {
    readonly email: string;
    readonly password: string;
    /** The network address that asks. */
    readonly from: string;
  }): Promise<OpenedSession & { readonly actor: Actor }> {
    await this.lockOuts.take('sign-in-from', from);
    const address = email.trim().toLowerCase();
    const account = await this.em.fork().findOne(Account, { person: { email: address } }, { populate: ['person'] });
    const right = await verifyPassword(account?.passwordHash, password);
    const passes = await this.lockOuts.judge(signInDoor(address), right);
    if (!account || !passes || account.disabledAt) return this.refuse(address);
    await this.lockOuts.giveBack('sign-in-from', from);
    const { id, locale } = account.person;
    const session = await this.sessions.open(new Actor(id, [], locale), id, 'COOKIE');
    return { ...session, actor: new Actor(id, [], locale, session.id) };
  }

  private async refuse(address: string): Promise<never> {
    await this.work.act(SYSTEM, 'signIn', ({ record }) => {
      record({ subject: { type: 'SignIn', id: newId() }, after: { outcome: 'REFUSED' }, personal: { address } });
      return Promise.resolve();
    });
    throw new Refused('SIGN_IN_FAILED');
  }
}
