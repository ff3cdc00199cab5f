import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { OrganiserQueries } from '#lib/jury';

type Told = Delivered<Record<'correctionId' | 'contestId' | 'roundId' | 'judgeId', string>>;

type NoticeKind = 'correction.proposed' | 'correction.ready' | 'result.corrected';

interface Subject {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly title: string;
  readonly titleEn: string;
  readonly proposedById: string;
}

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Who is told of a correction: the judge who is to sign anew, those who can decide, and all who answer for the result once it changed. */
@Injectable()
export class CorrectionNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly people: OrganiserQueries,
  ) {}

  @OnEvent('scoring.tellCorrectionProposed', 'correction.proposed')
  tellProposed({ payload }: Told): Promise<void> {
    return this.tell(payload, { kind: 'correction.proposed', people: [payload.judgeId] }, ({ code, nameVi, nameEn }) => ({
      vi: {
        subject: `Đề nghị đính chính phiếu chấm: ${code}`,
        text: `Đề nghị Ông/Bà xem lại và ký phiếu đính chính cho sáng kiến ${code} ở ${nameVi}. Phiếu đã ký được lưu giữ.`,
      },
      en: {
        subject: `A card to be corrected: ${code}`,
        text: `Please look at your card for initiative ${code} in ${nameEn} again and sign the corrected marks. The card you signed is kept.`,
      },
    }));
  }

  @OnEvent('scoring.tellCorrectionReady', 'correction.ready')
  async tellReady({ payload }: Told): Promise<void> {
    const subject = await this.subject(payload.correctionId);
    const people = (await this.people.decidersOf(payload.contestId)).filter((id) => id !== subject?.proposedById && id !== payload.judgeId);
    await this.tell(payload, { kind: 'correction.ready', people }, ({ code, nameVi, nameEn, title, titleEn }) => ({
      vi: {
        subject: `Đính chính chờ quyết định: ${code}`,
        text: `Có đề nghị đính chính một phiếu chấm của sáng kiến ${code} ở ${nameVi}, cuộc thi “${title}”. Đề nghị người thứ hai xem các thứ hạng, giải thưởng bị ảnh hưởng và quyết định.`,
      },
      en: {
        subject: `A correction waits: ${code}`,
        text: `A card of initiative ${code} in ${nameEn}, ${titleEn}, is to be corrected. A second person has to look at the ranks and prizes it touches, and decide.`,
      },
    }));
  }

  @OnEvent('scoring.tellCorrected', 'result.corrected')
  async tellCorrected({ payload }: Told): Promise<void> {
    const people = await this.people.decidersOf(payload.contestId);
    await this.tell(payload, { kind: 'result.corrected', people }, ({ code, nameVi, nameEn, title, titleEn }) => ({
      vi: {
        subject: `Kết quả đã được đính chính: ${title}`,
        text: `Kết quả ${nameVi} của cuộc thi “${title}” có phiên bản mới sau khi đính chính phiếu chấm của sáng kiến ${code}. Phiên bản cũ vẫn được lưu. Danh sách giải lập theo phiên bản cũ phải được lập lại.`,
      },
      en: {
        subject: `The result was corrected: ${titleEn}`,
        text: `The result of ${nameEn} in ${titleEn} has another version: a card of initiative ${code} was corrected. The old version is kept. A list of awards drawn from it has to be proposed again.`,
      },
    }));
  }

  private async tell(
    { correctionId, contestId }: Told['payload'],
    { kind, people }: { kind: NoticeKind; people: string[] },
    words: (subject: Subject) => { vi: Words; en: Words },
  ): Promise<void> {
    const subject = await this.subject(correctionId);
    if (!subject || people.length === 0) return;
    const path = kind === 'correction.proposed' ? '/corrections-to-sign' : `/contests/${contestId}/corrections`;
    await this.notices.tell(SYSTEM, { people, kind, wording: words(subject), path, dedupeKey: `${kind}:${correctionId}` });
  }

  private subject(id: string): Promise<Subject | null> {
    return this.database.first(sql<Subject>`
      select i.code, r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn", ct.title, ct.title_en as "titleEn", k.proposed_by_id as "proposedById"
      from correction k join scorecard c on c.id = k.scorecard_id join initiative i on i.id = c.initiative_id join round r on r.id = k.round_id
      join contest ct on ct.id = r.contest_id where k.id = ${id}`);
  }
}
