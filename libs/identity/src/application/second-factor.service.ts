import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Account } from '../domain/account.entity.js';
import { countsOfChange } from '../domain/door.js';
import { Person } from '../domain/person.entity.js';
import { SecondFactor } from '../domain/second-factor.entity.js';
import { Session } from '../domain/session.entity.js';
import { Attempts } from './attempts.js';
import { CodeCheck } from './code-check.js';
import { FactorQueries } from './factor.queries.js';
import { verifyPassword } from './password-hash.js';
import { SecretBox } from './secret-box.js';
import { SessionService } from './session.service.js';
import { newTotpSecret, totpUri } from './totp.js';

/** That it is oneself who asks: the password, and a code where there is a second factor. */
export interface Proof {
  readonly password: string;
  readonly code?: string | null;
}

/** What the page draws for an authenticator. Shown once. */
export interface Enrolment {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
}

/** One's own second factor. Whatever changes it ends one's other sessions, programs' tokens too, as a new password does. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly sessions: SessionService,
    private readonly codes: CodeCheck,
    private readonly box: SecretBox,
    private readonly queries: FactorQueries,
  ) {}

  /**
   * Begins a factor, or one that takes the place of the present one; nothing changes before its first code. Refuses `PASSWORD_WRONG`,
   * where there is a factor what `CodeCheck` refuses, where there is none `ENROLMENT_NEEDS_LINK`, and `TOO_MANY_REQUESTS`.
   */
  async enrolSecondFactor(actor: Actor, proof: Proof): Promise<Enrolment> {
    return this.work.act(actor, 'enrolSecondFactor', async (act) => {
      const { em, at, record } = act;
      const before = await this.prove(act, proof);
      if (!before) refuseIf(await this.queries.whyNotFirst(actor.id));
      const person = await em.findOneOrFail(Person, { id: actor.id });
      await em.nativeDelete(SecondFactor, { person: actor.id, confirmedAt: null });
      const secret = newTotpSecret();
      const factor = SecondFactor.begin(person, { secret: this.box.close(secret, actor.id), at });
      em.persist(factor);
      await em.flush();
      record({ subject: { type: 'SecondFactor', id: factor.id }, after: { person: actor.id, begun: true } });
      return { id: factor.id, secret, uri: totpUri(secret, person.email ?? person.fullName) };
    });
  }

  /**
   * Puts a factor in force by its first code, and this session with it. Returns the recovery codes, which are shown once. Refuses
   * `ENROLMENT_ENDED`, `CODE_WRONG`.
   */
  async confirmSecondFactor(actor: Actor, order: { readonly enrolmentId: string; readonly code: string }): Promise<string[]> {
    return this.work.act(actor, 'confirmSecondFactor', async (act) => {
      const { em, at, record } = act;
      const counts = countsOfChange(actor.id, actor.sessionId);
      await this.attempts.spend(counts);
      const where = { id: order.enrolmentId, person: actor.id, confirmedAt: null };
      const factor = await em.findOne(SecondFactor, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!factor) throw new Refused('ENROLMENT_ENDED', {}, 'enrolmentId');
      const step = this.codes.stepOf(factor, order.code, act);
      await em.nativeDelete(SecondFactor, { person: actor.id, id: { $ne: factor.id } });
      factor.confirm(step, at);
      await em.flush();
      await this.attempts.giveBack(counts);
      await em.nativeUpdate(Session, { id: actor.sessionId ?? '', person: actor.id }, { factorAt: at });
      const sessionsEnded = await this.sessions.revokeOthers(actor);
      record({ subject: { type: 'SecondFactor', id: factor.id }, after: { person: actor.id, confirmedAt: at, sessionsEnded } });
      tell(act, 'ENROLLED');
      return this.codes.issue(act, factor);
    });
  }

  /** Ten new recovery codes; those before end. Refuses as `enrolSecondFactor`, and `FACTOR_NONE`. */
  async renewRecoveryCodes(actor: Actor, proof: Proof): Promise<string[]> {
    return this.work.act(actor, 'renewRecoveryCodes', async (act) => {
      const factor = await this.provenFactor(act, proof);
      act.record({ subject: { type: 'SecondFactor', id: factor.id }, after: { recoveryCodesRenewed: true } });
      tell(act, 'CODES_RENEWED');
      return this.codes.issue(act, factor);
    });
  }

  /** Refuses as `renewRecoveryCodes`, and `FACTOR_KEPT` for who must have one: another can take its place. */
  async removeSecondFactor(actor: Actor, proof: Proof): Promise<void> {
    return this.work.act(actor, 'removeSecondFactor', async (act) => {
      if (await this.queries.isNeededOf(actor.id)) throw new Refused('FACTOR_KEPT');
      const factor = await this.provenFactor(act, proof);
      await act.em.nativeDelete(SecondFactor, { person: actor.id });
      await act.em.nativeUpdate(Session, { id: actor.sessionId ?? '', person: actor.id }, { factorAt: null });
      const sessionsEnded = await this.sessions.revokeOthers(actor);
      act.record({ subject: { type: 'SecondFactor', id: factor.id }, after: { person: actor.id, removed: true, sessionsEnded } });
      tell(act, 'REMOVED');
    });
  }

  private async provenFactor(act: Act, proof: Proof): Promise<SecondFactor> {
    const factor = await this.prove(act, proof);
    if (!factor) throw new Refused('FACTOR_NONE');
    return factor;
  }

  private async prove(act: Act, { password, code }: Proof): Promise<SecondFactor | null> {
    const { em, actor } = act;
    const counts = countsOfChange(actor.id, actor.sessionId);
    const account = await em.findOneOrFail(Account, { person: actor.id });
    const factor = await this.attempts.during(counts, async () => {
      if (!(await verifyPassword(account.passwordHash, password))) throw new Refused('PASSWORD_WRONG', {}, 'password');
      const found = await this.codes.factorOf(act, actor.id);
      if (found) await this.codes.accept(act, found, code ?? '');
      return found;
    });
    await this.attempts.giveBack(counts);
    return factor;
  }
}

/** What became of the factor, for the mail that tells its owner. */
export type FactorChange = 'ENROLLED' | 'REMOVED' | 'CODES_RENEWED' | 'CODE_SPENT';

function tell({ emit, actor }: Act, what: FactorChange): void {
  emit({ type: 'identity.secondFactorChanged', payload: { personId: actor.id, what } });
}
