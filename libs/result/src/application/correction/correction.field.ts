import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule, type RuleBookContent } from '#domain/contest';
import { Database } from '#lib/platform';
import { type CorrectionField, type CourseRound, type KeptFinal } from '../../domain/correction/effect.js';
import { type JudgedRound } from '../../domain/correction/impact.js';
import { CountingQueries } from '../result/counting.queries.js';

/** What the acts of a correction read. Never shown as it is. */
@Injectable()
export class CorrectionFieldQueries {
  constructor(
    private readonly database: Database,
    private readonly field: CountingQueries,
  ) {}

  async read({ contestId, roundId }: { contestId: string; roundId: string }): Promise<CorrectionField> {
    const rows = await this.database.rows(sql<CourseRound & { rule: RoundRule; book: RuleBookContent | null }>`
      select r.id, r.key, r.rule->>'nameVi' as "nameVi", r.rule->>'nameEn' as "nameEn", r.state, r.rule, b.content as book,
        (select coalesce(json_agg(distinct c.initiative_id), '[]') from scorecard c join initiative i on i.id = c.initiative_id and i.state = 'ELIGIBLE'
           where c.round_id = r.id) as held
      from round corrected join round r on r.contest_id = corrected.contest_id and r.ordinal >= corrected.ordinal left join rule_book b on b.id = r.rule_book_id
      where corrected.id = ${roundId} order by r.ordinal`);
    const judged: JudgedRound[] = [];
    for (const { id, key, rule, book, state } of rows)
      if (state === 'CLOSED' && book) judged.push({ id, key, rule, book, signed: (await this.field.signedCards(id)).initiatives });
    const rounds = rows.map(({ id, key, nameVi, nameEn, state, held }) => ({ id, key, nameVi, nameEn, state, held }));
    const lines = await this.field.closedLines(contestId);
    return { rounds, judged, lines, votes: await this.field.chairVotes(contestId), final: await this.final(contestId) };
  }

  /** The codes of initiatives, in order. */
  async codesOf(ids: readonly string[]): Promise<string[]> {
    const named = await this.database.rows(
      sql<{ code: string }>`select code from initiative where id = any(${[...ids]}::uuid[]) order by code`,
    );
    return named.map(({ code }) => code);
  }

  private final(contestId: string): Promise<KeptFinal | null> {
    return this.database.first(sql<KeptFinal>`
      select b.content as book, (select coalesce(json_agg(json_build_object('initiativeId', s.initiative_id, 'rank', s.rank, 'score', s.score::text,
          'state', s.state) order by s.place), '[]') from final_standing s join initiative i on i.id = s.initiative_id and i.state = 'ELIGIBLE'
          where s.result_id = v.id) as lines
      from contest_result v join rule_book b on b.id = v.rule_book_id where v.contest_id = ${contestId} and v.superseded_at is null`);
  }
}
