import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type ConflictSource, type ConflictType } from '../../domain/conflict/conflicts.js';
import { contestScope } from '../scope.js';

export interface ConflictRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly initiativeId: string;
  readonly code: string | null;
  readonly title: string;
  readonly personId: string;
  readonly personName: string;
  readonly type: ConflictType;
  readonly source: ConflictSource;
  readonly pinned: boolean;
  readonly active: boolean;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly canLift: boolean;
}

const columns = (
  actor: Actor,
) => sql`k.id, k.version, k.contest_id as "contestId", k.initiative_id as "initiativeId", i.code, i.title, k.person_id as "personId",
  p.full_name as "personName", k.type, k.source, k.pinned, k.active, k.reason, k.created_at as "createdAt",
  k.active and k.source <> 'DECLARED' and k.type <> 'AUTHOR' and k.person_id <> ${actor.id} as "canLift"`;
const FROM = sql`conflict k join contest ct on ct.id = k.contest_id join initiative i on i.id = k.initiative_id join person p on p.id = k.person_id`;

/** Who may not judge what: to the organisers of the contest, and to each person their own. */
@Injectable()
export class ConflictQueries {
  constructor(private readonly database: Database) {}

  @Rereads('Conflict')
  conflict(actor: Actor, id: string): Promise<ConflictRow | null> {
    return this.database.first(sql<ConflictRow>`
      select ${columns(actor)} from ${FROM} where k.id = ${id} and (${contestScope(actor, 'conflict:set')} or k.person_id = ${actor.id})`);
  }

  conflicts(actor: Actor, args: PageArgs & { readonly contestId: string; readonly personId?: string | null }): Promise<Page<ConflictRow>> {
    const person = args.personId ? sql`k.person_id = ${args.personId}` : sql`true`;
    return this.database.page<ConflictRow>(
      {
        columns: columns(actor),
        from: FROM,
        where: sql`k.contest_id = ${args.contestId} and ${contestScope(actor, 'conflict:set')} and ${person}`,
        order: [{ column: sql`k.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }
}
