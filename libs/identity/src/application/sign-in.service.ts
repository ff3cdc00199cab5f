import { Injectable } from '@nestjs/common';
import { Actor, Refused, SYSTEM, newId } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Asker, SIGN_IN } from '../domain/door.js';
import { AccountQueries } from './account.queries.js';
import { Attempts } from './attempts.js';
import { type DeviceCookie, KnownDevices } from './known-devices.js';
import { verifyPassword } from './password-hash.js';
import { type OpenedSession, SessionService } from './session.service.js';

export interface SignInOrder {
  readonly email: string;
  readonly password: string;
  readonly asker: Asker;
}

export interface SignedIn extends OpenedSession {
  readonly actor: Actor;
  readonly device: DeviceCookie;
}

/** By which people come in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountQueries,
    private readonly attempts: Attempts,
    private readonly sessions: SessionService,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Refuses `SIGN_IN_FAILED`, one answer after the same work, whether the address is unknown, the password wrong or the account
   * disabled; `TOO_MANY_REQUESTS`, before the password is looked at, where the attempts that it counts with are spent (`SIGN_IN`).
   */
  async signIn({ email, password, asker }: SignInOrder): Promise<SignedIn> {
    const { address, account, counts } = await this.accounts.knock(SIGN_IN, email, asker);
    await this.attempts.spend(counts);
    const right = await verifyPassword(account?.passwordHash, password);
    if (!account || !right || account.disabled) return this.refuse(address);
    await this.attempts.giveBack(counts);
    const { personId, locale } = account;
    const actor = new Actor(personId, [], locale);
    return this.work.act(actor, 'signIn', async () => {
      const session = await this.sessions.open(actor, personId, 'COOKIE');
      const device = await this.devices.remember(actor, personId, asker.device);
      return { ...session, actor: new Actor(personId, [], locale, session.id), device };
    });
  }

  private async refuse(address: string): Promise<never> {
    await this.work.act(SYSTEM, 'signIn', ({ record }) => {
      record({ subject: { type: 'SignIn', id: newId() }, after: { outcome: 'REFUSED' }, personal: { address } });
      return Promise.resolve();
    });
    throw new Refused('SIGN_IN_FAILED');
  }
}
