import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RolloutName, rolloutName } from '#lib/award';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, TABLE_MAX, localDate } from '#lib/kernel';
import { Database, type Reason } from '#lib/platform';
import { goesOn, unitName, type UnitName } from '#lib/units';
import { type AdoptionBasis, type AdoptionState, whyNobodyMoves } from '../domain/adoption-states.js';
import { type LineageFacts, type Reading, carrierAsOf } from '../domain/reading.js';
import { TALLIES, adoptionsAsOf, coverageOf, isOverdue } from './adoptions-as-of.js';
import { doubtsOf } from './doubted-figures.js';
import { seesHost } from './reach.js';
import { type RolloutTally, type StateCount } from './rollout.queries.js';

/** A commune in a rollout, as of the day. */
interface FoundCell {
  readonly unitId: string;
  readonly adoptionId: string;
  readonly state: AdoptionState;
  readonly basis: AdoptionBasis;
  readonly since: string;
  readonly confirmed: boolean | null;
  readonly overdue: boolean;
  readonly disputed: boolean;
}

/** A predecessor of a new unit in a rollout. */
export interface MatrixPart extends Omit<FoundCell, 'unitId'> {
  readonly unit: UnitName;
}

/** A commune in a rollout; read on new units, what its predecessors are, counted and never merged. */
export interface MatrixCell {
  readonly unitId: string | null;
  readonly adoptionId: string | null;
  readonly state: AdoptionState | null;
  readonly basis: AdoptionBasis | null;
  readonly since: string | null;
  readonly confirmed: boolean | null;
  readonly overdue: boolean;
  readonly disputed: boolean;
  readonly whyNotMove: Reason;
  readonly counts: readonly StateCount[] | null;
  readonly exempt: number | null;
  readonly parts: readonly MatrixPart[] | null;
}

export interface MatrixRow extends RolloutTally {
  readonly rollout: RolloutName;
  readonly initiative: InitiativeName;
  readonly year: number;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly cells: readonly MatrixCell[];
}

export interface Matrix {
  readonly asOf: string;
  readonly reading: Reading;
  readonly units: readonly UnitName[];
  readonly rows: readonly MatrixRow[];
  readonly totalCount: number;
  readonly pageInfo: Page<unknown>['pageInfo'];
}

export interface PublicMatrixOrder extends PageArgs {
  readonly asOf?: string | null;
  readonly reading: Reading;
  readonly year?: number | null;
  readonly areaId?: string | null;
}

/** Rows that have a cell of which all that is named holds. */
export interface MatrixOrder extends PublicMatrixOrder {
  readonly unitId?: string | null;
  readonly state?: AdoptionState | null;
  readonly overdue?: boolean | null;
  readonly disputed?: boolean | null;
}

type FoundRow = Omit<MatrixRow, 'cells'> & {
  readonly id: string;
  readonly cells: readonly FoundCell[];
  /** With the first row of a page: the units that there are, and what became of them. */
  readonly named: readonly UnitName[] | null;
  readonly lineage: readonly LineageFacts[] | null;
};

/** Rows of a page for those who need no account: their requests are kept cheap. */
const MOST_FOR_ANYONE = 50;

/** The table of initiatives and communes, as one statement that reads its cells once. */
@Injectable()
export class MatrixQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As things were on a day; the latest rollouts first. On new units a split one's communes stand in a cell of no unit. */
  rolloutMatrix(actor: Actor, order: MatrixOrder): Promise<Matrix> {
    return this.read(order, seesHost(actor, sql`roster.host_id`), true);
  }

  /** The same for anyone, who is told of states alone. */
  publicMatrix(order: PublicMatrixOrder): Promise<Matrix> {
    return this.read(order, sql<boolean>`true`, false);
  }

  private async read(order: MatrixOrder, scope: RawBuilder<boolean>, isInside: boolean): Promise<Matrix> {
    const today = localDate(this.clock.now());
    const asOf = order.asOf ?? today;
    const page = await this.database.page<FoundRow>(
      {
        columns: COLUMNS,
        from: sql`rollout r join roster on roster.id = r.roster_id join initiative i on i.id = r.initiative_id join contest on contest.id = i.contest_id`,
        where: sql.join([scope, ...conditionsOf(order, asOf)], sql` and `),
        order: [
          { column: sql`r.started_on`, key: 'startedOn', type: 'date', descending: true },
          { column: sql`r.id`, key: 'id', type: 'uuid', descending: true },
        ],
        most: isInside ? TABLE_MAX : MOST_FOR_ANYONE,
        dress: {
          key: sql`r.id`,
          with: sql`r.*, ${initiativeName(sql`i`)} as initiative, contest.year`,
          from: dress(order, asOf, isInside),
        },
      },
      order,
    );
    const found = page.edges.map(({ node }) => node);
    const named = found[0]?.named ?? [];
    const lineage = found[0]?.lineage ?? [];
    const carrier = order.reading === 'NEW' ? carrierAsOf(lineage, today) : null;
    const rows = found.map((row) => ({ ...row, cells: carrier ? onNewUnits(row.cells, carrier, named) : row.cells.map(onOldUnits) }));
    const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ unitId }) => unitId)));
    const units = named.filter(({ id }) => shown.has(id));
    return { asOf, reading: order.reading, units, rows, totalCount: page.totalCount, pageInfo: page.pageInfo };
  }
}

const onOldUnits = (cell: FoundCell): MatrixCell => ({
  ...cell,
  whyNotMove: whyNobodyMoves(cell.basis),
  counts: null,
  exempt: null,
  parts: null,
});

