import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Track } from '#domain/contest';
import { type InitiativeName, type OwnerName, initiativeName, ownerName } from '#lib/initiative';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database, columnsShown } from '#lib/platform';
import { type FinalState } from '../../domain/result/final-standings.js';
import { type CutOff, type KnockOut, type StandingState } from '../../domain/result/standings.js';
import { judgingScope } from '#lib/jury';
import { type RoundState } from '#domain/scoring';
import { LADDER_HAS_VOTE } from './chair-vote.queries.js';
import { ResultPorts } from './result.ports.js';

interface PlacedRow {
  readonly id: string;
  readonly place: number;
  readonly rank: number | null;
  /** Exact; `rounded` is rounded half up as the rule book says. */
  readonly score: string;
  readonly rounded: string;
  readonly decidedBy: string | null;
  readonly initiative: InitiativeName;
  readonly owner: OwnerName;
  /** False for one withdrawn or disqualified since. */
  readonly eligible: boolean;
}

/** What a judge gave in all, without who it was. */
export interface SignedTotal {
  readonly total: string;
  readonly extra: boolean;
}

export interface StandingRow extends PlacedRow {
  readonly cards: number;
  /** Lowest first, those that a further card displaced too; null in versions that are no longer in force. */
  readonly totals: readonly SignedTotal[] | null;
  /** Of the totals that count; null in results kept before means were. */
  readonly mean: string | null;
  readonly spread: string;
  readonly adjusted: number | null;
  readonly adjustedRank: number | null;
  readonly state: StandingState;
  readonly knockedOut: readonly (KnockOut & { readonly nameVi: string; readonly nameEn: string })[];
  readonly cutOff: CutOff | null;
}

export interface FinalStandingRow extends PlacedRow {
  readonly state: FinalState;
  readonly reached: string;
  readonly track: Track | null;
  /** Its rank among those of its track; null without one. */
  readonly trackRank: number | null;
  /** Shares its rank, and the rule book leaves that to the chair. */
  readonly voteDue: boolean;
}

export const PLACED: Readonly<Record<keyof PlacedRow, RawBuilder<unknown>>> = {
  id: sql`s.id`,
  place: sql`s.place`,
  rank: sql`s.rank`,
  score: sql`s.score::text`,
  rounded: sql`round(s.score, (b.content->'rounding'->>'places')::int)::text`,
  decidedBy: sql`s.decided_by`,
  initiative: initiativeName(sql`i`),
  owner: ownerName(sql`u`),
  eligible: sql`(i.state = 'ELIGIBLE')`,
};
// Left joins by primary key, which PostgreSQL leaves out where rows are only counted.
export const OF_INITIATIVE = sql`left join initiative i on i.id = s.initiative_id left join unit u on u.id = i.owner_id`;
const IS_EQUAL = sql`(s.rank is not null and i.state = 'ELIGIBLE' and ${LADDER_HAS_VOTE} and exists (
  select 1 from final_standing equal join initiative other on other.id = equal.initiative_id and other.state = 'ELIGIBLE'
  where equal.result_id = s.result_id and equal.rank = s.rank and equal.id <> s.id))`;
const EQUALS = sql`array(select equal.initiative_id from final_standing equal where equal.result_id = s.result_id and equal.rank = s.rank)`;
export const TRACK_RANK = sql`(case when i.track is not null and s.rank is not null then (select count(*)::int + 1 from final_standing better
  join initiative other on other.id = better.initiative_id and other.track = i.track where better.result_id = s.result_id and better.rank < s.rank) end)`;
/** The minima that an initiative missed, with the names of their criteria. */
const KNOCKED_OUT = sql`(select jsonb_agg(missed || jsonb_build_object('nameVi', c->>'nameVi', 'nameEn', c->>'nameEn') order by at)
  from jsonb_array_elements(s.knocked_out) with ordinality as m (missed, at)
  cross join lateral (select c from jsonb_path_query(r.rule->'rubric', 'strict $.**') c where c->>'key' = missed->>'criterion' limit 1) named)`;
/** Cards change when a round is corrected: what older versions were made of is in their packs. */
const TOTALS = sql`(case when v.superseded_at is null then (
  select coalesce(jsonb_agg(jsonb_build_object('total', c.total::text, 'extra', c.extra) order by c.total, c.extra), '[]')
  from scorecard c where c.round_id = v.round_id and c.initiative_id = s.initiative_id and c.state = 'SIGNED') end)`;
