import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { Decimal, Refused } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type CountedInitiative, countingCards, type FirstCards, type JudgedCard } from '#domain/scoring';
import { type ClosedLine } from '../../domain/result/final-standings.js';
import { type AuditHead } from '../../domain/result/result.entity.js';
import { IN_ROUND } from '#lib/scoring';

/** The versions of rounds' results that nothing has superseded. */
const RESULT_IN_FORCE = sql`(select v.id, v.round_id from round_result v where v.superseded_at is null)`;

/** What a result is made of: always read inside the act's transaction, never shown as it is. */
@Injectable()
export class CountingQueries {
  constructor(private readonly database: Database) {}

  /** The signed totals of each initiative's first cards. Sealed: for the divergence of a round whose signing is locked. */
  firstCards(roundId: string): Promise<FirstCards[]> {
    return this.database.rows(sql<FirstCards>`
      select i.id as "initiativeId", json_agg(c.judge_id) as "judgeIds", coalesce(json_agg(c.total::text) filter (where c.state = 'SIGNED' and not c.extra), '[]') as totals,
        bool_or(c.extra and c.state <> 'EXCUSED') as called
      from round r join initiative i on ${IN_ROUND} join scorecard c on c.round_id = r.id and c.initiative_id = i.id
      where r.id = ${roundId} group by i.id, i.code order by i.code, i.id`);
  }

  /** The counting cards of a round, by initiative. What a further mark displaces is not among them. */
  async countingCards(roundId: string): Promise<CountedInitiative<JudgedCard>[]> {
    const { rule, initiatives } = await this.signedCards(roundId);
    return initiatives.map((initiative) => ({ ...initiative, cards: countingCards(rule, initiative.cards) }));
  }

  /** All signed cards of a round, by initiative: totals, and the points in the order of the rubric. */
  async signedCards(roundId: string): Promise<SignedRound> {
    const round = await this.database.first(sql<{ rule: RoundRule }>`select rule from round where id = ${roundId}`);
    if (!round) throw new Refused('NOT_FOUND', { what: 'Round' });
    const rows = await this.database.rows(sql<SignedCards>`
      select i.id, json_agg(json_build_object('judgeId', c.judge_id, 'total', c.total::text, 'extra', c.extra,
          'points', jsonb_path_query_array(c.marks, '$[*].points')) order by c.id) as cards,
        (select json_agg(json_build_object('key', e.key, 'score', s.score::text, 'criteria', s.criteria))
           from standing s join ${RESULT_IN_FORCE} v on v.id = s.result_id join round e on e.id = v.round_id where s.initiative_id = i.id and e.contest_id = i.contest_id and e.ordinal < r.ordinal) as earlier
      from round r join initiative i on ${IN_ROUND} join scorecard c on c.round_id = r.id and c.initiative_id = i.id and c.state = 'SIGNED'
      where r.id = ${roundId} group by i.id, i.code, r.ordinal order by i.code, i.id`);
    return { rule: round.rule, initiatives: rows.map(({ id, cards, earlier }) => ({ id, cards, earlier: figuresOf(earlier ?? []) })) };
  }

  /** The last entry of the audit log as this act sees it. Cards are signed before their round is locked, so theirs stand before it. */
  async auditHead(): Promise<AuditHead> {
    const head = await this.database.first(
      sql<AuditHead>`select seq::int as seq, hash from audit_entry order by audit_entry.seq desc limit 1`,
    );
    return head ?? { seq: 0, hash: '' };
  }

  /** The kept lines of all rounds of a contest, of the initiatives that are still in it. */
  closedLines(contestId: string): Promise<(ClosedLine & { readonly key: string })[]> {
    return this.database.rows(sql<ClosedLine & { key: string }>`
      select r.key, s.initiative_id as "initiativeId", s.rank, s.place, s.score::text as score, s.state, s.criteria
      from standing s join ${RESULT_IN_FORCE} v on v.id = s.result_id join round r on r.id = v.round_id join initiative i on i.id = s.initiative_id and i.state = 'ELIGIBLE'
      where r.contest_id = ${contestId} order by r.ordinal, s.place`);
  }

  /** The initiatives that passed by a version of a round's result. */
  async passed(resultId: string): Promise<string[]> {
    const lines = await this.database.rows(sql<{ id: string }>`
      select s.initiative_id as id from standing s where s.result_id = ${resultId} and s.state = 'PASSED' order by s.place`);
    return lines.map(({ id }) => id);
  }

  /** The chair's votes in a contest, oldest first: each the ids of a tied group in the order it was given. */
  async chairVotes(contestId: string): Promise<(readonly string[])[]> {
    const votes = await this.database.rows(sql<{ initiatives: readonly string[] }>`
      select k.initiatives from chair_vote k join contest_result v on v.id = k.result_id where v.contest_id = ${contestId} order by k.cast_at, k.id`);
    return votes.map(({ initiatives }) => initiatives);
  }
}

/** A round's rule and its initiatives with every signed card, the displaced ones too. */
export interface SignedRound {
  readonly rule: RoundRule;
  readonly initiatives: readonly CountedInitiative<JudgedCard>[];
}

interface SignedCards {
  readonly id: string;
  readonly cards: readonly JudgedCard[];
  readonly earlier: readonly EarlierLine[] | null;
}

interface EarlierLine {
  readonly key: string;
  readonly score: string;
  readonly criteria: Readonly<Record<string, string>>;
}

function figuresOf(lines: readonly EarlierLine[]): Map<string, Decimal> {
  return new Map(
    lines.flatMap(({ key, score, criteria }) => [
      [key, new Decimal(score)] as const,
      ...Object.entries(criteria).map(([criterion, value]) => [`${key}/${criterion}`, new Decimal(value)] as const),
    ]),
  );
}
