import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type Refused, type WhyNot, pageAs } from '#lib/kernel';
import { type AgeOrder, Database, type FileLink, FileLinks, PREPARED, Refusals, Rereads, RefusalObject, byAge } from '#lib/platform';
import { type ContestPhase } from '../domain/phases.js';
import { problemsOfRuleBook } from '../domain/rule-book-check.js';
import { type RuleBookContent, type StatedRuleBook, ruleBookHash, statedRuleBook } from '../domain/rule-book.js';
import {
  AREA_COLUMNS,
  areaListed,
  type AreaListed,
  type AreaRow,
  type ContestRow,
  FROM_CONTEST,
  type PublicRow,
  SEAT_COLUMNS,
  type SeatRow,
  type SummaryRow,
  contestColumns,
  publicColumns,
  summaryColumns,
  type RuleBookRow,
} from './contest.columns.js';
import { type ContestFacts, type SummaryFacts, contestFacts, followsFromDates, mayEdit, summaryFacts } from './contest.facts.js';
import { ContestPorts } from './contest.ports.js';
import { isPublic, onHostSide, seesContest } from './contest.scope.js';

type AsTold<F> = {
  readonly [K in keyof F]: F[K] extends WhyNot ? RefusalObject | null : F[K] extends readonly Refused[] ? readonly RefusalObject[] : F[K];
};

export type ContestSummary = SummaryRow & AsTold<SummaryFacts>;
export type ContestRead = Omit<ContestRow, 'ruleBook'> & {
  readonly ruleBook: (RuleBookRow & { readonly contentHash: string; readonly problems: readonly RefusalObject[] }) | null;
} & AsTold<Omit<ContestFacts, 'whyNotAdvance'>> & { readonly canAdvance: boolean; readonly whyNotAdvance: RefusalObject | null };

export interface PublicDetail extends PublicRow {
  readonly judging: StatedRuleBook | null;
}

export interface ContestFilter extends PageArgs {
  readonly year?: number | null;
  readonly phase?: ContestPhase | null;
  readonly order?: AgeOrder | null;
}

const NEWEST_FIRST = [
  { column: sql`c.year`, key: 'year', type: 'integer', descending: true },
  { column: sql`c.id`, key: 'id', type: 'uuid', descending: true },
] as const;

