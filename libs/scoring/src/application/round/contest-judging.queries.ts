import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type ContestPhase } from '#domain/contest';
import { seesContest } from '#lib/contest';
import { type Actor } from '#lib/kernel';
import { Database, type Reason } from '#lib/platform';
import { whyNotPack, whyNotPlan } from '../../domain/round/opening.js';
import { contestScope, judgingScope } from '#lib/jury';

/** What may be done for the judging of a contest as a whole, rounds or none; `id` is the contest's. */
export interface ContestJudgingRow {
  readonly id: string;
  readonly canPlanRounds: boolean;
  readonly whyNotPlanRounds: Reason;
  readonly canSetConflict: boolean;
  readonly canMakePack: boolean;
  readonly whyNotMakePack: Reason;
}

interface JudgingFacts {
  readonly id: string;
  readonly phase: ContestPhase;
  readonly runs: boolean;
  readonly canSetConflict: boolean;
  readonly hasRuleBook: boolean;
  readonly hasClosed: boolean;
}

@Injectable()
export class ContestJudgingQueries {
  constructor(private readonly database: Database) {}

  /** Null where the contest is not the actor's to see. Who is shut out of the judging may still tell of a conflict of their own. */
  async contestJudging(actor: Actor, contestId: string): Promise<ContestJudgingRow | null> {
    const found = await this.database.first(sql<JudgingFacts>`
      select ct.id, ct.phase, ${judgingScope(actor, 'round:manage')} as runs, ${contestScope(actor, 'conflict:set')} as "canSetConflict",
        exists (select 1 from rule_book b where b.contest_id = ct.id) as "hasRuleBook",
        exists (select 1 from round r where r.contest_id = ct.id and r.state = 'CLOSED') as "hasClosed"
      from contest ct where ct.id = ${contestId} and exists (select 1 from contest c where c.id = ct.id and ${seesContest(actor)})`);
    if (!found) return null;
    const { id, runs, canSetConflict } = found;
    const [plan, pack] = [whyNotPlan(found), whyNotPack(found)];
    return {
      id,
      canSetConflict,
      canPlanRounds: runs && plan === null,
      whyNotPlanRounds: runs ? plan : null,
      canMakePack: runs && pack === null,
      whyNotMakePack: runs ? pack : null,
    };
  }

  /** Whether the judging is open to somebody, of a contest or of the one that a round is of: to who may, and has no part in it themselves. */
  async seesJudging(actor: Actor, permission: string, of: { readonly contestId?: string; readonly roundId?: string }): Promise<boolean> {
    const contest = of.contestId ? sql`${of.contestId}::uuid` : sql`(select r.contest_id from round r where r.id = ${of.roundId})`;
    const found = await this.database.first(sql`select 1 from contest ct where ct.id = ${contest} and ${judgingScope(actor, permission)}`);
    return found !== null;
  }
}
