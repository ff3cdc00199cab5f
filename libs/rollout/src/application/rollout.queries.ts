import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { Database, type OrderKey, Rereads, holds, reversed, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type AdoptionState } from '../domain/adoption-states.js';
import { type IndicatorFacts } from '../domain/indicator.entity.js';
import { type RolloutKind, type RolloutTexts } from '../domain/rollout.entity.js';
import { TALLIES, adoptionsAsOf, coverageOf, isInUse } from './adoptions-as-of.js';
import { seesHost } from './reach.js';

export interface StateCount {
  readonly state: AdoptionState;
  readonly count: number;
}

/** How far a rollout is: coverage in per cent of the communes expected, to one decimal. */
export interface RolloutTally {
  readonly expected: number;
  readonly exempt: number;
  readonly inUse: number;
  readonly coverage: string | null;
  readonly counts: readonly StateCount[];
}

export interface RolloutRead extends RolloutTexts, RolloutTally {
  readonly id: string;
  readonly version: number;
  readonly initiative: InitiativeName;
  readonly year: number;
  readonly kind: RolloutKind;
  readonly leadUnit: UnitName;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly decisionTitle: string | null;
  readonly startedOn: string;
  readonly rosterAsOf: string;
  readonly illustrative: boolean;
  readonly indicators: readonly (IndicatorFacts & { readonly id: string })[];
  readonly canManage: boolean;
}

export interface PublicRolloutRead extends RolloutTally {
  readonly id: string;
  readonly initiative: InitiativeName;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly startedOn: string;
  readonly illustrative: boolean;
  readonly inUseIn: readonly UnitName[];
}

/** In what order roll-outs are listed. */
export const ROLLOUT_ORDERS = ['NEWEST', 'OLDEST', 'TITLE', 'DUE'] as const;
export type RolloutOrder = (typeof ROLLOUT_ORDERS)[number];

export interface RolloutFilter extends PageArgs {
  readonly year?: number | null;
  readonly areaId?: string | null;
  /** A commune that it has to do with today. */
  readonly unitId?: string | null;
  readonly search?: string | null;
  readonly order?: RolloutOrder | null;
}

/** Rollouts are the district's to see: whoever may read them in any of its units reads all of its own. */
@Injectable()
export class RolloutQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  rollouts(actor: Actor, filter: RolloutFilter): Promise<Page<RolloutRead>> {
    return this.database.page<RolloutRead>(
      {
        ...this.listing(filter, sql`join roster on roster.id = r.roster_id`, seen(actor)),
        columns: this.columns(actor),
        order: ORDERS[filter.order ?? 'NEWEST'],
      },
      filter,
    );
  }

  @Rereads('Rollout')
  rollout(actor: Actor, id: string): Promise<RolloutRead | null> {
    return this.database.first(
      sql<RolloutRead>`with page as (select r.id as key, r.* from rollout r where r.id = ${id}) select ${this.columns(actor)} from page join ${this.dress(LEAD_AND_ROSTER).from} where ${seen(actor)}`,
    );
  }

  /** Where each initiative is in use: for anyone, so only counts, names of units and what was published. */
  publicRollouts(filter: RolloutFilter): Promise<Page<PublicRolloutRead>> {
    const columns = sql`r.id, r.title_vi as "titleVi", r.title_en as "titleEn", r.started_on::text as "startedOn", r.illustrative,
      ${initiativeName(sql`i`)} as initiative, contest.year, ${TALLY},
      coalesce(used.units, '[]'::json) as "inUseIn"`;
    const units = sql`left join (
      select s.rollout_id, json_agg(${unitName(sql`u`)} order by u.code, u.id) as units
      from ${this.adoptions()} s join unit u on u.id = s.unit_id where s.basis <> 'EXEMPT' and ${isInUse(sql`s.state`)} group by s.rollout_id) used on used.rollout_id = r.id`;
    return this.database.page<PublicRolloutRead>(
      { ...this.listing(filter, sql``, sql`true`), columns, dress: this.dress(units), order: NEWEST_FIRST },
      filter,
    );
  }

  /** Found by what is asked for alone; how far each is, is counted for those that are shown. */
  private listing(filter: RolloutFilter, scoped: RawBuilder<unknown>, scope: RawBuilder<unknown>) {
    const about =
      filter.year || filter.areaId || filter.search
        ? sql`join initiative i on i.id = r.initiative_id join contest on contest.id = i.contest_id`
        : sql``;
    return {
      from: sql`rollout r ${scoped} ${about}`,
      where: sql`${where(filter, localDate(this.clock.now()))} and ${scope}`,
      plannedAnew: Boolean(filter.search),
      dress: this.dress(LEAD_AND_ROSTER),
    };
  }

  /** Those of the rollouts of `page`, looked up for each. */
  private adoptions(): RawBuilder<unknown> {
    return sql`page cross join lateral (select * from ${adoptionsAsOf(localDate(this.clock.now()), sql`a.rollout_id = page.key`)} known offset 0)`;
  }

  private dress(joins: RawBuilder<unknown>) {
    return {
      key: sql`r.id`,
      with: sql`r.*`,
      from: sql`lateral (select page.*) r on true join initiative i on i.id = r.initiative_id join contest on contest.id = i.contest_id
        left join (with s as materialized (select a.rollout_id, a.unit_id, a.state, a.basis from ${this.adoptions()} a) ${TALLIES}) t on t.rollout_id = r.id
        ${joins}`,
    };
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`r.id, r.version, ${initiativeName(sql`i`)} as initiative, contest.year, r.kind,
      r.title_vi as "titleVi", r.title_en as "titleEn", r.reason, r.legal_basis as "legalBasis", ${unitName(sql`lead`)} as "leadUnit", r.plan, r.resources, r.service,
      r.cost::float8 as cost, r.decision_number as "decisionNumber", r.decided_on::text as "decidedOn", r.decision_title as "decisionTitle",
      r.started_on::text as "startedOn", r.due_on::text as "dueOn", r.least_pilot_months as "leastPilotMonths",
      r.least_use_months as "leastUseMonths", roster.as_of::text as "rosterAsOf", r.illustrative, ${TALLY},
      ${INDICATORS} as indicators, (roster.host_id = any(${actor.unitsFor('rollout:manage')}::uuid[])) as "canManage"`;
  }
}

