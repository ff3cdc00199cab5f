import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, newId } from '#lib/kernel';
import { PREPARED, UnitOfWork } from '#lib/platform';
import { type NoticeKind, mailTime } from '../domain/delivery.js';
import { Notice } from '../domain/notice.entity.js';
import { type Wordings } from '../domain/wording.js';
import { NoticePreferences } from './notice-preferences.js';

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
  constructor(
    private readonly work: UnitOfWork,
    private readonly preferences: NoticePreferences,
  ) {}

  /**
   * Joins the act around it. People who were told already, by `dedupeKey`, are not told again; who has no e-mail address gets no mail, the
   * others when they want it.
   */
  async tell(actor: Actor, { people, kind, wording: { vi, en }, path, dedupeKey }: Told): Promise<void> {
    if (people.length === 0) return;
    await this.work.act(actor, 'tell', async ({ em, at, record, emit }) => {
      await em.flush();
      const chosen = await this.preferences.of(em, people);
      const rows = JSON.stringify(
        chosen.map(({ personId, ...one }) => ({ personId, notice: newId(), mail: newId(), ...mailTime(kind, one, at) })),
      );
      const told = await sql<{ id: string; personId: string }>`
        with to_tell as (
          select r.*, p.email, p.full_name, p.locale
          from jsonb_to_recordset(${rows}::jsonb) as r ("personId" uuid, notice uuid, mail uuid, "mailAt" timestamptz, "digestAt" timestamptz)
          join person p on p.id = r."personId"),
        told as (
          insert into notice (id, person_id, kind, subject_vi, subject_en, text_vi, text_en, path, dedupe_key, created_at, digest_at)
          select notice, "personId", ${kind}, ${vi.subject}, ${en.subject}, ${vi.text}, ${en.text}, ${path}, ${dedupeKey}, ${at},
                 case when email is not null then "digestAt" end from to_tell
          on conflict do nothing returning id, person_id),
        mailed as (
          insert into mail (id, person_id, to_address, to_name, locale, subject, text, path, dedupe_key, created_at, next_attempt_at)
          select t.mail, t."personId", t.email, t.full_name, t.locale,
                 case t.locale when 'en' then ${en.subject} else ${vi.subject} end, case t.locale when 'en' then ${en.text} else ${vi.text} end,
                 ${path}, ${dedupeKey}, ${at}, t."mailAt"
          from to_tell t join told on told.person_id = t."personId" where t.email is not null and t."mailAt" is not null
          on conflict do nothing)
        select id, person_id as "personId" from told ${PREPARED}`.execute(em.getKysely());
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
  /** That one and all before it, so that what came while somebody read stays unread. Refuses `NOT_FOUND` for what another person was told. */
  async markAllRead(actor: Actor, { noticeId }: { readonly noticeId: string }): Promise<{ id: string }> {
    return this.work.act(actor, 'markNoticesRead', async ({ em, at, record, emit }) => {
      const { createdAt } = await em.findOneOrFail(Notice, { id: noticeId, person: actor.id });
      const marked = await em.nativeUpdate(Notice, { person: actor.id, readAt: null, createdAt: { $lte: createdAt } }, { readAt: at });
      if (marked === 0) return { id: actor.id };
      record({ subject: { type: 'Person', id: actor.id }, after: { noticesRead: marked, noticeId } });
      emit({ type: 'notice.read', payload: { personId: actor.id } });
      return { id: actor.id };
    });
  }
}
