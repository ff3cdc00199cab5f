import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { Database, type Listing, type NameOrder, type OrderKey, PREPARED, Rereads, byName, holds, vietnamese } from '#lib/platform';
import { type LineageKind } from '../domain/lineage.js';
import { type UnitKind } from '../domain/unit.entity.js';
import { unitName } from './unit-name.js';

export interface UnitRead {
  readonly id: string;
  readonly kind: UnitKind;
  readonly statisticsCode: string | null;
  readonly abbreviation: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly version: number;
  readonly canEdit: boolean;
}

export interface LineageRead {
  readonly id: string;
  readonly kind: LineageKind;
  readonly effectiveOn: string;
  /** Null for one that holds. */
  readonly removedAt: Date | null;
  /** Both units are within reach. */
  readonly canRemove: boolean;
  readonly from: { readonly id: string; readonly code: string | null; readonly nameVi: string; readonly nameEn: string };
  readonly to: { readonly id: string; readonly code: string | null; readonly nameVi: string; readonly nameEn: string };
}

export interface UnitLink {
  readonly unitId: string;
  readonly kind: LineageKind;
  readonly effectiveOn: string;
}

/** A commune of some time, as anyone may read of it. */
export interface PublicUnitRead {
  readonly id: string;
  readonly kind: UnitKind;
  readonly statisticsCode: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly cameFrom: readonly UnitLink[];
  readonly became: readonly UnitLink[];
}

export interface RosterRead {
  readonly id: string;
  readonly hostUnitId: string;
  readonly asOf: string;
  readonly unitCount: number;
}

export interface UnitFilter extends PageArgs {
  /** Units that are valid on this day; default today. */
  readonly asOf?: string | null;
  readonly kind?: UnitKind | null;
  readonly belowId?: string | null;
  readonly search?: string | null;
  readonly order?: NameOrder | null;
}

