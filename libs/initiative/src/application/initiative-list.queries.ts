import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Database, type OrderKey, type Shows, type Source, columnsShown, holdsFolded, vietnamese } from '#lib/platform';
import { type InitiativeState } from '../domain/states.js';
import { SUMMARY, WITH_SUMMARY, screenedBy, standingColumn } from './columns.js';
import { rightsOf } from './initiative.facts.js';
import { type InitiativeListed, type InitiativeRights, type InitiativeStanding, type StandingFacts } from './initiative.rows.js';
import { ownScopes, receivedScope, receivedScopes, writtenScopes } from './scope.js';
import { type SearchedScopes, foundIn } from './text-search.js';

export const INITIATIVE_ORDERS = [
  'RECEIVED',
  'RECEIVED_FIRST',
  'SAVED',
  'TITLE',
  'CODE',
  'CODE_LAST',
  'UNIT',
  'AREA',
  'STATE',
  'DUE',
] as const;
export type InitiativeOrder = (typeof INITIATIVE_ORDERS)[number];

/** Which initiatives, and in what order. `search` looks in titles and in the texts of files, tone marks apart, or is a receipt's code. */
export interface InitiativeFilter extends PageArgs {
  /** Of the contest. */
  readonly year?: number | null;
  readonly contestId?: string | null;
  readonly areaId?: string | null;
  readonly ownerUnitId?: string | null;
  readonly states?: readonly InitiativeState[] | null;
  /** Part of an author's name, tone marks apart. */
  readonly author?: string | null;
  /** Whoever of the secretariat said something of it; for those who screen it. */
  readonly screenerId?: string | null;
  /** Days of its being received, both included. */
  readonly receivedFrom?: string | null;
  readonly receivedTo?: string | null;
  readonly search?: string | null;
  readonly order?: InitiativeOrder | null;
}

/** With what it is ordered by and shown as part of. */
interface ListedRow extends Omit<InitiativeListed, keyof InitiativeRights> {
  readonly ownerNameVi: string;
  readonly areaNameVi: string;
  readonly standing?: Standing;
}

/** The dates of its contest stand with the first of a page alone. */
interface Standing extends InitiativeStanding, Omit<StandingFacts, 'phases'> {
  readonly contestId: string;
  readonly phases: StandingFacts['phases'] | null;
}

const RIGHTS: Readonly<Record<keyof InitiativeRights, true>> = {
  ...{ canEdit: true, canEditOnBehalf: true, canConfirm: true, canSendBack: true, canWithdraw: true },
  ...{ canScreen: true, canMoveReturnDue: true, canDisqualify: true, canLink: true },
};

const asksRights = ({ shows }: PageArgs): boolean => !shows || shows.some((field) => field in RIGHTS);

const ID: OrderKey<ListedRow> = { column: sql`i.id`, key: 'id', type: 'uuid', descending: true };

const RECEIVED: OrderKey<ListedRow> = { column: sql`i.submitted_at`, key: 'submittedAt', type: 'timestamptz', nullAs: '-infinity' };
const CODE: OrderKey<ListedRow> = { column: sql`i.code`, key: 'receiptNumber', type: 'text', nullAs: '' };
const UNIT_NAME = sql`(select u.name_vi from unit u where u.id = i.owner_id)`;
const AREA_NAME = sql`(select r.name_vi from reform_area r where r.id = i.area_id)`;

const ORDERS: Readonly<Record<InitiativeOrder, readonly OrderKey<ListedRow>[]>> = {
  RECEIVED: [{ ...RECEIVED, descending: true }, ID],
  RECEIVED_FIRST: [{ ...RECEIVED, nullAs: 'infinity' }, ID],
  SAVED: [{ column: sql`i.saved_at`, key: 'savedAt', type: 'timestamptz', descending: true }, ID],
  TITLE: [{ column: vietnamese(sql`i.title`), key: 'title', type: 'text' }, ID],
  CODE: [CODE, ID],
  CODE_LAST: [{ ...CODE, descending: true }, ID],
  UNIT: [{ column: vietnamese(UNIT_NAME), key: 'ownerNameVi', type: 'text' }, ID],
  AREA: [{ column: vietnamese(AREA_NAME), key: 'areaNameVi', type: 'text' }, ID],
  STATE: [{ column: sql`i.state`, key: 'state', type: 'text' }, ID],
  DUE: [{ column: sql`i.return_due_at`, key: 'returnDueAt', type: 'timestamptz', nullAs: 'infinity' }, ID],
};

