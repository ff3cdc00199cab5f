import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { ContestPorts } from '#lib/contest';
import { takesPart } from '#lib/initiative';
import { Refused, SYSTEM, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';

interface Published {
  readonly title: string;
  readonly titleEn: string;
  readonly people: string[];
}

/** Tells people of a published result, and keeps a contest from being published before its result is signed. */
@Injectable()
export class AwardNotices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly ports: ContestPorts,
  ) {}

  onModuleInit(): void {
    this.ports.registerPrecondition('PUBLISHED', async (contestId) => {
      const published = await this.database.first(
        sql`select 1 from award_decision where contest_id = ${contestId} and state = 'PUBLISHED'`,
      );
      return published ? null : new Refused('RESULT_NOT_APPROVED');
    });
  }

  /** Authors of all eligible initiatives are told, whether they won or not. */
  @OnEvent('award.tellPublished', 'award.published')
  async tellPublished({ id, payload }: Delivered): Promise<void> {
    const contestId = String(payload.contestId);
    const found = await this.database.first(sql<Published>`
      select c.title, c.title_en as "titleEn", coalesce(json_agg(distinct ia.person_id) filter (where ia.person_id is not null), '[]') as people
      from contest c left join initiative i on i.contest_id = c.id and i.state = 'ELIGIBLE'
      left join initiative_author ia on ia.initiative_id = i.id and ${takesPart(sql`ia`)}
      where c.id = ${contestId} group by c.id`);
    if (!found) return;
    await this.notices.tell(SYSTEM, {
      people: found.people,
      kind: 'award.published',
      wording: {
        vi: {
          subject: `Công bố kết quả: ${found.title}`,
          text: `Kết quả cuộc thi “${found.title}” đã được công bố. Mời Ông/Bà xem danh sách giải trên hệ thống.`,
        },
        en: {
          subject: `Result published: ${found.titleEn}`,
          text: `The result of the contest “${found.titleEn}” has been published. The list of awards can be read on the platform.`,
        },
      },
      path: `/contests/${contestId}/result`,
      dedupeKey: `award.published:${id}`,
    });
  }

  /** Its authors are told of a prize that another had before; the rest of the result stands as it was published. */
  @OnEvent('award.tellReplaced', 'award.replaced')
  async tellReplaced({ id, payload }: Delivered<{ awardId: string }>): Promise<void> {
    const found = await this.database.first(sql<Replaced>`
      select c.id as "contestId", c.title, c.title_en as "titleEn", i.code, t.name_vi as "tierVi", t.name_en as "tierEn", w.replacement_number as number,
        w.replacement_decided_on::text as "decidedOn", array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}) as people
      from award w join initiative i on i.id = w.initiative_id join contest c on c.id = i.contest_id join prize_tier t on t.id = w.tier_id
      where w.id = ${payload.awardId} and w.revoked_at is null`);
    if (!found) return;
    await this.notices.tell(SYSTEM, {
      people: found.people,
      kind: 'award.replaced',
      wording: replacedWords(found),
      path: `/contests/${found.contestId}/result`,
      dedupeKey: `award.replaced:${id}`,
    });
  }

  /** Its authors are told of a prize that was taken from them, and why. */
  @OnEvent('award.tellRevoked', 'award.revoked')
  async tellRevoked({ id, payload }: Delivered<{ awardId: string }>): Promise<void> {
    const found = await this.database.first(sql<Revoked>`
      select i.id as "initiativeId", i.code, t.name_vi as "tierVi", t.name_en as "tierEn", w.revocation_reason as reason,
        array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}) as people
      from award w join initiative i on i.id = w.initiative_id join prize_tier t on t.id = w.tier_id
      where w.id = ${payload.awardId} and w.revoked_at is not null`);
    if (!found) return;
    const { code, tierVi, tierEn, reason, people, initiativeId } = found;
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'award.revoked',
      wording: {
        vi: { subject: `Thu hồi giải của sáng kiến ${code}`, text: `${tierVi} của sáng kiến ${code} bị thu hồi. Lý do: ${reason}` },
        en: {
          subject: `The prize of initiative ${code} is revoked`,
          text: `The prize “${tierEn}” of initiative ${code} has been revoked. Reason: ${reason}`,
        },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `award.revoked:${id}`,
    });
  }
}

interface Revoked {
  readonly initiativeId: string;
  readonly code: string;
  readonly tierVi: string;
  readonly tierEn: string;
  readonly reason: string;
  readonly people: readonly string[];
}

interface Replaced extends Published {
  readonly contestId: string;
  readonly code: string;
  readonly tierVi: string;
  readonly tierEn: string;
  readonly number: string;
  readonly decidedOn: string;
}

function replacedWords({ title, titleEn, code, tierVi, tierEn, number, decidedOn }: Replaced) {
  return {
    vi: {
      subject: `Sáng kiến ${code} được trao ${tierVi}`,
      text: `Theo Quyết định số ${number} ngày ${shownDay(decidedOn)}, sáng kiến ${code} của Ông/Bà tại cuộc thi “${title}” được trao ${tierVi}. Mời Ông/Bà xem kết quả trên hệ thống.`,
    },
    en: {
      subject: `Initiative ${code} is given a prize: ${tierEn}`,
      text: `By decision ${number} of ${shownDay(decidedOn, 'en')} your initiative ${code} in the contest “${titleEn}” is given the prize “${tierEn}”. The result can be read on the platform.`,
    },
  };
}
