import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, newId } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Notice } from '../domain/notice.entity.js';
import { type Wordings } from '../domain/wording.js';

/** What it is about and what happened to it: `award.published`. */
export type NoticeKind = `${string}.${string}`;

export interface Told {
  /** Ids of the persons. */
  readonly people: readonly string[];
  readonly kind: NoticeKind;
  readonly wording: Wordings;
  /** Where in the application the reader goes on, e.g. `/initiatives/…`. */
  readonly path: string;
  /** The same thing has the same key: a person is told it once. */
  readonly dedupeKey: string;
}

/** What people are told, in the application and by mail. */
@Injectable()
export class NoticeService {
  constructor(private readonly work: UnitOfWork) {}

  /** Joins the act around it. People who were told already, by `dedupeKey`, are not told again; who has no e-mail address gets no mail. */
  async tell(actor: Actor, { people, kind, wording: { vi, en }, path, dedupeKey }: Told): Promise<void> {
    if (people.length === 0) return;
    await this.work.act(actor, 'tell', async ({ em, at, record, emit }) => {
      await em.flush();
      const rows = JSON.stringify([...new Set(people)].map((person) => ({ person, notice: newId(), mail: newId() })));
      const told = await sql<{ id: string; personId: string }>`
        with to_tell as (select * from jsonb_to_recordset(${rows}::jsonb) as r (person uuid, notice uuid, mail uuid)),
        told as (
          insert into notice (id, person_id, kind, subject_vi, subject_en, text_vi, text_en, path, dedupe_key, created_at)
          select notice, person, ${kind}, ${vi.subject}, ${en.subject}, ${vi.text}, ${en.text}, ${path}, ${dedupeKey}, ${at} from to_tell
          on conflict do nothing returning id, person_id),
        mailed as (
          insert into mail (id, person_id, to_address, to_name, locale, subject, text, path, dedupe_key, created_at, next_attempt_at)
          select t.mail, p.id, p.email, p.full_name, p.locale,
                 case p.locale when 'en' then ${en.subject} else ${vi.subject} end, case p.locale when 'en' then ${en.text} else ${vi.text} end,
                 ${path}, ${dedupeKey}, ${at}, ${at}
          from to_tell t join told on told.person_id = t.person join person p on p.id = t.person where p.email is not null
          on conflict do nothing)
        select id, person_id as "personId" from told`.execute(em.getKysely());
      for (const { id } of told.rows) record({ subject: { type: 'Notice', id }, after: { kind, dedupeKey } });
      if (told.rows.length > 0) emit({ type: 'notice.told', payload: { personIds: told.rows.map(({ personId }) => personId) } });
    });
  }

  /** Refuses `NOT_FOUND` for what another person was told. */
  async markRead(actor: Actor, order: { readonly noticeId: string }): Promise<Notice> {
    return this.work.act(actor, 'markNoticeRead', async ({ em, at, record, emit }) => {
      const notice = await em.findOneOrFail(Notice, { id: order.noticeId, person: actor.id });
      const before = { readAt: notice.readAt };
      notice.read(at);
      await em.flush();
      if (record({ subject: { type: 'Notice', id: notice.id }, before, after: { readAt: notice.readAt } }))
        emit({ type: 'notice.read', payload: { personId: actor.id } });
      return notice;
    });
  }
}
