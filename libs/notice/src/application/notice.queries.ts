import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';

export interface NoticeRead {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

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
      },
      filter,
    );
  }

  @Rereads('Notice')
  notice(actor: Actor, id: string): Promise<NoticeRead | null> {
    return this.database.first(sql<NoticeRead>`select ${columns(actor)} from notice n where n.id = ${id} and n.person_id = ${actor.id}`);
  }

  /** What is kept of what a person was told, for that person. */
  async personalData(personId: string): Promise<unknown> {
    return this.database.rows(
      sql`select subject_vi as subject, text_vi as text, created_at as "createdAt", read_at as "readAt" from notice where person_id = ${personId} order by created_at`,
    );
  }
}

const columns = (actor: Actor) => sql`n.id, n.kind, ${actor.locale === 'en' ? sql`n.subject_en` : sql`n.subject_vi`} as subject,
  ${actor.locale === 'en' ? sql`n.text_en` : sql`n.text_vi`} as text, n.path as link, n.created_at as "createdAt", n.read_at as "readAt"`;