/** Units are public facts of administration: whoever may read them reads all. */
@Injectable()
export class UnitQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name as Vietnamese sorts, from either end. */
  unitsAsOf(actor: Actor, filter: UnitFilter): Promise<Page<UnitRead>> {
    const day = filter.asOf ?? localDate(this.clock.now());
    const conditions = [sql`u.valid_from <= ${day}::date and (u.valid_to is null or u.valid_to >= ${day}::date)`];
    if (filter.kind) conditions.push(sql`u.kind = ${filter.kind}`);
    if (filter.belowId) conditions.push(below(filter.belowId));
    if (filter.search) conditions.push(holds(sql`u.name_vi`, filter.search));
    return this.units(actor, { from: sql`unit u`, where: sql.join(conditions, sql` and `) }, filter);
  }

  rosterUnits(actor: Actor, rosterId: string, page: PageArgs): Promise<Page<UnitRead>> {
    const onIt = { from: sql`roster_unit ru join unit u on u.id = ru.unit_id`, where: sql`ru.roster_id = ${rosterId}` };
    return this.units(actor, onIt, page);
  }

  @Rereads('Unit')
  unit(actor: Actor, id: string): Promise<UnitRead | null> {
    return this.database.first(sql<UnitRead>`select ${columns(actor)} from unit u where u.id = ${id}`);
  }

  @Rereads('Roster')
  roster(_actor: Actor, id: string): Promise<RosterRead | null> {
    return this.database.first(sql<RosterRead>`
      select r.id, r.host_id as "hostUnitId", r.as_of as "asOf", (select count(*)::int from roster_unit where roster_id = r.id) as "unitCount"
      from roster r where r.id = ${id}`);
  }

  /** Of many units at once: what each came from and what became of it. */
  lineagesOf(actor: Actor, unitIds: readonly string[]): Promise<LineageRead[]> {
    const ids = sql`${[...unitIds]}::uuid[]`;
    return this.database.rows(sql<LineageRead>`
      select ${lineageColumns(actor)}, null as "removedAt" from ${lineage(sql`unit_lineage`)} where l.from_id = any(${ids}) or l.to_id = any(${ids})
      order by l.effective_on, l.id`);
  }

  /** The communes, towns and wards of all times, sorted as Vietnamese is, with what became of each: for anyone. */
  publicUnits(): Promise<PublicUnitRead[]> {
    const links = (own: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql`coalesce((
      select json_agg(json_build_object('unitId', ${other}, 'kind', l.kind, 'effectiveOn', l.effective_on::text) order by l.effective_on, l.id)
      from unit_lineage l where ${own} = u.id), '[]')`;
    return this.database.rows(sql<PublicUnitRead>`
      select u.id, u.kind, u.code as "statisticsCode", u.name_vi as "nameVi", u.name_en as "nameEn", u.valid_from::text as "validFrom", u.valid_to::text as "validTo",
        ${links(sql`l.to_id`, sql`l.from_id`)} as "cameFrom", ${links(sql`l.from_id`, sql`l.to_id`)} as "became"
      from unit u where u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') order by ${vietnamese(sql`u.name_vi`)}, u.valid_from, u.id ${PREPARED}`);
  }

  /** What the unit came from and what became of it. */
  lineageOf(actor: Actor, unitId: string, page: PageArgs): Promise<Page<LineageRead>> {
    return this.database.page<LineageRead>(
      {
        columns: sql`${lineageColumns(actor)}, null as "removedAt"`,
        from: lineage(sql`unit_lineage`),
        where: sql`(l.from_id = ${unitId} or l.to_id = ${unitId})`,
        order: [
          { column: sql`l.effective_on`, key: 'effectiveOn', type: 'date' },
          { column: sql`l.id`, key: 'id', type: 'uuid' },
        ],
      },
      page,
    );
  }

  /** Also one that was taken away since. */
  @Rereads('UnitLineage')
  async lineage(actor: Actor, id: string): Promise<LineageRead | null> {
    const read = (table: RawBuilder<unknown>, removedAt: RawBuilder<unknown>) =>
      this.database.first(
        sql<LineageRead>`select ${lineageColumns(actor)}, ${removedAt} as "removedAt" from ${lineage(table)} where l.id = ${id}`,
      );
    const removed = async () => {
      const link = await read(sql`removed_lineage`, sql`l.removed_at`);
      return link && { ...link, canRemove: false };
    };
    return (await read(sql`unit_lineage`, sql`null`)) ?? removed();
  }

  private units(actor: Actor, found: Pick<Listing<UnitRead>, 'from' | 'where'>, page: UnitFilter): Promise<Page<UnitRead>> {
    return this.database.page<UnitRead>({ ...found, columns: columns(actor), order: byName(BY_NAME, page.order) }, page);
  }
}

const BY_NAME: readonly OrderKey<UnitRead>[] = [
  { column: vietnamese(sql`u.name_vi`), key: 'nameVi', type: 'text' },
  { column: sql`u.id`, key: 'id', type: 'uuid' },
];

const columns = (
  actor: Actor,
): RawBuilder<unknown> => sql`u.id, u.kind, u.code as "statisticsCode", u.abbreviation, u.name_vi as "nameVi", u.name_en as "nameEn",
  u.parent_id as "parentId", u.valid_from::text as "validFrom", u.valid_to::text as "validTo", u.version,
  (u.id = any(${actor.unitsFor('unit:edit')}::uuid[]) or coalesce(u.parent_id = any(${actor.unitsFor('unit:edit')}::uuid[]), false)) as "canEdit"`;

const below = (unitId: string): RawBuilder<unknown> => sql`u.id in (
  with recursive below (id) as (
    select id from unit where parent_id = ${unitId} union select c.id from unit c join below b on c.parent_id = b.id)
  select id from below)`;

const lineage = (table: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${table} l join unit f on f.id = l.from_id join unit t on t.id = l.to_id`;

/** Of a link `l`: whoever reaches both units may take it back. */
function lineageColumns(actor: Actor): RawBuilder<unknown> {
  const reached = sql`${actor.unitsFor('unit:edit')}::uuid[]`;
  return sql`l.id, l.kind, l.effective_on::text as "effectiveOn",
  ${unitName(sql`f`)} as "from",
  ${unitName(sql`t`)} as "to",
    (l.from_id = any(${reached}) and l.to_id = any(${reached})) as "canRemove"`;
}
