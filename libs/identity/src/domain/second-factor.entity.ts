import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId } from '#lib/kernel';
import { Person } from './person.entity.js';

/** How long somebody has to type the first code in. */
const ENROLMENT_MS = 3_600_000;

const SecondFactorSchema = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  indexes: [
    {
      name: 'second_factor_in_force',
      expression: 'create unique index second_factor_in_force on second_factor (person_id) where confirmed_at is not null',
    },
    {
      name: 'second_factor_begun',
      expression: 'create unique index second_factor_begun on second_factor (person_id) where confirmed_at is null',
    },
  ],
  checks: [{ name: 'second_factor_confirmed_by_a_code', expression: '(confirmed_at is null) = (last_step is null)' }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    // Encrypted with a key that hangs on APP_SECRET.
    secret: p.text().hidden(),
    createdAt: p.datetime(),
    // Not in force before its first code was typed in.
    confirmedAt: p.datetime().strictNullable(),
    // The time step of the newest code that was taken: no code is taken twice, and none that is older.
    lastStep: p.integer().strictNullable(),
  },
});

/** An authenticator that makes codes by the clock (TOTP), beside the password. */
export class SecondFactor extends SecondFactorSchema.class {
  static begin(person: Person, { secret, at }: { secret: string; at: Date }): SecondFactor {
    const factor = new SecondFactor();
    return Object.assign(factor, { id: newId(), person, secret, createdAt: at, confirmedAt: null, lastStep: null });
  }

  /** By its first code. Refuses `ENROLMENT_ENDED` after an hour. */
  confirm(step: number, at: Date): void {
    if (this.confirmedAt || at.getTime() - this.createdAt.getTime() > ENROLMENT_MS) throw new Refused('ENROLMENT_ENDED');
    this.confirmedAt = at;
    this.lastStep = step;
  }

  /** Takes a right code. Refuses `CODE_USED` for one that was taken before, or is older than one that was. */
  take(step: number): void {
    if (this.lastStep !== null && step <= this.lastStep) throw new Refused('CODE_USED', {}, 'code');
    this.lastStep = step;
  }
}
SecondFactorSchema.setClass(SecondFactor);

const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  uniques: [{ name: 'recovery_code_mark', properties: ['factor', 'mark'] }],
  properties: {
    id: p.uuid().primary(),
    factor: () => p.manyToOne(SecondFactor).lazyRef().deleteRule('cascade').index(false),
    mark: p.text().hidden(),
    codeHash: p.text().hidden(),
    usedAt: p.datetime().strictNullable(),
  },
});

/** Lets its owner in once when the authenticator is not at hand. `mark`, its first letters, tells which it is; the hash is of the whole. */
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);

const PENDING_MS = 600_000;

const PendingSignInSchema = defineEntity({
  name: 'PendingSignIn',
  tableName: 'pending_sign_in',
  uniques: [{ name: 'pending_sign_in_token', properties: ['tokenHash'] }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    // Of a cookie: it goes on in the browser where the password was typed in.
    tokenHash: p.text().hidden(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** The password was right and the code is still owed. It opens nothing. */
export class PendingSignIn extends PendingSignInSchema.class {
  static of(person: Person, { tokenHash, at }: { tokenHash: string; at: Date }): PendingSignIn {
    const expiresAt = new Date(at.getTime() + PENDING_MS);
    return Object.assign(new PendingSignIn(), { id: newId(), person, tokenHash, createdAt: at, expiresAt });
  }
}
PendingSignInSchema.setClass(PendingSignIn);
