import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { Person } from './person.entity.js';

/** For so long after a password was set by a link, whoever gives it is taken to be who read the link. */
const FIRST_FACTOR_MS = 86_400_000;

/**
 * A password alone sets up no first factor: somebody may have stolen it, and would then be its owner. `ENROLMENT_NEEDS_LINK`: a link has
 * to be mailed first, by which the password is set anew.
 */
export function whyNotFirstFactor(linkUsedAt: Date | null, at: Date): WhyNot {
  const known = linkUsedAt !== null && at.getTime() - linkUsedAt.getTime() < FIRST_FACTOR_MS;
  return known ? null : new Refused('ENROLMENT_NEEDS_LINK');
}

export interface InvitedFacts {
  readonly hasAccount: boolean;
  readonly disabledAt: Date | string | null;
  /** Its owner has set a password, and so has come in. */
  readonly hasPassword: boolean;
}

/** An invitation is sent again to who has an account that is open and has never set a password: the others ask for a link themselves. */
export function whyNotInviteAgain({ hasAccount, disabledAt, hasPassword }: InvitedFacts): WhyNot {
  if (!hasAccount) return new Refused('ACCOUNT_NEEDED', {}, 'personId');
  if (disabledAt !== null) return new Refused('ACCOUNT_DISABLED', {}, 'personId');
  return hasPassword ? new Refused('INVITATION_TAKEN_UP', {}, 'personId') : null;
}

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
    // When the password was last set by a one-time link, which its owner alone reads.
    linkUsedAt: p.datetime().strictNullable(),
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
    account.linkUsedAt = null;
    account.disabledAt = null;
    account.disabledReason = null;
    account.createdAt = at;
    return account;
  }

  /** By who knows the present one. */
  changePassword(hash: string, at: Date): void {
    this.passwordHash = hash;
    this.passwordChangedAt = at;
  }

  /** By a one-time link. */
  setPassword(hash: string, at: Date): void {
    this.changePassword(hash, at);
    this.linkUsedAt = at;
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
