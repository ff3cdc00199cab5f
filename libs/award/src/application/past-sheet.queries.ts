import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { nameKey } from '#domain/units';
import { type AuthorShare } from '#domain/initiative';
import { nameablePerson } from '#lib/identity';
import { type Actor, Refused, foldMarks, localDate } from '#lib/kernel';
import { equalShares, readAuthors } from '../domain/past-authors.js';

/** The area of a code or a name. Refuses `IMPORT_AREA_UNKNOWN`. */
export async function findArea(em: EntityManager, text: string): Promise<string> {
  const [found] = await areasNamed(em, [text]);
  if (!found) throw new Refused('IMPORT_AREA_UNKNOWN', { area: text });
  return found;
}

/** Those of these codes and names that there are, each once. */
export async function areasNamed(em: EntityManager, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; code: string; nameVi: string; nameEn: string }>`
    select id, code, name_vi as "nameVi", name_en as "nameEn" from reform_area where not retired order by owner_id nulls first, id`.execute(
    em.getKysely(),
  );
  const isCalled = (wanted: string) =>
    rows.find(({ code, nameVi, nameEn }) => [code, nameVi, nameEn].some((name) => foldMarks(name) === foldMarks(wanted)));
  return [...new Set(texts.flatMap((text) => isCalled(text)?.id ?? []))];
}

/**
 * The authors that a sheet names, of the people whom the actor may name in a contest of the host: by address, else by name, of several of one
 * name who works in the unit. Refuses `IMPORT_AUTHORS_UNREADABLE`, `IMPORT_AUTHOR_UNKNOWN`, `IMPORT_AUTHOR_UNCLEAR`.
 */
export async function findAuthors(
  em: EntityManager,
  text: string,
  { actor, hostId, unitId, at }: { actor: Actor; hostId: string; unitId: string; at: Date },
): Promise<AuthorShare[]> {
  const written = readAuthors(text);
  const equal = written.every(({ share }) => share === null) ? equalShares(written.length) : [];
  const nameable = nameablePerson(actor, 'initiative:enter', { hostId: sql`${hostId}::uuid`, day: localDate(at) });
  const authors: AuthorShare[] = [];
  for (const [place, { name, email, share }] of written.entries()) {
    const who = email ? sql`p.email = ${email}` : sql`name_key(p.full_name) = ${nameKey(name)}`;
    const { rows } = await sql<{ id: string; here: boolean }>`
      select p.id, coalesce(p.unit_id = ${unitId}, false) as here from person p where ${who} and ${nameable} order by p.id limit 20`.execute(
      em.getKysely(),
    );
    const here = rows.filter((row) => row.here);
    const [found, another] = here.length > 0 ? here : rows;
    if (!found) throw new Refused('IMPORT_AUTHOR_UNKNOWN', { name });
    if (another) throw new Refused('IMPORT_AUTHOR_UNCLEAR', { name });
    authors.push({ personId: found.id, share: share ?? equal[place] ?? '0', lead: place === 0 });
  }
  return authors;
}
