import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId } from '#lib/kernel';
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
    account.disabledAt = null;
    account.disabledReason = null;
    account.createdAt = at;
    return account;
  }

  setPassword(hash: string, at: Date): void {
    this.passwordHash = hash;
    this.passwordChangedAt = at;
  }

  refuseIfDisabled(): void {
    if (this.disabledAt) throw new Refused('ACCOUNT_DISABLED');
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
