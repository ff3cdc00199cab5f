import { Injectable } from '@nestjs/common';
import { Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Asker, SIGN_IN } from '../domain/door.js';
import { Person } from '../domain/person.entity.js';
import { PendingSignIn } from '../domain/second-factor.entity.js';
import { hashToken, newToken } from '../domain/token.js';
import { AccountQueries } from './account.queries.js';
import { Arrivals, type SignedIn } from './arrivals.js';
import { Attempts } from './attempts.js';
import { CodeCheck } from './code-check.js';
import { verifyPassword } from './password-hash.js';
import { type OpenedSession } from './session.service.js';

export interface SignInOrder {
  readonly email: string;
  readonly password: string;
  readonly asker: Asker;
}

/** The password was right, and the account has a second factor. */
export interface CodeOwed {
  readonly pending: OpenedSession;
}

/** By which people come in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountQueries,
    private readonly attempts: Attempts,
    private readonly codes: CodeCheck,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * Refuses `SIGN_IN_FAILED`, one answer after the same work, whether the address is unknown, the password wrong or the account
   * disabled; `TOO_MANY_REQUESTS`, before the password is looked at, where the attempts that it counts with are spent (`SIGN_IN`).
   */
  async signIn({ email, password, asker }: SignInOrder): Promise<SignedIn | CodeOwed> {
    const { address, account, counts } = await this.accounts.knock(SIGN_IN, email, asker);
    const right = await this.attempts.during(counts, () => verifyPassword(account?.passwordHash, password));
    if (!account || !right || account.disabled) {
      return this.arrivals.turnAway('signIn', { personal: { address } }, new Refused('SIGN_IN_FAILED'));
    }
    await this.attempts.giveBack(counts);
    const actor = new Actor(account.personId, [], account.locale);
    return this.work.act(actor, 'signIn', async (act) =>
      (await this.codes.factorOf(act, actor.id)) ? this.askForCode(act) : this.arrivals.letIn(actor, asker, null),
    );
  }

  private async askForCode({ em, actor, at, record }: Act): Promise<CodeOwed> {
    const token = newToken();
    const person = await em.findOneOrFail(Person, { id: actor.id });
    const pending = PendingSignIn.of(person, { tokenHash: hashToken(token), at });
    em.persist(pending);
    record({ subject: { type: 'PendingSignIn', id: pending.id }, after: { person: actor.id } });
    return { pending: { id: pending.id, token, expiresAt: pending.expiresAt } };
  }
}
