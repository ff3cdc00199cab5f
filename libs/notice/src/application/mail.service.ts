import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor, Clock, SYSTEM, newId } from '#lib/kernel';
import { CONFIG, type Config, Every, UnitOfWork, describeError } from '#lib/platform';
import { Mail } from '../domain/notice.entity.js';
import { MOST_TRIES } from '../domain/retry.js';
import { type Wordings } from '../domain/wording.js';
import { NotTaken } from './mail-transport.js';
import { Postman } from './postman.js';

const BATCH = 10;
/** Beyond the time that the mails of a batch may take. */
const LEASE_SECONDS = 60;
const NEVER = new AbortController().signal;

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
    @Inject(CONFIG) private readonly config: Config,
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

  /**
   * Sends what is due. A mail is leased before it leaves, so that two workers do not send it twice; a crash lets the lease end, and the last
   * try is leased as failed already. Where no mail gets through, one is enough to know, and the others wait for the next round.
   */
  @Every('notice.sendMails', 5)
  async sendMails(signal: AbortSignal = NEVER): Promise<void> {
    for (let ids = await this.lease(); ids.length > 0; ids = await this.lease()) {
      for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
        const goesOn = await this.sendOne(id, signal);
        if (goesOn) continue;
        await this.giveBack(ids);
        return;
      }
    }
  }

  private async lease(): Promise<string[]> {
    const now = this.clock.now();
    const seconds = LEASE_SECONDS + (BATCH * this.config.mailMs) / 1000;
    const rows = await this.rows(sql<{ id: string }>`
      update mail set attempts = attempts + 1, next_attempt_at = ${now}::timestamptz + ${seconds} * interval '1 second',
        failed_at = case when attempts + 1 >= ${MOST_TRIES} then ${now}::timestamptz end
      where id in (select id from mail where sent_at is null and failed_at is null and discarded_at is null and next_attempt_at <= ${now}
                   order by next_attempt_at, id limit ${BATCH} for update skip locked)
      returning id`);
    return rows.map(({ id }) => id).sort();
  }

  /** At once somebody else's; that this worker stops, or could not reach the server, is not held against a mail that it did not try. */
  private async giveBack(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.rows(sql`update mail set attempts = attempts - 1, failed_at = null, next_attempt_at = ${this.clock.now()}
      where sent_at is null and discarded_at is null and id = any(${[...ids]}::uuid[])`);
  }

  /** False where the next would fare no better. */
  private async sendOne(id: string, signal: AbortSignal): Promise<boolean> {
    const em = this.em.fork();
    const mail = await em.findOneOrFail(Mail, { id });
    if (mail.discardedAt) return true;
    try {
      mail.sent(await this.postman.deliver(mail, this.clock.now(), signal), this.clock.now());
    } catch (error) {
      if (signal.aborted) {
        await this.giveBack([id]);
        return false;
      }
      const what = error instanceof NotTaken ? error.what : 'LATER';
      mail.failed({ error: describeError(error), forGood: what === 'MAIL' }, this.clock.now());
      this.logger.warn({ mail: id, attempts: mail.attempts, error: mail.lastError }, 'A mail could not be sent');
      await this.keep(mail);
      return what !== 'SERVER';
    }
    await this.keep(mail);
    return !signal.aborted;
  }

  /** The proof, as an act: what left, when, under which message id. */
  private async keep(sent: Mail): Promise<void> {
    await this.work.act(SYSTEM, 'job:notice.sendMails', async ({ em, record }) => {
      const { id, sentAt, failedAt, messageId, nextAttemptAt, lastError, text, path } = sent;
      await em.nativeUpdate(Mail, { id, discardedAt: null }, { sentAt, failedAt, messageId, nextAttemptAt, lastError, text, path });
      record({ subject: { type: 'Mail', id }, after: { sentAt, messageId, attempts: sent.attempts, failed: lastError !== null } });
    });
  }

  private async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}
