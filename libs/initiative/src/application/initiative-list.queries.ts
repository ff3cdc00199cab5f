import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, type OrderKey, type Source, holds, holdsFolded, vietnamese } from '#lib/platform';
import { type InitiativeState } from '../domain/states.js';
import { WITH_SUMMARY, summaryColumns } from './columns.js';
import { type InitiativeSummary } from './initiative.rows.js';
import { ownScopes, readScopes } from './scope.js';

export const INITIATIVE_ORDERS = ['RECEIVED', 'SAVED', 'TITLE'] as const;
export type InitiativeOrder = (typeof INITIATIVE_ORDERS)[number];

/** Which initiatives, and in what order. `search` looks in titles, tone marks apart, or is a receipt's code. */
export interface InitiativeFilter extends PageArgs {
  readonly contestId?: string | null;
  readonly areaId?: string | null;
  readonly ownerUnitId?: string | null;
  readonly states?: readonly InitiativeState[] | null;
  readonly search?: string | null;
  readonly order?: InitiativeOrder | null;
}

const ID: OrderKey<InitiativeSummary> = { column: sql`i.id`, key: 'id', type: 'uuid', descending: true };

const ORDERS: Readonly<Record<InitiativeOrder, readonly OrderKey<InitiativeSummary>[]>> = {
  RECEIVED: [{ column: sql`i.submitted_at`, key: 'submittedAt', type: 'timestamptz', descending: true, nullAs: '-infinity' }, ID],
  SAVED: [{ column: sql`i.saved_at`, key: 'savedAt', type: 'timestamptz', descending: true }, ID],
  TITLE: [{ column: vietnamese(sql`i.title`), key: 'title', type: 'text' }, ID],
};

/** Lists of initiatives, each one statement. */
@Injectable()
export class InitiativeListQueries {
  constructor(private readonly database: Database) {}

  /** All that the person may read. */
  async initiatives(actor: Actor, filter: InitiativeFilter): Promise<Page<InitiativeSummary>> {
    return this.list(readScopes(actor), filter, 'RECEIVED');
  }

  /** Those of the person's units, and those they are an author of. */
  async myInitiatives(actor: Actor, filter: InitiativeFilter): Promise<Page<InitiativeSummary>> {
    return this.list(ownScopes(actor), filter, 'SAVED');
  }

  private list(scopes: readonly RawBuilder<boolean>[], filter: InitiativeFilter, usual: InitiativeOrder): Promise<Page<InitiativeSummary>> {
    const [first = NOWHERE, ...also] = sourcesOf(scopes, filter);
    const order = ORDERS[filter.order ?? usual];
    const dress = { key: sql`i.id`, from: sql`initiative i on i.id = page.key ${WITH_SUMMARY}` };
    return this.database.page<InitiativeSummary>({ ...first, also, columns: summaryColumns, order, dress }, filter);
  }
}

const NOWHERE: Source = { from: sql`initiative i`, where: sql`false` };

/** Each reason to see an initiative by itself, and each place where its title is found: an index answers one of them and no `or`. */
function sourcesOf(scopes: readonly RawBuilder<boolean>[], filter: InitiativeFilter): Source[] {
  const given = conditions(filter);
  const places =
    filter.search && !RECEIPT.test(filter.search) ? titlesThatHold(filter.search) : [{ from: sql`initiative i`, where: sql`true` }];
  return scopes.flatMap((scope) => places.map(({ from, where }) => ({ from, where: sql.join([scope, where, ...given], sql` and `) })));
}

function conditions({ contestId, areaId, ownerUnitId, states, search }: InitiativeFilter): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [];
  if (contestId) given.push(sql`i.contest_id = ${contestId}`);
  if (areaId) given.push(sql`i.area_id = ${areaId}`);
  if (ownerUnitId) given.push(sql`i.owner_id = ${ownerUnitId}`);
  if (states) given.push(states.length === 1 ? sql`i.state = ${states[0]}` : sql`i.state = any(${[...states]}::text[])`);
  if (search && RECEIPT.test(search)) given.push(sql`i.code = ${search}`);
  return given;
}

/** What was sent in has its title folded already; what is being written is folded now. */
const titlesThatHold = (search: string): Source[] => [
  {
    from: sql`initiative_search s join initiative i on i.id = s.initiative_id`,
    where: holdsFolded({ marks: sql`s.title_marks`, folded: sql`s.title` }, search),
  },
  { from: sql`initiative i`, where: sql`(i.submitted_at is null or i.state = 'RETURNED') and ${holds(sql`i.title`, search)}` },
];

/** A receipt's number, which no title is. */
const RECEIPT = /^\d{4}-\d{3,}$/;
