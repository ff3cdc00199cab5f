import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Page, type PageArgs, pageWith, soughtPage } from '#lib/kernel';
import { type AuditFault, verifyAudit } from '../audit/verify.js';
import { Cursors } from './cursors.js';
import { type Listing, keysOf, orderName, pageStatement, showsOf } from './listing.js';

/** Reads: one SQL statement each, inside the present transaction where there is one. */
@Injectable()
export class Database {
  constructor(
    private readonly em: EntityManager,
    private readonly cursors: Cursors,
  ) {}

  async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    const { rows } = await statement.execute(this.em.getKysely());
    return rows;
  }

  /** The same, so many at a time as who reads takes them; only inside a transaction, one statement after the other. */
  async *rowsInPieces<T>(statement: RawBuilder<T>, size: number): AsyncGenerator<T[]> {
    await this.rows(sql`declare pieces no scroll cursor for ${statement}`);
    for (;;) {
      const rows = await this.rows(sql<T>`fetch ${sql.lit(size)} from pieces`);
      if (rows.length > 0) yield rows;
      if (rows.length < size) break;
    }
    await this.rows(sql`close pieces`);
  }

  /** What is wrong in the chain of the log, or nothing; `head` must be the hash of an entry of it. */
  async auditFault(head: string | null): Promise<AuditFault | null> {
    return (await verifyAudit(this.em.fork().getKysely() as never, head)).fault;
  }

  async first<T>(statement: RawBuilder<T>): Promise<T | null> {
    return (await this.rows(statement))[0] ?? null;
  }

  /**
   * One page by keyset, and its total where it was asked for, in one statement. Refuses `PAGE_SIZE`, `PAGE_DIRECTION` and `CURSOR`.
   * The order is written as an index has it, and what stands before the cursor is skipped by a comparison that an index can seek.
   * With a `dress`, the page's keys are chosen before anything else is looked up.
   */
  async page<T>(listing: Listing<T>, args: PageArgs): Promise<Page<T>> {
    const page = soughtPage(args, listing.most);
    const { size, backwards } = page;
    const of = `${args.list ?? ''} by ${orderName(listing)}`;
    const looksBack = args.tells?.includes(backwards ? 'hasNextPage' : 'hasPreviousPage') ?? true;
    const beside = this.cursors.read(of, page);
    const sought = { page, beside, shows: showsOf(listing, args), counted: args.counted !== false, looksBack };
    const found = await this.first(pageStatement(listing, sought));
    const { total: totalCount, rows, back } = found ?? { total: 0, rows: [], back: false };
    const onward = rows.length > size;
    const shown = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
    const [hasPreviousPage, hasNextPage] = backwards ? [onward, back] : [back, onward];
    return pageWith(shown, (row) => this.cursors.write(of, keysOf(listing, row)), { totalCount, hasPreviousPage, hasNextPage });
  }
}
