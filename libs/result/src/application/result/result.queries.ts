import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule, leaves } from '#domain/contest';
import { type Actor } from '#lib/kernel';
import { Database, type Reason } from '#lib/platform';
import { type AgreementFigure, type RoundStatistics } from '../../domain/result/agreement.js';
import { type Words, adviceOf, meaningOf, measureName, notComputable } from '../../domain/result/agreement-words.js';
import { type ContestResultCause, type RoundResultCause } from '../../domain/result/result.entity.js';
import { judgingScope } from '#lib/jury';
import { versionOf } from './standings.queries.js';

/** A version of a result: what made it, and where the audit log stood. */
interface VersionRow<Cause> {
  readonly id: string;
  readonly number: number;
  readonly cause: Cause;
  readonly madeAt: Date;
  readonly supersededAt: Date | null;
  readonly ruleBookNumber: number;
  readonly ruleBookHash: string | null;
  readonly auditSeq: number;
  readonly auditHash: string;
}

export interface RoundResultRow extends VersionRow<RoundResultCause> {
  readonly roundId: string;
  readonly aggregation: string;
}

export interface ContestResultRow extends VersionRow<ContestResultCause> {
  readonly contestId: string;
}

/** A figure as it is read: with the names of what it is about, and what it means. */
export interface AgreementFigureRow extends Omit<AgreementFigure, 'whyNot'> {
  readonly criterionNameVi: string | null;
  readonly criterionNameEn: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly meaningVi: string;
  readonly meaningEn: string;
  readonly adviceVi: string;
  readonly adviceEn: string;
  readonly whyNot: Reason;
}

export interface AgreementRow {
  readonly roundId: string;
  readonly number: number;
  /** False for a result from before there were statistics; then there are no figures. */
  readonly kept: boolean;
  readonly initiatives: number;
  readonly judges: number;
  readonly crossed: boolean;
  readonly whyNotAdjusted: Reason;
  readonly figures: readonly AgreementFigureRow[];
}

const VERSION = sql`v.id, v.number, v.cause, v.made_at as "madeAt", v.superseded_at as "supersededAt", b.number as "ruleBookNumber", b.hash as "ruleBookHash",
  v.audit_seq::int as "auditSeq", v.audit_hash as "auditHash"`;

/** The versions of results, and the statistics kept with them. There are none before a round is closed. */
@Injectable()
export class ResultQueries {
  constructor(private readonly database: Database) {}

  /** The newest first; a round has few. */
  roundResults(actor: Actor, { roundId }: { roundId: string }): Promise<RoundResultRow[]> {
    return this.database.rows(sql<RoundResultRow>`
      select ${VERSION}, v.round_id as "roundId", v.aggregation
      from round_result v join rule_book b on b.id = v.rule_book_id join round r on r.id = v.round_id join contest ct on ct.id = r.contest_id
      where r.id = ${roundId} and ${judgingScope(actor, 'standings:read')} order by v.number desc`);
  }

  contestResults(actor: Actor, { contestId }: { contestId: string }): Promise<ContestResultRow[]> {
    return this.database.rows(sql<ContestResultRow>`
      select ${VERSION}, v.contest_id as "contestId"
      from contest_result v join rule_book b on b.id = v.rule_book_id join contest ct on ct.id = v.contest_id
      where ct.id = ${contestId} and ${judgingScope(actor, 'standings:read')} order by v.number desc`);
  }

  /** Of the version of that number; else of the one in force. */
  async agreement(actor: Actor, { roundId, number }: { roundId: string; number?: number | null }): Promise<AgreementRow | null> {
    const found = await this.database.first(sql<{ number: number; statistics: RoundStatistics | null; rule: RoundRule }>`
      select kept.number, kept.statistics, r.rule
      from round_result kept join round r on r.id = kept.round_id join contest ct on ct.id = r.contest_id
      where r.id = ${roundId} and ${versionOf(number)} and ${judgingScope(actor, 'standings:read')}`);
    if (!found) return null;
    const { initiatives = 0, judges = 0, crossed = false, notAdjusted = null, agreement = [] } = found.statistics ?? {};
    const names = new Map(leaves(found.rule.rubric).map(({ key, nameVi, nameEn }) => [key, { vi: nameVi, en: nameEn }]));
    return {
      roundId,
      number: found.number,
      kept: found.statistics !== null,
      initiatives,
      judges,
      crossed,
      whyNotAdjusted: notComputable(notAdjusted),
      figures: agreement.map((figure) => told(figure, names)),
    };
  }
}

function told(figure: AgreementFigure, names: ReadonlyMap<string, Words>): AgreementFigureRow {
  const criterion = figure.criterion === null ? undefined : names.get(figure.criterion);
  const name = measureName(figure.measure);
  const meaning = meaningOf(figure);
  const advice = adviceOf(figure);
  return {
    ...figure,
    whyNot: notComputable(figure.whyNot),
    criterionNameVi: criterion?.vi ?? null,
    criterionNameEn: criterion?.en ?? null,
    nameVi: name.vi,
    nameEn: name.en,
    meaningVi: meaning.vi,
    meaningEn: meaning.en,
    adviceVi: advice.vi,
    adviceEn: advice.en,
  };
}
