import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';

const ids = (units: readonly string[]): RawBuilder<string[]> => sql`${units}::uuid[]`;

const anyOf = (parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;

const inContestsOf = (units: readonly string[]): RawBuilder<boolean> =>
  sql`i.contest_id in (select hosted.id from contest hosted where hosted.host_id = any(${ids(units)}))`;

/** The initiatives `i` that the actor writes: those of their units, and those they are an author of. */
export function ownScope(actor: Actor): RawBuilder<boolean> {
  if (actor.isSystem) return sql`true`;
  if (!actor.can('initiative:draft')) return sql`false`;
  return anyOf([
    sql`i.owner_id = any(${ids(actor.unitsFor('initiative:draft'))})`,
    sql`exists (select 1 from initiative_author mine where mine.initiative_id = i.id and mine.person_id = ${actor.id})`,
  ]);
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
export function readScope(actor: Actor): RawBuilder<boolean> {
  if (actor.isSystem) return sql`true`;
  const units = [...new Set([...actor.unitsFor('initiative:screen'), ...actor.unitsFor('contest:decide')])];
  const parts: RawBuilder<boolean>[] = [];
  if (actor.can('initiative:draft')) parts.push(ownScope(actor));
  if (actor.can('initiative:enter')) parts.push(inHandScope(actor));
  if (units.length > 0) parts.push(sql`(i.submitted_at is not null and ${inContestsOf(units)})`);
  return anyOf(parts);
}

/** Who may read what must stay confidential: its owner and authors, and the secretariat. */
export function confidentialScope(actor: Actor): RawBuilder<boolean> {
  return anyOf([ownScope(actor), inHandScope(actor), receivedScope(actor, 'initiative:screen')]);
}

/** What an initiative may be compared with: what the actor may read, and of other years and hosts what was published. */
export function comparableScope(actor: Actor): RawBuilder<boolean> {
  const published = sql<boolean>`(i.state = 'ELIGIBLE' and i.contest_id in (select over.id from contest over where over.phase in ('PUBLISHED', 'ARCHIVED')))`;
  return sql`(i.submitted_at is not null and ${anyOf([readScope(actor), published])})`;
}