/** In the order of the units; what stands on no unit last. */
function onNewUnits(cells: readonly FoundCell[], carrier: (id: string) => string | null, named: readonly UnitName[]): MatrixCell[] {
  const places = new Map(named.map(({ id }, at) => [id, at]));
  const placeOf = (id: string | null) => (id === null ? Infinity : (places.get(id) ?? Infinity));
  const byUnit = [...Map.groupBy(cells, ({ unitId }) => carrier(unitId))].sort(([one], [other]) => placeOf(one) - placeOf(other));
  return byUnit.map(([unitId, parts]) => {
    const expected = parts.filter(({ basis }) => basis !== 'EXEMPT');
    const states = [...Map.groupBy(expected, ({ state }) => state)].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      ...{ unitId, adoptionId: null, state: null, basis: null, since: null, confirmed: null, whyNotMove: null },
      overdue: parts.some(({ overdue }) => overdue),
      disputed: parts.some(({ disputed }) => disputed),
      counts: states.map(([state, those]) => ({ state, count: those.length })),
      exempt: parts.length - expected.length,
      parts: parts.flatMap(({ unitId: id, ...part }) => named.filter((unit) => unit.id === id).map((unit) => ({ ...part, unit }))),
    };
  });
}

function conditionsOf({ year, areaId, reading, unitId, state, overdue, disputed }: MatrixOrder, asOf: string): RawBuilder<unknown>[] {
  const cell: RawBuilder<unknown>[] = [];
  if (unitId) cell.push(isOfUnit(unitId, reading));
  if (state) cell.push(sql`s.state = ${state}`);
  if (overdue) cell.push(isOverdue(asOf));
  if (disputed) cell.push(sql`exists (select 1 from ${doubtsOf(OF_CELL, asOf)} doubted)`);
  const rows = [sql`r.started_on <= ${asOf}::date`];
  if (year) rows.push(sql`contest.year = ${year}`);
  if (areaId) rows.push(sql`i.area_id = ${areaId}`);
  if (cell.length > 0)
    rows.push(sql`exists (select 1 from ${adoptionsAsOf(asOf, sql`a.rollout_id = r.id`)} s where ${sql.join(cell, sql` and `)})`);
  return rows;
}

/** Of the unit, or read on new units of one that it goes on with. */
const isOfUnit = (unitId: string, reading: Reading): RawBuilder<unknown> =>
  reading === 'OLD'
    ? sql`s.unit_id = ${unitId}`
    : sql`s.unit_id in (with recursive origin (id) as (select ${unitId}::uuid union
        select l.from_id from unit_lineage l join origin o on o.id = l.to_id where ${goesOn(sql`l`)}) select id from origin)`;

/** The rollouts of the page with their cells, which are read once: also what of the figures is in doubt, to those who may read figures. */
function dress({ unitId, reading }: MatrixOrder, asOf: string, isInside: boolean): RawBuilder<unknown> {
  const adoptions = sql`page r cross join lateral (select * from ${adoptionsAsOf(asOf, sql`a.rollout_id = r.key`)} known offset 0) s`;
  const doubted = isInside
    ? sql`exists (select 1 from doubted where doubted.rollout_id = s.rollout_id and doubted.unit_id = s.unit_id)`
    : sql`false`;
  return sql`lateral (select page.*) r on true left join (
      with s as materialized (select s.*, ${isOverdue(asOf)} as overdue from ${adoptions}),
      doubted as materialized (select * from ${isInside ? doubtsOf(OF_PAGE, asOf) : sql`(select null::uuid as rollout_id, null::uuid as unit_id where false)`} doubted),
      tallies as (${TALLIES}),
      cells as (select s.rollout_id, json_agg(json_build_object('unitId', s.unit_id, 'adoptionId', s.id, 'state', s.state, 'basis', s.basis,
        'since', s.since, 'confirmed', s.confirmed, 'overdue', s.overdue, 'disputed', ${doubted}) order by u.code, u.id) as cells
        from s join unit u on u.id = s.unit_id where ${unitId ? isOfUnit(unitId, reading) : sql`true`} and ${isInside ? sql`true` : sql`s.basis <> 'EXEMPT'`} group by s.rollout_id)
      select tallies.*, cells.cells from tallies left join cells using (rollout_id)) t on t.rollout_id = r.key`;
}

const OF_CELL = { from: sql`indicator n`, where: sql`n.rollout_id = s.rollout_id`, unitId: sql`s.unit_id` };
const OF_PAGE = { from: sql`page join indicator n on n.rollout_id = page.key`, where: sql`true` };

const COLUMNS = sql`r.id, ${rolloutName(sql`r`)} as rollout, r.initiative, r.year,
  r.started_on::text as "startedOn", r.due_on::text as "dueOn", coalesce(t.expected, 0) as expected, coalesce(t.exempt, 0) as exempt, coalesce(t.used, 0) as "inUse",
  ${coverageOf(sql`t.used`, sql`t.expected`)} as coverage, coalesce(t.counts, '[]'::json) as counts, coalesce(t.cells, '[]'::json) as cells,
  case page.at when 1 then (select coalesce(json_agg(${unitName(sql`u`)} order by u.code, u.id), '[]'::json) from unit u
    where exists (select 1 from adoption a where a.unit_id = u.id) or exists (select 1 from unit_lineage l where l.to_id = u.id)) end as named,
  case page.at when 1 then (select coalesce(json_agg(json_build_object('fromId', l.from_id, 'toId', l.to_id, 'kind', l.kind, 'effectiveOn', l.effective_on)), '[]'::json)
    from unit_lineage l) end as lineage`;
