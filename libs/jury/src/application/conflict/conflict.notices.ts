import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { OrganiserQueries } from '../organiser.queries.js';

interface Found {
  readonly contestId: string;
  readonly personId: string;
  readonly proposedBy: string;
  readonly title: string;
  readonly titleEn: string;
  readonly code: string | null;
  readonly active: boolean;
}

/** Tells whom a conflict would shut out, and those who decide on it. Why it was told and what was answered stand on the platform, not in a mail. */
@Injectable()
export class ConflictNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly organisers: OrganiserQueries,
  ) {}

  @OnEvent('scoring.tellConflictProposed', 'conflict.proposed', 'conflict.answered')
  async tellProposed({ id, type, payload: { conflictId } }: Delivered<{ conflictId: string }>): Promise<void> {
    const found = await this.found(conflictId);
    if (!found) return;
    const { contestId, personId, proposedBy } = found;
    if (type === 'conflict.proposed') await this.tell([personId], found, { id, vi: PROPOSED.vi, en: PROPOSED.en, path: '/me/conflicts' });
    const deciders = (await this.organisers.decidersOf(contestId)).filter((decider) => decider !== personId && decider !== proposedBy);
    const words = type === 'conflict.proposed' ? TO_DECIDE : ANSWERED;
    await this.tell(deciders, found, { id, ...words, path: '/conflicts' });
  }

  @OnEvent('scoring.tellConflictDecided', 'conflict.decided')
  async tellDecided({ id, payload: { conflictId } }: Delivered<{ conflictId: string }>): Promise<void> {
    const found = await this.found(conflictId);
    if (!found) return;
    await this.tell([found.personId, found.proposedBy], found, { id, ...(found.active ? HOLDS : DROPPED), path: '/me/conflicts' });
  }

  @OnEvent('scoring.tellConflictWithdrawn', 'conflict.withdrawn')
  async tellWithdrawn({ id, payload: { conflictId } }: Delivered<{ conflictId: string }>): Promise<void> {
    const found = await this.found(conflictId);
    if (found) await this.tell([found.personId], found, { id, ...WITHDRAWN, path: '/me/conflicts' });
  }

  private async tell(
    people: readonly string[],
    { code, title, titleEn }: Found,
    { id, vi, en, path }: { id: string; vi: string; en: string; path: string },
  ): Promise<void> {
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'conflict.waits',
      wording: {
        vi: { subject: `Xung đột lợi ích: sáng kiến ${code ?? ''}`, text: `${vi} Sáng kiến ${code ?? ''}, cuộc thi “${title}”.` },
        en: { subject: `Conflict of interest: initiative ${code ?? ''}`, text: `${en} Initiative ${code ?? ''}, contest “${titleEn}”.` },
      },
      path,
      dedupeKey: `conflict.waits:${id}:${path}`,
    });
  }

  private found(conflictId: string): Promise<Found | null> {
    return this.database.first(sql<Found>`
      select k.contest_id as "contestId", k.person_id as "personId", coalesce(k.proposed_by, k.person_id) as "proposedBy", ct.title, ct.title_en as "titleEn", i.code, k.active
      from conflict k join contest ct on ct.id = k.contest_id join initiative i on i.id = k.initiative_id where k.id = ${conflictId}`);
  }
}

const PROPOSED = {
  vi: 'Có ý kiến cho rằng Ông/Bà có xung đột lợi ích. Ý kiến chỉ có hiệu lực sau khi một người thứ hai xem xét; Ông/Bà có thể giải trình trên hệ thống.',
  en: 'Somebody says that you have a conflict of interest. It changes nothing until a second person has decided; you can answer on the platform.',
};
const TO_DECIDE = {
  vi: 'Có đề nghị ghi nhận xung đột lợi ích của người tham gia điều hành cuộc thi. Đề nghị Ông/Bà xem xét, quyết định.',
  en: 'A conflict of interest is proposed of somebody who has a say in the judging. Please decide on it.',
};
const ANSWERED = {
  vi: 'Người có liên quan đã giải trình về xung đột lợi ích.',
  en: 'The person concerned has answered about a conflict of interest.',
};
const HOLDS = { vi: 'Xung đột lợi ích đã được người thứ hai xác nhận.', en: 'A second person has confirmed a conflict of interest.' };
const WITHDRAWN = {
  vi: 'Người nêu xung đột lợi ích đã rút đề nghị.',
  en: 'Whoever proposed a conflict of interest has withdrawn it.',
};
const DROPPED = {
  vi: 'Đề nghị ghi nhận xung đột lợi ích không được chấp nhận.',
  en: 'A conflict of interest that was proposed was not confirmed.',
};
