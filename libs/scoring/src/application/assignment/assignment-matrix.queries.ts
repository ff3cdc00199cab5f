import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, TABLE_MAX, localDate } from '#lib/kernel';
import { Database, isThere, vietnamese } from '#lib/platform';
import { type CardState } from '../../domain/card/scorecard.entity.js';
import { toldUntil } from '../../domain/round/deadline.js';
import { ATTESTED, CONFLICTED } from '../card/scorecard.queries.js';
import { judgingScope } from '#lib/jury';
import { type UnitName, unitName } from '#lib/units';
import { IN_ROUND, isSignedAs } from '../common/scope.js';
import { stateAs } from './assignment.queries.js';

/** A judge of the round, with how many initiatives they have there: a column of the table. */
export interface MatrixJudge {
  readonly judge: PersonName;
  readonly unit: UnitName | null;
  /** On the jury still. */
  readonly seated: boolean;
  readonly available: boolean;
  readonly loadMin: number;
  readonly loadMax: number | null;
  /** Cards that are not excused. */
  readonly load: number;
  readonly signed: number;
}

/** What is between a judge and an initiative: a card, a conflict, or both. */
export interface AssignmentCell {
  readonly judgeId: string;
  readonly scorecardId: string | null;
  readonly state: CardState | null;
  readonly extra: boolean;
  readonly attested: boolean;
  readonly conflicted: boolean;
}

export interface AssignmentMatrixRow {
  readonly initiative: InitiativeName;
  readonly areaId: string;
  /** Judges that it wants yet. */
  readonly missing: number;
  readonly cells: readonly AssignmentCell[];
}

export interface AssignmentMatrix {
  readonly needed: number;
  readonly judges: readonly MatrixJudge[];
  readonly rows: readonly AssignmentMatrixRow[];
  readonly totalCount: number;
  readonly pageInfo: Page<unknown>['pageInfo'];
}

interface Head {
  readonly needed: number;
  readonly judges: readonly MatrixJudge[];
}

type Found = AssignmentMatrixRow & { readonly id: string; readonly receiptNumber: string; readonly head: Head | null };

/** Who judges what, as one table: initiatives by judges. */
@Injectable()
export class AssignmentMatrixQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To those who assign; nothing of a round that is out of reach. The judges stand with the first initiative of a page, each once. */
  async assignmentMatrix(
    actor: Actor,
    { roundId, shortOnly, ...args }: PageArgs & { readonly roundId: string; readonly shortOnly?: boolean | null },
  ): Promise<AssignmentMatrix> {
    const told = toldUntil(this.clock.now());
    const visible = sql`exists (select 1 from contest ct where ct.id = r.contest_id and ${judgingScope(actor, 'assignment:manage')})`;
    const cards = sql`(select count(*)::int from scorecard c where c.round_id = r.id and c.initiative_id = i.id and c.state <> 'EXCUSED')`;
    const missing = sql`greatest(0, (r.rule->>'judgesPerInitiative')::int - ${cards})`;
    const page = await this.database.page<Found>(
      {
        columns: sql`i.id, i.code as "receiptNumber", ${initiativeName(sql`i`)} as initiative, i.area_id as "areaId", ${missing} as missing, ${this.cells(told)} as cells,
          case page.at when 1 then json_build_object('needed', (r.rule->>'judgesPerInitiative')::int, 'judges', ${this.judges(told)}) end as head`,
        from: sql`round r join initiative i on i.contest_id = r.contest_id`,
        where: sql`r.id = ${roundId} and ${visible} and ${IN_ROUND} and ${shortOnly ? sql`${missing} > 0` : sql`true`}`,
        order: [
          { column: sql`i.code`, key: 'receiptNumber', type: 'text' },
          { column: sql`i.id`, key: 'id', type: 'uuid' },
        ],
        most: TABLE_MAX,
        dress: {
          key: sql`i.id`,
          with: sql`r.id as round_id`,
          from: sql`initiative i on i.id = page.key join round r on r.id = page.round_id`,
        },
      },
      args,
    );
    const rows = page.edges.map(({ node }) => node);
    const head = page.edges[0]?.node.head ?? { needed: 0, judges: [] };
    return { ...head, rows, totalCount: page.totalCount, pageInfo: page.pageInfo };
  }

  /** Of initiative `i` in round `r`: every card, and every conflict of a judge of the contest. */
  private cells(told: Date) {
    return sql`(select coalesce(json_agg(cell order by cell."judgeId"), '[]') from (
      select c.judge_id as "judgeId", c.id as "scorecardId", ${stateAs(told)} as state, c.extra, ${ATTESTED} as attested, ${CONFLICTED} as conflicted
      from scorecard c where c.round_id = r.id and c.initiative_id = i.id
      union all
      select k.person_id, null, null, false, false, true from (select distinct k.person_id from conflict k where k.initiative_id = i.id and k.active) k
      where ${isThere(sql`select 1 from seat s where s.contest_id = r.contest_id and s.person_id = k.person_id and s.kind = 'JUDGE' and s.ended_at is null`)}
        and not ${isThere(sql`select 1 from scorecard c where c.round_id = r.id and c.initiative_id = i.id and c.judge_id = k.person_id`)}) cell)`;
  }

  /** Of round `r`: who is on the jury, and who has cards and has left it. */
  private judges(told: Date) {
    const today = localDate(this.clock.now());
    return sql`(select coalesce(json_agg(listed order by ${vietnamese(sql`listed.judge->>'fullName'`)}, (listed.judge->>'id')::uuid), '[]') from (
      with loads as (select c.judge_id, count(*) filter (where c.state <> 'EXCUSED')::int as load, count(*) filter (where ${isSignedAs(told)})::int as signed
        from scorecard c where c.round_id = r.id group by c.judge_id)
      select ${personName(sql`p`)} as judge, case when u.id is not null then ${unitName(sql`u`)} end as unit, s.id is not null as seated,
        s.id is not null and (m.absent_from is not null and m.absent_from <= ${today}::date and coalesce(m.absent_to, ${today}::date) >= ${today}::date) is not true as available,
        coalesce(m.load_min, 0) as "loadMin", m.load_max as "loadMax", coalesce(loads.load, 0) as load, coalesce(loads.signed, 0) as signed
      from (select judge_id as id from loads union select person_id from seat where contest_id = r.contest_id and kind = 'JUDGE' and ended_at is null) one
      join person p on p.id = one.id left join unit u on u.id = p.unit_id left join loads on loads.judge_id = one.id
      left join seat s on s.contest_id = r.contest_id and s.person_id = one.id and s.kind = 'JUDGE' and s.ended_at is null
      left join jury_member m on m.seat_id = s.id) listed)`;
  }
}
