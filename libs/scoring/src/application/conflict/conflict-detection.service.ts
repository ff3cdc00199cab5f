import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, localDate, newId } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import {
  type ConflictFacts,
  type DetectedConflict,
  type JudgedInitiative,
  type SeatHolder,
  conflictKey,
  detectConflicts,
} from '../../domain/conflict/conflicts.js';
import { TAKES_PART } from '../scope.js';

const CAUGHT_UP = 'Phát hiện xung đột lợi ích';

interface Found {
  readonly hostUnitId: string;
  readonly people: SeatHolder[];
  readonly initiatives: JudgedInitiative[];
  readonly units: { id: string; parentId: string | null }[];
  readonly together: { personId: string; otherId: string }[];
  readonly known: (DetectedConflict & { readonly id: string; readonly source: string; readonly pinned: boolean })[];
}

/** Keeps the detected conflicts of a contest in step with its seats, organisers, authors and units. */
@Injectable()
export class ConflictDetectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  /**
   * Finds all conflicts anew: adds what is missing, takes away detected ones that no longer hold, leaves pinned ones alone.
   * Unsigned cards that a conflict catches up with are excused. Joins the act it is called in.
   */
  detect(actor: Actor, contestId: string): Promise<void> {
    return this.work.act(actor, 'detectConflicts', async (act) => {
      await act.em.flush();
      const found = await this.database.first(factsOf(contestId, localDate(act.at)));
      if (!found) return;
      const detected = detectConflicts(found.people, found.initiatives, factsFrom(found));
      const holds = new Set(detected.map(conflictKey));
      const known = new Set(found.known.map(conflictKey));
      const fresh = detected.filter((conflict) => !known.has(conflictKey(conflict)));
      const gone = found.known.filter(
        (conflict) => conflict.source === 'DETECTED' && !conflict.pinned && !holds.has(conflictKey(conflict)),
      );
      await insertDetected(act, contestId, fresh);
      if (gone.length > 0) await sql`delete from conflict where id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(act.em.getKysely());
      if (fresh.length + gone.length > 0) {
        act.record({
          subject: { type: 'Contest', id: contestId },
          after: { detected: fresh, gone: gone.map(({ personId, initiativeId, type }) => ({ personId, initiativeId, type })) },
        });
      }
      await this.excuseConflicted(act, contestId);
    });
  }

  /** Cards that are not signed and whose judge may not judge that initiative: out of the count, and kept. They are taken over by the event. */
  async excuseConflicted(act: Act, contestId: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      update scorecard c set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${CAUGHT_UP}, version = c.version + 1
      from round r where r.id = c.round_id and r.contest_id = ${contestId} and r.state <> 'CLOSED' and c.state = 'DRAFT'
        and exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)
      returning c.id`.execute(act.em.getKysely());
    for (const { id } of rows) act.record({ subject: { type: 'Scorecard', id }, after: { state: 'EXCUSED' }, reason: CAUGHT_UP });
    if (rows.length > 0) act.emit({ type: 'cards.excused', payload: { contestId, cardIds: rows.map(({ id }) => id) } });
  }
}

function factsFrom({ hostUnitId, units, together }: Found): ConflictFacts {
  const coAuthorsOf = new Map<string, Set<string>>();
  for (const { personId, otherId } of together) coAuthorsOf.set(personId, (coAuthorsOf.get(personId) ?? new Set<string>()).add(otherId));
  return { hostUnitId, parentOf: new Map(units.map(({ id, parentId }) => [id, parentId])), coAuthorsOf };
}

/**
 * Held against the initiatives are those with a seat and those who organise for the host, seat or not: either may see the judging.
 * Drafts are their authors' own business: they take no part until they are sent in; what has cards takes part to the end.
 */
function factsOf(contestId: string, day: string): RawBuilder<Found> {
  return sql<Found>`
    with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join contest on contest.host_id = u.id where contest.id = ${contestId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id),
      holder as (
        select person_id from seat where contest_id = ${contestId} and ended_at is null
        union select g.person_id from role_grant g join above on above.id = g.unit_id where g.role = 'ORGANISER' and g.revoked_at is null
          and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date)),
      judged as (select i.id, i.owner_id from initiative i where i.contest_id = ${contestId} and ${TAKES_PART})
    select ct.host_id as "hostUnitId",
      (select coalesce(json_agg(json_build_object('personId', p.id, 'unitIds', (
         select coalesce(json_agg(works.unit_id), '[]') from (
           select p.unit_id where p.unit_id is not null
           union select o.unit_id from position o where o.person_id = p.id and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)) works))), '[]')
         from holder join person p on p.id = holder.person_id) as people,
      (select coalesce(json_agg(json_build_object('id', j.id, 'ownerUnitId', j.owner_id, 'authorIds', (
         select coalesce(json_agg(a.person_id), '[]') from initiative_author a where a.initiative_id = j.id))), '[]') from judged j) as initiatives,
      (select coalesce(json_agg(json_build_object('id', u.id, 'parentId', u.parent_id)), '[]') from unit u) as units,
      (select coalesce(json_agg(distinct jsonb_build_object('personId', mine.person_id, 'otherId', other.person_id)), '[]')
         from initiative_author mine join holder on holder.person_id = mine.person_id
         join initiative_author other on other.initiative_id = mine.initiative_id and other.person_id <> mine.person_id
         join initiative i on i.id = mine.initiative_id and i.state <> 'DRAFT') as together,
      (select coalesce(json_agg(json_build_object('id', k.id, 'personId', k.person_id, 'initiativeId', k.initiative_id, 'type', k.type,
         'source', k.source, 'pinned', k.pinned)), '[]') from conflict k where k.contest_id = ct.id) as known
    from contest ct where ct.id = ${contestId}`;
}

async function insertDetected({ em, at }: Act, contestId: string, conflicts: readonly DetectedConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  await sql`
    insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at, version)
    select found.id, ${contestId}::uuid, found.initiative_id, found.person_id, found.type, 'DETECTED', false, true, ${at}, 1
    from unnest(${conflicts.map(() => newId())}::uuid[], ${conflicts.map(({ initiativeId }) => initiativeId)}::uuid[],
      ${conflicts.map(({ personId }) => personId)}::uuid[], ${conflicts.map(({ type }) => type)}::text[]) as found (id, initiative_id, person_id, type)
    on conflict (initiative_id, person_id, type) do nothing`.execute(em.getKysely());
}
