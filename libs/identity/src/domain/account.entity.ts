import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId } from '#lib/kernel';
import { lockedFor } from './lock-out.js';
import { Person } from './person.entity.js';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  uniques: [{ name: 'account_person', properties: ['person'] }],
  checks: [{ name: 'account_disabled_with_reason', expression: '(disabled_at is null) = (disabled_reason is null)' }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.oneToOne(Person).lazyRef().owner(),
    passwordHash: p.text().nullable().hidden(),
    passwordChangedAt: p.datetime().nullable(),
    failedSignIns: p.integer().default(0),
    lockedUntil: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    disabledReason: p.text().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** A person's way in. Without a password until its owner has set one. */
export class Account extends AccountSchema.class {
  static of(person: Person, at: Date): Account {
    const account = new Account();
    account.id = newId();
    account.person = person;
    account.passwordHash = null;
    account.passwordChangedAt = null;
    account.failedSignIns = 0;
    account.lockedUntil = null;
    account.disabledAt = null;
    account.disabledReason = null;
    account.createdAt = at;
    return account;
  }

  setPassword(hash: string, at: Date): void {
    this.passwordHash = hash;
    this.passwordChangedAt = at;
    this.failedSignIns = 0;
    this.lockedUntil = null;
  }

  refuseIfDisabled(): void {
    if (this.disabledAt) throw new Refused('ACCOUNT_DISABLED');
  }

  isLocked(at: Date): boolean {
    return this.lockedUntil !== null && this.lockedUntil !== undefined && this.lockedUntil > at;
  }

  /** One more wrong password: from the fifth on, the account is locked for longer each time. */
  countFailure(at: Date): void {
    this.failedSignIns += 1;
    const seconds = lockedFor(this.failedSignIns);
    if (seconds > 0) this.lockedUntil = new Date(at.getTime() + seconds * 1000);
  }

  forgetFailures(): void {
    this.failedSignIns = 0;
    this.lockedUntil = null;
  }

  disable(reason: string, at: Date): void {
    this.refuseIfDisabled();
    this.disabledAt = at;
    this.disabledReason = reason;
  }

  enable(): void {
    if (!this.disabledAt) throw new Refused('ACCOUNT_NOT_DISABLED');
    this.disabledAt = null;
    this.disabledReason = null;
  }
}
AccountSchema.setClass(Account);
