import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { type AgeOrder, type AtMoment, Awaits, Database, type OrderKey, Rereads, byAge } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { type CaseFinding, type CaseKind, type Said, caseOf } from '../domain/case-rules.js';
import { UNIT } from './counter.rows.js';
import { headedBy, isRead } from './heads.js';
import { unitsOf } from './reviewer.js';

export interface ReportedCaseRead {
  readonly id: string;
  readonly version: number;
  readonly counter: { readonly id: string; readonly counterCode: string; readonly name: string };
  readonly unit: UnitName;
  readonly day: string;
  readonly kind: CaseKind;
  readonly ratings: number;
  readonly texts: readonly string[];
  readonly pastHead: boolean;
  readonly reply: string | null;
  readonly finding: CaseFinding | null;
  readonly conclusion: string | null;
  readonly closedAt: Date | string | null;
  readonly illustrative: boolean;
  readonly canAnswer: boolean;
  readonly canOpenAction: boolean;
  readonly whyNotClose: string | null;
  readonly canPass: boolean;
}

type CaseRow = Omit<ReportedCaseRead, 'texts'> & { readonly said: readonly Said[] };

export interface CaseFilter extends PageArgs {
  readonly order?: AgeOrder | null;
  readonly open?: boolean | null;
}

/** What citizens reported, for the office, the leaders, and the head whom it is not about. A counter's officer has no right to it. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest day first. */
  async reportedCases(actor: Actor, filter: CaseFilter): Promise<Page<ReportedCaseRead>> {
    const where = [this.scope(actor)];
    if (filter.open !== null && filter.open !== undefined) where.push(sql`(k.closed_at is null) = ${filter.open}`);
    const page = await this.database.page<CaseRow>(
      {
        from: sql`reported_case k join counter c on c.id = k.counter_id`,
        where: sql.join(where, sql` and `),
        order: byAge(IN_ORDER, filter.order),
        dress: { key: sql`k.id`, from: sql`reported_case k on k.id = page.key ${OF_COUNTER}` },
        columns: this.columns(actor),
      },
      filter,
    );
    return pageAs(page, withTexts);
  }

  @Rereads('ReportedCase')
  async reportedCase(actor: Actor, id: string): Promise<ReportedCaseRead | null> {
    const found = await this.database.first(sql<CaseRow>`
      select ${this.columns(actor)} from reported_case k ${OF_COUNTER} where k.id = ${id} and ${this.scope(actor)}`);
    return found && withTexts(found);
  }

  @Awaits({
    kind: 'case.settle',
    act: 'closeCase',
    words: { vi: 'Giải quyết phản ánh của người dân', en: 'Settle what citizens report' },
  })
  toSettle(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('case:settle').length === 0) return null;
    return this.waiting(
      actor,
      sql`c.unit_id = any(${actor.unitsFor('case:settle')}::uuid[]) and c.unit_id not in (${unitsOf(actor.id, day)})`,
    );
  }

  @Awaits({
    kind: 'case.answer',
    act: 'answerCase',
    words: { vi: 'Trả lời phản ánh của người dân về đơn vị', en: 'Answer what citizens report of your unit' },
  })
  toAnswer(actor: Actor, { day }: AtMoment): RawBuilder<unknown> {
    return this.waiting(actor, sql`not k.past_head and k.reply is null and c.unit_id in (${headedBy(actor.id, day)})`);
  }

  private waiting(actor: Actor, where: RawBuilder<unknown>): RawBuilder<unknown> {
    return sql`select k.id as subject_id, c.name || ' · ' || ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
        (k.day::timestamp at time zone 'Asia/Ho_Chi_Minh') as since, null::timestamptz as due, null::text as who, k.ratings as count, '/signals' as path
      from reported_case k ${OF_COUNTER} where k.closed_at is null and ${where}`;
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const today = localDate(this.clock.now());
    const whyNot = sql`case when k.closed_at is not null then 'CASE_CLOSED' when not c.unit_id = any(${actor.unitsFor('case:settle')}::uuid[]) then 'CASE_OF_OFFICE'
        when c.unit_id in (${unitsOf(actor.id, today)}) then 'REVIEWER_OF_UNIT' end`;
    return sql`k.id, k.version, json_build_object('id', c.id, 'counterCode', c.code, 'name', c.name) as counter, ${UNIT} as unit, k.day::text as day, k.kind,
      k.ratings, coalesce((select json_agg(json_build_object('reasons', r.reasons, 'text', w.text) order by w.id)
        from rating r join rating_comment w on w.rating_id = r.id where r.counter_id = k.counter_id and r.day = k.day), '[]') as said,
      k.past_head as "pastHead", k.reply, k.finding, k.conclusion, k.closed_at as "closedAt", c.illustrative,
      (k.closed_at is null and not k.past_head and c.unit_id in (${headedBy(actor.id, today)})) as "canAnswer",
      (not k.past_head and ${isRead(actor, { permission: 'action:verify', unit: sql`c.unit_id`, day: today })}) as "canOpenAction",
      ${whyNot} as "whyNotClose", (k.past_head and ${whyNot} is null) as "canPass"`;
  }

  /** Whoever heads the unit reads of it what is not about them, whatever roles they have. */
  private scope(actor: Actor): RawBuilder<boolean> {
    const headed = headedBy(actor.id, localDate(this.clock.now()));
    return sql<boolean>`case when c.unit_id in (${headed}) then not k.past_head else c.unit_id = any(${actor.unitsFor('case:read')}::uuid[]) end`;
  }
}

/** Their words as they stand there, in no order: of those that made the case. */
const withTexts = ({ said, ...row }: CaseRow): ReportedCaseRead => ({
  ...row,
  texts: said.flatMap((one) => (one.text !== null && caseOf(one) === row.kind ? [one.text] : [])),
});

const OF_COUNTER = sql`join counter c on c.id = k.counter_id join unit u on u.id = c.unit_id`;

const IN_ORDER: readonly OrderKey<CaseRow>[] = [
  { column: sql`k.day`, key: 'day', type: 'date', descending: true },
  { column: sql`k.id`, key: 'id', type: 'uuid', descending: true },
];