const STANDING: Readonly<Record<keyof StandingRow, RawBuilder<unknown>>> = {
  ...PLACED,
  cards: sql`s.cards`,
  totals: TOTALS,
  mean: sql`s.mean::text`,
  spread: sql`s.spread::text`,
  adjusted: sql`s.adjusted`,
  adjustedRank: sql`s.adjusted_rank`,
  state: sql`s.state`,
  knockedOut: sql`(case when s.knocked_out = '[]' then s.knocked_out else ${KNOCKED_OUT} end)`,
  cutOff: sql`s.cut_off`,
};
const FINAL = { ...PLACED, reached: sql`s.reached`, state: sql`s.state`, track: sql`i.track`, trackRank: TRACK_RANK };
const ORDER = [{ column: sql`s.place`, key: 'place', type: 'integer' }] as const;

/** The version `kept` of a result: the one of that number, else the one in force. */
export const versionOf = (number: number | null | undefined): RawBuilder<boolean> =>
  typeof number === 'number' ? sql<boolean>`kept.number = ${number}` : sql<boolean>`kept.superseded_at is null`;

/** Kept rows of closed rounds: there are none before, so nothing can be read of what is sealed. */
@Injectable()
export class StandingsQueries {
  constructor(
    private readonly database: Database,
    private readonly ports: ResultPorts,
  ) {}

  /** Of the version of that number; else of the one in force. */
  standings(actor: Actor, args: PageArgs & { readonly roundId: string; readonly number?: number | null }): Promise<Page<StandingRow>> {
    return this.database.page<StandingRow>(
      {
        columns: (shows) => columnsShown<StandingRow>(STANDING, shows),
        from: sql`standing s left join round_result v on v.id = s.result_id left join rule_book b on b.id = v.rule_book_id
          left join round r on r.id = v.round_id ${OF_INITIATIVE}`,
        where: sql`s.result_id = (select kept.id from round_result kept join round mine on mine.id = kept.round_id join contest ct on ct.id = mine.contest_id
          where mine.id = ${args.roundId} and ${versionOf(args.number)} and ${judgingScope(actor, 'standings:read')})`,
        order: ORDER,
      },
      args,
    );
  }

  /** Whether somebody may not see what comes of the round or the contest: they do not run it, or are shut out of its judging. */
  async isClosedTo(
    actor: Actor,
    { roundId = null, contestId = null }: { roundId?: string | null; contestId?: string | null },
  ): Promise<boolean> {
    const of = roundId === null ? sql`ct.id = ${contestId}` : sql`ct.id = (select r.contest_id from round r where r.id = ${roundId})`;
    return (await this.database.first(sql`select 1 from contest ct where ${of} and ${judgingScope(actor, 'standings:read')}`)) === null;
  }

  /** Of a round that is there. */
  async stateOf(roundId: string): Promise<RoundState> {
    const found = await this.database.first(sql<{ state: RoundState }>`select r.state from round r where r.id = ${roundId}`);
    if (!found) throw new Refused('NOT_FOUND', { what: 'Round' });
    return found.state;
  }

  /** The contest's result after its last round, in the version of that number; else the one in force. */
  final(actor: Actor, args: PageArgs & { readonly contestId: string; readonly number?: number | null }): Promise<Page<FinalStandingRow>> {
    return this.database.page<FinalStandingRow>(
      {
        columns: (shows) => columnsShown<FinalStandingRow>({ ...FINAL, voteDue: this.voteDue() }, shows),
        from: sql`final_standing s left join contest_result v on v.id = s.result_id left join rule_book b on b.id = v.rule_book_id ${OF_INITIATIVE}`,
        where: sql`s.result_id = (select kept.id from contest_result kept join contest ct on ct.id = kept.contest_id
          where ct.id = ${args.contestId} and ${versionOf(args.number)} and ${judgingScope(actor, 'standings:read')})`,
        order: ORDER,
      },
      args,
    );
  }

  /** Of all who share the rank alike, as the chair is asked about them together. */
  private voteDue(): RawBuilder<boolean> {
    return sql<boolean>`(${IS_EQUAL} and not ${this.ports.settled({ contestId: sql`v.contest_id`, initiativeIds: EQUALS })})`;
  }
}
