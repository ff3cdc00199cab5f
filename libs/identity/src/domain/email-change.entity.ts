import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId } from '#lib/kernel';
import { plainAddress } from './address.js';
import { Person } from './person.entity.js';
import { hashToken } from './token.js';

const LIFETIME_MS = 24 * 3_600_000;

const EmailChangeSchema = defineEntity({
  name: 'EmailChange',
  tableName: 'email_change',
  uniques: [{ name: 'email_change_token', properties: ['tokenHash'] }],
  indexes: [
    {
      name: 'email_change_one',
      expression: 'create unique index email_change_one on email_change (person_id) where confirmed_at is null and given_up_at is null',
    },
    { name: 'email_change_person', properties: ['person'] },
  ],
  checks: [
    { name: 'email_change_is_lower_case', expression: 'address = lower(address)' },
    { name: 'email_change_ends_once', expression: 'num_nonnulls(confirmed_at, given_up_at) <= 1' },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    address: p.text(),
    // The one before, which is told.
    previous: p.text().strictNullable(),
    // Made where the link is mailed, so that no event holds the token; null before.
    tokenHash: p.text().hidden().strictNullable(),
    requestedAt: p.datetime(),
    expiresAt: p.datetime(),
    confirmedAt: p.datetime().strictNullable(),
    givenUpAt: p.datetime().strictNullable(),
  },
});

/** A person's new e-mail address, theirs once somebody who reads its mails has said so. */
export class EmailChange extends EmailChangeSchema.class {
  /** Refuses `EMAIL_SAME`. */
  static of(person: Person, typed: string, at: Date): EmailChange {
    const address = plainAddress(typed);
    if (address === person.email) throw new Refused('EMAIL_SAME', {}, 'email');
    const open = { tokenHash: null, requestedAt: at, expiresAt: new Date(at.getTime() + LIFETIME_MS), confirmedAt: null, givenUpAt: null };
    return Object.assign(new EmailChange(), { id: newId(), person, address, previous: person.email ?? null, ...open });
  }

  waits(at: Date): boolean {
    return this.confirmedAt === null && this.givenUpAt === null && this.expiresAt > at;
  }

  takeToken(token: string): void {
    this.tokenHash = hashToken(token);
  }

  /** Refuses with one code whether it was confirmed, given up, has expired or never was, so that nobody learns which. */
  confirm(at: Date): void {
    if (!this.waits(at)) throw new Refused('LINK_INVALID', {}, 'token');
    this.confirmedAt = at;
  }

  giveUp(at: Date): void {
    this.givenUpAt = at;
  }
}
EmailChangeSchema.setClass(EmailChange);
