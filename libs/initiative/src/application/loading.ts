import { type RawBuilder, sql } from 'kysely';
import { type Contest, PrizeTier } from '#domain/contest';
import { Person } from '#domain/identity';
import { lockContest } from '#lib/contest';
import { type Actor, Refused } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { Initiative } from '../domain/initiative.entity.js';
import { InitiativeAuthor } from '../domain/initiative-parts.entity.js';
import { type AuthorAnswers } from '../domain/authorship.js';
import { type AuthorShare } from '../domain/shares.js';

type Em = Act['em'];

/** Which initiative, and the version of it that was on the screen. */
export interface VersionedOrder {
  readonly initiativeId: string;
  readonly version: number;
}

/** The initiative, locked, and its contest, held in its phase until the act ends. Refuses `NOT_FOUND` out of scope, `STALE` on another version. */
export async function initiativeForUpdate(
  { em, onVersion }: Act,
  scope: RawBuilder<boolean>,
  { initiativeId, version }: VersionedOrder,
): Promise<{ initiative: Initiative; contest: Contest }> {
  const { rows } = await sql`select 1 from initiative i where i.id = ${initiativeId} and ${scope} for update of i`.execute(em.getKysely());
  if (rows.length === 0) throw new Refused('NOT_FOUND', { what: 'Initiative' });
  const initiative = await em.findOneOrFail(Initiative, { id: initiativeId }, { refresh: true });
  onVersion(initiative, version);
  return { initiative, contest: await lockContest(em, initiative.contest.id, 'for share') };
}

/** Whether the prizes of a contest have tracks. */
export async function asksForTrack(em: Em, contestId: string): Promise<boolean> {
  return (await em.count(PrizeTier, { contest: contestId, track: { $ne: null } })) > 0;
}

export async function authorsOf(em: Em, initiative: Initiative): Promise<AuthorShare[]> {
  const authors = await em.find(InitiativeAuthor, { initiative: initiative.id }, { orderBy: { order: 'asc' } });
  return authors.map(({ person, share, lead }) => ({ personId: person.id, share, lead }));
}

/** What its authors have said of being that. */
export async function answersOf(em: Em, initiative: Initiative): Promise<AuthorAnswers> {
  const authors = await em.find(InitiativeAuthor, { initiative: initiative.id });
  return new Map(authors.map(({ person, answer }) => [person.id, answer]));
}

/** Who signs a row; the system is nobody. */
export function signedBy(em: Em, actor: Actor): Person | null {
  return actor.isSystem ? null : em.getReference(Person, actor.id);
}
