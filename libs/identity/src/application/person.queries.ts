import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Locale, type Page, type PageArgs, type Role, type Words, localDate, pageAs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, holds, reversed, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { whyNotInviteAgain } from '../domain/account.entity.js';
import { type Standing, reachesPerson } from '../domain/reach.js';
import { isCalledOrMailed } from './address-search.js';
import { GRANT, type GrantRead } from './grant.queries.js';
import { grantsAhead } from './grant.scope.js';
import { readablePerson, standingOf } from './person.scope.js';

export interface PositionRead {
  readonly id: string;
  readonly personId: string;
  readonly unit: UnitName;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly heads: boolean;
  readonly from: string;
  readonly to: string | null;
  readonly canEnd: boolean;
}

export interface PersonRead {
  readonly id: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly unit: UnitName | null;
  readonly external: boolean;
  readonly version: number;
  readonly hasAccount: boolean;
  readonly disabledAt: Date | null;
  /** Of the record that goes on in its place. */
  readonly mergedIntoId: string | null;
  readonly canManage: boolean;
  readonly canInviteAgain: boolean;
  readonly canGrantRole: boolean;
  readonly canResetSecondFactor: boolean;
  readonly grants: readonly GrantRead[];
  readonly positions: readonly PositionRead[];
}

/** Reads of people. */
@Injectable()
export class PersonQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The people of the actor's units and those of none; `search` is in the name, tone marks and case aside, or in the address. */
  async people(actor: Actor, filter: PageArgs & PeopleFilter): Promise<Page<PersonRead>> {
    const conditions: RawBuilder<unknown>[] = [sql`p.merged_into_id is null`, readablePerson(actor, 'person:read')];
    if (filter.unitId) conditions.push(sql`p.unit_id = ${filter.unitId}`);
    if (filter.role)
      conditions.push(
        sql`exists (select 1 from ${grantsAhead(localDate(this.clock.now()))} g where g.person_id = p.id and g.role = ${filter.role})`,
      );
    if (filter.account) conditions.push(OF_ACCOUNT[filter.account]);
    const page = await this.database.page<PersonRow>(
      {
        columns: this.columns(),
        from: filter.search ? peopleFound(filter.search) : sql`person p`,
        where: sql.join(conditions, sql` and `),
        order: ORDERS[filter.order ?? 'NAME'],
        plannedAnew: Boolean(filter.search),
        dress: { key: sql`p.id`, with: sql`p.*`, from: sql`lateral (select page.*) p on true ${this.joins()}` },
      },
      filter,
    );
    return pageAs(page, (node) => shownTo(actor, node));
  }

  /** Oneself, or somebody within reach. */
  @Rereads('Person')
  async person(actor: Actor, id: string): Promise<PersonRead | null> {
    const row = await this.database.first(
      sql<PersonRow>`with page as (select p.id as key, p.* from person p where p.id = ${id} and (p.id = ${actor.id} or ${readablePerson(actor, 'person:read')}))
        select ${this.columns()} from page p ${this.joins()}`,
    );
    return row && shownTo(actor, row);
  }

  @Rereads('Position')
  async position(actor: Actor, id: string): Promise<PositionRead | null> {
    const row = await this.database.first(sql<PositionRow & PlacedPerson>`
      select ${POSITION}, p.merged_into_id as "mergedIntoId", ${standingOf(localDate(this.clock.now()))} as standing
      from position o join unit u on u.id = o.unit_id join person p on p.id = o.person_id where o.id = ${id} and (o.person_id = ${actor.id} or o.unit_id = any(${actor.unitsFor('account:manage')}::uuid[]))`);
    if (!row) return null;
    const { standing, mergedIntoId, ...position } = row;
    return withEnd(actor, position, managed(actor, { standing, mergedIntoId }));
  }

  private columns(): RawBuilder<unknown> {
    return sql`p.id, p.full_name as "fullName", p.email, p.phone, p.locale, case when home.id is not null then ${unitName(sql`home`)} end as unit, p.external, p.version, p.merged_into_id as "mergedIntoId",
      coalesce(account.there, false) as "hasAccount", account.disabled_at as "disabledAt", coalesce(account.entered, false) as "hasPassword", ${standingOf(localDate(this.clock.now()))} as standing,
      coalesce(given.grants, '[]'::json) as grants, coalesce(held.positions, '[]'::json) as positions`;
  }

  /** What hangs on the people `p` of `page`, looked up by the person; the units are read once for all of them. */
  private joins(): RawBuilder<unknown> {
    const today = localDate(this.clock.now());
    const ofEach = (table: string) => sql`(
      select t.* from page cross join lateral (select * from ${sql.table(table)} t where t.person_id = page.key offset 0) t offset 0)`;
    return sql`left join unit home on home.id = p.unit_id
      left join lateral (select true as there, a.disabled_at, a.password_hash is not null as entered from account a where a.person_id = p.id limit 1) account on true
      left join (select shown."personId", json_agg(row_to_json(shown) order by shown."validFrom", shown.id) as grants from (
        select g.person_id as "personId", ${GRANT} from ${ofEach('role_grant')} g join unit u on u.id = g.unit_id
        where g.state in ('PROPOSED', 'IN_FORCE') and (g.valid_to is null or g.valid_to >= ${today}::date)) shown group by shown."personId") given on given."personId" = p.id
      left join (select shown."personId", json_agg(row_to_json(shown) order by shown."from", shown.id) as positions from (
        select ${POSITION} from ${ofEach('position')} o join unit u on u.id = o.unit_id) shown group by shown."personId") held on held."personId" = p.id`;
  }
}

