import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { InitiativePorts } from '#lib/initiative';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database, type OrderKey, PREPARED, Rereads, holds, holdsFolded, isThere, vietnamese } from '#lib/platform';
import { type AwardRow, OF_AWARD, OF_PAGE, awardColumns } from './award.queries.js';

/** That the money of a prize was paid. */
export interface PaymentRow {
  readonly version: number;
  readonly paidOn: string;
  readonly amount: number;
  readonly document: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** A published prize as the office that keeps the register sees it. */
export interface RegisteredAwardRow extends AwardRow {
  readonly recorded: boolean;
  readonly payment: PaymentRow | null;
  readonly canRecordPayment: boolean;
}

/** A unit that has won. */
export interface WinningUnitRow {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly validTo: string | null;
}

/** In what order winners are listed. */
export const WINNER_ORDERS = ['NEWEST', 'OLDEST', 'PRIZE', 'TITLE', 'UNIT'] as const;
export type WinnerOrder = (typeof WINNER_ORDERS)[number];

export interface WinnerFilter {
  readonly contestId?: string | null;
  readonly year?: number | null;
  readonly personId?: string | null;
  /** Part of an author's name. */
  readonly author?: string | null;
  readonly unitId?: string | null;
  readonly areaId?: string | null;
  /** In the list of `areaOwnerId`; without one, in the list that all share. */
  readonly areaCode?: string | null;
  readonly areaOwnerId?: string | null;
  readonly tierKey?: string | null;
  readonly receiptNumber?: string | null;
  readonly decision?: string | null;
  readonly revoked?: boolean | null;
  readonly search?: string | null;
  readonly order?: WinnerOrder | null;
}

/** Area `a` is of the list that all share: of the top of the tree, not of one commune's own, where the same code may mean another. */
const SHARED_AREA = sql<boolean>`(a.owner_id is null or exists (select 1 from unit top where top.id = a.owner_id and top.parent_id is null))`;

/** Prizes `w` with their place in the plan. */
const PRIZES = sql`select w.id, w.decision_id, w.initiative_id, w.tier_id, w.rank, w.replacement_number,
  (select t."order" from prize_tier t where t.id = w.tier_id) as "order" from award w`;

/**
 * What winners are found in: the years, each with its prizes, as far as a page reaches. The offset keeps PostgreSQL from reading all prizes
 * there are into a hash. Of one person or unit there are few, and those are looked up by whose they are.
 */
const winnersBy = ({ personId, unitId }: WinnerFilter): RawBuilder<unknown> =>
  personId == null && unitId == null
    ? sql`contest c join award_decision d on d.contest_id = c.id cross join lateral (${PRIZES} where w.decision_id = d.id offset 0) w`
    : sql`(${PRIZES}) w join award_decision d on d.id = w.decision_id join contest c on c.id = d.contest_id`;

const ofInitiative = (column: RawBuilder<unknown>) => sql`(select ${column} from initiative i where i.id = w.initiative_id)`;
const UNIT_NAME = sql`(select u.name_vi from initiative i join unit u on u.id = i.owner_id where i.id = w.initiative_id)`;

/** With what lists are ordered by. */
interface Listed extends RegisteredAwardRow {
  readonly year: number;
  readonly tierOrdinal: number;
  readonly initiativeTitle: string;
  readonly unitNameVi: string;
}

const KEYS = sql`c.year, t."order" as "tierOrdinal", i.title as "initiativeTitle", u.name_vi as "unitNameVi"`;

type Key = OrderKey<Listed>;
const YEAR: Key = { column: sql`c.year`, key: 'year', type: 'integer' };
const NEWEST: Key = { ...YEAR, descending: true };
const PRIZE: Key = { column: sql`w."order"`, key: 'tierOrdinal', type: 'integer' };
const RANK: Key = { column: sql`w.rank`, key: 'rank', type: 'integer', nullAs: '2147483647' };
const ID: Key = { column: sql`w.id`, key: 'id', type: 'uuid' };
const ORDERS: Readonly<Record<WinnerOrder, readonly Key[]>> = {
  NEWEST: [NEWEST, PRIZE, RANK, ID],
  OLDEST: [YEAR, PRIZE, RANK, ID],
  PRIZE: [PRIZE, NEWEST, RANK, ID],
  TITLE: [{ column: vietnamese(ofInitiative(sql`i.title`)), key: 'initiativeTitle', type: 'text' }, ID],
  UNIT: [{ column: vietnamese(UNIT_NAME), key: 'unitNameVi', type: 'text' }, NEWEST, PRIZE, ID],
};

/** A search goes by what is kept folded of titles; one of which nothing is kept is folded for it. */
function bySearch(search: string): RawBuilder<unknown> {
  const folded = holdsFolded({ marks: sql`s.title_marks`, folded: sql`s.title` }, search);
  const kept = sql`(select ${folded} from initiative_search s where s.initiative_id = w.initiative_id)`;
  return sql`coalesce(${kept}, (select ${holds(sql`i.title`, search)} from initiative i where i.id = w.initiative_id))`;
}

const isOf = (wanted: RawBuilder<unknown>) => isThere(sql`select 1 from initiative i where i.id = w.initiative_id and ${wanted}`);
const areasWith = (wanted: RawBuilder<unknown>) => sql`i.area_id in (select a.id from reform_area a where ${wanted})`;
/** Numbers of papers and codes are the same whatever their case. */
const isSaid = (column: RawBuilder<unknown>, given: string) => sql`upper(${column}) = upper(btrim(${given}))`;

/** So many people of a name are looked up once and for all; of a commoner one each prize is asked for its own authors, and a page is soon full. */
const FEW_OF_A_NAME = 200;

function byAuthor(name: string): RawBuilder<unknown> {
  const named = holdsFolded({ marks: sql`fold_marks(p.full_name)`, folded: sql`fold_text(p.full_name)` }, name);
  const people = sql`array(select p.id from person p where ${named} limit ${FEW_OF_A_NAME + 1})`;
  const authors = sql`select 1 from initiative_author ia`;
  return sql`case when cardinality(${people}) <= ${FEW_OF_A_NAME}
    then exists (${authors} where ia.initiative_id = w.initiative_id and ia.person_id = any(${people}))
    else ${isThere(sql`${authors} join person p on p.id = ia.person_id where ia.initiative_id = w.initiative_id and ${named}`)} end`;
}

type Given = Required<{ [K in keyof Omit<WinnerFilter, 'order'>]: NonNullable<WinnerFilter[K]> }>;

const CONDITIONS: { readonly [K in keyof Given]: (given: Given[K], filter: WinnerFilter) => RawBuilder<unknown> } = {
  contestId: (id) => sql`c.id = ${id}`,
  year: (year) => sql`c.year = ${year}`,
  personId: (id) => sql`w.initiative_id in (select ia.initiative_id from initiative_author ia where ia.person_id = ${id})`,
  author: byAuthor,
  unitId: (id) => sql`w.initiative_id in (select i.id from initiative i where i.owner_id = ${id})`,
  areaId: (id) => isOf(sql`i.area_id = ${id}`),
  areaOwnerId: (id) => isOf(areasWith(sql`a.owner_id = ${id}`)),
  areaCode: (code, { areaOwnerId }) =>
    isOf(areasWith(sql`a.code = ${code} and ${areaOwnerId == null ? SHARED_AREA : sql`a.owner_id = ${areaOwnerId}`}`)),
  tierKey: (key) => sql`w.tier_id in (select t.id from prize_tier t where t.key = ${key})`,
  receiptNumber: (number) => isOf(isSaid(sql`i.code`, number)),
  decision: (number) => isSaid(sql`coalesce(w.replacement_number, d.number)`, number),
  revoked: (revoked) => sql`(select given.revoked_at is not null from award given where given.id = w.id) = ${revoked}`,
  search: bySearch,
};

const PAYMENT = sql`(select json_build_object('version', y.version, 'paidOn', y.paid_on::text, 'amount', y.amount, 'document', y.document,
    'recordedByName', q.full_name, 'recordedAt', y.recorded_at)
  from award_payment y join person q on q.id = y.recorded_by_id where y.award_id = w.id)`;
const IS_PAID = isThere(sql`select 1 from award_payment y where y.award_id = w.id`);
const keeps = (actor: Actor) => sql`c.host_id = any(${actor.unitsFor('award:record')}::uuid[])`;

const registeredColumns = (actor: Actor, initiatives: InitiativePorts) =>
  sql`${awardColumns(initiatives)}, c.recorded, ${PAYMENT} as payment, ${keeps(actor)} as "canRecordPayment"`;

/** What is asked for, of published prizes `w`. */
function conditionsOf(filter: WinnerFilter): RawBuilder<unknown>[] {
  const given = (Object.keys(CONDITIONS) as (keyof Given)[]).filter((name) => filter[name] != null && filter[name] !== '');
  return given.map((name) => (CONDITIONS[name] as (value: unknown, filter: WinnerFilter) => RawBuilder<unknown>)(filter[name], filter));
}

/** Published winners, as anyone finds them. */
@Injectable()
export class WinnerQueries {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativePorts,
  ) {}

