import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { type Locale } from '#lib/kernel';
import { retryAfter } from './retry.js';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  uniques: [{ name: 'notice_once', properties: ['person', 'dedupeKey'] }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef(),
    kind: p.text(),
    subjectVi: p.text(),
    subjectEn: p.text(),
    textVi: p.text(),
    textEn: p.text(),
    path: p.text(),
    dedupeKey: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
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
  indexes: [{ name: 'mail_due', expression: 'create index mail_due on mail (next_attempt_at, id) where sent_at is null' }],
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
    messageId: p.text().nullable(),
    lastError: p.text().nullable(),
  },
});

/** The same by mail, in the person's language, with the proof that it was sent. `nextAttemptAt` null and not sent: given up. */
export class Mail extends MailSchema.class {
  sent(messageId: string, at: Date): void {
    this.sentAt = at;
    this.messageId = messageId;
    this.nextAttemptAt = null;
    this.lastError = null;
    if (this.secret) Object.assign(this, { text: '', path: null });
  }

  failed(error: string, at: Date): void {
    const seconds = retryAfter(this.attempts);
    this.lastError = error.slice(0, 500);
    this.nextAttemptAt = seconds === null ? null : new Date(at.getTime() + seconds * 1000);
  }
}
MailSchema.setClass(Mail);
