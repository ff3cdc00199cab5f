import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type ContestName, contestName, contestOver } from '#lib/contest';
import { personName, recordsOf } from '#lib/identity';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { ANSWERED_IN } from '../domain/authorship.js';
import { type InitiativeState } from '../domain/states.js';
import { type InitiativeName, initiativeName, ownerName } from './initiative-name.js';
import { type AuthorAnswerRow, type AuthorRow, type OwnerName } from './initiative.rows.js';
import { readScope, takesPart } from './scope.js';

/** That somebody is named an author, as they themselves see it: who they are named with, and the shares. Of the rest only what a cover tells. */
export interface AuthorshipRow extends Pick<AuthorAnswerRow, 'answer' | 'answeredAt' | 'declineReason'> {
  readonly id: string;
  readonly initiative: InitiativeName;
  readonly state: InitiativeState;
  readonly contest: ContestName;
  readonly owner: OwnerName;
  readonly share: string;
  readonly lead: boolean;
  readonly askedAt: string;
  readonly authors: readonly AuthorRow[];
  readonly canAnswer: boolean;
  readonly mayRead: boolean;
}

/** What people are asked as authors: to each their own, whatever role they have. */
@Injectable()
export class AuthorshipQueries {
  constructor(private readonly database: Database) {}

  @Rereads('Authorship')
  authorship(actor: Actor, id: string): Promise<AuthorshipRow | null> {
    return this.database.first(sql<AuthorshipRow>`select ${columns(actor)} from ${AUTHORSHIPS} where mine.id = ${id} and ${isOwn(actor)}`);
  }

  /** The same, for what must be there: refuses `NOT_FOUND`. */
  async asked(actor: Actor, id: string): Promise<AuthorshipRow> {
    const row = await this.authorship(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Authorship' });
    return row;
  }

  /** What awaits one's answer, asked first first; with `answered` also what one has answered and may answer otherwise. */
  myAuthorships(actor: Actor, args: PageArgs & { readonly answered: boolean }): Promise<Page<AuthorshipRow>> {
    const awaits = args.answered ? sql`true` : sql`mine.answer is null`;
    return this.database.page<AuthorshipRow>(
      {
        columns: columns(actor),
        from: AUTHORSHIPS,
        where: sql`${isOwn(actor)} and ${awaits} and ${ANSWERABLE}`,
        order: [
          { column: sql`mine.asked_at`, key: 'askedAt', type: 'timestamptz' },
          { column: sql`mine.id`, key: 'id', type: 'uuid' },
        ],
      },
      args,
    );
  }
}

/** The contest is looked up for each, not read whole for all. */
export const AUTHORSHIPS = sql`initiative_author mine join initiative i on i.id = mine.initiative_id join unit u on u.id = i.owner_id
  cross join lateral (select id, year, title, title_en, phase from contest where id = i.contest_id limit 1) c`;

/** The actor is the author, under whichever of their records. */
export const isOwn = (actor: Actor): RawBuilder<boolean> => sql<boolean>`mine.person_id = any(array${recordsOf(sql`${actor.id}::uuid`)})`;

/** `whyNotAnswer` has nothing to say. */
export const ANSWERABLE = sql<boolean>`(i.state = any(${[...ANSWERED_IN]}::text[]) and not ${contestOver(sql`c`)})`;

const columns = (actor: Actor): RawBuilder<unknown> => sql`
  mine.id, ${initiativeName(sql`i`)} as initiative, i.state, ${contestName(sql`c`)} as contest,
  mine.share::text as share, mine.lead, mine.asked_at as "askedAt", mine.answer, mine.answered_at as "answeredAt", mine.decline_reason as "declineReason",
  ${ownerName(sql`u`)} as owner,
  (select json_agg(json_build_object('person', ${personName(sql`p`)}, 'share', a.share::text, 'lead', a.lead) order by a."order")
     from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id) as authors,
  ${ANSWERABLE} as "canAnswer", ${mayRead(actor)} as "mayRead"`;

/** Who drafts initiatives reads those that they are an author of, as long as they do not say that they are none. */
const mayRead = (actor: Actor): RawBuilder<boolean> =>
  actor.can('initiative:draft') ? sql`(${takesPart(sql`mine`)} or ${readScope(actor)})` : readScope(actor);
