import { type CriterionRule, type RoundRule, type RuleBookContent, editionOf, leaves } from '#plain/contest';
import { Decimal, type Words } from '#lib/kernel';
import {
  type Aggregation,
  SMALLEST_TRIMMED_PANEL,
  aggregateSheets,
  compareDecimals,
  mean,
  meanOfKept,
  rankWithLadder,
  sum,
} from '#plain/statistics';
import { type CountedInitiative, spreadOf } from '#plain/scoring';
import { type Ranking, comparedBy, ladderOf } from './tie-break.js';

/** What became of an initiative in a round: on to the next, below the cut-off, or below a minimum of a criterion. */
export const STANDING_STATES = ['PASSED', 'CUT_OFF', 'KNOCKED_OUT'] as const;
export type StandingState = (typeof STANDING_STATES)[number];

/** What people call the states of a place in the standings of a round. */
export const STANDING_STATE_WORDS: Readonly<Record<StandingState, Words>> = {
  PASSED: { vi: 'đạt', en: 'passed' },
  CUT_OFF: { vi: 'dưới điểm sàn', en: 'below the cut-off' },
  KNOCKED_OUT: { vi: 'bị điểm liệt', en: 'below a knock-out minimum' },
};

/** A criterion with a minimum that the initiative did not reach, in points. */
export interface KnockOut {
  readonly criterion: string;
  readonly minimum: string;
  readonly given: string;
}

/** The bounds below which an initiative was cut off: the score that was asked, or the score of the last one of the top N. */
export interface CutOff {
  readonly score: string | null;
  readonly top: { readonly places: number; readonly score: string | null } | null;
}

/** A line of the standings. `rank` is null for who was knocked out; `place` is unique and keeps the order of the list. */
export interface StandingLine {
  readonly initiativeId: string;
  readonly rank: number | null;
  readonly place: number;
  readonly score: string;
  readonly cards: number;
  /** Of the totals that count, whatever the aggregation. */
  readonly mean: string;
  /** Highest total less lowest: what the divergence threshold is held against. */
  readonly spread: string;
  readonly state: StandingState;
  /** Every minimum that it missed, in the order of the rubric; empty where none. */
  readonly knockedOut: readonly KnockOut[];
  /** The bounds that it is below; null where it passed or was knocked out. */
  readonly cutOff: CutOff | null;
  /** The step of the tie-break ladder that put it below the one above; null where the score did, or where they share a rank. */
  readonly decidedBy: string | null;
  /** The aggregated points of criteria that a later round's ladder may ask for, by key. */
  readonly criteria: Readonly<Record<string, string>>;
}

/** What of its rule book, beside the round's own rule, the standings of a round are made by. */
export type RoundRuling = Ranking & Pick<RuleBookContent, 'edition'>;

interface Scored {
  readonly initiative: CountedInitiative;
  readonly score: Decimal;
  readonly criteria: ReadonlyMap<string, Decimal>;
}

/**
 * How a round's cards become scores. Trimming is decided for the whole round: where any initiative has fewer than five
 * counting cards, nothing is trimmed, so that no two initiatives are measured by different rules.
 */
export function aggregationOf({ aggregation }: RoundRule, counts: readonly number[]): Aggregation {
  if (aggregation.kind !== 'TRIMMED_MEAN') return aggregation.kind;
  if (counts.some((count) => count < SMALLEST_TRIMMED_PANEL)) return 'MEAN';
  return aggregation.trimming === 'SHEETS' ? 'TRIMMED_SHEETS' : 'TRIMMED_CRITERIA';
}

/** The standings of one round, best first, those knocked out at the end. Every initiative must have a counting card. */
export function computeStandings(rule: RoundRule, book: RoundRuling, initiatives: readonly CountedInitiative[]): StandingLine[] {
  const how = aggregationOf(
    rule,
    initiatives.map(({ cards }) => cards.length),
  );
  const asked = askedCriteria(rule, book.tieBreak);
  const criterion = criterionBy(how, book);
  const compared = comparedBy(book);
  const scored = initiatives.map((initiative) => scoreOf(initiative, { how, asked, criterion }));
  const missed = new Map(scored.map((one) => [one, knockOutsOf(rule, one)]));
  const isOut = (one: Scored) => (missed.get(one) ?? []).length > 0;

  const ranked = rankWithLadder(
    scored.filter((one) => !isOut(one)),
    ladderOf(book, {
      score: (one: Scored) => one.score,
      roundScore: (one, round) => one.initiative.earlier?.get(round),
      criterion: (one, round, key) => (round === rule.key ? one.criteria.get(key) : one.initiative.earlier?.get(`${round}/${key}`)),
    }),
  );
  const cutOff = cutOffOf(
    rule,
    ranked.map(({ item }) => compared(item.score)),
  );
  const out = scored.filter(isOut).sort((a, b) => compareDecimals(compared(b.score), compared(a.score)));
  return [
    ...ranked.map(({ item, rank, decidedBy }, at) => {
      const below = cutOff(compared(item.score));
      const state: StandingState = below ? 'CUT_OFF' : 'PASSED';
      return {
        ...lineOf(item, how),
        rank,
        place: at + 1,
        state,
        knockedOut: [],
        cutOff: below,
        decidedBy: decidedBy === 'SCORE' ? null : decidedBy,
      };
    }),
    ...out.map((item, at) => ({
      ...lineOf(item, how),
      rank: null,
      place: ranked.length + at + 1,
      state: 'KNOCKED_OUT' as const,
      knockedOut: missed.get(item) ?? [],
      cutOff: null,
      decidedBy: null,
    })),
  ];
}

