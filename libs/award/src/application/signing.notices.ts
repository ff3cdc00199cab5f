import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { Clock, type Role, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { shutOut } from '#lib/jury';
import { type DecisionState } from '../domain/award-decision.entity.js';

interface Listed {
  readonly contestId: string;
  readonly title: string;
  readonly titleEn: string;
  readonly prizes: number;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly returnReason: string | null;
  readonly people: readonly string[];
}

type Wording = Record<'vi' | 'en', { subject: string; text: string }>;

/** Tells who leads that a list of prizes waits for a signature, and who organises that it was signed or came back. */
@Injectable()
export class SigningNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('award.tellSubmitted', 'award.submitted')
  tellSubmitted(event: Delivered): Promise<void> {
    return this.tell(event, { state: 'SUBMITTED', role: 'LEADER' }, submittedWords);
  }

  @OnEvent('award.tellApproved', 'award.approved')
  tellApproved(event: Delivered): Promise<void> {
    return this.tell(event, { state: 'APPROVED', role: 'ORGANISER' }, approvedWords);
  }

  @OnEvent('award.tellReturned', 'award.returned')
  tellReturned(event: Delivered): Promise<void> {
    return this.tell(event, { state: 'DRAFT', role: 'ORGANISER' }, returnedWords);
  }

  /** Nobody is told of what has moved on meanwhile, and nobody who may not see how the judging went. */
  private async tell(
    { id, type, payload }: Delivered,
    { state, role }: { readonly state: DecisionState; readonly role: Role },
    words: (list: Listed) => Wording,
  ): Promise<void> {
    const list = await this.listed(String(payload.decisionId), state, role);
    if (!list) return;
    const path = `/contests/${list.contestId}/prizes`;
    await this.notices.tell(SYSTEM, {
      people: list.people,
      kind: type as 'award.submitted',
      wording: words(list),
      path,
      dedupeKey: `${type}:${id}`,
    });
  }

  private listed(decisionId: string, state: DecisionState, role: Role): Promise<Listed | null> {
    const today = localDate(this.clock.now());
    return this.database.first(sql<Listed>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join contest c on c.host_id = u.id join award_decision d on d.contest_id = c.id where d.id = ${decisionId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select ct.id as "contestId", ct.title, ct.title_en as "titleEn", d.number, d.decided_on::text as "decidedOn", d.return_reason as "returnReason",
             (select count(*)::int from award a where a.decision_id = d.id) as prizes,
             array(select distinct g.person_id::text from ${grantsOn(today)} g join above on above.id = g.unit_id
                   where g.role = ${role} and not ${shutOut(sql`g.person_id`)}) as people
      from award_decision d join contest ct on ct.id = d.contest_id where d.id = ${decisionId} and d.state = ${state}`);
  }
}

function submittedWords({ title, titleEn, prizes }: Listed): Wording {
  return {
    vi: {
      subject: `Danh sách giải chờ phê duyệt: ${title}`,
      text: `Danh sách giải của cuộc thi “${title}” gồm ${String(prizes)} giải đã được trình và chờ phê duyệt. Đề nghị Ông/Bà xem danh sách và bảng xếp hạng, rồi phê duyệt bằng quyết định hoặc trả lại kèm lý do.`,
    },
    en: {
      subject: `A list of prizes waits for a signature: ${titleEn}`,
      text: `The list of prizes of the contest “${titleEn}”, ${String(prizes)} in all, was submitted and waits to be signed. Please look at the list and the standings, then approve it by a decision or return it with a reason.`,
    },
  };
}

function approvedWords({ title, titleEn, number, decidedOn }: Listed): Wording {
  const [no, on] = [number ?? '', decidedOn ?? ''];
  return {
    vi: {
      subject: `Danh sách giải đã được phê duyệt: ${title}`,
      text: `Danh sách giải của cuộc thi “${title}” đã được phê duyệt theo Quyết định số ${no} ngày ${shownDay(on)}. Đề nghị Ông/Bà công bố kết quả trên hệ thống.`,
    },
    en: {
      subject: `The list of prizes was signed: ${titleEn}`,
      text: `The list of prizes of the contest “${titleEn}” was approved by decision ${no} of ${shownDay(on, 'en')}. Please publish the result on the platform.`,
    },
  };
}

function returnedWords({ title, titleEn, returnReason }: Listed): Wording {
  return {
    vi: {
      subject: `Danh sách giải được trả lại: ${title}`,
      text: `Danh sách giải của cuộc thi “${title}” được trả lại. Lý do: ${returnReason ?? ''}\n\nĐề nghị Ông/Bà chỉnh sửa và trình lại danh sách.`,
    },
    en: {
      subject: `The list of prizes was returned: ${titleEn}`,
      text: `The list of prizes of the contest “${titleEn}” was returned. Reason: ${returnReason ?? ''}\n\nPlease change the list and submit it again.`,
    },
  };
}
