import { type RawBuilder, sql } from 'kysely';
import { recordsOf } from '#lib/identity';
import { takesPart } from '#lib/initiative';
import { type Actor } from '#lib/kernel';

const records = (actor: Actor): RawBuilder<unknown> => sql`any(array${recordsOf(sql`${actor.id}::uuid`)})`;

/** Whether recognition `r` stands, by a decision that is recorded. */
export const isRecorded = (r: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${r}.state = 'RECOGNISED' and ${r}.recognised_on is not null)`;

/** The authors of initiative `id`, by the records that go on. Rows `(id)`. */
export const authorsOf = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select coalesce(p.merged_into_id, p.id) as id from initiative_author a join person p on p.id = a.person_id
  where a.initiative_id = ${id} and ${takesPart(sql`a`)}`;

/** Whether the actor is an author of initiative `id`. */
export const isAuthor = (actor: Actor, id: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from initiative_author mine where mine.initiative_id = ${id} and mine.person_id = ${records(actor)} and ${takesPart(sql`mine`)})`;

/** Whether the actor may apply for initiative `i`: an author, who sends in for its unit, or heads it. */
export const mayApply = (actor: Actor, day: string): RawBuilder<boolean> => sql<boolean>`(${isAuthor(actor, sql`i.id`)}
  or i.owner_id = any(${actor.unitsFor('initiative:submit')}::uuid[])
  or exists (select 1 from position o where o.person_id = ${actor.id} and o.unit_id = i.owner_id and o.is_head and o."from" <= ${day}::date
    and (o."to" is null or o."to" >= ${day}::date)))`;

/** The actor's seat in the council on recognition `r`; null: none. */
export const seatRole = (actor: Actor): RawBuilder<string | null> => sql<string | null>`(
  select s.role from recognition_seat s where s.recognition_id = r.id and s.person_id = ${records(actor)} limit 1)`;

/** The ids of recognitions in whose councils the actor has a seat. */
export const seatedIn = (actor: Actor): RawBuilder<unknown> => sql`
  select s.recognition_id from recognition_seat s where s.person_id = ${records(actor)}`;

/** The few that are one's own: written, applied for, or to be decided in a council. */
const own = (actor: Actor): RawBuilder<unknown> => sql`array(${seatedIn(actor)}
  union select own.id from recognition own where own.applied_by_id = ${records(actor)}
  union select own.id from initiative_author a join recognition own on own.initiative_id = a.initiative_id
    where a.person_id = ${records(actor)} and ${takesPart(sql`a`)})`;

/** The recognitions `r` that the actor reads: their own, and those that their office decides or watches. */
export function readScope(actor: Actor): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  const units = actor.unitsFor('recognition:read');
  const isOwn = sql<boolean>`r.id = any(${own(actor)})`;
  return units.length === 0 ? isOwn : sql<boolean>`(r.unit_id = any(${units}::uuid[]) or ${isOwn})`;
}

/** `01/2026`: the place in the register of recognition `r`. */
export const RECEIPT = sql<
  string | null
>`lpad(r.receipt_number::text, greatest(2, length(r.receipt_number::text)), '0') || '/' || r.receipt_year`;