  /** Of all years, those of the past without a rank last in their prize; revoked awards stay, marked. */
  winners(filter: WinnerFilter, args: PageArgs): Promise<Page<AwardRow>> {
    const conditions = conditionsOf(filter);
    return this.database.page<Listed>(
      {
        columns: sql`${awardColumns(this.initiatives)}, ${KEYS}`,
        from: winnersBy(filter),
        where: sql.join([sql`d.state = 'PUBLISHED'`, ...conditions], sql` and `),
        order: ORDERS[filter.order ?? 'NEWEST'],
        plannedAnew: Boolean(filter.search),
        dress: { key: sql`w.id`, from: sql`award w on w.id = page.key ${OF_PAGE}` },
      },
      args,
    );
  }

  /** Whose initiatives have won, in any year: what winners can be narrowed to. */
  winningUnits(): Promise<WinningUnitRow[]> {
    return this.database.rows(sql<WinningUnitRow>`
      select u.id, u.name_vi as "nameVi", u.name_en as "nameEn", u.valid_to::text as "validTo" from unit u
      where exists (select 1 from initiative i join award w on w.initiative_id = i.id join award_decision d on d.id = w.decision_id
        where i.owner_id = u.id and d.state = 'PUBLISHED')
      order by ${vietnamese(sql`u.name_vi`)}, u.valid_from, u.id ${PREPARED}`);
  }

