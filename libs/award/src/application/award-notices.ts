import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { ContestPorts } from '#lib/contest';
import { Refused, SYSTEM } from '#lib/kernel';
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
      left join initiative_author ia on ia.initiative_id = i.id
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
}
