import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs, type Words } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';

export interface NoticeRead {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly mailState: NoticeMailState;
  readonly mailedAt: Date | null;
}

/** How far a notice is on its way by mail; `NONE`: it stands in the application alone. */
export const NOTICE_MAIL_STATES = ['NONE', 'DAILY', 'WAITING', 'SENT', 'FAILED'] as const;
export type NoticeMailState = (typeof NOTICE_MAIL_STATES)[number];

export interface NoticesRead {
  readonly id: string;
  readonly unread: number;
}

/** What people call how far a notice is on its way by mail. */
export const NOTICE_MAIL_STATE_WORDS: Readonly<Record<NoticeMailState, Words>> = {
  NONE: { vi: 'không gửi thư', en: 'not mailed' },
  DAILY: { vi: 'chờ thư tổng hợp trong ngày', en: 'waiting for the letter of the day' },
  WAITING: { vi: 'chờ gửi thư', en: 'waiting to be mailed' },
  SENT: { vi: 'đã gửi thư', en: 'mailed' },
  FAILED: { vi: 'không gửi được thư', en: 'could not be mailed' },
};

/** What a person was told: their own alone. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  myNotices(actor: Actor, filter: PageArgs & { readonly unread?: boolean | null }): Promise<Page<NoticeRead>> {
    return this.database.page<NoticeRead>(
      {
        columns: columns(actor),
        from: sql`notice n`,
        where: filter.unread ? sql`n.person_id = ${actor.id} and n.read_at is null` : sql`n.person_id = ${actor.id}`,
        order: [
          { column: sql`n.created_at`, key: 'createdAt', type: 'timestamptz', descending: true },
          { column: sql`n.id`, key: 'id', type: 'uuid', descending: true },
        ],
        dress: { key: sql`n.id`, from: sql`notice n on n.id = page.key ${itsMail}` },
      },
      filter,
    );
  }

  @Rereads('Notice')
  notice(actor: Actor, id: string): Promise<NoticeRead | null> {
    return this.database.first(
      sql<NoticeRead>`select ${columns(actor)} from notice n ${itsMail} where n.id = ${id} and n.person_id = ${actor.id}`,
    );
  }

  /** What is unread of one's own. */
  @Rereads('NoticesRead')
  async noticesRead(actor: Actor, id: string): Promise<NoticesRead | null> {
    if (id !== actor.id) return null;
    return this.database.first(
      sql<NoticesRead>`select ${id}::uuid as id, (select count(*)::int from notice where person_id = ${id} and read_at is null) as unread`,
    );
  }
}

const columns = (actor: Actor) => sql`n.id, n.kind, ${actor.locale === 'en' ? sql`n.subject_en` : sql`n.subject_vi`} as subject,
  ${actor.locale === 'en' ? sql`n.text_en` : sql`n.text_vi`} as text, n.path as link, n.created_at as "createdAt", n.read_at as "readAt", m.sent_at as "mailedAt", case when m.sent_at is not null then 'SENT'
  when num_nonnulls(m.failed_at, m.discarded_at) > 0 then 'FAILED' when m.id is not null then 'WAITING'
  when n.digest_at is not null then 'DAILY' else 'NONE' end as "mailState"`;

/** The letter of its own, or that of the day. */
const itsMail = sql`left join mail m on m.person_id = n.person_id and m.dedupe_key = coalesce(n.digest_key, n.dedupe_key)`;
