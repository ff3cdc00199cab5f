import { PastAwardService } from '#lib/award';
import { ContestService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import {
  type ContestSeed,
  type DocumentSeed,
  type PastWinnerSeed,
  areas,
  contest2021,
  contest2022,
  pastWinners,
  prizePlan2023,
} from '../content/index.js';
import { paper, tier } from './contests.js';
import { authorsOf } from './initiatives.js';
import { DISTRICT, type Season, moment } from './season.js';

/** The contests of 2021 and 2022, recorded from their papers at the end of each year: their winners alone. */
export async function loadPastContests(season: Season): Promise<void> {
  await recordYear(season, contest2021, { year: 2021, on: '2021-12-15' });
  await recordYear(season, contest2022, { year: 2022, on: '2022-12-15' });
}

async function recordYear(season: Season, seed: ContestSeed, { year, on }: { year: number; on: string }): Promise<void> {
  season.at(moment(on));
  const organiser = season.person('organiser-1');
  const winners = pastWinners.filter((winner) => winner.year === year);
  const { id: contestId } = await season.get(ContestService).recordPastContest(organiser, {
    hostUnitId: season.unit(DISTRICT),
    year,
    titleVi: seed.title.vi,
    titleEn: seed.title.en,
    objectives: seed.objectives.vi,
    rosterAsOf: `${String(year)}-06-30`,
    areaIds: areas.map(({ code }) => season.area(code)),
    prizePlan: planOf(winners),
    documents: seed.documents.map((document) => paper(document, { year, papersOn: on })),
    illustrative: seed.illustrative,
  });
  for (const winner of winners) await recordWinner(season, contestId, winner);
  const { number, decidedOn } = decisionOf(seed.documents);
  await season.get(PastAwardService).recordPastAwards(organiser, {
    contestId,
    decisionNumber: number,
    decidedOn,
    awards: winners.map(({ key, prize }) => ({ initiativeId: season.initiative(key), tierKey: prize })),
  });
}

async function recordWinner(season: Season, contestId: string, winner: PastWinnerSeed): Promise<void> {
  const { id } = await season.get(SubmissionService).recordPastInitiative(season.person('organiser-1'), {
    contestId,
    areaId: season.area(winner.areaCode),
    ownerUnitId: season.unit(winner.ownerCode),
    title: winner.title,
    solution: winner.summary,
    authors: authorsOf(season, winner),
    illustrative: winner.illustrative,
  });
  season.keepInitiative(winner.key, id);
}

/** As many prizes of each tier as were given; the amounts are those of 2023. */
function planOf(winners: readonly PastWinnerSeed[]) {
  const given = (key: string): number => winners.filter(({ prize }) => prize === key).length;
  return prizePlan2023.filter(({ key }) => given(key) > 0).map((one) => ({ ...tier(one), quantity: given(one.key) }));
}

function decisionOf(documents: readonly DocumentSeed[]): { number: string; decidedOn: string } {
  const decision = documents.find(({ kind }) => kind === 'RESULT_DECISION');
  if (!decision?.date) throw new Error('A past contest has no dated decision on its result');
  return { number: decision.number, decidedOn: decision.date };
}
