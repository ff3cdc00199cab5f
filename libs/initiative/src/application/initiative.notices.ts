import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, type Locale, SYSTEM, localDate, localMoment } from '#lib/kernel';
import { type NoticeKind, NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type Ask, DOSSIER_FIELD_WORDS } from '../domain/asks.js';
import { takesPart } from './scope.js';

interface Facts {
  readonly code: string;
  readonly title: string;
  readonly contest: string;
  /** On paper, where it came so. */
  readonly receivedAt: string;
  readonly people: readonly string[];
  readonly reason: string | null;
  readonly dueAt: string | null;
  readonly asks: readonly Ask[] | null;
  readonly endReason: string | null;
}

interface Waiting {
  readonly title: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly dueAt: string | null;
  readonly heads: readonly string[];
}

type Event = Delivered;
type Words = Record<'vi' | 'en', { subject: string; text: string }>;

const moment = (text: string | null, locale: Locale = 'vi'): string => (text === null ? '' : localMoment(new Date(text), locale));

/** What is asked at each part of the dossier, a line each. */
const listed = (asks: readonly Ask[] | null, locale: Locale): string =>
  (asks ?? []).map(({ field, words }) => `\n- ${DOSSIER_FIELD_WORDS[field][locale]}: ${words}`).join('');

