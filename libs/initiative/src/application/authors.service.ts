import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Contest, Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { grantsAhead, recordsOf } from '#lib/identity';
import { type Refused, localDate } from '#lib/kernel';
import { type Act, Database } from '#lib/platform';
import { type Initiative } from '../domain/initiative.entity.js';
import { InitiativeAuthor } from '../domain/initiative-parts.entity.js';
import { type AuthorShare, problemsOfAuthors, problemsOfNames, problemsOfNaming } from '../domain/shares.js';

/** Who is to be named; no initiative yet where it is begun with them. */
interface Naming {
  readonly initiativeId: string | null;
  readonly contest: Contest;
  readonly authors: readonly AuthorShare[];
}

/** Who made an initiative. Nobody with a seat in the contest may be among them. */
@Injectable()
export class AuthorsService {
  constructor(private readonly database: Database) {}

  /** All that is wrong with these authors; the contest must be held for share, so that nobody is seated meanwhile. */
  async problems(act: Act, naming: Naming): Promise<Refused[]> {
    const { em, actor } = act;
    const { contest } = naming;
    const { authors, unknown } = await this.asRecords(em, naming);
    return [
      ...problemsOfAuthors(authors),
      ...problemsOfNames('NOT_FOUND', authors, unknown),
      ...problemsOfNames('AUTHOR_HAS_SEAT', authors, await this.seated(em, contest, authors)),
      ...(contest.recorded || actor.isSystem ? [] : await this.problemsOfOverseers(act, { ...naming, authors })),
    ];
  }

  /** Each author by the record that goes on: one person is named once, under whichever record. One that was merged into another is named by nobody any more; where it is an author already, it stays. */
  private async asRecords(em: Act['em'], { initiativeId, authors }: Naming): Promise<{ authors: AuthorShare[]; unknown: Set<string> }> {
    const ids = authors.map(({ personId }) => personId);
    const people = new Map((await em.find(Person, { id: { $in: ids } })).map((person) => [person.id, person]));
    const before = initiativeId === null ? [] : await em.find(InitiativeAuthor, { initiative: initiativeId });
    const stays = new Set(before.map(({ person }) => person.id));
    const goesOn = (id: string) => people.get(id)?.mergedInto?.id ?? id;
    const unknown = ids.filter((id) => !people.has(id) || (goesOn(id) !== id && !stays.has(id)));
    return { authors: authors.map((author) => ({ ...author, personId: goesOn(author.personId) })), unknown: new Set(unknown.map(goesOn)) };
  }

  /** Joins the act that names them, in place of those there were. Who names themselves has confirmed it by that; all others are asked, those there were too. */
  async write({ em, actor, at, emit }: Act, initiative: Initiative, { contest, authors }: Omit<Naming, 'initiativeId'>): Promise<void> {
    await em.nativeDelete(InitiativeAuthor, { initiative: initiative.id });
    const asked: string[] = [];
    for (const [order, { personId, share, lead }] of authors.entries()) {
      const author = InitiativeAuthor.of(initiative, em.getReference(Person, personId), { share, lead, order, askedAt: at });
      if (personId === actor.id) author.say('CONFIRMED', { reason: null, at });
      else asked.push(author.id);
      em.persist(author);
    }
    // The seed and records of the past name many: they are found in the list of what awaits them, and nobody is written to.
    if (contest.recorded || actor.isSystem || asked.length === 0) return;
    emit({ type: 'initiative.authorshipAsked', payload: { initiativeId: initiative.id, byId: actor.id, authorshipIds: asked } });
  }

  /** Who has a say in the judging, of whatever host, or is to have, is named by nobody but themselves, on paper neither: it would shut them out of it here, or as somebody's co-author elsewhere. Refuses `AUTHOR_OVERSEES`. */
  private async problemsOfOverseers({ em, actor, at }: Act, { initiativeId, authors }: Naming): Promise<Refused[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct g.person_id as id from ${grantsAhead(localDate(at))} g
      where g.role in ('ORGANISER', 'LEADER', 'JUDGE') and g.person_id = any(${authors.map(({ personId }) => personId)}::uuid[])`);
    const known = initiativeId === null ? [] : await em.find(InitiativeAuthor, { initiative: initiativeId }, { populate: ['person'] });
    const named = new Set([actor.id, ...known.map(({ person }) => person.mergedInto?.id ?? person.id)]);
    return problemsOfNaming(authors, { overseers: new Set(rows.map(({ id }) => id)), named });
  }

  /** Those of the authors who have a seat in the contest. */
  async seated(em: Act['em'], contest: Contest, authors: readonly AuthorShare[]): Promise<Set<string>> {
    const seats = await em.find(Seat, { contest: contest.id, person: { $in: authors.map(({ personId }) => personId) }, endedAt: null });
    return new Set(seats.map(({ person }) => person.id));
  }

  /** Whether the person is an author of anything in the contest, drafts included, what was withdrawn excepted. */
  async isAuthor(contestId: string, personId: string): Promise<boolean> {
    const found = await this.database.first(sql<{ found: number }>`
      select 1 as found from initiative_author a join initiative i on i.id = a.initiative_id
      where a.person_id in ${recordsOf(sql`${personId}::uuid`)} and i.contest_id = ${contestId} and i.state <> 'WITHDRAWN' limit 1`);
    return found !== null;
  }
}
