import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RolloutName, rolloutName } from '#lib/award';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Database, type Needed, type OrderKey, Rereads, reversed, rowById, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { ADOPTION_MOVES, type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { nextEvidenceDue } from '../domain/sustained.js';
import { type AdoptionCounted, adoptionsAsOf, countsAs, isOverdue } from './adoptions-as-of.js';
import { isAbout } from './rollout.queries.js';
import { unitsByName } from './units-by-name.js';

interface AdoptionRow {
  readonly id: string;
  readonly version: number;
  readonly rollout: RolloutName;
  readonly rolloutTitle: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly unit: UnitName;
  readonly unitName: string;
  readonly basis: AdoptionBasis;
  readonly state: AdoptionState;
  readonly since: string;
  readonly confirmed: boolean | null;
  readonly overdue: boolean;
  readonly history: readonly object[];
  readonly evidence: readonly { readonly givenOn: string }[];
  readonly mayReport: boolean;
}

export interface AdoptionRead extends AdoptionRow {
  /** Where it can go from here; empty for an exempt commune. */
  readonly nextStates: readonly AdoptionState[];
  readonly canReport: boolean;
  /** By which day fresh evidence of sustained use is asked for next. */
  readonly nextEvidenceDue: string | null;
}

/** In what order adoptions are listed. */
export const ADOPTION_ORDERS = ['NEWEST', 'OLDEST', 'UNIT', 'TITLE', 'DUE'] as const;
export type AdoptionOrder = (typeof ADOPTION_ORDERS)[number];

export interface AdoptionFilter extends PageArgs {
  readonly rolloutId?: string | null;
  readonly unitId?: string | null;
  readonly state?: AdoptionState | null;
  readonly asOf?: string | null;
  /** Of the contest. */
  readonly year?: number | null;
  readonly areaId?: string | null;
  readonly countedAs?: AdoptionCounted | null;
  readonly order?: AdoptionOrder | null;
}

/** Adoptions of the units that one may read about. */
@Injectable()
export class AdoptionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async adoptions(actor: Actor, filter: AdoptionFilter): Promise<Page<AdoptionRead>> {
    const asOf = filter.asOf ?? localDate(this.clock.now());
    const where = sql.join([scope(actor), ...conditions(filter, asOf)], sql` and `);
    const order = filter.order ?? 'NEWEST';
    const listing = { columns: columns(actor, asOf), from: order === 'UNIT' ? byUnit(asOf) : from(asOf), where, order: ORDERS[order] };
    const page = await this.database.page<AdoptionRow>(listing, filter);
    return pageAs(page, (node) => withMoves(node, asOf));
  }

  @Rereads('Adoption')
  async adoption(actor: Actor, id: string): Promise<AdoptionRead | null> {
    const asOf = localDate(this.clock.now());
    const row = await this.database.first(
      sql<AdoptionRow>`select ${columns(actor, asOf)} from ${from(asOf)} where s.id = ${id} and ${scope(actor)}`,
    );
    return row && withMoves(row, asOf);
  }
}

function withMoves(row: AdoptionRow, asOf: string): AdoptionRead {
  const canReport = row.mayReport && row.basis !== 'EXEMPT';
  const evidenceOn = row.evidence.map(({ givenOn }) => givenOn);
  const due = row.basis === 'EXEMPT' ? null : nextEvidenceDue({ ...row, evidenceOn }, asOf);
  return { ...row, canReport, nextEvidenceDue: due, nextStates: row.basis === 'EXEMPT' ? [] : ADOPTION_MOVES[row.state] };
}

function conditions({ rolloutId, unitId, state, year, areaId, countedAs }: AdoptionFilter, asOf: string): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [];
  if (rolloutId) given.push(sql`s.rollout_id = ${rolloutId}`);
  if (unitId) given.push(sql`s.unit_id = ${unitId}`);
  if (state) given.push(sql`s.state = ${state}`);
  if (year || areaId) given.push(isAbout({ year, areaId }));
  if (countedAs) given.push(countsAs(countedAs, asOf));
  return given;
}

const scope = (actor: Actor): RawBuilder<unknown> => sql`s.unit_id = any(${actor.unitsFor('rollout:read')}::uuid[])`;

const from = (asOf: string): RawBuilder<unknown> =>
  sql`${adoptionsAsOf(asOf)} s join rollout r on r.id = s.rollout_id join unit u on u.id = s.unit_id`;

const byUnit =
  (asOf: string) =>
  (needed: Needed | null): RawBuilder<unknown> =>
    sql`${unitsByName(needed)} cross join lateral (select * from ${adoptionsAsOf(asOf, sql`a.unit_id = u.id`)} known offset 0) s
      join ${rowById('rollout', sql`s.rollout_id`)} r on true`;

function columns(actor: Actor, asOf: string): RawBuilder<unknown> {
  return sql`s.id, s.version, ${rolloutName(sql`r`)} as rollout, r.title_vi as "rolloutTitle", r.started_on::text as "startedOn",
    r.due_on::text as "dueOn", ${unitName(sql`u`)} as unit, u.name_vi as "unitName", s.basis, s.state, s.since::text as since, s.confirmed, ${isOverdue(asOf)} as overdue,
    ${history(asOf)} as history, ${evidence(asOf)} as evidence, (s.unit_id = any(${actor.unitsFor('adoption:report')}::uuid[])) as "mayReport"`;
}

const history = (asOf: string): RawBuilder<unknown> => sql`(
  select json_agg(json_build_object('id', c.id, 'fromState', c.from_state, 'toState', c.to_state, 'basis', c.basis, 'effectiveOn', c.effective_on,
    'reason', c.reason, 'byName', p.full_name, 'at', c.at) order by c.effective_on, c.id)
  from adoption_change c left join person p on p.id = c.by_id where c.adoption_id = s.id and c.effective_on <= ${asOf}::date)`;

const evidence = (asOf: string): RawBuilder<unknown> => sql`coalesce((
  select json_agg(json_build_object('id', e.id, 'changeId', e.change_id, 'givenOn', e.given_on, 'note', e.note, 'fileId', e.file_id, 'byName', p.full_name, 'at', e.at)
    order by e.given_on, e.id)
  from adoption_evidence e left join person p on p.id = e.by_id where e.adoption_id = s.id and e.given_on <= ${asOf}::date), '[]'::json)`;

const ID: OrderKey<AdoptionRow> = { column: sql`s.id`, key: 'id', type: 'uuid' };
const NEWEST_FIRST: readonly OrderKey<AdoptionRow>[] = [
  { column: sql`r.started_on`, key: 'startedOn', type: 'date', descending: true },
  ID,
];
const ORDERS: Readonly<Record<AdoptionOrder, readonly OrderKey<AdoptionRow>[]>> = {
  NEWEST: NEWEST_FIRST,
  OLDEST: reversed(NEWEST_FIRST),
  UNIT: [{ column: sql`u.by_name`, key: 'unitName', type: 'text' }, ...NEWEST_FIRST],
  TITLE: [{ column: vietnamese(sql`r.title_vi`), key: 'rolloutTitle', type: 'text' }, ID],
  DUE: [{ column: sql`r.due_on`, key: 'dueOn', type: 'date', nullAs: 'infinity' }, ID],
};
