import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type Term } from '#domain/units';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, holds, isThere, reversed, rowById, vietnamese } from '#lib/platform';
import { CalendarQueries, type UnitName, unitName } from '#lib/units';
import { type LicenceKindName, licenceKindName } from './licence-name.js';
import { type ProcedureName, procedureName } from './procedure-name.js';
import { type LicenceStanding, known, safeDay } from '../domain/licence-dates.js';
import { type LicenceContact, type LicenceState } from '../domain/licence.entity.js';

export interface LicenceKindRead {
  readonly id: string;
  readonly version: number;
  readonly kindCode: string;
  readonly name: string;
  readonly term: Term | null;
  readonly fileBefore: Term;
  readonly steps: readonly number[];
  readonly procedure: ProcedureName | null;
  readonly legalBasis: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly inForce: boolean;
  readonly illustrative: boolean;
  readonly canEdit: boolean;
}

export interface LicenceRead extends LicenceContact {
  readonly id: string;
  readonly version: number;
  readonly kind: LicenceKindName;
  readonly licenceNumber: string;
  readonly unit: UnitName;
  readonly holder: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly fileBy: string | null;
  /** Null where that hangs on a year without a list. */
  readonly safeOn: string | null;
  readonly state: LicenceState;
  readonly standing: LicenceStanding | null;
  readonly renewedOn: string | null;
  readonly successorId: string | null;
  readonly predecessorId: string | null;
  readonly wantsNone: boolean;
  readonly illustrative: boolean;
  readonly canEdit: boolean;
}

export interface LicenceCount {
  readonly unit: UnitName;
  readonly kind: LicenceKindName;
  readonly valid: number;
  readonly due: number;
  readonly overdue: number;
  readonly expired: number;
}

/** In what order licences are listed. */
export const LICENCE_ORDERS = ['EXPIRY', 'EXPIRY_LAST', 'HOLDER'] as const;
export type LicenceOrder = (typeof LICENCE_ORDERS)[number];

export interface LicenceFilter extends PageArgs {
  readonly search?: string | null;
  readonly unitId?: string | null;
  readonly kindId?: string | null;
  readonly state?: LicenceState | null;
  readonly standing?: LicenceStanding | null;
  readonly order?: LicenceOrder | null;
}

/** More lines of counts than a district has. */
const MOST_LINES = 1000;

/** Licences of the units that one may read of; how their holders are reached is for those who reach them. */
@Injectable()
export class LicenceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: CalendarQueries,
  ) {}

  /** The kinds of all times, sorted as Vietnamese is: a handful. */
  licenceKinds(actor: Actor): Promise<LicenceKindRead[]> {
    return this.database.rows(
      sql<LicenceKindRead>`select ${kindColumns(actor, this.today())} from ${KINDS} order by ${vietnamese(sql`k.name`)}, k.starts_on desc, k.id limit ${MOST_LINES}`,
    );
  }

  @Rereads('LicenceKind')
  licenceKind(actor: Actor, id: string): Promise<LicenceKindRead | null> {
    return this.database.first(sql<LicenceKindRead>`select ${kindColumns(actor, this.today())} from ${KINDS} where k.id = ${id}`);
  }

  /** By their end, the next first, those without one last. */
  async licences(actor: Actor, filter: LicenceFilter): Promise<Page<LicenceRead>> {
    const today = this.today();
    const where = [scope(actor)];
    if (filter.unitId) where.push(sql`l.unit_id = ${filter.unitId}`);
    if (filter.kindId) where.push(sql`l.kind_id = ${filter.kindId}`);
    if (filter.state) where.push(sql`l.state = ${filter.state}`);
    if (filter.standing) where.push(sql`${standingOn(today)} = ${filter.standing}`);
    if (filter.search) where.push(found(filter.search));
    const page = await this.database.page<LicenceRead>(
      {
        from: filter.standing ? sql`licence l join licence_kind k on k.id = l.kind_id` : sql`licence l`,
        where: sql.join(where, sql` and `),
        order: ORDERS[filter.order ?? 'EXPIRY'],
        dress: { key: sql`l.id`, from: DRESSED },
        columns: columns(actor, today),
        plannedAnew: true,
      },
      filter,
    );
    return pageAs(page, await this.withSafeDays());
  }

  @Rereads('Licence')
  async licence(actor: Actor, id: string): Promise<LicenceRead | null> {
    if (!isUUID(id)) return null;
    const from = sql`(select ${id}::uuid as key) page join ${DRESSED}`;
    const found = await this.database.first(sql<LicenceRead>`select ${columns(actor, this.today())} from ${from} where ${scope(actor)}`);
    return found && (await this.withSafeDays())(found);
  }

  /** Of licences in force, by unit and kind, for those who look over units; nobody is named. */
  licenceCounts(actor: Actor): Promise<LicenceCount[]> {
    const of = (standing: LicenceStanding) => sql`(count(*) filter (where ${standingOn(this.today())} = ${standing}))::int`;
    return this.database.rows(sql<LicenceCount>`
      select ${UNIT} as unit, ${licenceKindName(sql`k`)} as kind, ${of('VALID')} as valid, ${of('DUE')} as due, ${of('OVERDUE')} as overdue, ${of('EXPIRED')} as expired
      from licence l join licence_kind k on k.id = l.kind_id join unit u on u.id = l.unit_id
      where l.state = 'ACTIVE' and l.unit_id = any(${actor.unitsFor('licence:count')}::uuid[])
      group by u.id, k.id order by ${vietnamese(sql`u.name_vi`)}, u.id, ${vietnamese(sql`k.name`)}, k.id limit ${MOST_LINES}`);
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private async withSafeDays(): Promise<(row: LicenceRead) => LicenceRead> {
    const calendar = await this.calendars.calendar();
    return (row) => ({ ...row, safeOn: row.fileBy && known(() => safeDay(row.fileBy ?? '', calendar)) });
  }
}

