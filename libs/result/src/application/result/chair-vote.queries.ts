import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Contest } from '#domain/contest';
import { recordsOf } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { whyNotVote } from '../../domain/result/chair-vote.entity.js';
import { contestScope, judgingScope } from '#lib/jury';
import { ResultPorts } from './result.ports.js';

/** A vote of the chair: a whole tied group, in the order that was given. */
export interface ChairVoteRow {
  readonly id: string;
  readonly contestId: string;
  /** The version of the result in which they were equal. */
  readonly resultNumber: number;
  readonly initiatives: readonly InitiativeName[];
  readonly reason: string;
  readonly castByName: string;
  readonly castAt: Date;
}

/** Those who share a rank, which nothing but the chair's vote can part. */
export interface Tie {
  readonly rank: number;
  readonly initiatives: readonly InitiativeName[];
}

/** What waits for the chair in a contest; `id` is the contest's. */
export interface TiesRow {
  readonly id: string;
  readonly ties: readonly Tie[];
  readonly canVote: boolean;
  readonly whyNotVote: Reason;
}

const NAMED = initiativeName(sql`i`);
/** Whether the ladder of rule book `b` ends with the chair. */
export const LADDER_HAS_VOTE = sql<boolean>`b.content->'tieBreak' @> '[{"kind": "CHAIR_VOTE"}]'`;
/** The groups of result `v` in which more than one of those still in the contest share a rank. */
export const TIES = sql`(select s.rank, json_agg(${NAMED} order by i.code, i.id) as initiatives, array_agg(i.id) as ids
  from final_standing s join initiative i on i.id = s.initiative_id and i.state = 'ELIGIBLE'
  where s.result_id = v.id and s.rank is not null group by s.rank having count(*) > 1)`;

/** The votes of a jury's chair, cast and due. */
@Injectable()
export class ChairVoteQueries {
  constructor(
    private readonly database: Database,
    private readonly ports: ResultPorts,
  ) {}

  /** To the chair alone, who is told nothing of a tie with an initiative they are in conflict with, nor of one that the prizes settled. Null to everybody else. */
  async tiesToDecide(chair: Actor, contestId: string): Promise<TiesRow | null> {
    const found = await this.database.first(sql<Pick<TiesRow, 'id' | 'ties'> & Pick<Contest, 'phase'>>`
      select ct.id, ct.phase, coalesce((
        select json_agg(json_build_object('rank', tie.rank, 'initiatives', tie.initiatives) order by tie.rank)
        from contest_result v join rule_book b on b.id = v.rule_book_id and ${LADDER_HAS_VOTE} cross join lateral ${TIES} tie
        where v.contest_id = ct.id and v.superseded_at is null and ct.phase in ('JUDGING', 'DELIBERATION')
          and not ${barredFrom(chair, sql`tie.ids`)} and not ${this.ports.settled({ contestId: sql`ct.id`, initiativeIds: sql`tie.ids` })}), '[]') as ties
      from contest ct where ct.id = ${contestId} and ${isChair(chair)}`);
    if (!found) return null;
    const { phase, ...ties } = found;
    // Of a result without a tie that is theirs the chair is told nothing.
    const why = ties.ties.length === 0 ? null : (whyNotVote({ phase }) ?? (await this.ports.whyNotChange(contestId)));
    return { ...ties, canVote: ties.ties.length > 0 && why === null, whyNotVote: why };
  }

  /** In the order in which they were cast, to those who may see the judging. */
  chairVotes(actor: Actor, contestId: string): Promise<ChairVoteRow[]> {
    return this.read(sql`ct.id = ${contestId} and ${judgingScope(actor, 'standings:read')}`);
  }

  /** To those who may see the judging, and to who cast it. */
  @Rereads('ChairVote')
  async chairVote(actor: Actor, id: string): Promise<ChairVoteRow | null> {
    const [row] = await this.read(sql`k.id = ${id} and (k.cast_by_id = ${actor.id} or (${judgingScope(actor, 'standings:read')}))`);
    return row ?? null;
  }

  /** What decides whether somebody may vote in a contest; null where the contest is out of their reach. */
  async standingOf(chair: Actor, contestId: string, initiativeIds: readonly string[]): Promise<{ chair: boolean; barred: boolean } | null> {
    return this.database.first(sql<{ chair: boolean; barred: boolean }>`
      select ${isChair(chair)} as chair, ${barredFrom(chair, sql`${initiativeIds}::uuid[]`)} as barred
      from contest ct where ct.id = ${contestId} and ${contestScope(chair, 'scorecard:sign')}`);
  }

  /** The ids of each tied group of a result. */
  async groups(resultId: string): Promise<string[][]> {
    const rows = await this.database.rows(
      sql<{ ids: string[] }>`select to_json(tie.ids) as ids from contest_result v cross join lateral ${TIES} tie where v.id = ${resultId}`,
    );
    return rows.map(({ ids }) => ids);
  }

  private read(where: RawBuilder<unknown>): Promise<ChairVoteRow[]> {
    return this.database.rows(sql<ChairVoteRow>`
      select k.id, v.contest_id as "contestId", v.number as "resultNumber", k.reason, p.full_name as "castByName", k.cast_at as "castAt",
        (select json_agg(${NAMED} order by given.place) from jsonb_array_elements_text(k.initiatives) with ordinality given (id, place)
           join initiative i on i.id = given.id::uuid) as initiatives
      from chair_vote k join contest_result v on v.id = k.result_id join contest ct on ct.id = v.contest_id join person p on p.id = k.cast_by_id
      where ${where} order by k.cast_at, k.id`);
  }
}

/** The contest is `ct`. */
export function isChair(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${contestScope(actor, 'scorecard:sign')} and exists (
    select 1 from seat chair where chair.contest_id = ct.id and chair.person_id = ${actor.id} and chair.kind = 'JUDGE' and chair.chair and chair.ended_at is null))`;
}

export function barredFrom(actor: Actor, ids: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from conflict k where k.person_id = ${actor.id} and k.active and k.initiative_id = any(${ids}))
    or exists (select 1 from initiative_author own where own.person_id in ${recordsOf(sql`${actor.id}::uuid`)} and own.initiative_id = any(${ids})))`;
}
