import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { toldOf } from '#lib/feedback';
import { Clock, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { type NoticeKind, NoticeService, type Told } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { KEEP } from './index-scheme.service.js';

/** Of the unit that opened the year: after a reorganisation it is not above the units that it assesses. */
const OFFICE = { right: KEEP, unit: sql`y.host_id` };

interface Found {
  readonly id: string;
  readonly year: number;
  readonly selfDueOn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly heads: readonly string[];
  readonly offices: readonly string[];
}

/** Tells heads that their units are to score themselves and what was settled, and the office what came in. */
@Injectable()
export class ReformNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('index.tellOpened', 'index.opened')
  async tellOpened({ id, payload: { yearId } }: Delivered<{ yearId: string }>): Promise<void> {
    for (const found of await this.sheets(sql<boolean>`y.id = ${yearId}`))
      await this.tell(`${id}:${found.id}`, 'index.opened', { found, people: found.heads, wording: openedIn(found) });
  }

  @OnEvent('index.tellSubmitted', 'index.submitted')
  async tellSubmitted({ id, payload: { sheetId } }: Delivered<{ sheetId: string }>): Promise<void> {
    for (const found of await this.sheets(sql<boolean>`sh.id = ${sheetId}`)) {
      const wording = {
        vi: {
          subject: `Đã tự chấm chỉ số: ${found.unitVi}`,
          text: `${found.unitVi} đã gửi điểm tự chấm năm ${String(found.year)}, chờ thẩm định.`,
        },
        en: {
          subject: `Scored: ${found.unitEn}`,
          text: `${found.unitEn} has sent in its own scores of ${String(found.year)}, to be assessed.`,
        },
      };
      await this.tell(id, 'index.submitted', { found, people: found.offices, wording });
    }
  }

  @OnEvent('index.tellSettled', 'index.settled')
  async tellSettled({ id, payload: { sheetId } }: Delivered<{ sheetId: string }>): Promise<void> {
    for (const found of await this.sheets(sql<boolean>`sh.id = ${sheetId}`)) {
      const wording = {
        vi: {
          subject: `Đã kết luận điểm chỉ số năm ${String(found.year)}: ${found.unitVi}`,
          text: 'Điểm tự chấm, điểm thẩm định và lý do của từng tiêu chí có tại trang này.',
        },
        en: {
          subject: `The index of ${String(found.year)} is settled: ${found.unitEn}`,
          text: 'Your own points, those assessed and the reasons stand on this page.',
        },
      };
      await this.tell(id, 'index.settled', { found, people: found.heads, wording });
    }
  }

  private sheets(where: ReturnType<typeof sql<boolean>>): Promise<Found[]> {
    return this.database.rows(sql<Found>`
      select sh.id, y.year, y.self_due_on::text as "selfDueOn", u.name_vi as "unitVi", u.name_en as "unitEn", ${toldOf(localDate(this.clock.now()), OFFICE)}
      from index_sheet sh join index_year y on y.id = sh.year_id join unit u on u.id = sh.unit_id where ${where} order by sh.id`);
  }

  private async tell(
    key: string,
    kind: NoticeKind,
    { found, people, wording }: { found: Found; people: readonly string[]; wording: Told['wording'] },
  ): Promise<void> {
    await this.notices.tell(SYSTEM, { people: [...people], kind, wording, path: `/index/sheets/${found.id}`, dedupeKey: `${kind}:${key}` });
  }
}

const openedIn = ({ year, selfDueOn, unitVi, unitEn }: Found): Told['wording'] => ({
  vi: {
    subject: `Tự chấm điểm chỉ số cải cách hành chính năm ${String(year)}: ${unitVi}`,
    text: `Đề nghị ${unitVi} tự chấm điểm theo từng tiêu chí và gửi trước hết ngày ${shownDay(selfDueOn)}.`,
  },
  en: {
    subject: `Score ${unitEn} for the reform index of ${String(year)}`,
    text: `Please score your unit criterion by criterion and send it in by ${shownDay(selfDueOn, 'en')}.`,
  },
});
