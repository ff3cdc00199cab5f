import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RuleBookContent, type Track } from '#domain/contest';
import { Refused } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type Aggregation } from '#lib/statistics';
import { type Mark, sealMark } from '#domain/scoring';
import {
  type PackIngredients,
  type PackedCard,
  type PackedContest,
  type PackedFinal,
  type PackedFinalLine,
  type PackedResult,
  packedLine,
} from '../../domain/pack/pack.js';
import { type ContestResultCause, type RoundResultCause } from '../../domain/result/result.entity.js';
import { type StandingState } from '../../domain/result/standings.js';
import { ResultPorts } from '../result/result.ports.js';

interface ResultHead<Cause> {
  readonly id: string;
  readonly number: number;
  readonly cause: Cause;
  readonly auditSeq: number;
  readonly auditHash: string;
  readonly ruleBookId: string;
}

interface RoundHead extends ResultHead<RoundResultCause> {
  readonly roundId: string;
  readonly key: string;
  readonly aggregation: Aggregation;
}

interface LineRow {
  readonly initiativeId: string;
  readonly code: string;
  readonly title: string;
  readonly track: Track | null;
  readonly place: number;
  readonly rank: number | null;
  readonly score: string;
  readonly cards: number;
  readonly spread: string;
  readonly state: StandingState;
  readonly decidedBy: string | null;
  readonly criteria: Readonly<Record<string, string>>;
}

interface CardRow {
  readonly id: string;
  readonly code: string;
  readonly state: 'SIGNED' | 'EXCUSED' | 'DRAFT';
  readonly extra: boolean;
  readonly pseudonym: string | null;
  readonly marks: readonly Mark[];
  readonly total: string | null;
  readonly signedAt: string | null;
  readonly nonce: string | null;
  readonly hash: string | null;
}

interface BookRow {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly content: RuleBookContent;
}

type Round = PackIngredients['rounds'][number];

const HEAD = sql`v.id, v.number, v.cause, v.audit_seq::float8 as "auditSeq", v.audit_hash as "auditHash", v.rule_book_id as "ruleBookId"`;

/** What goes into a pack, read inside the act that makes it: of closed rounds alone, and of the versions in force. */
@Injectable()
export class PackContentQueries {
  constructor(
    private readonly database: Database,
    private readonly ports: ResultPorts,
  ) {}

  /**
   * Everything of the contest's results in force. The contest is locked first, as by every act that makes a version of a result: what
   * is read here statement by statement is of one moment. Null where no round is closed. Refuses cards from before there were packs
   * (`PACK_CARDS_TOO_OLD`): their hashes say less.
   */
  async ingredients(contestId: string): Promise<PackIngredients | null> {
    const contest = await this.database.first(sql<PackedContest>`
      select ct.id, ct.year, ct.title, ct.title_en as "titleEn", u.name_vi as unit from contest ct join unit u on u.id = ct.host_id where ct.id = ${contestId}
      for no key update of ct`);
    const heads = await this.database.rows(sql<RoundHead>`
      select ${HEAD}, r.id as "roundId", r.key, v.aggregation from round_result v join round r on r.id = v.round_id
      where r.contest_id = ${contestId} and r.state = 'CLOSED' and v.superseded_at is null order by r.ordinal`);
    if (!contest || heads.length === 0) return null;
    const end = await this.database.first(sql<ResultHead<ContestResultCause>>`
      select ${HEAD} from contest_result v where v.contest_id = ${contestId} and v.superseded_at is null`);
    const books = await this.books([...heads, ...(end ? [end] : [])].map(({ ruleBookId }) => ruleBookId));
    const rounds: Round[] = [];
    for (const head of heads) rounds.push(await this.round(head, { hash: hashIn(books, head), before: rounds.at(-1) }));
    const final = end && (await this.final(end, { contestId, hash: hashIn(books, end), rounds }));
    const prizes = final && (await this.ports.publishedPrizes(contestId));
    return { contest, ruleBooks: onceEach(books), rounds, final, ...(prizes && { prizes }) };
  }

  private books(ids: readonly string[]): Promise<BookRow[]> {
    return this.database.rows(sql<BookRow>`select id, number, hash, content from rule_book where id = any(${ids}::uuid[]) order by number`);
  }