  /** To who keeps the register of a contest: with what was paid and when. */
  register(actor: Actor, filter: WinnerFilter & { readonly paid?: boolean | null }, args: PageArgs): Promise<Page<RegisteredAwardRow>> {
    const paid = filter.paid == null ? [] : [filter.paid ? IS_PAID : sql`not ${IS_PAID}`];
    return this.database.page<Listed>(
      {
        columns: sql`${registeredColumns(actor, this.initiatives)}, ${KEYS}`,
        from: winnersBy(filter),
        where: sql.join([sql`d.state = 'PUBLISHED'`, keeps(actor), ...paid, ...conditionsOf(filter)], sql` and `),
        order: ORDERS[filter.order ?? 'NEWEST'],
        plannedAnew: Boolean(filter.search),
        dress: { key: sql`w.id`, from: sql`award w on w.id = page.key ${OF_PAGE}` },
      },
      args,
    );
  }

  @Rereads('RegisteredAward')
  async registered(actor: Actor, id: string): Promise<RegisteredAwardRow> {
    const row = await this.database.first(
      sql<RegisteredAwardRow>`select ${registeredColumns(actor, this.initiatives)} from award w ${OF_AWARD} where w.id = ${id} and d.state = 'PUBLISHED' and ${keeps(actor)}`,
    );
    if (!row) throw new Refused('NOT_FOUND', { what: 'Award' });
    return row;
  }
}