/** Tells who sent an initiative, and its authors, what becomes of it; and its head when it waits for them. */
@Injectable()
export class InitiativeNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('initiative.tellReceived', 'initiative.submitted')
  tellReceived(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, contest, receivedAt }) => ({
      vi: {
        subject: `Đã tiếp nhận sáng kiến ${code}`,
        text: `Sáng kiến “${title}” dự thi “${contest}” đã được tiếp nhận lúc ${moment(receivedAt)}, mã số ${code}.`,
      },
      en: {
        subject: `Initiative ${code} received`,
        text: `The initiative “${title}” for “${contest}” was received at ${moment(receivedAt, 'en')} under the number ${code}.`,
      },
    }));
  }

  @OnEvent('initiative.tellReturned', 'initiative.returned')
  tellReturned(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, reason, dueAt, asks }) => ({
      vi: {
        subject: `Đề nghị bổ sung sáng kiến ${code}`,
        text: `Sáng kiến “${title}” cần bổ sung trước ${moment(dueAt)}. Lý do: ${reason ?? ''}${listed(asks, 'vi')}`,
      },
      en: {
        subject: `Initiative ${code} returned`,
        text: `The initiative “${title}” is to be completed by ${moment(dueAt, 'en')}. Reason: ${reason ?? ''}${listed(asks, 'en')}`,
      },
    }));
  }

  @OnEvent('initiative.tellReturnDueMoved', 'initiative.returnDueMoved')
  tellReturnDueMoved(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, reason, dueAt }) => ({
      vi: {
        subject: `Thay đổi hạn bổ sung sáng kiến ${code}`,
        text: `Hạn bổ sung sáng kiến “${title}” được đổi thành ${moment(dueAt)}. Lý do: ${reason ?? ''}`,
      },
      en: {
        subject: `New due date for initiative ${code}`,
        text: `The initiative “${title}” is now to be completed by ${moment(dueAt, 'en')}. Reason: ${reason ?? ''}`,
      },
    }));
  }

  @OnEvent('initiative.tellEligible', 'initiative.eligible')
  tellEligible(event: Event): Promise<void> {
    return this.tell(event, ({ code, title }) => ({
      vi: { subject: `Sáng kiến ${code} hợp lệ`, text: `Sáng kiến “${title}” đã được kiểm tra, đủ điều kiện dự thi.` },
      en: { subject: `Initiative ${code} is eligible`, text: `The initiative “${title}” has been screened and takes part in the contest.` },
    }));
  }

  @OnEvent('initiative.tellRejected', 'initiative.rejected')
  tellRejected(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, reason }) => ({
      vi: {
        subject: `Sáng kiến ${code} không đủ điều kiện dự thi`,
        text: `Sáng kiến “${title}” không đủ điều kiện dự thi. Lý do: ${reason ?? ''}`,
      },
      en: {
        subject: `Initiative ${code} is not eligible`,
        text: `The initiative “${title}” does not take part in the contest. Reason: ${reason ?? ''}`,
      },
    }));
  }

  @OnEvent('initiative.tellDisqualified', 'initiative.disqualified')
  tellDisqualified(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, endReason }) => ({
      vi: {
        subject: `Sáng kiến ${code} bị loại khỏi cuộc thi`,
        text: `Sáng kiến “${title}” bị loại khỏi cuộc thi. Lý do: ${endReason ?? ''}`,
      },
      en: {
        subject: `Initiative ${code} is disqualified`,
        text: `The initiative “${title}” has been taken out of the contest. Reason: ${endReason ?? ''}`,
      },
    }));
  }

  /** Of one that was sent in: before that nobody but its unit knew of it. */
  @OnEvent('initiative.tellWithdrawn', 'initiative.withdrawn')
  tellWithdrawn(event: Event): Promise<void> {
    return this.tell(event, ({ code, title, endReason }) => ({
      vi: { subject: `Đã rút sáng kiến ${code}`, text: `Sáng kiến “${title}” đã được rút khỏi cuộc thi. Lý do: ${endReason ?? ''}` },
      en: {
        subject: `Initiative ${code} is withdrawn`,
        text: `The initiative “${title}” has been withdrawn from the contest. Reason: ${endReason ?? ''}`,
      },
    }));
  }

  /** The head or heads of its unit, each time it comes to wait for them; not where it was confirmed or sent meanwhile. */
  @OnEvent('initiative.tellAwaitsHead', 'initiative.awaitsHead')
  async tellAwaitsHead({ id, payload }: Event): Promise<void> {
    const initiativeId = String(payload.initiativeId);
    const found = await this.waiting(initiativeId);
    if (!found) return;
    const { title, unitVi, unitEn, heads } = found;
    const dueAt = moment(found.dueAt);
    await this.notices.tell(SYSTEM, {
      people: heads,
      kind: 'initiative.awaitsHead',
      wording: {
        vi: {
          subject: `Sáng kiến chờ xác nhận: ${title}`,
          text: `Sáng kiến “${title}” của ${unitVi} đã được kê khai và cam kết đầy đủ, chờ thủ trưởng đơn vị xác nhận để gửi dự thi.${dueAt && ` Hạn gửi: ${dueAt}.`}`,
        },
        en: {
          subject: `An initiative waits for your confirmation: ${title}`,
          text: `The initiative “${title}” of ${unitEn} is complete and declared. It can be sent in once the head of the unit has confirmed it.${dueAt && ` It is due by ${moment(found.dueAt, 'en')}.`}`,
        },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `initiative.awaitsHead:${id}`,
    });
  }

  /** Who drafted it and its authors, each time the head sends it back; not where it was confirmed or sent meanwhile. */
  @OnEvent('initiative.tellSentBack', 'initiative.sentBack')
  async tellSentBack({ id, payload }: Event): Promise<void> {
    const initiativeId = String(payload.initiativeId);
    const found = await this.database.first(sql<{ title: string; words: string; head: string; people: readonly string[] }>`
      select i.title, i.sent_back_words as words, head.full_name as head,
             array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}
                   union select i.created_by_id::text where i.created_by_id is not null) as people
      from initiative i join person head on head.id = i.sent_back_by_id where i.id = ${initiativeId}`);
    if (!found) return;
    const { title, words, head, people } = found;
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'initiative.sentBack',
      wording: {
        vi: {
          subject: `Thủ trưởng trả lại sáng kiến để sửa: ${title}`,
          text: `${head} trả lại sáng kiến “${title}” cho người soạn. Nội dung cần sửa: ${words}\nSau khi sửa, đề nghị cam kết lại để trình thủ trưởng xác nhận.`,
        },
        en: {
          subject: `The head sent an initiative back: ${title}`,
          text: `${head} sent the initiative “${title}” back to its writers. What is to be mended: ${words}\nOnce it is mended, declare it anew: it then waits for the head again.`,
        },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `initiative.sentBack:${id}`,
    });
  }

  private waiting(initiativeId: string): Promise<Waiting | null> {
    const today = localDate(this.clock.now());
    return this.database.first(sql<Waiting>`
      select i.title, u.name_vi as "unitVi", u.name_en as "unitEn",
             to_json(coalesce(i.return_due_at, (select p.ends_at from phase p where p.contest_id = i.contest_id and p.kind = 'OPEN')))#>>'{}' as "dueAt",
             array(select distinct o.person_id::text from "position" o where o.unit_id = i.owner_id and o.is_head
                   and o."from" <= ${today}::date and (o."to" is null or o."to" >= ${today}::date)) as heads
      from initiative i join unit u on u.id = i.owner_id
      where i.id = ${initiativeId} and i.state in ('DRAFT', 'RETURNED') and i.confirmed_at is null`);
  }

  private async tell({ id, type, payload }: Event, words: (facts: Facts) => Words): Promise<void> {
    const initiativeId = payload.initiativeId as string;
    const facts = await this.database.first(sql<Facts>`
      select i.code, i.title, to_json(coalesce(i.paper_received_at, i.submitted_at))#>>'{}' as "receivedAt", ct.title as contest, i.end_reason as "endReason", s.reason, to_json(s.due_at)#>>'{}' as "dueAt", s.asks,
             (select json_agg(distinct person) from (
                select a.person_id as person from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}
                union all select i.created_by_id where i.entered_by_id is null
                union all select v.submitted_by_id from initiative_version v where v.initiative_id = i.id) told where person is not null) as people
      from initiative i join contest ct on ct.id = i.contest_id
      left join lateral (select reason, due_at, asks from screening where initiative_id = i.id order by at desc, id desc limit 1) s on true
      where i.id = ${initiativeId} and i.code is not null`);
    if (!facts) return;
    await this.notices.tell(SYSTEM, {
      people: facts.people,
      kind: type as NoticeKind,
      wording: words(facts),
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `${type}:${id}`,
    });
  }
}
