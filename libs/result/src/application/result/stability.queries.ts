import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database } from '#lib/platform';
import { judgingScope } from '#lib/jury';
import { type PrizeName } from './closed-round.queries.js';

/** The result in force of a closed round, and of what the stability that is kept with it was reckoned. */
export interface StabilityHead {
  readonly resultId: string;
  readonly last: boolean;
  readonly auditHash: string;
  readonly keptOf: string | null;
  /** What it would be reckoned of now, beside the cards: the prizes, and how many have left the contest. */
  readonly madeOf: string;
  readonly prizes: readonly PrizeName[];
}

/** A line as it is kept. */
export interface KeptLine {
  readonly initiative: InitiativeName;
  readonly place: number;
  readonly rank: number | null;
  readonly track: PrizeName['track'];
  readonly best: number | null;
  readonly worst: number | null;
  readonly unrankedWithout: number | null;
  readonly chances: readonly number[] | null;
}

const PRIZES = sql`(select coalesce(json_agg(json_build_object('key', t.key, 'track', t.track, 'nameVi', t.name_vi, 'nameEn', t.name_en, 'quantity', t.quantity)
  order by t."order"), '[]') from prize_tier t where t.contest_id = r.contest_id)`;
const LEFT = sql`(select count(*) from initiative i where i.contest_id = r.contest_id and i.state in ('WITHDRAWN', 'DISQUALIFIED'))`;
const MADE_OF = sql`md5(${LEFT} || coalesce((select string_agg(concat_ws(':', t.key, t.track, t.quantity), ',' order by t."order")
  from prize_tier t where t.contest_id = r.contest_id), ''))`;

/** Stability as it is kept with the version of a result. */
@Injectable()
export class StabilityQueries {
  constructor(private readonly database: Database) {}

  /** Refuses a round that is out of reach or not closed; the system's reach is everywhere. */
  async head(actor: Actor, roundId: string): Promise<StabilityHead> {
    const scope = actor.isSystem ? sql<boolean>`true` : judgingScope(actor, 'standings:read');
    const head = await this.database.first(sql<Omit<StabilityHead, 'resultId'> & { resultId: string | null }>`
      select v.id as "resultId", r.last, v.audit_hash as "auditHash", v.stability_of as "keptOf", ${MADE_OF} as "madeOf", ${PRIZES} as prizes
      from round r join contest ct on ct.id = r.contest_id left join round_result v on v.round_id = r.id and v.superseded_at is null
      where r.id = ${roundId} and ${scope}`);
    if (!head) throw new Refused('NOT_FOUND', { what: 'Round' });
    if (head.resultId === null) throw new Refused('ROUND_NOT_CLOSED');
    return { ...head, resultId: head.resultId };
  }

  /** By place. */
  lines(resultId: string, args: PageArgs): Promise<Page<KeptLine>> {
    return this.database.page<KeptLine>(
      {
        columns: sql`s.place, ${initiativeName(sql`i`)} as initiative, s.rank, i.track, s.best_rank as best, s.worst_rank as worst,
          s.unranked_without as "unrankedWithout", s.chances`,
        from: sql`standing s left join initiative i on i.id = s.initiative_id`,
        where: sql`s.result_id = ${resultId}`,
        order: [{ column: sql`s.place`, key: 'place', type: 'integer' }],
      },
      args,
    );
  }
}
