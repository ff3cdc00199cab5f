import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, type Words } from '#lib/kernel';
import { type PersonName, isCalledOrMailed, personName } from '#lib/identity';
import { type AgeOrder, Database, type OrderKey, byAge } from '#lib/platform';
import { type NoticeTopic } from '../domain/delivery.js';
import { topicFrom } from './topic-from.js';
import { ofHost } from './undelivered.queries.js';

export const MAIL_STATES = ['WAITING', 'SENT', 'FAILED', 'DISCARDED'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What people call them. */
export const MAIL_STATE_WORDS: Readonly<Record<MailState, Words>> = {
  WAITING: { vi: 'chờ gửi', en: 'waiting' },
  SENT: { vi: 'đã gửi', en: 'sent' },
  FAILED: { vi: 'không gửi được', en: 'failed' },
  DISCARDED: { vi: 'đã bỏ', en: 'discarded' },
};

export interface MailRead {
  readonly id: string;
  readonly state: MailState;
  readonly topic: NoticeTopic | null;
  readonly about: string | null;
  readonly recipient: PersonName;
  readonly recipientName: string;
  readonly recipientAddress: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly messageId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly canRetry: boolean;
  readonly canDiscard: boolean;
}

export interface MailsFilter extends PageArgs {
  readonly search?: string | null;
  readonly state?: MailState | null;
  readonly topic?: NoticeTopic | null;
  readonly order?: AgeOrder | null;
}

const LATEST: readonly OrderKey<MailRead>[] = [
  { column: sql`m.created_at`, key: 'createdAt', type: 'timestamptz', descending: true },
  { column: sql`m.id`, key: 'id', type: 'uuid', descending: true },
];

/**
 * What became of every mail, for the administrators of the host. What a mail says is not theirs to read, and of one about the judging not
 * even what kind it is: it would tell who was given cards, and who is held in conflict.
 */
@Injectable()
export class MailQueries {
  constructor(private readonly database: Database) {}

  /** The newest first; `search` is part of the recipient's name, or of their address. */
  mails(actor: Actor, { search, state, topic, order, ...page }: MailsFilter): Promise<Page<MailRead>> {
    const conditions = [ofHost(actor)];
    if (state) conditions.push(IN_STATE[state]);
    if (topic) conditions.push(sql<boolean>`${TOPIC} = ${topic}`);
    if (search) conditions.push(sql<boolean>`m.person_id in (select p.id from person p where ${isCalledOrMailed(search)})`);
    return this.database.page<MailRead>(
      {
        from: topic ? sql`mail m ${ITS_NOTICE}` : sql`mail m`,
        where: sql.join(conditions, sql` and `),
        order: byAge(LATEST, order),
        columns: COLUMNS,
        plannedAnew: Boolean(search),
        dress: { key: sql`m.id`, from: sql`mail m on m.id = page.key join person p on p.id = m.person_id ${ITS_NOTICE}` },
      },
      page,
    );
  }
}

const IN_STATE: Readonly<Record<MailState, RawBuilder<boolean>>> = {
  WAITING: sql`num_nonnulls(m.sent_at, m.failed_at, m.discarded_at) = 0`,
  SENT: sql`m.sent_at is not null`,
  FAILED: sql`m.failed_at is not null`,
  DISCARDED: sql`m.discarded_at is not null`,
};

/** The notice that a mail tells of; the letter of a day tells of many. */
const ITS_NOTICE = sql`left join notice n on n.person_id = m.person_id and n.dedupe_key = m.dedupe_key`;
const KIND = sql<string | null>`coalesce(n.kind, case when m.secret then 'identity.accountLink' end)`;
const TOPIC = topicFrom(KIND);

const OPEN = sql`num_nonnulls(m.sent_at, m.discarded_at) = 0`;
const COLUMNS = sql`m.id, case when m.sent_at is not null then 'SENT' when m.discarded_at is not null then 'DISCARDED'
      when m.failed_at is not null then 'FAILED' else 'WAITING' end as state,
    ${TOPIC} as topic, case when ${TOPIC} <> 'JUDGING' then ${KIND} end as about,
    ${personName(sql`p`)} as recipient, m.to_name as "recipientName", m.to_address as "recipientAddress",
    m.attempts, m.last_error as error, m.message_id as "messageId", m.created_at as "createdAt", m.sent_at as "sentAt", m.failed_at as "failedAt",
    case when ${OPEN} and m.failed_at is null then m.next_attempt_at end as "nextAttemptAt", ${OPEN} as "canRetry", ${OPEN} as "canDiscard"`;