  private async round(head: RoundHead, { hash, before }: { hash: string; before: Round | undefined }): Promise<Round> {
    const rows = await this.database.rows(sql<LineRow>`
      select s.initiative_id as "initiativeId", i.code, i.title, i.track, s.place, s.rank, s.score::text as score, s.cards, s.spread::text as spread,
        s.state, s.decided_by as "decidedBy", s.criteria
      from standing s join initiative i on i.id = s.initiative_id where s.result_id = ${head.id} order by s.place`);
    const field = new Set(rows.map(({ code }) => code));
    const passed = new Set(before?.standings.flatMap(({ state, initiative }) => (state === 'PASSED' ? [initiative] : [])) ?? field);
    return {
      key: head.key,
      id: head.roundId,
      ruleBook: hash,
      result: resultOf(head),
      aggregation: head.aggregation,
      initiatives: rows.map(({ code, initiativeId, title, track }) => ({ code, id: initiativeId, title, ...(track && { track }) })),
      absent: [...passed].filter((code) => !field.has(code)),
      stayed: [...field].filter((code) => !passed.has(code)),
      cards: await this.cards(head),
      standings: rows.map(({ code, ...line }) => packedLine({ ...line, initiativeId: code })),
    };
  }

  private async cards({ id, roundId }: RoundHead): Promise<PackedCard[]> {
    const rows = await this.database.rows(sql<CardRow>`
      select c.id, i.code, c.state, c.extra, c.pseudonym, c.marks, c.total::text as total, c.nonce, c.hash,
        to_char(c.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt"
      from scorecard c join standing s on s.result_id = ${id} and s.initiative_id = c.initiative_id join initiative i on i.id = c.initiative_id
      where c.round_id = ${roundId}`);
    return rows.map(packedCard);
  }

  private async final(
    head: ResultHead<ContestResultCause>,
    { contestId, hash, rounds }: { contestId: string; hash: string; rounds: readonly Round[] },
  ): Promise<PackedFinal> {
    const standings = await this.database.rows(sql<PackedFinalLine>`
      select i.code as initiative, s.place, s.rank, s.score::text as score, s.reached, s.state, s.decided_by as "decidedBy"
      from final_standing s join initiative i on i.id = s.initiative_id where s.result_id = ${head.id} order by s.place`);
    const there = new Set(standings.map(({ initiative }) => initiative));
    const codes = new Map(rounds.flatMap(({ initiatives }) => initiatives.map(({ id, code }) => [id, code] as const)));
    const votes = await this.database.rows(sql<{ initiatives: readonly string[] }>`
      select k.initiatives from chair_vote k join contest_result v on v.id = k.result_id where v.contest_id = ${contestId} order by k.cast_at, k.id`);
    return {
      ruleBook: hash,
      result: resultOf(head),
      absent: [...codes.values()].filter((code) => !there.has(code)),
      votes: votes.map(({ initiatives }) => initiatives.flatMap((id) => codes.get(id) ?? [])),
      standings,
    };
  }
}

function packedCard({ code: initiative, ...row }: CardRow): PackedCard {
  const { id, state, extra, pseudonym: judge, total, signedAt, nonce, hash } = row;
  if (state === 'EXCUSED') return { state, id, initiative, excused: hash === null ? 'BEFORE_SIGNING' : 'AFTER_SIGNING', hash };
  if (judge === null || total === null || signedAt === null || nonce === null || hash === null) throw new Refused('PACK_CARDS_TOO_OLD');
  return {
    state: 'SIGNED',
    id,
    initiative,
    judge,
    extra,
    marks: row.marks.map((mark) => sealMark(nonce, mark)),
    total,
    signedAt,
    nonce,
    hash,
  };
}

function resultOf<Cause>({ number, cause, auditSeq: seq, auditHash: hash }: ResultHead<Cause>): PackedResult<Cause> {
  return { number, cause, auditHead: { seq, hash } };
}

function hashIn(books: readonly BookRow[], { ruleBookId }: { ruleBookId: string }): string {
  return books.find(({ id }) => id === ruleBookId)?.hash ?? '';
}

/** A later version may say again what an earlier one said. */
function onceEach(books: readonly BookRow[]): PackIngredients['ruleBooks'] {
  const byHash = new Map(books.toReversed().map(({ number, hash, content }) => [hash, { number, hash, content }]));
  return [...byHash.values()];
}
