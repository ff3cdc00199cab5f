import { type RawBuilder, sql } from 'kysely';
import { recordsOf } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { isThere } from '#lib/platform';

const ids = (units: readonly string[]): RawBuilder<string[]> => sql`${units}::uuid[]`;

const anyOf = (parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;

/** Looked up for each initiative: beside other reasons, PostgreSQL would read all contests for it. */
const inContestsOf = (units: readonly string[]): RawBuilder<boolean> =>
  isThere(sql`select 1 from contest hosted where hosted.id = i.contest_id and hosted.host_id = any(${ids(units)})`);

/** The same as the one reason of a list, whose contests are found first. */
const amongContestsOf = (units: readonly string[]): RawBuilder<boolean> =>
  sql`i.contest_id in (select hosted.id from contest hosted where hosted.host_id = any(${ids(units)}))`;

/** The same where the contest is at hand. */
const hostedAs =
  (contest: RawBuilder<unknown>) =>
  (units: readonly string[]): RawBuilder<boolean> =>
    sql`${contest}.host_id = any(${ids(units)})`;

/** Where each of these is asked for by itself, by an index of its own. */
const FEW_UNITS = 8;

/** Somebody named as author `a` takes part in the initiative as long as they do not say that they are none. */
export const takesPart = (a: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(${a}.answer is distinct from 'DECLINED')`;

/** Author `mine` of initiative `i` has said that they are one, or the contest asks nobody. */
const HAS_CONFIRMED = sql<boolean>`(mine.answer = 'CONFIRMED' or not (select asks.authors_confirm from contest asks where asks.id = i.contest_id))`;

/** The initiatives `i` of the actor's units, and those they are an author of. */
export const ownScope = (actor: Actor): RawBuilder<boolean> => anyOf(ownScopes(actor));

/** Those of them that the actor writes: where authors are asked, whoever is named by another writes from when they have confirmed. */
export const writeScope = (actor: Actor): RawBuilder<boolean> => anyOf(ownScopes(actor, HAS_CONFIRMED));

/** The reasons of `ownScope`, each for itself: together they are it. */
export function ownScopes(actor: Actor, asAuthor: RawBuilder<boolean> = sql`true`): RawBuilder<boolean>[] {
  if (actor.isSystem) return [sql`true`];
  if (!actor.can('initiative:draft')) return [];
  const units = actor.unitsFor('initiative:draft');
  return [
    ...(units.length <= FEW_UNITS
      ? units.map((unit) => sql<boolean>`i.owner_id = ${unit}`)
      : [sql<boolean>`i.owner_id = any(${ids(units)})`]),
    sql`exists (select 1 from initiative_author mine where mine.initiative_id = i.id and mine.person_id = any(array${recordsOf(sql`${actor.id}::uuid`)})
      and ${takesPart(sql`mine`)} and ${asAuthor})`,
  ];
}

/** The initiatives `i` that were sent to a contest for whose host the actor holds the permission. Drafts are nobody's but their authors'. */
export function receivedScope(actor: Actor, permission: 'initiative:screen' | 'initiative:enter' | 'contest:decide'): RawBuilder<boolean> {
  if (actor.isSystem) return sql`true`;
  const units = actor.unitsFor(permission);
  return units.length === 0 ? sql`false` : sql`(i.submitted_at is not null and ${inContestsOf(units)})`;
}

/** The drafts `i` that the actor made on somebody's behalf and nobody has declared yet: until then they may go on with them. */
export function inHandScope(actor: Actor): RawBuilder<boolean> {
  if (!actor.can('initiative:enter')) return sql`false`;
  return sql`(i.drafted_by_id = ${actor.id} and i.state = 'DRAFT' and coalesce(i.own_work_at, i.not_prized_elsewhere_at, i.nobody_on_jury_at) is null)`;
}

/** All that the actor may read: their own, what they draft on somebody's behalf, and, of contests they screen or lead, what was sent in. What is out of it does not exist for them. */
export const readScope = (actor: Actor): RawBuilder<boolean> => anyOf(readScopes(actor, inContestsOf));

/** Its reasons, each for itself: together they are `readScope`. */
export const readScopes = (actor: Actor, hosted = amongContestsOf): RawBuilder<boolean>[] => [
  ...writtenScopes(actor),
  ...receivedScopes(actor, hosted),
];

/** Those of them by which a person has few: what they write themselves, and on somebody's behalf. */
export const writtenScopes = (actor: Actor): RawBuilder<boolean>[] =>
  actor.isSystem ? [] : [...ownScopes(actor), ...(actor.can('initiative:enter') ? [inHandScope(actor)] : [])];

/** And by which they may have all of many contests: those that they screen or lead. */
export function receivedScopes(actor: Actor, hosted = amongContestsOf): RawBuilder<boolean>[] {
  if (actor.isSystem) return [sql`true`];
  const units = [...new Set([...actor.unitsFor('initiative:screen'), ...actor.unitsFor('contest:decide')])];
  return units.length > 0 ? [sql<boolean>`(i.submitted_at is not null and ${hosted(units)})`] : [];
}

/** The same as `readScope` where the contest is at hand. */
export const readScopeAt = (actor: Actor, contest: RawBuilder<unknown>): RawBuilder<boolean> => anyOf(readScopes(actor, hostedAs(contest)));

/** Who may read what must stay confidential: its owner and authors, and the secretariat. */
export function confidentialScope(actor: Actor): RawBuilder<boolean> {
  return anyOf([ownScope(actor), inHandScope(actor), receivedScope(actor, 'initiative:screen')]);
}

/** What an initiative `i` of contest `c` may be compared with: what the actor may read, and of other years and hosts what was published. */
export const comparableScope = (actor: Actor): RawBuilder<boolean> => comparableWhere(readScopeAt(actor, sql`c`));

/** The same where it is known what may be read. */
export const comparableWhere = (mayRead: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`(i.submitted_at is not null and (${mayRead} or (i.state = 'ELIGIBLE' and c.phase in ('PUBLISHED', 'ARCHIVED'))))`;