/** Lists of initiatives, each one statement. */
@Injectable()
export class InitiativeListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All that the person may read. */
  async initiatives(actor: Actor, filter: InitiativeFilter): Promise<Page<InitiativeListed>> {
    return this.list(
      actor,
      { written: writtenScopes(actor), received: receivedScopes(actor) },
      { ...filter, order: filter.order ?? 'RECEIVED' },
    );
  }

  /** Those of the person's units, and those they are an author of. */
  async myInitiatives(actor: Actor, filter: InitiativeFilter): Promise<Page<InitiativeListed>> {
    return this.list(actor, { written: ownScopes(actor), received: [] }, { ...filter, order: filter.order ?? 'SAVED' });
  }

  private async list(actor: Actor, scopes: SearchedScopes, filter: InitiativeFilter): Promise<Page<InitiativeListed>> {
    const at = this.clock.now();
    const [first = NOWHERE, ...also] = sourcesOf(actor, scopes, filter);
    const order = ORDERS[filter.order ?? 'RECEIVED'];
    const names = { ownerNameVi: sql`u.name_vi`, areaNameVi: sql`r.name_vi` };
    const listed = { ...SUMMARY, ...names, screenedBy: screenedBy(actor), standing: standingColumn(actor, localDate(at)) };
    const columns = (shows: Shows<ListedRow>) =>
      columnsShown<ListedRow>(listed, (field) => (field === 'standing' ? asksRights(filter) : shows(field)));
    const dress = { key: sql`i.id`, from: sql`initiative i on i.id = page.key ${WITH_SUMMARY}` };
    const page = await this.database.page<ListedRow>({ ...first, also, columns, order, dress, plannedAnew: looksForRare(filter) }, filter);
    return withRights(page, at);
  }
}

/** The rule of the acts, on the facts of each row; where nobody asks, they were not read. */
function withRights(page: Page<ListedRow>, at: Date): Page<InitiativeListed> {
  const standings = page.edges.flatMap(({ node: { standing } }) => standing ?? []);
  const phases = new Map(standings.flatMap((standing) => (standing.phases ? [[standing.contestId, standing.phases]] : [])));
  return pageAs(page, ({ standing, ...row }) => {
    const facts = standing && { ...standing, phases: phases.get(standing.contestId) ?? [] };
    return { ...row, ...(facts && rightsOf(facts, facts, at)) } as InitiativeListed;
  });
}

/** How rare a word, a name or a day is tells which of several plans is the better. */
const looksForRare = ({ search, author, screenerId, receivedFrom, receivedTo }: InitiativeFilter): boolean =>
  [search, author, screenerId, receivedFrom, receivedTo].some(Boolean);

const NOWHERE: Source = { from: sql`initiative i`, where: sql`false` };

/** Each reason to see an initiative by itself, and each place where what is searched is found. */
function sourcesOf(actor: Actor, scopes: SearchedScopes, filter: InitiativeFilter): Source[] {
  const given = [...conditions(filter), ...whoAndWhen(actor, filter)];
  const found: readonly Source[] =
    filter.search && !RECEIPT.test(filter.search)
      ? foundIn(filter.search, scopes)
      : [...scopes.written, ...scopes.received].map((where) => ({ from: sql`initiative i`, where }));
  return found.map(({ from, where }) => ({ from, where: sql.join([where, ...given], sql` and `) }));
}

function conditions({ year, contestId, areaId, ownerUnitId, states, search }: InitiativeFilter): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [];
  if (year) given.push(sql`i.contest_id in (select held.id from contest held where held.year = ${year})`);
  if (contestId) given.push(sql`i.contest_id = ${contestId}`);
  if (areaId) given.push(sql`i.area_id = ${areaId}`);
  if (ownerUnitId) given.push(sql`i.owner_id = ${ownerUnitId}`);
  if (states) given.push(states.length === 1 ? sql`i.state = ${states[0]}` : sql`i.state = any(${[...states]}::text[])`);
  if (search && RECEIPT.test(search)) given.push(sql`i.code = ${search}`);
  return given;
}

/** Who screens a dossier is told to those who screen it alone: to others the filter finds nothing. */
function whoAndWhen(actor: Actor, { author, screenerId, receivedFrom, receivedTo }: InitiativeFilter): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [];
  if (author) {
    const named = holdsFolded({ marks: sql`fold_marks(p.full_name)`, folded: sql`fold_text(p.full_name)` }, author);
    given.push(
      sql`exists (select 1 from initiative_author ia join person p on p.id = ia.person_id where ia.initiative_id = i.id and ${named})`,
    );
  }
  if (screenerId) {
    const said = sql`exists (select 1 from screening said where said.initiative_id = i.id and said.by_id = ${screenerId})`;
    given.push(sql`${receivedScope(actor, 'initiative:screen')} and ${said}`);
  }
  if (receivedFrom) given.push(sql`i.submitted_at >= ${receivedFrom}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`);
  if (receivedTo) given.push(sql`i.submitted_at < (${receivedTo}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`);
  return given;
}

/** A receipt's number, which no title is. */
const RECEIPT = /^\d{4}-\d{3,}$/;