/** In what order people are listed. */
export const PEOPLE_ORDERS = ['NAME', 'NAME_LAST', 'NEWEST'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

export interface PeopleFilter {
  readonly search?: string | null;
  readonly unitId?: string | null;
  /** They hold it, or are to. */
  readonly role?: Role | null;
  readonly account?: AccountState | null;
  readonly order?: PeopleOrder | null;
}

/** Of a person's account: none, open, or shut. */
export const ACCOUNT_STATES = ['NONE', 'OPEN', 'DISABLED'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What people call them. */
export const ACCOUNT_STATE_WORDS: Readonly<Record<AccountState, Words>> = {
  NONE: { vi: 'không có tài khoản', en: 'no account' },
  OPEN: { vi: 'có tài khoản', en: 'has an account' },
  DISABLED: { vi: 'đã khóa', en: 'disabled' },
};

const OF_ACCOUNT: Readonly<Record<AccountState, RawBuilder<unknown>>> = {
  NONE: sql`not exists (select 1 from account a where a.person_id = p.id)`,
  OPEN: sql`exists (select 1 from account a where a.person_id = p.id and a.disabled_at is null)`,
  DISABLED: sql`exists (select 1 from account a where a.person_id = p.id and a.disabled_at is not null)`,
};

type PositionRow = Omit<PositionRead, 'canEnd'>;

interface PlacedPerson {
  readonly standing: Standing;
  readonly mergedIntoId: string | null;
}

type Worked = 'canManage' | 'canInviteAgain' | 'canGrantRole' | 'canResetSecondFactor' | 'positions';
type PersonRow = Omit<PersonRead, Worked> & PlacedPerson & { readonly hasPassword: boolean; readonly positions: readonly PositionRow[] };

/** As `personWithin` asks in the acts. */
const reached = (actor: Actor, permission: string, { standing, mergedIntoId }: PlacedPerson): boolean =>
  mergedIntoId === null && reachesPerson(actor, permission, standing);
const managed = (actor: Actor, person: PlacedPerson): boolean => reached(actor, 'account:manage', person);

const withEnd = (actor: Actor, row: PositionRow, manages: boolean): PositionRead => ({
  ...row,
  canEnd: manages && row.to === null && actor.covers('account:manage', row.unit.id),
});

/** The rule of the acts, on the facts of the row. */
const shownTo = (actor: Actor, { standing, hasPassword, positions, ...row }: PersonRow): PersonRead => {
  const person = { standing, mergedIntoId: row.mergedIntoId };
  const canManage = managed(actor, person);
  const isOther = row.id !== actor.id;
  return {
    ...row,
    positions: positions.map((position) => withEnd(actor, position, canManage)),
    canManage,
    canInviteAgain: canManage && whyNotInviteAgain({ ...row, hasPassword }) === null,
    canGrantRole: isOther && reached(actor, 'grant:manage', person),
    canResetSecondFactor: isOther && row.hasAccount && reached(actor, 'grant:confirm', person),
  };
};

const BY_NAME: readonly OrderKey<PersonRow>[] = [
  { column: vietnamese(sql`p.full_name`), key: 'fullName', type: 'text' },
  { column: sql`p.id`, key: 'id', type: 'uuid' },
];
const ORDERS: Readonly<Record<PeopleOrder, readonly OrderKey<PersonRow>[]>> = {
  NAME: BY_NAME,
  NAME_LAST: reversed(BY_NAME),
  NEWEST: [{ column: sql`p.id`, key: 'id', type: 'uuid', descending: true }], // ids are given in the order of time
};

/** People `p` of such a name, found by it before they are put in order: walking all in their order folds each name on the way. */
export const peopleNamed = (search: string): RawBuilder<unknown> =>
  sql`(select * from person p where ${holds(sql`p.full_name`, search)} offset 0) p`;

/** By name, or by the address or a part of it, which whoever lists people reads as well. */
const peopleFound = (search: string): RawBuilder<unknown> => sql`(select * from person p where ${isCalledOrMailed(search)} offset 0) p`;

/** Of a position `o` in unit `u`. */
const POSITION = sql`o.id, o.person_id as "personId", ${unitName(sql`u`)} as unit, o.title_vi as "titleVi", o.title_en as "titleEn",
  o.is_head as "heads", o."from"::text as "from", o."to"::text as "to"`;
