import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { judgingScope } from '../scope.js';

export interface JuryPairRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly judge: PersonName;
  readonly other: PersonName;
  readonly reason: string;
  readonly active: boolean;
}

const COLUMNS = sql`a.id, a.version, a.contest_id as "contestId", ${personName(sql`first`)} as judge, ${personName(sql`second`)} as other,
  a.reason, a.active`;
const FROM = sql`jury_pair a join contest ct on ct.id = a.contest_id join person first on first.id = a.first_id join person second on second.id = a.second_id`;

/** Which judges are not to sit together, to the organisers of the contest. */
@Injectable()
export class JuryPairQueries {
  constructor(private readonly database: Database) {}

  @Rereads('JuryPair')
  juryPair(actor: Actor, id: string): Promise<JuryPairRow | null> {
    return this.database.first(
      sql<JuryPairRow>`select ${COLUMNS} from ${FROM} where a.id = ${id} and ${judgingScope(actor, 'jury:manage')}`,
    );
  }

  /** Those that hold. */
  juryPairs(actor: Actor, args: PageArgs & { readonly contestId: string }): Promise<Page<JuryPairRow>> {
    return this.database.page<JuryPairRow>(
      {
        columns: COLUMNS,
        from: FROM,
        where: sql`a.contest_id = ${args.contestId} and a.active and ${judgingScope(actor, 'jury:manage')}`,
        order: [{ column: sql`a.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }
}
