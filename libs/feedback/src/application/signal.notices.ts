import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type CaseKind } from '../domain/case-rules.js';
import { type SignalRule } from '../domain/signal-rules.js';
import { weekEnd } from '../domain/weeks.js';
import { type ToldOf, toldOf } from './heads.js';

interface SignalTold extends ToldOf {
  readonly rule: SignalRule;
  readonly week: string;
  readonly rated: number;
  readonly low: number;
  readonly unitVi: string;
  readonly unitEn: string;
}

interface CaseTold extends ToldOf {
  readonly kind: CaseKind;
  readonly day: string;
  readonly pastHead: boolean;
  readonly counter: string;
  readonly unitVi: string;
  readonly unitEn: string;
}

/** Tells who has to look into what citizens say: the head and the office; past the head where it is about them. The counter is told nothing. */
@Injectable()
export class SignalNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('signal.tellOpened', 'signal.opened')
  async tellSignal({ payload }: Delivered): Promise<void> {
    const signalId = String(payload.signalId);
    const found = await this.database.first(sql<SignalTold>`
      select s.rule, s.week::text as week, s.rated, s.low, u.name_vi as "unitVi", u.name_en as "unitEn", ${toldOf(this.today())}
      from signal s join unit u on u.id = s.unit_id where s.id = ${signalId}`);
    if (!found) return;
    const { rule, week, rated, low, unitVi, unitEn } = found;
    const [from, to] = [shownDay(week), shownDay(weekEnd(week))];
    const vi = rule === 'LOW_SHARE' ? `tuần ${from} – ${to}` : `bảy tuần liền, đến ${to}`;
    const en = rule === 'LOW_SHARE' ? `in the week of ${shownDay(week, 'en')}` : `for seven weeks up to ${shownDay(weekEnd(week), 'en')}`;
    await this.notices.tell(SYSTEM, {
      people: [...new Set([...found.heads, ...found.offices])],
      kind: 'signal.opened',
      wording: {
        vi: {
          subject: `Người dân không hài lòng nhiều hơn thường lệ: ${unitVi}`,
          text: `${unitVi}, ${vi}: ${String(low)} trong ${String(rated)} đánh giá là không hài lòng, nhiều hơn mức thường có. Đề nghị xem xét nguyên nhân; tín hiệu có thể do ngẫu nhiên.`,
        },
        en: {
          subject: `More people are dissatisfied than usual: ${unitEn}`,
          text: `${unitEn}, ${en}: ${String(low)} of ${String(rated)} ratings are low, more than usual. Please look into why; it may be chance.`,
        },
      },
      path: '/signals',
      dedupeKey: `signal.opened:${signalId}`,
    });
  }

  @OnEvent('case.tellOpened', 'case.opened', 'case.passed')
  async tellCase({ payload }: Delivered): Promise<void> {
    const caseId = String(payload.caseId);
    const found = await this.database.first(sql<CaseTold>`
      select k.kind, k.day::text as day, k.past_head as "pastHead", c.name as counter, u.name_vi as "unitVi", u.name_en as "unitEn", ${toldOf(this.today())}
      from reported_case k join counter c on c.id = k.counter_id join unit u on u.id = c.unit_id where k.id = ${caseId}`);
    if (!found) return;
    const { kind, day, pastHead, counter, unitVi, unitEn, heads, offices, leaders } = found;
    const [what, whatEn] =
      kind === 'EXTRA_COST' ? ['bị gợi ý nộp thêm tiền', 'extra cost was asked'] : ['về thái độ phục vụ', 'how they were treated'];
    // Who heads the unit may also have a role in the office: of a case about them they are told nothing.
    const people = pastHead ? [...offices, ...leaders].filter((person) => !heads.includes(person)) : [...heads, ...offices];
    await this.notices.tell(SYSTEM, {
      people: [...new Set(people)],
      kind: 'case.opened',
      wording: {
        vi: {
          subject: `Người dân phản ánh ${what}: ${unitVi}`,
          text: `${counter}, ${unitVi}, ngày ${shownDay(day)}: có người phản ánh ${what}. ${pastHead ? 'Phản ánh có nhắc đến người đứng đầu nên không gửi người đứng đầu đơn vị.' : 'Quầy không được biết phản ánh này.'} Đề nghị xem xét.`,
        },
        en: {
          subject: `Citizens report ${whatEn}: ${unitEn}`,
          text: `${counter}, ${unitEn}, ${shownDay(day, 'en')}: somebody reported ${whatEn}. ${pastHead ? 'It speaks of who heads the unit, who is not told.' : 'The counter does not know of it.'} Please look into it.`,
        },
      },
      path: '/signals',
      dedupeKey: `case.opened:${caseId}`,
    });
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}
