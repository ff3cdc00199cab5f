import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor, Clock, SYSTEM, newId } from '#lib/kernel';
import { Every, UnitOfWork } from '#lib/platform';
import { Mail } from '../domain/notice.entity.js';
import { type Wordings } from '../domain/wording.js';
import { Postman } from './postman.js';

const BATCH = 50;
const LEASE_SECONDS = 120;

export interface SecretLetter {
  readonly personId: string;
  readonly wording: Wordings;
  readonly path: string;
  readonly dedupeKey: string;
}

/** The mails that wait to be sent, and the proof that they were. */
@Injectable()
export class MailService {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly em: EntityManager,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly postman: Postman,
  ) {}

  /** A mail with no notice beside it, whose text and link are forgotten once it is sent: it is a link that opens an account. Joins the act around it. */
  async writeSecret(actor: Actor, letter: SecretLetter): Promise<void> {
    await this.work.act(actor, 'writeMail', async ({ em, at, record }) => {
      const person = await em.findOneOrFail(Person, { id: letter.personId });
      if (!person.email) return;
      const { subject, text } = letter.wording[person.locale];
      const mail = em.create(Mail, {
        id: newId(),
        person,
        toAddress: person.email,
        toName: person.fullName,
        locale: person.locale,
        subject,
        text,
        path: letter.path,
        secret: true,
        dedupeKey: letter.dedupeKey,
        createdAt: at,
        nextAttemptAt: at,
        attempts: 0,
      });
      em.persist(mail);
      record({ subject: { type: 'Mail', id: mail.id }, after: { dedupeKey: letter.dedupeKey } });
      await em.flush();
    });
  }

  /** Sends what is due. A mail is leased before it leaves, so that two workers do not send it twice; a crash lets the lease end. */
  @Every('notice.sendMails', 5)
  async sendMails(): Promise<void> {
    for (const id of await this.lease()) await this.sendOne(id);
  }

  private async lease(): Promise<string[]> {
    const now = this.clock.now();
    const { rows } = await sql<{ id: string }>`
      update mail set attempts = attempts + 1, next_attempt_at = ${now}::timestamptz + ${LEASE_SECONDS} * interval '1 second'
      where id in (select id from mail where sent_at is null and next_attempt_at <= ${now} order by next_attempt_at, id limit ${BATCH} for update skip locked)
      returning id`.execute(this.em.fork().getKysely());
    return rows.map(({ id }) => id).sort();
  }

  private async sendOne(id: string): Promise<void> {
    const em = this.em.fork();
    const mail = await em.findOneOrFail(Mail, { id });
    try {
      const messageId = await this.postman.deliver(mail, this.clock.now());
      mail.sent(messageId, this.clock.now());
    } catch (error) {
      mail.failed(error instanceof Error ? error.message : String(error), this.clock.now());
      this.logger.warn({ mail: id, attempts: mail.attempts, error: mail.lastError }, 'A mail could not be sent');
    }
    await this.keep(mail);
  }

  /** The proof, as an act: what left, when, under which message id. */
  private async keep(sent: Mail): Promise<void> {
    await this.work.act(SYSTEM, 'job:notice.sendMails', async ({ em, record }) => {
      const { id, sentAt, messageId, nextAttemptAt, lastError, text, path } = sent;
      await em.nativeUpdate(Mail, { id }, { sentAt, messageId, nextAttemptAt, lastError, text, path });
      record({ subject: { type: 'Mail', id }, after: { sentAt, messageId, attempts: sent.attempts, failed: lastError !== null } });
    });
  }
}
