import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, type OrderKey, holds, holdsFolded, vietnamese } from '#lib/platform';
import { type InitiativeState } from '../domain/states.js';
import { summaryColumns } from './columns.js';
import { type InitiativeSummary } from './initiative.rows.js';
import { ownScope, readScope } from './scope.js';

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
    return this.list(readScope(actor), filter, 'RECEIVED');
  }

  /** Those of the person's units, and those they are an author of. */
  async myInitiatives(actor: Actor, filter: InitiativeFilter): Promise<Page<InitiativeSummary>> {
    return this.list(ownScope(actor), filter, 'SAVED');
  }

  private list(scope: RawBuilder<boolean>, filter: InitiativeFilter, usual: InitiativeOrder): Promise<Page<InitiativeSummary>> {
    const order = ORDERS[filter.order ?? usual];
    return this.database.page<InitiativeSummary>(
      { columns: summaryColumns, from: sql`initiative i`, where: sql.join([scope, ...conditions(filter)], sql` and `), order },
      filter,
    );
  }
}

function conditions({ contestId, areaId, ownerUnitId, states, search }: InitiativeFilter): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [];
  if (contestId) given.push(sql`i.contest_id = ${contestId}`);
  if (areaId) given.push(sql`i.area_id = ${areaId}`);
  if (ownerUnitId) given.push(sql`i.owner_id = ${ownerUnitId}`);
  if (states) given.push(sql`i.state = any(${[...states]}::text[])`);
  if (search) given.push(RECEIPT.test(search) ? sql`i.code = ${search}` : titleHolds(search));
  return given;
}

/** What was sent in has its title folded already; what is being written is folded now. */
const titleHolds = (search: string): RawBuilder<unknown> => sql`(
  i.id in (select s.initiative_id from initiative_search s where ${holdsFolded({ marks: sql`s.title_marks`, folded: sql`s.title` }, search)})
  or ((i.submitted_at is null or i.state = 'RETURNED') and ${holds(sql`i.title`, search)}))`;

/** A receipt's number, which no title is. */
const RECEIPT = /^\d{4}-\d{3,}$/;