/** What can be read of contests, each within what its reader may see. */
@Injectable()
export class ContestQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: ContestPorts,
    private readonly refusals: Refusals,
    private readonly links: FileLinks,
  ) {}

  /** Newest year first. */
  async contests(actor: Actor, filter: ContestFilter): Promise<Page<ContestSummary>> {
    const conditions = [seesContest(actor)];
    if (filter.year) conditions.push(sql<boolean>`c.year = ${filter.year}`);
    if (filter.phase) conditions.push(sql<boolean>`c.phase = ${filter.phase}`);
    const listing = {
      columns: summaryColumns(actor),
      from: FROM_CONTEST,
      where: sql.join(conditions, sql` and `),
      order: byAge<SummaryRow>(NEWEST_FIRST, filter.order),
    };
    const page = await this.database.page<SummaryRow>(listing, filter);
    const at = this.clock.now();
    const asksWhen = !filter.shows || filter.shows.some(followsFromDates);
    const facts = (node: SummaryRow) => (asksWhen ? this.told(actor, summaryFacts(node, at)) : { canEdit: mayEdit(node) });
    return pageAs(page, (node) => ({ ...node, ...facts(node) }) as ContestSummary);
  }

  @Rereads('Contest')
  async contest(actor: Actor, id: string): Promise<ContestRead | null> {
    if (!isUUID(id)) return null;
    const found = await this.database.first(sql<{ row: ContestRow }>`
      select row_to_json(shown) as row from (
        select ${contestColumns(actor)} from ${FROM_CONTEST} join roster ro on ro.id = c.roster_id where c.id = ${id} and ${seesContest(actor)}) shown ${PREPARED}`);
    if (!found) return null;
    const { ruleBook, ...rest } = found.row;
    const row = { ...rest, ruleBook: ruleBook && { ...ruleBook, content: statedRuleBook(ruleBook.content) } };
    const facts = contestFacts(row, this.clock.now());
    const asked = facts.whyNotAdvance ?? (facts.nextPhase && (await this.ports.whyNotEnter(facts.nextPhase, row.id)));
    const told = this.told(actor, { ...facts, whyNotAdvance: asked });
    return { ...row, ...told, ruleBook: row.ruleBook && this.bookRead(actor, row.ruleBook), canAdvance: asked === null };
  }

  /** Announced and later, and the recorded years: for everyone. */
  publicContests(filter: ContestFilter): Promise<Page<PublicRow>> {
    const year = filter.year ? sql<boolean>`c.year = ${filter.year}` : sql<boolean>`true`;
    return this.database.page<PublicRow>(
      {
        columns: publicColumns,
        from: FROM_CONTEST,
        where: sql`${isPublic} and ${year}`,
        order: NEWEST_FIRST,
      },
      filter,
    );
  }

  /** One of them, with how it is judged; of a draft nobody reads what its rules may become. */
  async publicContest(id: string): Promise<PublicDetail | null> {
    if (!isUUID(id)) return null;
    const found = await this.database.first(sql<PublicRow & { readonly content: RuleBookContent | null }>`
      select ${publicColumns}, (select b.content from rule_book b where b.contest_id = c.id order by b.number desc limit 1) as content
      from ${FROM_CONTEST} where c.id = ${id} and ${isPublic}`);
    if (!found) return null;
    const { content, ...row } = found;
    return { ...row, judging: content && statedRuleBook(content) };
  }

  /** A paper of a contest that everybody may read, to be downloaded; null where there is none. */
  async publicDocument(documentId: string): Promise<FileLink | null> {
    if (!isUUID(documentId)) return null;
    const found = await this.database.first(sql<{ fileId: string }>`
      select d.file_id as "fileId" from contest_document d join contest c on c.id = d.contest_id
      where d.id = ${documentId} and d.file_id is not null and ${isPublic}`);
    return found && this.links.openLink(found.fileId);
  }

  @Rereads('Seat')
  seat(actor: Actor, id: string): Promise<SeatRow | null> {
    return this.database.first(sql<SeatRow>`
      select ${SEAT_COLUMNS} from seat s join contest c on c.id = s.contest_id join person n on n.id = s.person_id
      where s.id = ${id} and ${onHostSide(actor, ['contest:edit', 'contest:decide', 'seat:manage'])}`);
  }

  /** The list that contests choose their areas from; few, and public facts. */
  areas(actor: Actor, page: PageArgs): Promise<Page<AreaListed>> {
    const order = [
      { column: sql`a."order"`, key: 'ordinal', type: 'integer' },
      { column: sql`a.id`, key: 'id', type: 'uuid' },
    ] as const;
    return this.database.page<AreaListed>({ columns: areaListed(actor), from: sql`reform_area a`, where: sql`true`, order }, page);
  }

  @Rereads('ReformArea')
  area(_actor: Actor, id: string): Promise<AreaRow | null> {
    return this.database.first(sql<AreaRow>`select ${AREA_COLUMNS} from reform_area a where a.id = ${id}`);
  }

  /** What is frozen stays as it is, whatever would be refused of a new book. */
  private bookRead<B extends { hash: string | null; content: RuleBookContent }>(
    actor: Actor,
    book: B,
  ): B & { contentHash: string; problems: readonly RefusalObject[] } {
    const problems = book.hash === null ? problemsOfRuleBook(book.content) : [];
    return { ...book, contentHash: book.hash ?? ruleBookHash(book.content), ...this.told(actor, { problems }) };
  }

  private told<F extends object>(actor: Actor, facts: F): AsTold<F> {
    const tell = (refused: Refused) => new RefusalObject(refused, ({ code, detail }) => this.refusals.message(code, detail, actor.locale));
    const isRefused = (value: unknown): value is Refused => value instanceof Error;
    return Object.fromEntries(
      Object.entries(facts).map(([key, value]: [string, unknown]) => [
        key,
        isRefused(value) ? tell(value) : Array.isArray(value) ? value.map((one: unknown) => (isRefused(one) ? tell(one) : one)) : value,
      ]),
    ) as AsTold<F>;
  }
}
