import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { hashToken } from '../domain/token.js';
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
   * disabled or locked. From the fifth failure in a row the address is locked, for longer each time.
   */
  async signIn({
    email,
    password,
  }: {
    readonly email: string;
    readonly password: string;
  }): Promise<OpenedSession & { readonly actor: Actor }> {
    const address = email.trim().toLowerCase();
    const account = await this.em.fork().findOne(Account, { person: { email: address } }, { populate: ['person'] });
    const right = await verifyPassword(account?.passwordHash, password);
    const passes = await this.lockOuts.judge(signInDoor(address), right);
    if (!account || !passes || account.disabledAt) return this.refuse(address);
    const { id, locale } = account.person;
    const session = await this.sessions.open(new Actor(id, [], locale), id, 'COOKIE');
    return { ...session, actor: new Actor(id, [], locale, session.id) };
  }

  private async refuse(address: string): Promise<never> {
    await this.work.act(SYSTEM, 'signIn', ({ record }) => {
      record({ subject: { type: 'SignIn', id: hashToken(address) }, after: { outcome: 'REFUSED' } });
      return Promise.resolve();
    });
    throw new Refused('SIGN_IN_FAILED');
  }
}
