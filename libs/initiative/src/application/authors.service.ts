import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Contest, Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { grantsAhead } from '#lib/identity';
import { Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, Database } from '#lib/platform';
import { type Initiative } from '../domain/initiative.entity.js';
import { InitiativeAuthor } from '../domain/initiative-parts.entity.js';
import { type AuthorShare, whyNotAuthors, whyNotNamed } from '../domain/shares.js';

/** Who made an initiative. Nobody with a seat in the contest may be among them. */
@Injectable()
export class AuthorsService {
  constructor(private readonly database: Database) {}

  /** Joins the act that names the authors; the contest must be held for share, so that nobody is seated meanwhile. */
  async name(act: Act, order: { initiative: Initiative; contest: Contest; authors: readonly AuthorShare[] }): Promise<void> {
    const { em } = act;
    const { initiative, contest, authors } = order;
    refuseIf(whyNotAuthors(authors));
    const people = await em.find(Person, { id: { $in: authors.map(({ personId }) => personId) } });
    const unknown = authors.findIndex(({ personId }) => !people.some(({ id }) => id === personId));
    if (unknown >= 0) throw new Refused('NOT_FOUND', { what: 'Person' }, `authors.${String(unknown)}.personId`);
    await this.refuseSeated(em, contest, authors);
    if (!contest.recorded && !act.actor.isSystem) await this.refuseOverseers(act, order);
    await em.nativeDelete(InitiativeAuthor, { initiative: initiative.id });
    for (const [order, { personId, share, lead }] of authors.entries()) {
      em.persist(InitiativeAuthor.of(initiative, em.getReference(Person, personId), { share, lead, order }));
    }
  }

  /** Who has a say in the judging, of whatever host, or is to have, is named by nobody but themselves, on paper neither: it would shut them out of it here, or as somebody's co-author elsewhere. Refuses `AUTHOR_OVERSEES`. */
  private async refuseOverseers(
    { em, actor, at }: Act,
    { initiative, authors }: { initiative: Initiative; authors: readonly AuthorShare[] },
  ): Promise<void> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct g.person_id as id from ${grantsAhead(localDate(at))} g
      where g.role in ('ORGANISER', 'LEADER', 'JUDGE') and g.person_id = any(${authors.map(({ personId }) => personId)}::uuid[])`);
    const known = await em.find(InitiativeAuthor, { initiative: initiative.id });
    const named = new Set([actor.id, ...known.map(({ person }) => person.id)]);
    refuseIf(whyNotNamed(authors, { overseers: new Set(rows.map(({ id }) => id)), named }));
  }

  /** Refuses `AUTHOR_HAS_SEAT` with the path of the first who has one. */
  async refuseSeated(em: Act['em'], contest: Contest, authors: readonly AuthorShare[]): Promise<void> {
    const seats = await em.find(Seat, { contest: contest.id, person: { $in: authors.map(({ personId }) => personId) }, endedAt: null });
    const seated = authors.findIndex(({ personId }) => seats.some(({ person }) => person.id === personId));
    if (seated >= 0) throw new Refused('AUTHOR_HAS_SEAT', {}, `authors.${String(seated)}.personId`);
  }

  /** Whether the person is an author of anything in the contest, drafts included, what was withdrawn excepted. */
  async isAuthor(contestId: string, personId: string): Promise<boolean> {
    const found = await this.database.first(sql<{ found: number }>`
      select 1 as found from initiative_author a join initiative i on i.id = a.initiative_id
      where a.person_id = ${personId} and i.contest_id = ${contestId} and i.state <> 'WITHDRAWN' limit 1`);
    return found !== null;
  }
}
