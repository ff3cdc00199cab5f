import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { OrganiserQueries } from '#lib/jury';

interface RoundWords {
  readonly contestId: string;
  readonly roundId: string;
  readonly title: string;
  readonly titleEn: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

const ROUND_WORDS = sql`r.id as "roundId", ct.id as "contestId", ct.title, ct.title_en as "titleEn", r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn"`;

/** What organisers are told when a judge steps back. Who it was and why stands in the assignments, not in a mail. */
@Injectable()
export class RecusalNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly organisers: OrganiserQueries,
  ) {}

  @OnEvent('scoring.tellRecused', 'judge.recused')
  async tellRecused({ id, payload }: Delivered<{ scorecardId: string; replaced: boolean }>): Promise<void> {
    const found = await this.database.first(sql<RoundWords & { code: string }>`
      select ${ROUND_WORDS}, i.code from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id
      join initiative i on i.id = c.initiative_id where c.id = ${payload.scorecardId}`);
    if (!found) return;
    const { code, title, titleEn, nameVi, nameEn } = found;
    const vi = payload.replaced
      ? 'Phiếu của giám khảo này không tính vào kết quả; sáng kiến vẫn đủ giám khảo.'
      : 'Chưa có giám khảo nào khác nhận chấm thay. Đề nghị phân công bổ sung hoặc mời thêm giám khảo.';
    const en = payload.replaced
      ? 'Their card does not count, and the initiative has its judges all the same.'
      : 'No other judge is free to take it over. Please assign one, or invite a further judge.';
    await this.tell(found, `judge.recused:${id}`, 'judge.recused', {
      vi: {
        subject: `Giám khảo từ chối chấm sáng kiến ${code}`,
        text: `Một giám khảo từ chối chấm sáng kiến ${code} ở ${nameVi}, cuộc thi “${title}”, vì xung đột lợi ích. ${vi}`,
      },
      en: {
        subject: `A judge stepped back from initiative ${code}`,
        text: `A judge stepped back from initiative ${code} in ${nameEn}, ${titleEn}, because of a conflict of interest. ${en}`,
      },
    });
  }

  @OnEvent('scoring.tellShort', 'round.short')
  async tellShort({ id, payload }: Delivered<{ roundId: string; initiativeIds: string[] }>): Promise<void> {
    const found = await this.database.first(sql<RoundWords & { codes: string[] }>`
      select ${ROUND_WORDS}, (select json_agg(i.code order by i.code) from initiative i where i.id = any(${payload.initiativeIds}::uuid[])) as codes
      from round r join contest ct on ct.id = r.contest_id where r.id = ${payload.roundId}`);
    if (!found) return;
    const { codes, title, titleEn, nameVi, nameEn } = found;
    const [count, named] = [String(codes.length), `${codes.slice(0, 20).join(', ')}${codes.length > 20 ? ', …' : ''}`];
    await this.tell(found, `round.short:${id}`, 'round.short', {
      vi: {
        subject: `Thiếu giám khảo ở ${nameVi}`,
        text: `${count} sáng kiến ở ${nameVi}, cuộc thi “${title}”, thiếu giám khảo sau khi có giám khảo thôi chấm: ${named}. Không còn giám khảo nào khác có thể nhận thay. Đề nghị phân công bổ sung hoặc mời thêm giám khảo.`,
      },
      en: {
        subject: `Judges are lacking in ${nameEn}`,
        text: `${count} initiatives in ${nameEn}, ${titleEn}, lack a judge since one stopped judging them: ${named}. Nobody else is free to take over. Please assign somebody, or invite a further judge.`,
      },
    });
  }

  private async tell(
    { contestId, roundId }: RoundWords,
    dedupeKey: string,
    kind: 'judge.recused' | 'round.short',
    wording: { vi: { subject: string; text: string }; en: { subject: string; text: string } },
  ): Promise<void> {
    const people = await this.organisers.organisersOf(contestId);
    await this.notices.tell(SYSTEM, { people, kind, wording, path: `/contests/${contestId}/rounds/${roundId}/assignments`, dedupeKey });
  }
}
