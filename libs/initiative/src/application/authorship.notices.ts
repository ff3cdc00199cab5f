import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, shownNumber } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { ANSWERED_IN } from '../domain/authorship.js';

interface Asked {
  readonly title: string;
  readonly contest: string;
  readonly contestEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly by: string;
  readonly authors: readonly { readonly personId: string; readonly share: string }[];
}

interface Declined {
  readonly title: string;
  readonly author: string;
  readonly reason: string;
  readonly people: readonly string[];
}

/** Asks those who were named as authors, and tells who named them where one declines. */
@Injectable()
export class AuthorshipNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  /** Each author who has not answered, with the share that is said of them; those who were named anew meanwhile hear of that alone. */
  @OnEvent('initiative.tellAuthorshipAsked', 'initiative.authorshipAsked')
  async tellAsked({ id, payload }: Delivered): Promise<void> {
    const found = await this.database.first(sql<Asked>`
      select i.title, c.title as contest, c.title_en as "contestEn", u.name_vi as "unitVi", u.name_en as "unitEn",
             (select by.full_name from person by where by.id = ${String(payload.byId)}) as by,
             (select coalesce(json_agg(json_build_object('personId', a.person_id, 'share', a.share::text)), '[]')
                from initiative_author a where a.initiative_id = i.id and a.answer is null and a.id = any(${payload.authorshipIds as string[]}::uuid[])) as authors
      from initiative i join contest c on c.id = i.contest_id join unit u on u.id = i.owner_id
      where i.id = ${String(payload.initiativeId)} and i.state = any(${[...ANSWERED_IN]}::text[])`);
    for (const { personId, share } of found?.authors ?? []) {
      await this.notices.tell(SYSTEM, {
        people: [personId],
        kind: 'initiative.authorshipAsked',
        wording: asking(found as Asked, share),
        path: '/authorships',
        dedupeKey: `initiative.authorshipAsked:${id}`,
      });
    }
  }

  /** Whose it is, that the secretariat has drafted it for them. */
  @OnEvent('initiative.tellDraftedOnBehalf', 'initiative.draftedOnBehalf')
  async tellDraftedOnBehalf({ id, payload }: Delivered): Promise<void> {
    const initiativeId = String(payload.initiativeId);
    const found = await this.database.first(sql<{ title: string; by: string; submitter: string }>`
      select i.title, by.full_name as by, i.created_by_id as submitter from initiative i join person by on by.id = i.drafted_by_id where i.id = ${initiativeId}`);
    if (!found) return;
    const { title, by, submitter } = found;
    await this.notices.tell(SYSTEM, {
      people: [submitter],
      kind: 'initiative.draftedOnBehalf',
      wording: {
        vi: {
          subject: `Sáng kiến được soạn thay: ${named(title, 'vi')}`,
          text: `${by} đã soạn thay Ông/Bà bản nháp sáng kiến “${named(title, 'vi')}”. Đề nghị Ông/Bà kiểm tra, hoàn thiện, cam kết và gửi dự thi.`,
        },
        en: {
          subject: `Drafted for you: ${named(title, 'en')}`,
          text: `${by} has drafted the initiative “${named(title, 'en')}” on your behalf. Please look it over, complete it, make the declarations and send it in.`,
        },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `initiative.draftedOnBehalf:${id}`,
    });
  }

  /** Who drafted it and its lead author, but for who declined. */
  @OnEvent('initiative.tellAuthorshipDeclined', 'initiative.authorshipDeclined')
  async tellDeclined({ id, payload }: Delivered): Promise<void> {
    const initiativeId = String(payload.initiativeId);
    const personId = String(payload.personId);
    const found = await this.database.first(sql<Declined>`
      select i.title, p.full_name as author, a.decline_reason as reason, array(
          select distinct told::text from (
            select i.created_by_id as told union all select l.person_id from initiative_author l where l.initiative_id = i.id and l.lead) named
          where told is not null and told <> a.person_id) as people
      from initiative i join initiative_author a on a.initiative_id = i.id and a.person_id = ${personId} join person p on p.id = a.person_id
      where i.id = ${initiativeId} and a.answer = 'DECLINED'`);
    if (!found) return;
    const { title, author, reason, people } = found;
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'initiative.authorshipDeclined',
      wording: {
        vi: {
          subject: `Từ chối đứng tên tác giả: ${named(title, 'vi')}`,
          text: `${author} từ chối đứng tên tác giả hoặc tỷ lệ đóng góp đã kê khai của sáng kiến “${named(title, 'vi')}”. Lý do: ${reason}`,
        },
        en: {
          subject: `Authorship declined: ${named(title, 'en')}`,
          text: `${author} declines to be an author of the initiative “${named(title, 'en')}”, or the share that was said. Reason: ${reason}`,
        },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `initiative.authorshipDeclined:${id}`,
    });
  }
}

const named = (title: string, locale: 'vi' | 'en'): string => title || (locale === 'vi' ? 'chưa đặt tên' : 'without a title yet');

function asking({ title, contest, contestEn, unitVi, unitEn, by }: Asked, share: string) {
  return {
    vi: {
      subject: `Đề nghị xác nhận tác giả: ${named(title, 'vi')}`,
      text: `${by} ghi tên Ông/Bà là tác giả sáng kiến “${named(title, 'vi')}” của ${unitVi}, dự thi “${contest}”, với tỷ lệ đóng góp ${shownNumber(share)}%. Đề nghị Ông/Bà xác nhận, hoặc từ chối và nêu lý do.`,
    },
    en: {
      subject: `Please confirm that you are an author: ${named(title, 'en')}`,
      text: `${by} names you an author of the initiative “${named(title, 'en')}” of ${unitEn} for “${contestEn}”, with a share of ${shownNumber(share, 'en')} %. Please confirm it, or decline and say why.`,
    },
  };
}
