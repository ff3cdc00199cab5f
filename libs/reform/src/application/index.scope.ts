import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { headedBy, unitsOf } from '#lib/feedback';
import { type Actor, Refused } from '#lib/kernel';
import { type IndexStanding } from '../domain/index-states.js';

/** The units that the actor has a right for. */
export const unitsWith = (actor: Actor, permission: string): RawBuilder<unknown> => sql`any(${actor.unitsFor(permission)}::uuid[])`;

/** Whether the actor scores for the unit of sheet `sh`: as its head, or as who reports for it. */
const scores = (actor: Actor, day: string): RawBuilder<boolean> =>
  sql<boolean>`(sh.unit_id = ${unitsWith(actor, 'index:score')} or sh.unit_id in (${headedBy(actor.id, day)}))`;

/**
 * Whether the actor has a right for the unit of sheet `sh` or for the office that opened its year: units of today are not below an office
 * that a reorganisation left without a district.
 */
const overSees = (actor: Actor, permission: string): RawBuilder<boolean> => sql<boolean>`(sh.unit_id = ${unitsWith(actor, permission)}
  or exists (select 1 from index_year opened where opened.id = sh.year_id and opened.host_id = ${unitsWith(actor, permission)}))`;

/** The sheets `sh` that the actor reads: what is settled everybody who is signed in, what is not the unit and the office alone. */
export const sheetScope = (actor: Actor, day: string): RawBuilder<boolean> =>
  actor.isSystem ? sql<boolean>`true` : sql<boolean>`(sh.state = 'SETTLED' or ${overSees(actor, 'index:read')} or ${scores(actor, day)})`;

/** Whether the actor is of the unit of sheet `sh`: nobody assesses their own. */
const ofUnit = (actor: Actor, day: string): RawBuilder<boolean> => sql<boolean>`sh.unit_id in (${unitsOf(actor.id, day)})`;

/** Whether sheet `sh` waits for the actor: as who scores for the unit, or as who assesses it for the office. */
export const waitsFor = {
  scoring: scores,
  assessing: (actor: Actor, day: string): RawBuilder<boolean> =>
    sql<boolean>`(${overSees(actor, 'index:keep')} and not ${ofUnit(actor, day)})`,
};

/** What the actor is to sheet `sh`. */
export const standing = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  (${actor.isSystem} or ${scores(actor, day)}) as scores, (${actor.isSystem} or ${overSees(actor, 'index:keep')}) as keeps,
  (not ${actor.isSystem} and ${ofUnit(actor, day)}) as "ofUnit"`;

/** Refuses `NOT_FOUND` to who does not read it. */
export async function standingOf(
  em: EntityManager,
  actor: Actor,
  { sheetId, day }: { sheetId: string; day: string },
): Promise<IndexStanding> {
  const { rows } = await sql<IndexStanding>`
    select ${standing(actor, day)} from index_sheet sh where sh.id = ${sheetId} and ${sheetScope(actor, day)}`.execute(em.getKysely());
  if (!rows[0]) throw new Refused('NOT_FOUND', { what: 'IndexSheet' }, 'sheetId');
  return rows[0];
}