/** The minima that an initiative missed. */
function knockOutsOf({ rubric }: RoundRule, { criteria }: Scored): KnockOut[] {
  return criteriaOf(rubric).flatMap(({ key, knockOutMinimum }) => {
    const given = criteria.get(key);
    if (knockOutMinimum === null || !given || compareDecimals(given, new Decimal(knockOutMinimum)) >= 0) return [];
    return [{ criterion: key, minimum: knockOutMinimum, given: given.toFixed() }];
  });
}

/** Score and top N together: both are needed, or either. Who has the score of the last one in passes too, whatever the ladder said. */
function cutOffOf({ cutOff: { score, top, join = 'ALL' } }: RoundRule, scores: readonly Decimal[]): (given: Decimal) => CutOff | null {
  const least = score === null ? null : new Decimal(score);
  const lastIn = top === null ? undefined : scores[Math.min(top, scores.length) - 1];
  return (given) => {
    const belowScore = least !== null && compareDecimals(given, least) < 0;
    const belowTop = top === 0 || (lastIn !== undefined && compareDecimals(given, lastIn) < 0);
    if (join === 'ANY' ? !belowScore || !belowTop : !belowScore && !belowTop) return null;
    return {
      score: belowScore ? score : null,
      top: belowTop && top !== null ? { places: top, score: lastIn?.toFixed() ?? null } : null,
    };
  };
}

interface Scoring {
  readonly how: Aggregation;
  /** The places of the marks of each criterion that is asked for. */
  readonly asked: ReadonlyMap<string, readonly number[]>;
  readonly criterion: (points: readonly (readonly string[])[], totals: readonly string[]) => Decimal;
}

/**
 * How the points of a criterion, a list for each card, become one number. A sheet that is dropped says nothing of a criterion
 * either; books of the first edition trimmed each criterion by itself there.
 */
function criterionBy(how: Aggregation, book: RoundRuling): Scoring['criterion'] {
  if (how !== 'TRIMMED_SHEETS' || editionOf(book) === 1) return (points) => aggregateSheets(points, how);
  return (points, totals) =>
    meanOfKept(
      points.map((own) => sum(own)),
      totals,
    );
}

function scoreOf(initiative: CountedInitiative, { how, asked, criterion }: Scoring): Scored {
  const { cards } = initiative;
  const totals = cards.map(({ total }) => total);
  // Of whole sheets the kept totals are enough; only trimming by criterion needs the marks.
  const sheets = how === 'TRIMMED_CRITERIA' ? cards.map(({ points }) => points) : cards.map(({ total }) => [total]);
  const criteria = new Map<string, Decimal>();
  for (const [key, places] of asked) {
    const points = cards.map((card) => places.map((place) => card.points[place] ?? 'NaN'));
    criteria.set(key, criterion(points, totals));
  }
  return { initiative, score: aggregateSheets(sheets, how), criteria };
}

function lineOf({ initiative, score, criteria }: Scored, how: Aggregation) {
  return {
    initiativeId: initiative.id,
    score: score.toFixed(),
    cards: initiative.cards.length,
    mean: (how === 'MEAN' ? score : mean(initiative.cards.map(({ total }) => total))).toFixed(),
    spread: spreadOf(initiative.cards.map(({ total }) => total)).toFixed(),
    criteria: Object.fromEntries([...criteria].map(([key, value]) => [key, value.toFixed()])),
  };
}

/** The criteria with a minimum and those of the ladder, with the places of their marks; the others need not be aggregated. */
function askedCriteria(rule: RoundRule, tieBreak: RuleBookContent['tieBreak']): Map<string, readonly number[]> {
  const places = new Map(leaves(rule.rubric).map(({ key }, at) => [key, at]));
  const inLadder = new Set(tieBreak.flatMap((step) => (step.kind === 'CRITERION' && step.round === rule.key ? [step.criterion] : [])));
  const asked = criteriaOf(rule.rubric).filter(({ key, knockOutMinimum }) => knockOutMinimum !== null || inLadder.has(key));
  return new Map(asked.map((criterion) => [criterion.key, leaves([criterion]).map(({ key }) => places.get(key) ?? -1)]));
}

function criteriaOf(rubric: readonly CriterionRule[]): CriterionRule[] {
  return rubric.flatMap((criterion) => [criterion, ...criteriaOf(criterion.children)]);
}
