import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type ContestPhase } from '#domain/contest';
import { seesContest } from '#lib/contest';
import { type Actor } from '#lib/kernel';
import { Database, type Reason } from '#lib/platform';
import { judgingScope } from '#lib/jury';
import { type ProposalFacts, whyNotPropose, whyNotRecordPast } from '../domain/award-decision.entity.js';

/** What may be done towards the prizes of a contest, whether or not there is a list of them; `id` is the contest's. */
export interface ContestAwardsRow {
  readonly id: string;
  readonly canPropose: boolean;
  readonly whyNotPropose: Reason;
  readonly canRecord: boolean;
}

interface AwardsFacts extends ProposalFacts {
  readonly id: string;
  readonly phase: ContestPhase;
  readonly proposes: boolean;
  readonly records: boolean;
  readonly recorded: boolean;
}

@Injectable()
export class ContestAwardsQueries {
  constructor(private readonly database: Database) {}

  /** Null where the contest is not the actor's to see. Of the standings those alone are told who draw up its list. */
  async contestAwards(actor: Actor, contestId: string): Promise<ContestAwardsRow | null> {
    const found = await this.database.first(sql<AwardsFacts>`
      select ct.id, ct.phase, ct.recorded, ${judgingScope(actor, 'award:propose')} as proposes,
        ct.host_id = any(${actor.unitsFor('award:record')}::uuid[]) as records,
        exists (select 1 from contest_result v join final_standing s on s.result_id = v.id
          where v.contest_id = ct.id and v.superseded_at is null) as "isFinal",
        (select json_build_object('state', d.state, 'current', coalesce(d.drawn_from_id = (
          select v.id from contest_result v where v.contest_id = ct.id and v.superseded_at is null), false))
          from award_decision d where d.contest_id = ct.id) as list
      from contest ct where ct.id = ${contestId} and exists (select 1 from contest c where c.id = ct.id and ${seesContest(actor)})`);
    if (!found) return null;
    const { id, proposes, records, recorded, list } = found;
    const why = proposes ? whyNotPropose(found) : null;
    return {
      id,
      canPropose: proposes && why === null,
      whyNotPropose: why,
      canRecord: records && whyNotRecordPast({ recorded, hasList: list !== null }) === null,
    };
  }
}
