import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { type Locale, Refused } from '#lib/kernel';
import { retryAfter } from './retry.js';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  uniques: [{ name: 'notice_once', properties: ['person', 'dedupeKey'] }],
  indexes: [
    { name: 'notice_latest', expression: 'create index notice_latest on notice (person_id, created_at desc, id desc)' },
    {
      name: 'notice_unread',
      expression: 'create index notice_unread on notice (person_id, created_at desc, id desc) where read_at is null',
    },
    { name: 'notice_digest', expression: 'create index notice_digest on notice (digest_at, person_id) where digest_at is not null' },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    kind: p.text(),
    subjectVi: p.text(),
    subjectEn: p.text(),
    textVi: p.text(),
    textEn: p.text(),
    path: p.text(),
    dedupeKey: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
    // When the letter that it goes into is due; null where it goes into none, or has gone.
    digestAt: p.datetime().strictNullable(),
    // Of the letter that it went in with others; null: it has one of its own under its own key, or none.
    digestKey: p.text().strictNullable(),
  },
});

/** What one person is told in the application. The same thing is told once, by its `dedupeKey`. */
export class Notice extends NoticeSchema.class {
  read(at: Date): void {
    this.readAt ??= at;
  }
}
NoticeSchema.setClass(Notice);

const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  uniques: [{ name: 'mail_once', properties: ['person', 'dedupeKey'] }],
  indexes: [
    {
      name: 'mail_due',
      expression:
        'create index mail_due on mail (next_attempt_at, id) where sent_at is null and failed_at is null and discarded_at is null',
    },
    { name: 'mail_latest', expression: 'create index mail_latest on mail (created_at desc, id desc)' },
    {
      name: 'mail_unsent',
      expression: 'create index mail_unsent on mail (created_at, id) where sent_at is null and discarded_at is null',
    },
  ],
  checks: [{ name: 'mail_ends_once', expression: 'num_nonnulls(sent_at, failed_at, discarded_at) <= 1' }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef(),
    toAddress: p.text(),
    toName: p.text(),
    locale: p.text().$type<Locale>(),
    subject: p.text(),
    text: p.text(),
    path: p.text().nullable(),
    // Holds a link that opens an account: text and link are forgotten once it is sent.
    secret: p.boolean().default(false),
    dedupeKey: p.text(),
    createdAt: p.datetime(),
    nextAttemptAt: p.datetime().nullable(),
    attempts: p.integer().default(0),
    sentAt: p.datetime().nullable(),
    failedAt: p.datetime().nullable(),
    discardedAt: p.datetime().nullable(),
    messageId: p.text().nullable(),
    lastError: p.text().nullable(),
  },
});

/** The same by mail, in the person's language, with the proof that it was sent; or tried too often or refused for good; or given up. */
export class Mail extends MailSchema.class {
  sent(messageId: string, at: Date): void {
    this.sentAt = at;
    this.failedAt = null;
    this.messageId = messageId;
    this.nextAttemptAt = null;
    this.lastError = null;
    if (this.secret) this.forget();
  }

  /** Tried again later; never where the other side will not have it, nor after the last of the tries. */
  failed({ error, forGood }: { error: string; forGood: boolean }, at: Date): void {
    const seconds = forGood ? null : retryAfter(this.attempts);
    this.lastError = error;
    this.failedAt = seconds === null ? at : null;
    this.nextAttemptAt = seconds === null ? null : new Date(at.getTime() + seconds * 1000);
  }

  /** From the beginning, at once. Refuses `ALREADY_DELIVERED` and `ALREADY_DISCARDED`. */
  retry(at: Date): void {
    this.refuseWhereOver();
    this.failedAt = null;
    this.attempts = 0;
    this.nextAttemptAt = at;
  }

  /** It is not sent any more. Refuses `ALREADY_DELIVERED` and `ALREADY_DISCARDED`. */
  discard(at: Date): void {
    this.refuseWhereOver();
    this.discardedAt = at;
    this.failedAt = null;
    this.nextAttemptAt = null;
    if (this.secret) this.forget();
  }

  private refuseWhereOver(): void {
    if (this.sentAt) throw new Refused('ALREADY_DELIVERED');
    if (this.discardedAt) throw new Refused('ALREADY_DISCARDED');
  }

  private forget(): void {
    Object.assign(this, { text: '', path: null });
  }
}
MailSchema.setClass(Mail);
