import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { type NoticeKind, NoticeService, type Told } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { toldOf } from './heads.js';

interface Found {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly heads: readonly string[];
  readonly team: readonly string[];
}

interface Telling {
  readonly kind: NoticeKind;
  readonly people: (found: Found) => readonly string[];
}

/** Tells teams and heads of inspections. Of a surprise nobody is told anything before it begins: no notice, and so no mail. */
@Injectable()
export class InspectionNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('inspection.tellOrdered', 'inspection.ordered')
  tellOrdered(event: Delivered): Promise<void> {
    const people = ({ heads, team }: Found) => [...new Set([...heads, ...team])];
    return this.tell(event, { kind: 'inspection.ordered', people }, ({ unitVi, unitEn, ...found }) => ({
      vi: {
        subject: `Quyết định kiểm tra: ${unitVi}`,
        text: `Theo Quyết định số ${found.decisionNumber} ngày ${shownDay(found.decidedOn)}, ${unitVi} được kiểm tra theo kế hoạch. Nội dung kiểm tra có tại trang này.`,
      },
      en: {
        subject: `An inspection was ordered: ${unitEn}`,
        text: `By decision ${found.decisionNumber} of ${shownDay(found.decidedOn, 'en')} ${unitEn} is inspected as planned. What is looked at stands on this page.`,
      },
    }));
  }

  @OnEvent('inspection.tellStarted', 'inspection.started')
  tellStarted(event: Delivered): Promise<void> {
    return this.tell(event, { kind: 'inspection.started', people: ({ heads }) => heads }, ({ unitVi, unitEn, ...found }) => ({
      vi: {
        subject: `Đoàn kiểm tra đã bắt đầu làm việc: ${unitVi}`,
        text: `Đoàn kiểm tra theo Quyết định số ${found.decisionNumber} ngày ${shownDay(found.decidedOn)} đã bắt đầu kiểm tra tại ${unitVi}.`,
      },
      en: {
        subject: `An inspection has begun: ${unitEn}`,
        text: `The team of decision ${found.decisionNumber} of ${shownDay(found.decidedOn, 'en')} has begun its inspection of ${unitEn}.`,
      },
    }));
  }

  @OnEvent('inspection.tellDrawnUp', 'inspection.drawnUp')
  tellDrawnUp(event: Delivered): Promise<void> {
    return this.tell(event, { kind: 'inspection.drawnUp', people: ({ heads }) => heads }, ({ unitVi, unitEn }) => ({
      vi: {
        subject: `Biên bản kiểm tra chờ ký: ${unitVi}`,
        text: 'Đoàn kiểm tra đã lập biên bản. Đề nghị xem và ký; nếu không ký, đoàn ghi lý do vào biên bản.',
      },
      en: {
        subject: `Minutes of an inspection to be signed: ${unitEn}`,
        text: 'The team has drawn up its minutes. Please read and sign them; where you do not, the team records why.',
      },
    }));
  }

  private async tell({ id, payload }: Delivered, { kind, people }: Telling, wording: (found: Found) => Told['wording']): Promise<void> {
    const inspectionId = String(payload.inspectionId);
    const found = await this.database.first(sql<Found>`
      select i.decision_number as "decisionNumber", i.decided_on::text as "decidedOn", u.name_vi as "unitVi", u.name_en as "unitEn",
        array(select m.person_id::text from inspection_member m where m.inspection_id = i.id order by m.place) as team,
        ${toldOf(localDate(this.clock.now()))}
      from inspection i join unit u on u.id = i.unit_id where i.id = ${inspectionId}`);
    if (!found) return;
    const path = `/inspections/${inspectionId}`;
    await this.notices.tell(SYSTEM, { people: [...people(found)], kind, wording: wording(found), path, dedupeKey: `${kind}:${id}` });
  }
}
