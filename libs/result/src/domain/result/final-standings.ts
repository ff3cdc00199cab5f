import { type RuleBookContent, editionOf, rubricMaximum } from '#plain/contest';
import { Decimal, type Words } from '#lib/kernel';
import { type LadderStep, type Ranked, rankWithLadder, weightedMean } from '#plain/statistics';
import { type StandingState } from './standings.js';
import { type LadderFigures, ladderOf, voteStep, votedPlaces } from './tie-break.js';

/** A line of a closed round, as the final standings need it. */
export interface ClosedLine {
  readonly initiativeId: string;
  readonly rank: number | null;
  readonly place: number;
  readonly score: string;
  readonly state: StandingState;
  readonly criteria: Readonly<Record<string, string>>;
}

export interface ClosedRound {
  readonly key: string;
  readonly lines: readonly ClosedLine[];
}

export const FINAL_STATES = ['FINALIST', 'BELOW_FINAL', 'KNOCKED_OUT'] as const;
export type FinalState = (typeof FINAL_STATES)[number];

/** What people call the states of a place in the final standings. */
export const FINAL_STATE_WORDS: Readonly<Record<FinalState, Words>> = {
  FINALIST: { vi: 'đã qua các vòng', en: 'through all rounds' },
  BELOW_FINAL: { vi: 'không vào vòng cuối', en: 'not in the last round' },
  KNOCKED_OUT: { vi: 'bị điểm liệt', en: 'below a knock-out minimum' },
};

/** A line of the contest's result. `score` is the combined one of a finalist, else that of `reached`, the last round it was in. */
export interface FinalLine {
  readonly initiativeId: string;
  readonly rank: number | null;
  readonly place: number;
  readonly score: string;
  readonly reached: string;
  readonly state: FinalState;
  readonly decidedBy: string | null;
}

interface Course {
  readonly initiativeId: string;
  /** Its line in each round it was in, by the key of the round. */
  readonly lines: ReadonlyMap<string, ClosedLine>;
  readonly reached: number;
  readonly last: ClosedLine;
}

type Ruling = Pick<RuleBookContent, 'rounds' | 'combination' | 'rounding' | 'tieBreak' | 'edition'>;

/**
 * The contest's ranking from its closed rounds, given in their order, and the chair's votes, oldest first, each the initiatives of a
 * tied group in the order the chair gave them. Finalists by the combined score and the ladder; who did not reach the final ranks
 * below who did, by the last round they reached; who was knocked out has no rank.
 */
export function finalStandings(ruling: Ruling, rounds: readonly ClosedRound[], votes: readonly (readonly string[])[] = []): FinalLine[] {
  const courses = coursesOf(rounds);
  const isOut = ({ last }: Course) => last.state === 'KNOCKED_OUT';
  const standing = courses.filter((course) => !isOut(course));
  const finalists = standing.filter(({ reached }) => reached === rounds.length - 1);
  const scoreOf = new Map(finalists.map((course) => [course.initiativeId, combined(ruling, course)]));
  const figures: LadderFigures<Course> = {
    score: ({ initiativeId }) => scoreOf.get(initiativeId) ?? new Decimal(0),
    roundScore: ({ lines }, round) => exact(lines.get(round)?.score),
    criterion: ({ lines }, round, key) => exact(figureOf(lines.get(round), key)),
  };

  const parted = ruling.tieBreak.some(({ kind }) => kind === 'CHAIR_VOTE') ? votes : [];
  const ranked = rankWithVotes(finalists, parted, (vote) => ladderOf(ruling, { ...figures, vote }));
  const left = standing.filter(({ reached }) => reached < rounds.length - 1).sort(furtherFirst);
  const below = rankWithVotes(left, parted, (vote) => [...FURTHER_FIRST, voteStep(vote)]);
  const out = courses.filter(isOut).sort(furtherFirst);

  const lines = [
    ...ranked.map(({ item, rank, decidedBy }) =>
      lineOf(rounds, item, {
        rank,
        state: 'FINALIST',
        decidedBy: decidedBy === 'SCORE' ? null : decidedBy,
        score: scoreOf.get(item.initiativeId),
      }),
    ),
    ...below.map(({ item, rank, decidedBy }) =>
      lineOf(rounds, item, {
        rank: ranked.length + rank,
        state: 'BELOW_FINAL',
        decidedBy: decidedBy === 'CHAIR_VOTE' ? decidedBy : null,
      }),
    ),
    ...out.map((course) => lineOf(rounds, course, { rank: null, state: 'KNOCKED_OUT' })),
  ];
  return lines.map((line, at) => ({ ...line, place: at + 1 }));
}

