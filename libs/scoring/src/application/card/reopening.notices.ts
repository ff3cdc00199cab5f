import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { OrganiserQueries } from '#lib/jury';

interface Told {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly title: string;
  readonly titleEn: string;
  readonly requestedById: string;
}

/** Who is told of a card that is to be marked anew: those who can decide, then its judge. */
@Injectable()
export class ReopeningNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly organisers: OrganiserQueries,
  ) {}

  @OnEvent('scoring.tellReopeningRequested', 'reopening.requested')
  async tellRequested({ payload }: Delivered<Record<'reopeningId' | 'roundId' | 'contestId', string>>): Promise<void> {
    const found = await this.found(payload.reopeningId);
    if (!found) return;
    const people = (await this.organisers.organisersOf(payload.contestId)).filter((id) => id !== found.requestedById);
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'reopening.requested',
      wording: {
        vi: {
          subject: `Đề nghị mở lại phiếu chấm: ${found.code}`,
          text: `Có đề nghị mở lại một phiếu chấm đã ký của sáng kiến ${found.code} ở ${found.nameVi}, cuộc thi “${found.title}”. Đề nghị người thứ hai xem xét, quyết định.`,
        },
        en: {
          subject: `A card to be reopened: ${found.code}`,
          text: `Somebody asks for a signed card of initiative ${found.code} in ${found.nameEn}, ${found.titleEn}, to be reopened. A second person has to decide.`,
        },
      },
      path: `/judging/${payload.roundId}`,
      dedupeKey: `reopening.requested:${payload.reopeningId}`,
    });
  }

  @OnEvent('scoring.tellReopeningDecided', 'reopening.decided')
  async tellDecided({
    payload: { reopeningId, roundId, judgeId, approved },
  }: Delivered<{ reopeningId: string; roundId: string; judgeId: string; approved: boolean }>): Promise<void> {
    const found = await this.found(reopeningId);
    if (!found) return;
    await this.notices.tell(SYSTEM, {
      people: [judgeId],
      kind: 'reopening.decided',
      wording: {
        vi: {
          subject: `${approved ? 'Phiếu chấm được mở lại' : 'Không mở lại phiếu chấm'}: ${found.code}`,
          text: approved
            ? `Phiếu chấm của Ông/Bà cho sáng kiến ${found.code} ở ${found.nameVi} đã được mở lại. Đề nghị xem lại điểm và ký lại.`
            : `Đề nghị mở lại phiếu chấm của Ông/Bà cho sáng kiến ${found.code} ở ${found.nameVi} không được chấp thuận; phiếu đã ký giữ nguyên.`,
        },
        en: {
          subject: `${approved ? 'Your card was reopened' : 'Your card stays signed'}: ${found.code}`,
          text: approved
            ? `Your card for initiative ${found.code} in ${found.nameEn} was reopened. Please look at the marks again and sign it.`
            : `Your card for initiative ${found.code} in ${found.nameEn} was not reopened; it stays as you signed it.`,
        },
      },
      path: `/judging/${roundId}`,
      dedupeKey: `reopening.decided:${reopeningId}`,
    });
  }

  private found(id: string): Promise<Told | null> {
    return this.database.first(sql<Told>`
      select i.code, r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn", ct.title, ct.title_en as "titleEn", o.requested_by_id as "requestedById"
      from reopening o join scorecard c on c.id = o.scorecard_id join initiative i on i.id = c.initiative_id join round r on r.id = c.round_id
      join contest ct on ct.id = r.contest_id where o.id = ${id}`);
  }
}
