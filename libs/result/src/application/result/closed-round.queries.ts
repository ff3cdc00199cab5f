import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RoundRule, type RuleBookContent, type Track } from '#domain/contest';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Decimal, Refused, type WhyNot } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';
import { type StandingState } from '../../domain/result/standings.js';
import { judgingScope } from '#lib/jury';

/** A line of the result in force. */
export interface LineInForce {
  readonly initiativeId: string;
  readonly place: number;
  readonly rank: number | null;
  readonly score: string;
  readonly state: StandingState;
  /** False for one withdrawn or disqualified since. */
  readonly eligible: boolean;
  readonly track: Track | null;
}

/** A closed round as its result in force was made of it. */
export interface ClosedRoundField {
  readonly roundId: string;
  readonly contestId: string;
  readonly last: boolean;
  readonly rule: RoundRule;
  readonly book: RuleBookContent;
  readonly auditHash: string;
  /** By place. */
  readonly lines: readonly LineInForce[];
  /** With every signed card, those that a further mark displaced too. */
  readonly signed: readonly CountedInitiative<JudgedCard>[];
}

interface Head {
  readonly resultId: string | null;
  readonly contestId: string;
  readonly last: boolean;
  readonly rule: RoundRule;
  readonly book: RuleBookContent;
  readonly auditHash: string;
}

interface Line extends LineInForce {
  readonly cards: readonly JudgedCard[];
  readonly earlier: readonly { readonly key: string; readonly score: string; readonly criteria: Readonly<Record<string, string>> }[];
}

/** A round `r` of contest `ct` with the result in force `v`, if it has one. */
const WITH_RESULT = sql`round r join contest ct on ct.id = r.contest_id
  left join round_result v on v.round_id = r.id and v.superseded_at is null`;

const refusalOf = (found: Pick<Head, 'resultId'> | null): Refused =>
  found ? new Refused('ROUND_NOT_CLOSED') : new Refused('NOT_FOUND', { what: 'Round' });

/** What is looked at beside a result. Nothing is read of a round that is not closed. */
@Injectable()
export class ClosedRoundQueries {
  constructor(private readonly database: Database) {}

  /** Refuses a round that is out of reach or not closed. */
  field(actor: Actor, roundId: string): Promise<ClosedRoundField> {
    return this.fieldWhere(roundId, judgingScope(actor, 'standings:read'));
  }

  /** Why nothing is looked at beside its result: it is out of reach, or not closed. */
  async whyNotLook(actor: Actor, roundId: string): Promise<WhyNot> {
    const found = await this.database.first(sql<Pick<Head, 'resultId'>>`
      select v.id as "resultId" from ${WITH_RESULT} where r.id = ${roundId} and ${judgingScope(actor, 'standings:read')}`);
    return found?.resultId ? null : refusalOf(found);
  }

  /** For what nobody asked for. */
  fieldOf(roundId: string): Promise<ClosedRoundField> {
    return this.fieldWhere(roundId, sql<boolean>`true`);
  }

  private async fieldWhere(roundId: string, scope: RawBuilder<boolean>): Promise<ClosedRoundField> {
    const head = await this.database.first(sql<Head>`
      select v.id as "resultId", r.contest_id as "contestId", r.last, r.rule, b.content as book, v.audit_hash as "auditHash"
      from ${WITH_RESULT} left join rule_book b on b.id = v.rule_book_id where r.id = ${roundId} and ${scope}`);
    if (!head || head.resultId === null) throw refusalOf(head);
    const lines = await this.lines(roundId, head.resultId);
    return {
      ...head,
      roundId,
      lines: lines.map(({ initiativeId, place, rank, score, state, eligible, track }) => ({
        ...{ initiativeId, place, rank, score },
        ...{ state, eligible, track },
      })),
      signed: lines.map(({ initiativeId, cards, earlier }) => ({
        id: initiativeId,
        cards,
        earlier: new Map(
          earlier.flatMap(({ key, score, criteria }) => [
            [key, new Decimal(score)] as const,
            ...Object.entries(criteria).map(([criterion, value]) => [`${key}/${criterion}`, new Decimal(value)] as const),
          ]),
        ),
      })),
    };
  }

  /** What initiatives are called, by their ids. */
  async initiatives(ids: readonly string[]): Promise<(id: string) => InitiativeName> {
    const rows = await this.database.rows(
      sql<{ named: InitiativeName }>`select ${initiativeName(sql`i`)} as named from initiative i where i.id = any(${ids}::uuid[])`,
    );
    const names = new Map(rows.map(({ named }) => [named.id, named]));
    return (id) => names.get(id) ?? { id, receiptNumber: null, title: '' };
  }

  /** What judges are called, by their ids. */
  async judges(ids: readonly string[]): Promise<(id: string) => PersonName> {
    const rows = await this.database.rows(
      sql<{ named: PersonName }>`select ${personName(sql`p`)} as named from person p where p.id = any(${ids}::uuid[])`,
    );
    const names = new Map(rows.map(({ named }) => [named.id, named]));
    return (id) => names.get(id) ?? { id, fullName: '' };
  }

  private lines(roundId: string, resultId: string): Promise<Line[]> {
    return this.database.rows(sql<Line>`
      with earlier as materialized (
        select e.key, v.id as result_id from round r join round e on e.contest_id = r.contest_id and e.ordinal < r.ordinal
        join round_result v on v.round_id = e.id and v.superseded_at is null where r.id = ${roundId})
      select s.initiative_id as "initiativeId", s.place, s.rank, s.score::text as score, s.state, i.state = 'ELIGIBLE' as eligible, i.track,
        (select coalesce(json_agg(json_build_object('judgeId', c.judge_id, 'total', c.total::text, 'extra', c.extra,
            'points', jsonb_path_query_array(c.marks, '$[*].points')) order by c.id), '[]')
           from scorecard c where c.round_id = ${roundId} and c.initiative_id = s.initiative_id and c.state = 'SIGNED') as cards,
        (select coalesce(json_agg(json_build_object('key', e.key, 'score', b.score::text, 'criteria', b.criteria)), '[]')
           from earlier e join standing b on b.result_id = e.result_id and b.initiative_id = s.initiative_id) as earlier
      from standing s join initiative i on i.id = s.initiative_id where s.result_id = ${resultId} order by s.place`);
  }
}

/** A prize of the plan, with how many there are of it. */
export interface PrizeName {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly track: Track | null;
}
