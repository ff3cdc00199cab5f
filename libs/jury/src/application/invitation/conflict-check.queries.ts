import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { contestOver } from '#lib/contest';
import { grantsOn, nameablePerson } from '#lib/identity';
import { type InitiativeName, type OwnerName, initiativeName, ownerName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Cursors, Database, type Reason, vietnamese } from '#lib/platform';
import { type ConflictSource, type ConflictType, conflictKey, detectConflicts } from '../../domain/conflict/conflicts.js';
import { type CandidateFacts, whyNotInvite } from '../../domain/invitation/policies.js';
import { conflictField, factsFrom } from '../conflict/conflict-field.js';
import { judgingScope } from '../scope.js';

/** An initiative that somebody could not judge, and why. */
export interface FoundConflict {
  readonly id: string;
  readonly initiative: InitiativeName;
  readonly owner: OwnerName;
  readonly type: ConflictType;
  readonly source: ConflictSource;
}

/** A unit that somebody heads, and how many of its initiatives compete. */
export interface HeadedUnit {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly initiatives: number;
}

/** What is known of somebody before they are asked onto a jury; `id` is the person's. */
export interface ConflictCheck {
  readonly id: string;
  readonly contestId: string;
  readonly fullName: string;
  readonly author: boolean;
  readonly seated: boolean;
  readonly invited: boolean;
  readonly judge: boolean;
  readonly whyNotInvite: Reason;
  readonly heads: readonly HeadedUnit[];
  /** Of how many initiatives they could not judge; the list may name one more than once. */
  readonly initiatives: number;
  readonly conflicts: Page<FoundConflict>;
}

interface Candidate extends CandidateFacts {
  readonly id: string;
  readonly fullName: string;
  readonly heads: HeadedUnit[];
}

export interface CandidateOrder {
  readonly contestId: string;
  readonly personId: string;
}

/** Looks at a person as detection will once they are seated, and writes nothing. */
@Injectable()
export class ConflictCheckQueries {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Null where the contest is not the actor's to look into, or there is no such person. */
  async conflictCheck(actor: Actor, args: CandidateOrder & PageArgs): Promise<ConflictCheck | null> {
    const candidate = await this.candidate(actor, args);
    if (!candidate) return null;
    const found = await this.conflictsOf(args);
    const page = this.cursors.pageOf(found, { ...args, list: 'conflictCheck' }, ({ key }) => [key]);
    const initiatives = await this.initiativesOf(page.edges.map(({ node }) => node.initiativeId));
    const conflicts = pageAs(page, ({ key, initiativeId, type, source }) => {
      const initiative = initiatives.get(initiativeId);
      return initiative ? { ...initiative, id: key, type, source } : null;
    });
    const { id, fullName, heads, author, seated, invited, judge } = candidate;
    return {
      ...{ id, contestId: args.contestId, fullName, heads, author, seated, invited, judge },
      whyNotInvite: whyNotInvite(candidate),
      initiatives: new Set(found.map(({ initiativeId }) => initiativeId)).size,
      conflicts: { ...conflicts, edges: conflicts.edges.filter(hasRow) },
    };
  }

  /** How many initiatives of the contest somebody could not judge. */
  async countFor(order: CandidateOrder): Promise<number> {
    return new Set((await this.conflictsOf(order)).map(({ initiativeId }) => initiativeId)).size;
  }

  /** What decides whether somebody can be invited, in a contest of the actor's. */
  candidate(actor: Actor, { contestId, personId }: CandidateOrder): Promise<Candidate | null> {
    const today = localDate(this.clock.now());
    const inForce = (from: string, to: string) =>
      sql`${sql.ref(from)} <= ${today}::date and (${sql.ref(to)} is null or ${sql.ref(to)} >= ${today}::date)`;
    return this.database.first(sql<Candidate>`
      select p.id, p.full_name as "fullName", ${contestOver(sql`ct`)} as over, p.id = ${actor.id} as own,
        exists (select 1 from initiative_author a join initiative i on i.id = a.initiative_id
          where a.person_id = p.id and i.contest_id = ct.id and i.state <> 'WITHDRAWN') as author,
        exists (select 1 from seat s where s.contest_id = ct.id and s.person_id = p.id and s.kind = 'JUDGE' and s.ended_at is null) as seated,
        exists (select 1 from jury_invitation v where v.contest_id = ct.id and v.person_id = p.id and v.state = 'INVITED') as invited,
        exists (select 1 from ${grantsOn(today)} g where g.person_id = p.id and g.role = 'JUDGE') as judge,
        (select coalesce(json_agg(json_build_object('id', u.id, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'initiatives', competing.n)
           order by ${vietnamese(sql`u.name_vi`)}, u.id), '[]')
           from (select i.owner_id, count(*)::int as n from initiative i where i.contest_id = ct.id
                   and i.state in ('SUBMITTED', 'RETURNED', 'ELIGIBLE') group by i.owner_id) competing
           join unit u on u.id = competing.owner_id
           where exists (select 1 from position o where o.person_id = p.id and o.unit_id = u.id and o.is_head and ${inForce('o.from', 'o.to')})) as heads
      from contest ct cross join person p where ct.id = ${contestId} and p.id = ${personId} and ${judgingScope(actor, 'seat:manage')}
        and ${nameablePerson(actor, 'seat:manage', { hostId: sql`ct.host_id`, day: today })}`);
  }

  /** What detection would find, with what was told of them before and without what was lifted; in a stable order. */
  private async conflictsOf({ contestId, personId }: CandidateOrder) {
    const field = await this.database.first(conflictField(contestId, { day: localDate(this.clock.now()), candidateId: personId }));
    if (!field) return [];
    const decided = field.known.filter(({ pinned }) => pinned);
    const isDecided = new Set(decided.map(conflictKey));
    const detected = detectConflicts(field.people, field.initiatives, factsFrom(field))
      .filter((conflict) => !isDecided.has(conflictKey(conflict)))
      .map((conflict) => ({ ...conflict, source: 'DETECTED' as const }));
    return [...detected, ...decided.filter(({ active }) => active)]
      .map(({ initiativeId, type, source }) => ({ key: `${initiativeId}:${type}`, initiativeId, type, source }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private async initiativesOf(ids: readonly string[]) {
    type Row = Omit<FoundConflict, 'id' | 'type' | 'source'>;
    const rows = await this.database.rows(sql<Row>`
      select ${initiativeName(sql`i`)} as initiative, ${ownerName(sql`u`)} as owner
      from initiative i join unit u on u.id = i.owner_id where i.id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.initiative.id, row]));
  }
}

type EdgeOf<T> = Page<T>['edges'][number];

/** An initiative that is gone since has no row. */
const hasRow = <T>(edge: EdgeOf<T | null>): edge is EdgeOf<T> => edge.node !== null;
