import { type RawBuilder, sql } from 'kysely';
import {
  type ConflictFacts,
  type ConflictSource,
  type ConflictType,
  type JudgedInitiative,
  type SeatHolder,
} from '../../domain/conflict/conflicts.js';
import { goesOn, grantsFrom, recordsOf } from '#lib/identity';
import { PREPARED } from '#lib/platform';
import { TAKES_PART, oversees } from '../scope.js';

/** What detection reads of a contest. */
export interface ConflictField {
  readonly hostUnitId: string;
  readonly people: SeatHolder[];
  readonly initiatives: JudgedInitiative[];
  readonly units: { id: string; parentId: string | null }[];
  readonly together: { personId: string; otherId: string }[];
  readonly known: {
    readonly id: string;
    readonly personId: string;
    readonly initiativeId: string;
    readonly type: ConflictType;
    readonly source: ConflictSource;
    readonly pinned: boolean;
    readonly active: boolean;
    /** The initiative has been given to judges. */
    readonly judged: boolean;
  }[];
}

/** The rows as the rule takes them. */
export function factsFrom({ hostUnitId, units, together }: ConflictField): ConflictFacts {
  const coAuthorsOf = new Map<string, Set<string>>();
  for (const { personId, otherId } of together) coAuthorsOf.set(personId, (coAuthorsOf.get(personId) ?? new Set<string>()).add(otherId));
  return { hostUnitId, parentOf: new Map(units.map(({ id, parentId }) => [id, parentId])), coAuthorsOf };
}

/** What is looked at of a contest: all of it, or one person, or one initiative. A candidate is somebody who has no seat yet. */
export interface Within {
  readonly candidateId?: string | undefined;
  readonly personId?: string | undefined;
  readonly initiativeId?: string | undefined;
  /** The past was written anew: what it brought while there were cards stays. */
  readonly rewritten?: boolean | undefined;
}

/**
 * What a person recorded of a past contest `past` is the word of one: of who has a say in the judging of `ct` it shuts nobody out, and of a
 * judge it counts where who recorded it could have held them in conflict too, for the host or above.
 */
const COUNTS = (day: string): RawBuilder<boolean> =>
  sql<boolean>`(not past.recorded or i.created_by_id is null or (past.host_id in (select id from above) and not ${oversees(sql`record.holder_id`, day)}))`;

/**
 * Held against the initiatives are those with a seat and those who organise or lead for the host, seat or not, from now or from a day to
 * come: all of them may see the judging. A position to come counts as one that is held. Drafts are their authors' own business: they take no part until they are sent in;
 * what has cards takes part to the end. A person is held by all their records: what was merged into one, they wrote and worked as.
 */
export function conflictField(
  contestId: string,
  { day, candidateId, personId, initiativeId }: { readonly day: string } & Within,
): RawBuilder<ConflictField> {
  const holders = sql`
        select person_id from seat where contest_id = ${contestId} and ended_at is null
        union select g.person_id from ${grantsFrom(day)} g join above on above.id = g.unit_id where g.role in ('ORGANISER', 'LEADER')`;
  const only = personId ?? candidateId;
  return sql<ConflictField>`
    with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join contest on contest.host_id = u.id where contest.id = ${contestId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id),
      holder as (${candidateId ? sql`select ${candidateId}::uuid as person_id` : sql`select person_id from (${holders}) held where ${personId ? sql`person_id = ${personId}` : sql`true`}`}),
      record as (select holder.person_id as holder_id, holder.person_id as id from holder
        union all select holder.person_id, p.id from holder join person p on p.merged_into_id = holder.person_id),
      judged as (select i.id, i.owner_id from initiative i where i.contest_id = ${contestId} and ${TAKES_PART}
        and ${initiativeId ? sql`i.id = ${initiativeId}` : sql`true`})
    select ct.host_id as "hostUnitId",
      (select coalesce(json_agg(json_build_object('personId', p.id, 'unitIds', (
         select coalesce(json_agg(works.unit_id), '[]') from (
           select one.unit_id from person one where one.id in ${recordsOf(sql`p.id`)} and one.unit_id is not null
           union select o.unit_id from position o where o.person_id in ${recordsOf(sql`p.id`)} and (o."to" is null or o."to" >= ${day}::date)) works))), '[]')
         from holder join person p on p.id = holder.person_id) as people,
      (select coalesce(json_agg(json_build_object('id', j.id, 'ownerUnitId', j.owner_id, 'authorIds', (
         select coalesce(json_agg(${goesOn('ap')}), '[]') from initiative_author a join person ap on ap.id = a.person_id where a.initiative_id = j.id))), '[]') from judged j) as initiatives,
      (select coalesce(json_agg(json_build_object('id', u.id, 'parentId', u.parent_id)), '[]') from unit u) as units,
      (select coalesce(json_agg(distinct jsonb_build_object('personId', record.holder_id, 'otherId', ${goesOn('op')})), '[]')
         from record join initiative_author mine on mine.person_id = record.id
         join initiative_author other on other.initiative_id = mine.initiative_id and other.person_id <> mine.person_id
         join person op on op.id = other.person_id
         join initiative i on i.id = mine.initiative_id and i.state <> 'DRAFT' join contest past on past.id = i.contest_id
         where ${COUNTS(day)}) as together,
      (select coalesce(json_agg(json_build_object('id', k.id, 'personId', k.person_id, 'initiativeId', k.initiative_id, 'type', k.type,
         'source', k.source, 'pinned', k.pinned, 'active', k.active,
         'judged', exists (select 1 from scorecard held where held.initiative_id = k.initiative_id))), '[]') from conflict k where k.contest_id = ct.id
         and ${only ? sql`k.person_id = ${only}` : sql`true`} and ${initiativeId ? sql`k.initiative_id = ${initiativeId}` : sql`true`}) as known
    from contest ct where ct.id = ${contestId} ${PREPARED}`;
}
