import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type ConflictSource, type ConflictType } from '../../domain/conflict/conflicts.js';
import { contestScope, judgingScope } from '../scope.js';

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
  readonly canPin: boolean;
}

const columns = (
  actor: Actor,
) => sql`k.id, k.version, k.contest_id as "contestId", k.initiative_id as "initiativeId", i.code, i.title, k.person_id as "personId",
  p.full_name as "personName", k.type, k.source, k.pinned, k.active, k.reason, k.created_at as "createdAt",
  k.active and k.source <> 'DECLARED' and k.type <> 'AUTHOR' and k.person_id <> ${actor.id} as "canLift",
  not (k.active and k.pinned) and ${judgingScope(actor, 'conflict:set')} as "canPin"`;
const FROM = sql`conflict k join contest ct on ct.id = k.contest_id join initiative i on i.id = k.initiative_id join person p on p.id = k.person_id`;

/** An organiser knows of their own contest's conflicts; who is shut out of the judging, of their own alone. */
const toOrganisers = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${judgingScope(actor, 'conflict:set')} or (${contestScope(actor, 'conflict:set')} and k.person_id = ${actor.id}))`;

/** Who may not judge what: to the organisers of the contest, and to each person their own. */
@Injectable()
export class ConflictQueries {
  constructor(private readonly database: Database) {}

  @Rereads('Conflict')
  conflict(actor: Actor, id: string): Promise<ConflictRow | null> {
    return this.database.first(sql<ConflictRow>`
      select ${columns(actor)} from ${FROM} where k.id = ${id} and (${judgingScope(actor, 'conflict:set')} or k.person_id = ${actor.id})`);
  }

  /** For an act: which initiative of the actor's contests somebody may be held in conflict with. Of oneself, anybody shut out may tell too. */
  initiativeToTell(
    actor: Actor,
    order: { readonly initiativeId: string; readonly personId: string },
  ): Promise<{ contestId: string } | null> {
    return this.database.first(sql<{ contestId: string }>`
      select ct.id as "contestId" from initiative i join contest ct on ct.id = i.contest_id where i.id = ${order.initiativeId}
        and (${judgingScope(actor, 'conflict:set')} or (${contestScope(actor, 'conflict:set')} and ${order.personId}::uuid = ${actor.id}::uuid))`);
  }

  /** For an act on one of them. */
  async isToOrganiser(actor: Actor, id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from ${FROM} where k.id = ${id} and ${toOrganisers(actor)}`)) !== null;
  }

  conflicts(actor: Actor, args: PageArgs & { readonly contestId: string; readonly personId?: string | null }): Promise<Page<ConflictRow>> {
    const person = args.personId ? sql`k.person_id = ${args.personId}` : sql`true`;
    return this.database.page<ConflictRow>(
      {
        columns: columns(actor),
        from: FROM,
        where: sql`k.contest_id = ${args.contestId} and ${toOrganisers(actor)} and ${person}`,
        order: [{ column: sql`k.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }
}
