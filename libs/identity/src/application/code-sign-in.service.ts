import { Injectable } from '@nestjs/common';
import { Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Asker } from '../domain/door.js';
import { PendingSignIn } from '../domain/second-factor.entity.js';
import { Arrivals, type SignedIn } from './arrivals.js';
import { Attempts } from './attempts.js';
import { CodeCheck } from './code-check.js';
import { FactorQueries, type Pending } from './factor.queries.js';

export interface CodeOrder {
  readonly code: string;
  /** Of the cookie that the password brought. */
  readonly token: string | null;
  readonly asker: Asker;
}

/** The second half of a sign-in, where the account has a second factor. */
@Injectable()
export class CodeSignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: FactorQueries,
    private readonly attempts: Attempts,
    private readonly codes: CodeCheck,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * The code of the second factor, or a recovery code, in the browser where the password was given. Refuses `SIGN_IN_ENDED` ten minutes
   * after it, `TOO_MANY_REQUESTS` before the code is looked at (`SECOND_FACTOR`), and what `CodeCheck` refuses.
   */
  async confirmSignIn({ code, token, asker }: CodeOrder): Promise<SignedIn> {
    const pending = await this.queries.pending(token, asker);
    if (!pending) throw new Refused('SIGN_IN_ENDED');
    const { personId, counts } = pending;
    try {
      const signedIn = await this.attempts.during(counts, () => this.withCode(pending, { code, asker }));
      await this.attempts.giveBack(counts);
      return signedIn;
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'BUSY') throw error;
      return this.arrivals.turnAway('confirmSignIn', { after: { person: personId, code: error.code } }, error);
    }
  }

  private withCode({ id, personId, locale }: Pending, { code, asker }: Omit<CodeOrder, 'token'>): Promise<SignedIn> {
    const actor = new Actor(personId, [], locale);
    return this.work.act(actor, 'confirmSignIn', async (act) => {
      const factor = await this.codes.factorOf(act, personId);
      const ended = await act.em.nativeDelete(PendingSignIn, { id });
      if (!factor || ended === 0) throw new Refused('SIGN_IN_ENDED');
      await this.codes.accept(act, factor, code);
      return this.arrivals.letIn(actor, asker, act.at);
    });
  }
}
