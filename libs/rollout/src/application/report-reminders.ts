import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { NoticeService } from '#lib/notice';
import { addDays, Clock, localDate, shownDay, SYSTEM } from '#lib/kernel';
import { Database, Every, Pieces } from '#lib/platform';
import { unitsOfPeriod } from './report-facts.js';

/** Reminds so many days before a report is due, and for so many after. */
const DAYS_BEFORE = 5;
const DAYS_AFTER = 10;

interface Missing {
  readonly periodId: string;
  readonly unitId: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly people: string[];
}

/** Tells the officers of a commune that a report is due, and once more when it is overdue. */
@Injectable()
export class ReportReminders {
  constructor(
    private readonly notices: NoticeService,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('rollout.remindReportsDue', 3600)
  async remindReportsDue(signal?: AbortSignal): Promise<void> {
    const rows = await this.db.rows(this.missing(localDate(this.clock.now())));
    const pieces = rows.map((missing) => [`${missing.periodId}/${missing.unitId}`, () => this.tell(missing)] as const);
    await this.pieces.each('rollout.remindReportsDue', signal, pieces);
  }

  private missing(today: string) {
    return sql<Missing>`
      select p.id as "periodId", u.unit_id as "unitId", p.name_vi as "nameVi", p.name_en as "nameEn", p.due_on::text as "dueOn", p.due_on < ${today}::date as late,
             array_agg(distinct g.person_id::text) as people
      from reporting_period p cross join lateral ${unitsOfPeriod(sql`p`)} u
      join ${grantsOn(today)} g on g.unit_id = u.unit_id and g.role = 'COMMUNE_OFFICER'
      left join report r on r.period_id = p.id and r.unit_id = u.unit_id
      where p.closed_at is null and u.expected and (r.state is null or r.state in ('DRAFT', 'RETURNED'))
        and p.due_on between ${addDays(today, -DAYS_AFTER)}::date and ${addDays(today, DAYS_BEFORE)}::date
      group by p.id, u.unit_id`;
  }

  private tell({ periodId, unitId, nameVi, nameEn, dueOn, late, people }: Missing): Promise<void> {
    const kind = late ? 'report.overdue' : 'report.due';
    const vi = `${nameVi} ${late ? 'đã quá hạn' : 'đến hạn'} ngày ${shownDay(dueOn)}`;
    const en = `${nameEn} ${late ? 'was due' : 'is due'} on ${shownDay(dueOn, 'en')}`;
    return this.notices.tell(SYSTEM, {
      people,
      kind,
      wording: {
        vi: { subject: vi, text: `${vi}. Đơn vị chưa gửi báo cáo tình hình áp dụng sáng kiến; đề nghị cập nhật số liệu và gửi báo cáo.` },
        en: {
          subject: en,
          text: `${en}. The unit has not sent its report on adopted initiatives; please enter the figures and submit it.`,
        },
      },
      path: `/reports/${periodId}/${unitId}`,
      dedupeKey: `${kind}:${periodId}:${unitId}`,
    });
  }
}
