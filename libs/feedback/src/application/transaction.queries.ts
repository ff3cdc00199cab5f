import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { UNIT } from './counter.rows.js';

export interface TransactionCountRead {
  readonly id: string;
  readonly unit: UnitName;
  readonly fieldName: string | null;
  readonly month: string;
  readonly transactions: number;
  readonly source: string;
  readonly illustrative: boolean;
}

export interface TransactionFilter extends PageArgs {
  readonly unitId?: string | null;
  readonly month?: string | null;
  readonly order?: AgeOrder | null;
}

/** How many transactions the communes had, and who says so. */
@Injectable()
export class TransactionQueries {
  constructor(private readonly database: Database) {}

  /** The latest month first. */
  transactionCounts(actor: Actor, filter: TransactionFilter): Promise<Page<TransactionCountRead>> {
    const where = [scope(actor)];
    if (filter.unitId) where.push(sql`t.unit_id = ${filter.unitId}`);
    if (filter.month) where.push(sql`t.month = ${filter.month}::date`);
    return this.database.page<TransactionCountRead>(
      {
        from: sql`transaction_count t`,
        where: sql.join(where, sql` and `),
        order: byAge(LATEST, filter.order),
        dress: { key: sql`t.id`, from: sql`transaction_count t on t.id = page.key join unit u on u.id = t.unit_id` },
        columns: COLUMNS,
      },
      filter,
    );
  }

  @Rereads('TransactionCount')
  transactionCount(actor: Actor, id: string): Promise<TransactionCountRead | null> {
    return this.database.first(sql<TransactionCountRead>`
      select ${COLUMNS} from transaction_count t join unit u on u.id = t.unit_id where t.id = ${id} and ${scope(actor)}`);
  }
}

const COLUMNS = sql`t.id, ${UNIT} as unit, t.field as "fieldName", t.month::text as month, t.transactions, t.source, t.illustrative`;
const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`t.unit_id = any(${actor.unitsFor('rating:read')}::uuid[])`;

const LATEST: readonly OrderKey<TransactionCountRead>[] = [
  { column: sql`t.month`, key: 'month', type: 'date', descending: true },
  { column: sql`t.id`, key: 'id', type: 'uuid', descending: true },
];
