import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor, Clock, SYSTEM, newId } from '#lib/kernel';
import { CONFIG, type Config, Every, PREPARED, UnitOfWork, describeError } from '#lib/platform';
import { Mail } from '../domain/notice.entity.js';
import { MOST_TRIES } from '../domain/retry.js';
import { type Wordings } from '../domain/wording.js';
import { NotTaken } from './mail-transport.js';
import { Postman } from './postman.js';

/** Beyond the time that a mail may take. */
const LEASE_SECONDS = 60;
const NEVER = new AbortController().signal;

export interface PersonsLetter {
  readonly personId: string;
  readonly wording: Wordings;
  readonly path: string | null;
  readonly dedupeKey: string;
  /** One that is not theirs yet, or no longer; left out: their own. */
  readonly address?: string;
}

/** Which try at a mail this is; after a worker has lost it, it is another's. */
interface Lease {
  readonly id: string;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
}

const held = ({ id, attempts, nextAttemptAt }: Lease) => sql`id = ${id} and attempts = ${attempts} and next_attempt_at = ${nextAttemptAt}`;

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
  writeSecret(actor: Actor, letter: PersonsLetter): Promise<void> {
    return this.write(actor, letter, true);
  }

  /** A mail with no notice beside it, to who would not see one. Joins the act around it. */
  writeLetter(actor: Actor, letter: PersonsLetter): Promise<void> {
    return this.write(actor, letter, false);
  }

  private async write(actor: Actor, { personId, wording, path, dedupeKey, address }: PersonsLetter, secret: boolean): Promise<void> {
    await this.work.act(actor, 'writeMail', async ({ em, at, record }) => {
      const person = await em.findOneOrFail(Person, { id: personId });
      const toAddress = address ?? person.email;
      if (!toAddress) return;
      const { locale, fullName: toName } = person;
      const open = { createdAt: at, nextAttemptAt: at, attempts: 0 };
      const mail = em.create(Mail, {
        id: newId(),
        person,
        toAddress,
        toName,
        locale,
        ...wording[locale],
        path,
        secret,
        dedupeKey,
        ...open,
      });
      em.persist(mail);
      record({ subject: { type: 'Mail', id: mail.id }, after: { dedupeKey } });
      await em.flush();
    });
  }

  /**
   * Sends what is due, one after the other. A mail is leased when its turn has come, so that two workers do not send it twice; a crash lets the
   * lease end, and the last try is leased as failed already. Where no mail gets through, one is enough to know, and the others wait for the next round.
   */
  @Every('notice.sendMails', 5)
  async sendMails(signal: AbortSignal = NEVER): Promise<void> {
    while (!signal.aborted) {
      const id = await this.lease();
      if (id === null || !(await this.sendOne(id, signal))) return;
    }
  }

  private async lease(): Promise<string | null> {
    const now = this.clock.now();
    const seconds = LEASE_SECONDS + this.config.mailMs / 1000;
    const [leased] = await this.rows(sql<{ id: string }>`
      update mail set attempts = attempts + 1, next_attempt_at = ${now}::timestamptz + ${seconds} * interval '1 second',
        failed_at = case when attempts + 1 >= ${MOST_TRIES} then ${now}::timestamptz end
      where id = (select id from mail where sent_at is null and failed_at is null and discarded_at is null and next_attempt_at <= ${now}
                  order by next_attempt_at, id limit 1 for update skip locked)
      returning id ${PREPARED}`);
    return leased?.id ?? null;
  }

  /** At once somebody else's; that this worker stops is not held against the mail. */
  private async giveBack(lease: Lease): Promise<void> {
    await this.rows(sql`update mail set attempts = attempts - 1, failed_at = null, next_attempt_at = ${this.clock.now()}
      where sent_at is null and discarded_at is null and ${held(lease)}`);
  }

  /** False where the next would fare no better. */
  private async sendOne(id: string, signal: AbortSignal): Promise<boolean> {
    const em = this.em.fork();
    const mail = await em.findOneOrFail(Mail, { id });
    if (mail.discardedAt) return true;
    const lease = { id, attempts: mail.attempts, nextAttemptAt: mail.nextAttemptAt ?? null };
    try {
      mail.sent(await this.postman.deliver(mail, this.clock.now(), signal), this.clock.now());
    } catch (error) {
      if (signal.aborted) {
        await this.giveBack(lease);
        return false;
      }
      const what = error instanceof NotTaken ? error.what : 'LATER';
      mail.failed({ error: describeError(error), forGood: what === 'MAIL' }, this.clock.now());
      this.logger.warn({ mail: id, attempts: mail.attempts, error: mail.lastError }, 'A mail could not be sent');
      await this.keep(mail, lease);
      return what !== 'SERVER';
    }
    await this.keep(mail, lease);
    return !signal.aborted;
  }

  /**
   * The proof, as an act: what left, when, under which message id. That it left is true whoever holds the mail by now, and is said once;
   * that it did not is the word of its holder alone.
   */
  private async keep(mail: Mail, lease: Lease): Promise<void> {
    await this.work.act(SYSTEM, 'job:notice.sendMails', async ({ em, record }) => {
      const { id, sentAt, failedAt, messageId, nextAttemptAt, lastError, text, path } = mail;
      const { attempts, nextAttemptAt: until } = lease;
      const where = { id, discardedAt: null, sentAt: null, ...(sentAt ? {} : { attempts, nextAttemptAt: until }) };
      const kept = await em.nativeUpdate(Mail, where, { sentAt, failedAt, messageId, nextAttemptAt, lastError, text, path });
      if (kept === 0) return;
      record({ subject: { type: 'Mail', id }, after: { sentAt, messageId, attempts: mail.attempts, failed: lastError !== null } });
    });
  }

  private async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}
