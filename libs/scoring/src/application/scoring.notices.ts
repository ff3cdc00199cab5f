import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';

/** What judges are told. */
@Injectable()
export class ScoringNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('scoring.tellAssigned', 'judges.assigned')
  async tellAssigned({ id, payload: { roundId, judgeIds } }: Delivered<{ roundId: string; judgeIds: string[] }>): Promise<void> {
    const round = await this.database.first(sql<{ title: string; titleEn: string; nameVi: string; nameEn: string }>`
      select ct.title, ct.title_en as "titleEn", r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn"
      from round r join contest ct on ct.id = r.contest_id where r.id = ${roundId}`);
    if (!round) return;
    await this.notices.tell(SYSTEM, {
      people: judgeIds,
      kind: 'judges.assigned',
      wording: {
        vi: {
          subject: `Phân công chấm sáng kiến: ${round.nameVi}`,
          text: `Ông/Bà được phân công chấm sáng kiến ở ${round.nameVi}, ${round.title}. Trước khi mở hồ sơ, đề nghị xác nhận không có xung đột lợi ích với từng sáng kiến.`,
        },
        en: {
          subject: `Initiatives to judge: ${round.nameEn}`,
          text: `You have been assigned initiatives to judge in ${round.nameEn}, ${round.titleEn}. Before a dossier opens, please attest that you have no conflict of interest with the initiative.`,
        },
      },
      path: `/judging/${roundId}`,
      dedupeKey: `judges.assigned:${id}`,
    });
  }
}
