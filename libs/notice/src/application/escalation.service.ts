import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { type AwaitedKind, AwaitingQueries, Database, type EscalationTerms, Every, Pieces } from '#lib/platform';
import { noticeOn } from '../domain/delivery.js';
import { NoticeService } from './notice.service.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What has been over for longer is no news to a head who comes in. */
const STALE_MS = 30 * DAY_MS;

interface Waiting {
  readonly subjectId: string;
  readonly subjectVi: string;
  readonly subjectEn: string;
  readonly dueOn: string;
  readonly path: string;
  readonly heads: readonly string[];
  readonly dedupeKey: string;
}

/** Tells the heads of a unit what has waited too long for its people, once for each due date: by when, each kind says for itself. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly awaiting: AwaitingQueries,
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('notice.escalate', 3600)
  async escalate(signal?: AbortSignal): Promise<void> {
    for (const kind of this.awaiting.kinds) {
      if (!kind.escalation) continue;
      const rows = await this.database.rows(this.waiting(kind, kind.escalation));
      const pieces = rows.map((one) => [one.dedupeKey, () => this.tell(kind, one)] as const);
      await this.pieces.each('notice.escalate', signal, pieces);
    }
  }

  /** Of heads for whom it waits themselves, and of those who were told, none. */
  private waiting({ kind }: AwaitedKind, { days, waiting }: EscalationTerms) {
    const now = this.clock.now();
    const day = localDate(now);
    const dueBy = new Date(now.getTime() - days * DAY_MS);
    return sql<Waiting>`
      select w.subject_id as "subjectId", w.subject_vi as "subjectVi", w.subject_en as "subjectEn", w.due_on::text as "dueOn", w.path,
        w.key as "dedupeKey", array_agg(distinct o.person_id::text) as heads
      from (select x.*, (x.due at time zone 'Asia/Ho_Chi_Minh' - interval '1 second')::date as due_on,
          'escalated:' || ${kind}::text || ':' || x.subject_id || ':' || x.due::text as key from (${waiting({ now, day })}) x
        where x.due <= ${dueBy} and x.due > ${new Date(dueBy.getTime() - STALE_MS)}) w
      join position o on o.unit_id = w.unit_id and o.is_head and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)
      where o.person_id <> all(w.holders) and not exists (select 1 from notice n where n.person_id = o.person_id and n.dedupe_key = w.key)
      group by w.subject_id, w.subject_vi, w.subject_en, w.due_on, w.path, w.key`;
  }

  private tell({ kind, words }: AwaitedKind, { heads, subjectVi, subjectEn, dueOn, path, dedupeKey }: Waiting): Promise<void> {
    return this.notices.tell(SYSTEM, {
      people: heads,
      kind: noticeOn(kind, 'escalated'),
      wording: {
        vi: {
          subject: `Đề nghị đôn đốc: ${words.vi}`,
          text: `${subjectVi}. Hạn: ${shownDay(dueOn)}. Người phụ trách của đơn vị đã được thông báo nhưng việc chưa hoàn thành; đề nghị thủ trưởng đơn vị đôn đốc.`,
        },
        en: {
          subject: `Please see to it: ${words.en}`,
          text: `${subjectEn}. Due: ${shownDay(dueOn, 'en')}. The people of the unit who are to do it were told, and it is not done yet; as their head, please see to it.`,
        },
      },
      path,
      dedupeKey,
    });
  }
}
