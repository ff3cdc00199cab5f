import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { type Locale } from '#lib/kernel';

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
export class Notice extends NoticeSchema.class {}
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
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
