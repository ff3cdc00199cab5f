import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { LINEAGE_KINDS, type LineageShare, lineageShare } from '#domain/units';
import { type Actor, Clock, TABLE_MAX, localDate, readPage } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { type Reading } from '../domain/reading.js';
import { TALLIES, adoptionsAsOf, coverageOf, isOverdue, unitJson } from './adoptions-as-of.js';
import { seesHost } from './reach.js';
import { type RolloutTally, type StateCount, type UnitName } from './rollout.queries.js';

/** A commune in a rollout; read on new units, what its predecessors are, counted and never merged. */
export interface MatrixCell {
  readonly unitId: string | null;
  readonly adoptionId: string | null;
  readonly state: AdoptionState | null;
  readonly basis: AdoptionBasis | null;
  readonly since: string | null;
  readonly confirmed: boolean | null;
  readonly overdue: boolean;
  readonly counts: readonly StateCount[] | null;
  readonly exempt: number | null;
}

export interface MatrixRow extends RolloutTally {
  readonly rolloutId: string;
  readonly initiativeCode: string | null;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly cells: readonly MatrixCell[];
}

export interface Matrix {
  readonly asOf: string;
  readonly reading: Reading;
  readonly units: readonly UnitName[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixOrder {
  readonly asOf?: string | null;
  readonly reading: Reading;
  readonly year?: number | null;
  readonly first: number;
}

/** The table of initiatives and communes, as one statement that reads its cells once. */
@Injectable()
export class MatrixQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As things were on a day; the latest rollouts first. On new units a split one's communes stand in a cell of no unit. */
  async rolloutMatrix(actor: Actor, order: MatrixOrder): Promise<Matrix> {
    readPage(order, 1, TABLE_MAX);
    const today = localDate(this.clock.now());
    const asOf = order.asOf ?? today;
    const isNew = order.reading === 'NEW';
    const found = await this.database.first(sql<Pick<Matrix, 'units' | 'rows'>>`
      with recursive r as materialized (
        select r.id, r.title_vi, r.title_en, r.started_on, r.due_on, i.code from rollout r
        join initiative i on i.id = r.initiative_id join contest on contest.id = i.contest_id join roster on roster.id = r.roster_id
        where r.started_on <= ${asOf}::date and ${seesHost(actor, sql`roster.host_id`)} and (${order.year ?? null}::int is null or contest.year = ${order.year ?? null}::int)
        order by r.started_on desc, r.id desc limit ${order.first}),
      s as materialized (select s.*, ${isOverdue(asOf)} as overdue from r join ${adoptionsAsOf(asOf)} s on s.rollout_id = r.id)
      ${isNew ? sql`, ${carriedOn(today)}` : sql``},
      cell as (${isNew ? NEW_CELLS : OLD_CELLS}),
      tallies as (${TALLIES}),
      cells as (select rollout_id, json_agg(shown order by ordinal, unit_id) as cells from cell group by rollout_id)
      select coalesce((select json_agg(${unitJson(sql`u`)} order by u.code, u.id) from unit u where u.id in (select unit_id from cell)), '[]'::json) as units,
             coalesce((select json_agg(json_build_object('rolloutId', r.id, 'receiptNumber', r.code, 'titleVi', r.title_vi, 'titleEn', r.title_en,
               'startedOn', r.started_on, 'dueOn', r.due_on, 'expected', coalesce(t.expected, 0), 'exempt', coalesce(t.exempt, 0), 'inUse', coalesce(t.used, 0),
               'coverage', ${coverageOf(sql`t.used`, sql`t.expected`)}, 'counts', coalesce(t.counts, '[]'::json),
               'cells', coalesce(cells.cells, '[]'::json)) order by r.started_on desc, r.id desc)
               from r left join tallies t on t.rollout_id = r.id left join cells on cells.rollout_id = r.id), '[]'::json) as rows`);
    return { asOf, reading: order.reading, units: found?.units ?? [], rows: found?.rows ?? [] };
  }
}

const kindsThat = (share: LineageShare): RawBuilder<unknown> => sql.join(LINEAGE_KINDS.filter((kind) => lineageShare(kind) === share));

/** Which unit each stands on as of a day, null for none in particular: the rule of `carrierAsOf`; a test holds the two against each other. */
function carriedOn(day: string): RawBuilder<unknown> {
  const splits = sql`l.kind in (${kindsThat('UNATTRIBUTED')})`;
  return sql`walk (origin, here, steps) as (
      select distinct unit_id, unit_id, 0 from s
      union all
      select w.origin, n.here, w.steps + 1 from walk w cross join lateral (
        select case when ${splits} then null else l.to_id end as here from unit_lineage l
        where l.from_id = w.here and l.effective_on <= ${day}::date and (${splits} or l.kind in (${kindsThat('CARRIES')}))
        order by ${splits} desc limit 1) n
      where w.steps < 20),
    carried as (select distinct on (origin) origin, here from walk order by origin, steps desc)`;
}

const OLD_CELLS = sql`
  select s.rollout_id, u.code as ordinal, s.unit_id, json_build_object('unitId', s.unit_id, 'adoptionId', s.id, 'state', s.state, 'basis', s.basis,
    'since', s.since, 'confirmed', s.confirmed, 'overdue', s.overdue) as shown
  from s join unit u on u.id = s.unit_id`;

const NEW_CELLS = sql`
  select n.rollout_id, u.code as ordinal, n.here as unit_id, json_build_object('unitId', n.here, 'overdue', bool_or(n.overdue), 'exempt', sum(n.exempt),
    'counts', coalesce(json_agg(json_build_object('state', n.state, 'count', n.n) order by n.state) filter (where n.n > 0), '[]'::json)) as shown
  from (select s.rollout_id, c.here, s.state, bool_or(s.overdue) as overdue, count(*) filter (where s.basis <> 'EXEMPT')::int as n,
               count(*) filter (where s.basis = 'EXEMPT')::int as exempt
        from s join carried c on c.origin = s.unit_id group by s.rollout_id, c.here, s.state) n
  left join unit u on u.id = n.here
  group by n.rollout_id, n.here, u.code`;
