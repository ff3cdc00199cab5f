import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { takesPart } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';

interface RolledOut {
  readonly initiativeId: string;
  readonly title: string;
  readonly people: readonly string[];
}

/** Tells the authors of an initiative that it is rolled out. */
@Injectable()
export class AuthorNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('rollout.tellAuthors', 'rollout.adopted')
  async tellAuthors({ payload }: Delivered): Promise<void> {
    const rolloutId = String(payload.rolloutId);
    const found = await this.database.first(sql<RolledOut>`
      select i.id as "initiativeId", i.title, array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}) as people
      from rollout r join initiative i on i.id = r.initiative_id where r.id = ${rolloutId}`);
    if (!found) return;
    const { initiativeId, title, people } = found;
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'initiative.rolledOut',
      wording: {
        vi: { subject: 'Sáng kiến được nhân rộng', text: `Sáng kiến “${title}” được đưa vào nhân rộng tại các xã, thị trấn.` },
        en: { subject: 'Your initiative is rolled out', text: `The initiative “${title}” is being rolled out in the communes.` },
      },
      path: `/initiatives/${initiativeId}`,
      dedupeKey: `initiative.rolledOut:${rolloutId}`,
    });
  }
}
