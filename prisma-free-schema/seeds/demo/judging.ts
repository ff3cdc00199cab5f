import { RoundClosingService } from '#lib/result';
import { AssignmentService, RoundQueries, type RoundRow, RoundService, ScorecardQueries, ScorecardService } from '#lib/scoring';
import { type InitiativeSeed, judges } from '../content/index.js';
import { demoRuleBook } from './rule-book.js';
import { type GivenMark, type Judging, marksOf } from './marks.js';
import { type Season } from './season.js';

const ALL = { first: 100, after: null };

/** A card that a judge was given, with the marks that they find right. */
export interface Card {
  readonly id: string;
  readonly version: number;
  readonly roundId: string;
  readonly excused: boolean;
  readonly judge: string;
  readonly marks: readonly GivenMark[];
}

/** Whom the office lets run the judging: not of the Interior Office, which has initiatives of its own in the contest. */
const RUNS_JUDGING = 'organiser-2';

/** The rounds of the rule book; their judges are given by the solver. */
export async function planRounds(season: Season, contestId: string): Promise<void> {
  await season.get(RoundService).planRounds(season.person(RUNS_JUDGING), { contestId });
}

/** Gives a round its judges and opens it. */
export async function assignAndOpen(season: Season, contestId: string, key: string): Promise<void> {
  const organiser = season.person(RUNS_JUDGING);
  const planned = await roundOf(season, contestId, key);
  const { version } = await season.get(AssignmentService).assignRound(organiser, { roundId: planned.id });
  await season.get(RoundService).openRound(organiser, { roundId: planned.id, version });
}

export async function closeRound(season: Season, contestId: string, key: string): Promise<void> {
  const { id } = await roundOf(season, contestId, key);
  await season.get(RoundClosingService).closeRound(season.person(RUNS_JUDGING), { roundId: id });
}

/** The cards of a round, judge by judge in the order of the jury. */
export async function cardsOf(
  season: Season,
  round: { contestId: string; key: string },
  seeds: readonly InitiativeSeed[],
): Promise<Card[]> {
  const { id: roundId } = await roundOf(season, round.contestId, round.key);
  const rubric = demoRuleBook.rounds.find(({ key }) => key === round.key)?.rubric ?? [];
  const cards: Card[] = [];
  for (const { key: judge } of judges) {
    const { edges } = await season.get(ScorecardQueries).myAssignments(season.person(judge), { ...ALL, roundId });
    for (const { node } of edges) {
      const marks = marksOf(rubric, judgingOf(season, seeds, { judge, initiativeId: node.initiative.id }));
      cards.push({ id: node.id, version: node.version, roundId, excused: node.state === 'EXCUSED', judge, marks });
    }
  }
  return cards;
}

/** The judge's word that nothing ties them to it, then the dossier. */
export async function attestAndRead(season: Season, { id, judge }: Card): Promise<void> {
  const service = season.get(ScorecardService);
  await service.attest(season.person(judge), { scorecardId: id });
  await service.openDossier(season.person(judge), { scorecardId: id });
}

export async function sign(season: Season, { id, version, judge, marks }: Card): Promise<void> {
  await season.get(ScorecardService).signScorecard(season.person(judge), { scorecardId: id, version, marks });
}

/** Keeps the first half of the marks as a draft. */
export async function saveHalf(season: Season, { id, version, judge, marks }: Card): Promise<void> {
  await season
    .get(ScorecardService)
    .saveScorecard(season.person(judge), { scorecardId: id, version, marks: marks.slice(0, Math.ceil(marks.length / 2)) });
}

function judgingOf(
  season: Season,
  seeds: readonly InitiativeSeed[],
  { judge, initiativeId }: { judge: string; initiativeId: string },
): Judging {
  const seed = seeds.find(({ key }) => season.initiative(key) === initiativeId);
  if (!seed) throw new Error(`No seed is behind the initiative ${initiativeId}`);
  return { judge, initiative: seed.key, quality: seed.quality };
}

async function roundOf(season: Season, contestId: string, key: string): Promise<RoundRow> {
  const rounds = await season.get(RoundQueries).rounds(season.person(RUNS_JUDGING), { contestId });
  const round = rounds.find((one) => one.key === key);
  if (!round) throw new Error(`The contest has no round ${key}`);
  return round;
}
