import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type AchievementState } from '../domain/achievement-states.js';

interface Found {
  readonly personId: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly state: AchievementState;
  readonly reason: string | null;
}

/** Tells people what became of what is recorded of them. */
@Injectable()
export class EmulationNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  /** Of a list that was brought in: once, however much it says of them. */
  @OnEvent('achievement.tellListed', 'achievement.listed')
  async tellListed({ id, payload: { personId, count } }: Delivered<{ personId: string; count: number }>): Promise<void> {
    const kind = 'achievement.settled';
    await this.notices.tell(SYSTEM, {
      people: [personId],
      kind,
      wording: listed(count),
      path: '/achievements',
      dedupeKey: `${kind}:${id}`,
    });
  }

  @OnEvent('achievement.tellSettled', 'achievement.settled')
  async tellSettled({ id, payload: { achievementId } }: Delivered<{ achievementId: string }>): Promise<void> {
    const found = await this.database.first(sql<Found>`
      select coalesce(p.merged_into_id, p.id) as "personId", k.name_vi || ' ' || a.year as "titleVi", k.name_en || ' ' || a.year as "titleEn", a.state,
        coalesce(a.withdrawal_reason, a.revocation_reason, a.rejection_reason) as reason
      from achievement a join person p on p.id = a.person_id join title_kind k on k.id = a.kind_id where a.id = ${achievementId} and not (a.state = 'WITHDRAWN' and a.settled_by_id is not distinct from a.person_id)`);
    if (!found || found.state === 'DECLARED') return;
    const wording = wordingOf(found);
    const kind = 'achievement.settled';
    await this.notices.tell(SYSTEM, {
      ...{ people: [found.personId], kind, wording },
      path: `/achievements/${achievementId}`,
      dedupeKey: `${kind}:${id}`,
    });
  }
}

const listed = (count: number) => ({
  vi: {
    subject: `Hồ sơ thi đua, khen thưởng có thêm ${String(count)} thành tích`,
    text: 'Cơ quan phụ trách thi đua đã ghi các thành tích này theo quyết định. Nếu có điểm chưa đúng, hãy báo cho cơ quan.',
  },
  en: {
    subject: count === 1 ? 'An achievement was added to your record' : `${String(count)} achievements were added to your record`,
    text: 'The office recorded them by their decisions. If something is wrong, tell the office.',
  },
});

const SAID = {
  CONFIRMED: { vi: 'Đã xác nhận thành tích', en: 'An achievement of yours was confirmed' },
  REJECTED: { vi: 'Thành tích không được xác nhận', en: 'An achievement of yours was not confirmed' },
  REVOKED: { vi: 'Thành tích bị thu hồi', en: 'An achievement of yours was revoked' },
  WITHDRAWN: { vi: 'Gỡ thành tích ghi nhầm', en: 'A record of yours was withdrawn' },
} as const;

function wordingOf({ state, titleVi, titleEn, reason }: Found) {
  const said = SAID[state as keyof typeof SAID];
  return {
    vi: {
      subject: `${said.vi}: ${titleVi}`,
      text: reason === null ? 'Thành tích đã có trong hồ sơ thi đua, khen thưởng của ông (bà).' : `Lý do: ${reason}`,
    },
    en: { subject: `${said.en}: ${titleEn}`, text: reason === null ? 'It stands in your record.' : `Reason: ${reason}` },
  };
}
