import { Injectable } from '@nestjs/common';
import { type PersonName } from '#lib/identity';
import { type InitiativeName } from '#lib/initiative';
import { type Actor, Decimal, type Page, type PageArgs, Refused, byVietnamese, pageAs } from '#lib/kernel';
import { Cursors, type Reason, UnitOfWork } from '#lib/platform';
import { type Aggregation, roundHalfUp } from '#lib/statistics';
import { notComputable } from '../../domain/result/agreement-words.js';
import { type Figure } from '../../domain/result/figure.js';
import { type JudgeFigures, type OutlyingCard, judgeFigures } from '../../domain/result/judge-figures.js';
import { type StandingState } from '../../domain/result/standings.js';
import { type Supposition, supposedStandings } from '../../domain/result/what-if.js';
import { type ClosedRoundField, ClosedRoundQueries } from './closed-round.queries.js';

/** Outlying cards that are listed of one judge. */
const OUTLIERS = 20;

/** A line of supposed standings beside the one in force. */
export interface WhatIfRow {
  readonly place: number;
  readonly initiative: InitiativeName;
  /** How cards became scores. */
  readonly aggregation: Aggregation;
  readonly cards: number;
  readonly score: string | null;
  readonly rounded: string | null;
  readonly rank: number | null;
  readonly state: StandingState | null;
  readonly whyNot: Reason;
  readonly rankInForce: number | null;
  readonly scoreInForce: string;
  readonly stateInForce: StandingState;
  /** Places gained; null where there is no rank before or after. */
  readonly gained: number | null;
}

export interface FigureRow {
  readonly value: number | null;
  readonly whyNot: Reason;
}

export interface JudgeStatisticsRow extends Omit<
  JudgeFigures,
  'judgeId' | 'deviation' | 'severity' | 'zMean' | 'correlation' | 'outliers'
> {
  readonly place: number;
  readonly judge: PersonName;
  readonly deviation: FigureRow;
  readonly severity: FigureRow;
  readonly zMean: FigureRow;
  readonly correlation: FigureRow;
  readonly outliers: readonly (Omit<OutlyingCard, 'initiativeId'> & { readonly initiative: InitiativeName })[];
}

/** What is computed beside the result of a closed round, and never kept. */
@Injectable()
export class ResultLooksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: ClosedRoundQueries,
    private readonly cursors: Cursors,
  ) {}

  /** The standings there would be. Each look is in the audit log: who, and what was asked. */
  whatIf(actor: Actor, args: PageArgs & Supposition & { readonly roundId: string }): Promise<Page<WhatIfRow>> {
    const { aggregation = null, trimming = null, furtherMark = null, withoutJudgeId = null } = args;
    const supposition = { aggregation, trimming, furtherMark, withoutJudgeId };
    return this.work.act(actor, 'whatIf', async ({ record }) => {
      const field = await this.rounds.field(actor, args.roundId);
      if (withoutJudgeId !== null && !field.signed.some(({ cards }) => cards.some(({ judgeId }) => judgeId === withoutJudgeId)))
        throw new Refused('JUDGE_WITHOUT_CARD', {}, 'withoutJudgeId');
      const page = this.cursors.pageOf(supposedRows(field, supposition), args, ({ place }) => [place]);
      record({ subject: { type: 'Round', id: field.roundId }, after: supposition });
      const named = await this.rounds.initiatives(page.edges.map(({ node }) => node.initiativeId));
      return pageAs(page, ({ initiativeId, ...line }) => ({ ...line, initiative: named(initiativeId) }));
    });
  }

  /** How each judge marks, against the others; by name. */
  async judgeStatistics(actor: Actor, args: PageArgs & { readonly roundId: string }): Promise<Page<JudgeStatisticsRow>> {
    const { signed } = await this.rounds.field(actor, args.roundId);
    const found = judgeFigures(signed);
    const people = await this.rounds.judges(found.map(({ judgeId }) => judgeId));
    const rows = found
      .map(({ judgeId, ...one }) => ({ ...one, judge: people(judgeId) }))
      .sort((a, b) => byVietnamese(a.judge.fullName, b.judge.fullName))
      .map((one, at) => ({ ...one, place: at + 1, outliers: one.outliers.slice(0, OUTLIERS) }));
    const page = this.cursors.pageOf(rows, args, ({ place }) => [place]);
    const named = await this.rounds.initiatives(page.edges.flatMap(({ node }) => node.outliers.map(({ initiativeId }) => initiativeId)));
    return pageAs(page, (node) => {
      const { deviation, severity, zMean, correlation } = node;
      const figures = {
        deviation: figureRow(deviation),
        severity: figureRow(severity),
        zMean: figureRow(zMean),
        correlation: figureRow(correlation),
      };
      return {
        ...node,
        ...figures,
        outliers: node.outliers.map(({ initiativeId, ...card }) => ({ ...card, initiative: named(initiativeId) })),
      };
    });
  }
}

type SupposedRow = Omit<WhatIfRow, 'initiative'> & { readonly initiativeId: string };

function supposedRows({ rule, book, signed, lines }: ClosedRoundField, supposition: Supposition): SupposedRow[] {
  const supposed = supposedStandings(rule, book, signed, supposition);
  const inForce = new Map(lines.map((line) => [line.initiativeId, line]));
  const beside = (initiativeId: string, rank: number | null) => {
    const line = inForce.get(initiativeId);
    return {
      rankInForce: line?.rank ?? null,
      scoreInForce: line?.score ?? '0',
      stateInForce: line?.state ?? ('PASSED' as const),
      gained: rank === null || typeof line?.rank !== 'number' ? null : line.rank - rank,
    };
  };
  const { aggregation } = supposed;
  return [
    ...supposed.lines.map(({ initiativeId, place, rank, score, cards, state }) => ({
      ...{ initiativeId, place, rank, score, cards, state, aggregation, whyNot: null },
      rounded: roundHalfUp(new Decimal(score), book.rounding.places).toFixed(book.rounding.places),
      ...beside(initiativeId, rank),
    })),
    ...supposed.withoutCards.map((initiativeId, at) => ({
      ...{
        initiativeId,
        place: supposed.lines.length + at + 1,
        rank: null,
        score: null,
        rounded: null,
        cards: 0,
        state: null,
        aggregation,
      },
      whyNot: 'NO_VALUES',
      ...beside(initiativeId, null),
    })),
  ];
}

function figureRow({ value, whyNot }: Figure<number>): FigureRow {
  return { value, whyNot: notComputable(whyNot) };
}