/** Who shared a rank in the last round they reached shares it in the end, unless the chair parts them. */
const FURTHER_FIRST: readonly LadderStep<Course>[] = [
  { name: 'REACHED', compare: (a, b) => b.reached - a.reached },
  { name: 'ROUND', compare: (a, b) => (a.last.rank ?? 0) - (b.last.rank ?? 0) },
];

/** Ranks twice: who is equal without the chair's word is what a vote has to cover. */
function rankWithVotes(
  courses: readonly Course[],
  votes: readonly (readonly string[])[],
  ladder: (vote: (course: Course) => number | undefined) => LadderStep<Course>[],
): Ranked<Course>[] {
  const equal = Map.groupBy(
    rankWithLadder(
      courses,
      ladder(() => undefined),
    ),
    ({ rank }) => rank,
  );
  const groups = [...equal.values()].map((group) => group.map(({ item }) => item.initiativeId));
  const places = votedPlaces(groups, votes);
  return rankWithLadder(
    courses,
    ladder(({ initiativeId }) => places.get(initiativeId)),
  );
}

/** A finalist's score: the final round's alone, or the mean of all rounds by their weights. */
function combined(ruling: Ruling, { lines, last }: Course): Decimal {
  if (ruling.combination.kind === 'FINAL_ONLY') return new Decimal(last.score);
  const scales = scalesOf(ruling);
  return weightedMean(
    scales.map(({ key, scale }) => scale(new Decimal(lines.get(key)?.score ?? NaN))),
    scales.map(({ weight }) => weight),
  );
}

/** A round's part of a combined score. */
export interface RoundScale {
  readonly key: string;
  readonly weight: string;
  /** A score of the round as it goes into the combined one. */
  readonly scale: (score: Decimal) => Decimal;
}

/**
 * How the rounds of a weighted combination go together: each on a scale of a hundred, its share of its own maximum, so that its weight is
 * what the book says and not how many points it has. Books of the first edition added the points as they are.
 */
export function scalesOf(ruling: Pick<RuleBookContent, 'rounds' | 'edition'>): RoundScale[] {
  return ruling.rounds.map(({ key, weight, rubric }) => ({
    ...{ key, weight: weight ?? '0' },
    scale: editionOf(ruling) === 1 ? (score) => score : outOfHundred(rubricMaximum(rubric)),
  }));
}

function outOfHundred(most: Decimal): RoundScale['scale'] {
  return (score) => score.times(100).dividedBy(most);
}

function coursesOf(rounds: readonly ClosedRound[]): Course[] {
  const courses = new Map<string, Map<string, ClosedLine>>();
  for (const { key, lines } of rounds) {
    for (const line of lines)
      courses.set(line.initiativeId, (courses.get(line.initiativeId) ?? new Map<string, ClosedLine>()).set(key, line));
  }
  return [...courses].flatMap(([initiativeId, lines]) => {
    const reached = rounds.findLastIndex(({ key }) => lines.has(key));
    const last = lines.get(rounds[reached]?.key ?? '');
    return last ? [{ initiativeId, lines, reached, last }] : [];
  });
}

function furtherFirst(a: Course, b: Course): number {
  return b.reached - a.reached || a.last.place - b.last.place;
}

function lineOf(
  rounds: readonly ClosedRound[],
  { initiativeId, reached, last }: Course,
  place: { rank: number | null; state: FinalState; decidedBy?: string | null; score?: Decimal | undefined },
): Omit<FinalLine, 'place'> {
  const { rank, state, decidedBy = null, score } = place;
  return { initiativeId, rank, state, decidedBy, score: score?.toFixed() ?? last.score, reached: rounds[reached]?.key ?? '' };
}

/** Of those that were kept: a criterion may be called `constructor`, which every object has. */
function figureOf(line: ClosedLine | undefined, key: string): string | undefined {
  return line && Object.hasOwn(line.criteria, key) ? line.criteria[key] : undefined;
}

function exact(value: string | undefined): Decimal | undefined {
  return value === undefined ? undefined : new Decimal(value);
}