const KINDS = sql`licence_kind k left join procedure p on p.id = k.procedure_id`;

const kindColumns = (actor: Actor, today: string): RawBuilder<unknown> => sql`k.id, k.version, k.code as "kindCode", k.name,
  case when k.term_amount is not null then json_build_object('amount', k.term_amount, 'countedIn', k.term_unit) end as term,
  json_build_object('amount', k.before_amount, 'countedIn', k.before_unit) as "fileBefore", k.steps, case when p.id is not null then ${procedureName(sql`p`)} end as procedure,
  k.basis as "legalBasis", k.starts_on::text as "startsOn", k.ends_on::text as "endsOn",
  (k.starts_on <= ${today}::date and coalesce(k.ends_on >= ${today}::date, true)) as "inForce", k.illustrative,
  ${actor.can('procedure:edit')}::boolean as "canEdit"`;

const UNIT = unitName(sql`u`);

const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`l.unit_id = any(${actor.unitsFor('licence:read')}::uuid[])`;

const DRESSED = sql`licence l on l.id = page.key join ${rowById('licence_kind', sql`l.kind_id`)} k on true join ${rowById('unit', sql`l.unit_id`)} u on true`;

/** Never kept: what is kept is wrong the next morning. Of a licence that is over there is none. */
export const standingOn = (today: string): RawBuilder<unknown> => sql`case when l.state <> 'ACTIVE' then null
  when l.expires_on < ${today}::date then 'EXPIRED' when l.file_by < ${today}::date then 'OVERDUE'
  when l.file_by - coalesce(k.steps[1], 0) <= ${today}::date then 'DUE' else 'VALID' end`;

/** That nobody is to be reminded of it: for itself, or by a contact of its holder. */
const leftAlone = (which: RawBuilder<unknown>): RawBuilder<boolean> => isThere(sql`select from reminder_opt_out o where ${which}`);
export const WANTS_NONE = sql<boolean>`(${leftAlone(sql`o.licence_id = l.id`)}
  or ${leftAlone(sql`o.contact = encode(sha256(convert_to(l.phone, 'UTF8')), 'hex')`)}
  or ${leftAlone(sql`o.contact = encode(sha256(convert_to(lower(l.email), 'UTF8')), 'hex')`)})`;

const found = (search: string): RawBuilder<boolean> => {
  const digits = search.replace(/\D/g, '');
  return sql<boolean>`(${holds(sql`l.holder`, search)} or starts_with(name_key(l.number), name_key(${search}))
    or ${digits.length < 4 ? sql`false` : sql`right(l.phone, ${digits.length}::int) = ${digits}`})`;
};

function columns(actor: Actor, today: string): RawBuilder<unknown> {
  const editable = sql`l.unit_id = any(${actor.unitsFor('licence:edit')}::uuid[])`;
  const reached = (column: string) => sql`case when ${editable} then l.${sql.ref(column)} end as ${sql.ref(column)}`;
  return sql`l.id, l.version, ${licenceKindName(sql`k`)} as kind, l.number as "licenceNumber", ${UNIT} as unit, l.holder,
    ${sql.join(['contact', 'phone', 'email', 'address'].map(reached))}, l.issued_on::text as "issuedOn", l.expires_on::text as "expiresOn",
    l.file_by::text as "fileBy", null as "safeOn", l.state, ${standingOn(today)} as standing, l.renewed_on::text as "renewedOn", l.successor_id as "successorId",
    (select b.id from licence b where b.successor_id = l.id) as "predecessorId", ${WANTS_NONE} as "wantsNone", l.illustrative,
    (${editable} and l.state = 'ACTIVE') as "canEdit"`;
}

const BY_END: readonly OrderKey<LicenceRead>[] = [
  { column: sql`l.expires_on`, key: 'expiresOn', type: 'date', nullAs: 'infinity' },
  { column: sql`l.id`, key: 'id', type: 'uuid' },
];
const ORDERS: Readonly<Record<LicenceOrder, readonly OrderKey<LicenceRead>[]>> = {
  EXPIRY: BY_END,
  EXPIRY_LAST: reversed(BY_END),
  HOLDER: [
    { column: vietnamese(sql`l.holder`), key: 'holder', type: 'text' },
    { column: sql`l.id`, key: 'id', type: 'uuid' },
  ],
};
