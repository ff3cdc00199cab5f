import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Refused, newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { FactorReset } from '../domain/factor-reset.entity.js';
import { RecoveryCode, SecondFactor } from '../domain/second-factor.entity.js';
import { verifyPassword } from './password-hash.js';
import { markOf, newRecoveryCodes, readCode } from './recovery-codes.js';
import { SecretBox } from './secret-box.js';
import { stepOf } from './totp.js';

/** Holds a code against a second factor. Whoever calls has counted the attempt. */
@Injectable()
export class CodeCheck {
  constructor(private readonly box: SecretBox) {}

  /** The one in force, held to the end of the act: of two sign-ins by one code the second finds it used. */
  factorOf({ em }: Act, personId: string): Promise<SecondFactor | null> {
    return em.findOne(SecondFactor, { person: personId, confirmedAt: { $ne: null } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /**
   * Takes a code of the authenticator or a recovery code, once. Refuses `CODE_WRONG`, `CODE_USED`, and `FACTOR_UNREADABLE` for the
   * authenticator's where APP_SECRET was lost; recovery codes do not hang on it.
   */
  async accept(act: Act, factor: SecondFactor, typed: string): Promise<void> {
    const code = readCode(typed);
    if (code?.kind === 'TOTP') factor.take(this.stepOf(factor, typed, act));
    else await this.spend(act, factor, code?.text ?? '');
    await act.em.flush();
    await this.giveUpResets(act, factor.person.id);
  }

  /** What is used, or gone already, is not to be reset: a proposal that stayed open would take the next factor away. Joins the act around it. */
  async giveUpResets({ em, at, record }: Act, personId: string): Promise<void> {
    const open = await em.find(FactorReset, { person: personId, state: 'PROPOSED' });
    for (const reset of open) {
      reset.giveUp(at);
      record({ subject: { type: 'FactorReset', id: reset.id }, after: { state: reset.state } });
    }
    await em.flush();
  }

  /** The time step that a code of the authenticator is of. Refuses `CODE_WRONG`, `FACTOR_UNREADABLE`. */
  stepOf({ secret, person }: SecondFactor, typed: string, { at }: Act): number {
    const step = stepOf(this.box.open(secret, person.id), readCode(typed)?.text ?? '', at);
    if (step === null) throw new Refused('CODE_WRONG', {}, 'code');
    return step;
  }

  /** Ten new recovery codes, as they are shown. Those before end. */
  async issue({ em }: Act, factor: SecondFactor): Promise<string[]> {
    const codes = await newRecoveryCodes();
    await em.nativeDelete(RecoveryCode, { factor: factor.id });
    await em.insertMany(
      RecoveryCode,
      codes.map(({ mark, hash }) => ({ id: newId(), factor: factor.id, mark, codeHash: hash, usedAt: null })),
    );
    return codes.map(({ shown }) => shown);
  }

  /** The same work is done for a code that nobody has. */
  private async spend({ em, at, record, emit }: Act, factor: SecondFactor, text: string): Promise<void> {
    const code = await em.findOne(RecoveryCode, { factor: factor.id, mark: markOf(text), usedAt: null });
    if (!(await verifyPassword(code?.codeHash, text)) || !code) throw new Refused('CODE_WRONG', {}, 'code');
    code.usedAt = at;
    await em.flush();
    record({ subject: { type: 'RecoveryCode', id: code.id }, after: { usedAt: at, factor: factor.id } });
    emit({ type: 'identity.secondFactorChanged', payload: { personId: factor.person.id, what: 'CODE_SPENT' } });
  }
}