const seen = (actor: Actor): RawBuilder<boolean> => seesHost(actor, sql`roster.host_id`);

const LEAD_AND_ROSTER = sql`join unit lead on lead.id = r.lead_unit_id join roster on roster.id = r.roster_id`;

const TALLY = sql`coalesce(t.expected, 0) as expected, coalesce(t.exempt, 0) as exempt, coalesce(t.used, 0) as "inUse",
  ${coverageOf(sql`t.used`, sql`t.expected`)} as coverage, coalesce(t.counts, '[]'::json) as counts`;

const NEWEST_FIRST: readonly OrderKey<Pick<RolloutRead, 'id' | 'startedOn'>>[] = [
  { column: sql`r.started_on`, key: 'startedOn', type: 'date', descending: true },
  { column: sql`r.id`, key: 'id', type: 'uuid', descending: true },
];
const ID: OrderKey<RolloutRead> = { column: sql`r.id`, key: 'id', type: 'uuid' };
const ORDERS: Readonly<Record<RolloutOrder, readonly OrderKey<RolloutRead>[]>> = {
  NEWEST: NEWEST_FIRST,
  OLDEST: reversed(NEWEST_FIRST),
  TITLE: [{ column: vietnamese(sql`r.title_vi`), key: 'titleVi', type: 'text' }, ID],
  DUE: [{ column: sql`r.due_on`, key: 'dueOn', type: 'date', nullAs: 'infinity' }, ID],
};

/** Indicator `n` as JSON; decimals as text, exact. */
export const INDICATOR = sql`json_build_object('id', n.id, 'key', n.key, 'nameVi', n.name_vi, 'nameEn', n.name_en, 'unitVi', n.unit_vi,
  'unitEn', n.unit_en, 'direction', n.direction, 'aggregation', n.aggregation, 'kind', n.kind, 'decimals', n.decimals,
  'lowest', n.lowest::text, 'highest', n.highest::text, 'baseline', n.baseline::text, 'target', n.target::text)`;

const INDICATORS = sql`coalesce((select json_agg(${INDICATOR} order by n.ordinal)
  from indicator n where n.rollout_id = r.id), '[]'::json)`;

/** Whether rollout `r` is of an initiative of this year, of this area. */
export function isAbout({ year, areaId }: Pick<RolloutFilter, 'year' | 'areaId'>): RawBuilder<unknown> {
  const asked = [year ? sql`held.year = ${year}` : sql`true`, areaId ? sql`its.area_id = ${areaId}` : sql`true`];
  return sql`exists (select 1 from initiative its join contest held on held.id = its.contest_id
    where its.id = r.initiative_id and ${sql.join(asked, sql` and `)})`;
}

function where({ year, areaId, unitId, search }: RolloutFilter, asOf: string): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (year) conditions.push(sql`contest.year = ${year}`);
  if (areaId) conditions.push(sql`i.area_id = ${areaId}`);
  if (unitId) conditions.push(sql`r.id in (select s.rollout_id from ${adoptionsAsOf(asOf, sql`a.unit_id = ${unitId}`)} s)`);
  if (search) conditions.push(holds(sql`r.title_vi || ' ' || i.title`, search));
  return sql.join(conditions, sql` and `);
}
