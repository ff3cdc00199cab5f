import { type DocumentFacts, type PhaseDates, type PrizeTierFacts, type RuleBookContent, type SeatKind } from '#domain/contest';
import { ContestPlanService, ContestService, PhaseService, PlanApprovalService, SeatService } from '#lib/contest';
import { type ContestSeed, type DocumentSeed, type PrizeTierSeed, areas, judges } from '../content/index.js';
import { demoRuleBook } from './rule-book.js';
import { DISTRICT, type Season } from './season.js';

/** What the loading adds to a contest's texts. */
export interface ContestPlan {
  readonly year: number;
  readonly rosterAsOf: string;
  readonly phases: readonly PhaseDates[];
  /** The day of papers that have none of their own. */
  readonly papersOn: string;
  /** Default: two rounds. */
  readonly ruleBook?: RuleBookContent;
}

/** Puts the year into the texts that stand for any year. */
export const inYear = (text: string, year: number): string => text.replaceAll('{year}', String(year));

export function paper(
  { kind, number, date, title, illustrative }: DocumentSeed,
  plan: Pick<ContestPlan, 'year' | 'papersOn'>,
): DocumentFacts {
  return { kind, number, issuedOn: date ?? plan.papersOn, title: inYear(title, plan.year), illustrative };
}

export const tier = ({ key, name, quantity, amountVnd }: PrizeTierSeed): PrizeTierFacts => ({
  key,
  nameVi: name.vi,
  nameEn: name.en,
  quantity,
  amount: amountVnd,
});

/** Draws a contest up as its plan and rules say, has the leader approve it, and announces it. Returns its id. */
export async function announceContest(season: Season, seed: ContestSeed, plan: ContestPlan): Promise<string> {
  const organiser = season.person('organiser-1');
  const contest = await season.get(ContestService).createContest(organiser, {
    hostUnitId: season.unit(DISTRICT),
    year: plan.year,
    titleVi: inYear(seed.title.vi, plan.year),
    titleEn: inYear(seed.title.en, plan.year),
    objectives: seed.objectives.vi,
    headConfirms: true,
    rosterAsOf: plan.rosterAsOf,
    phases: plan.phases,
    areaIds: areas.map(({ code }) => season.area(code)),
    prizePlan: seed.prizePlan.map(tier),
    documents: seed.documents.filter(({ kind }) => kind === 'PLAN' || kind === 'RULES').map((document) => paper(document, plan)),
    ruleBook: plan.ruleBook ?? demoRuleBook,
    illustrative: seed.illustrative,
  });
  const plans = season.get(PlanApprovalService);
  await plans.submitPlan(organiser, { contestId: contest.id });
  await plans.approvePlan(season.person('leader-1'), { contestId: contest.id });
  await advance(season, contest.id);
  return contest.id;
}

/** Takes a contest into its next phase. */
export async function advance(season: Season, contestId: string): Promise<void> {
  await season.get(PhaseService).advancePhase(season.person('organiser-1'), { contestId });
}

/** Puts a paper of the contest on its record. */
export async function publishPaper(season: Season, contestId: string, document: DocumentFacts): Promise<void> {
  await season.get(ContestPlanService).attachDocument(season.person('organiser-1'), { contestId, ...document });
}

/** Seats the office and the leaders. The first of them is of the Interior Office, which sends initiatives in itself; the second is not. */
export async function seatOffice(season: Season, contestId: string): Promise<void> {
  await seat(season, contestId, { person: 'organiser-1', kind: 'ORGANISER' });
  await seat(season, contestId, { person: 'organiser-2', kind: 'SECRETARY' });
  await seat(season, contestId, { person: 'leader-2', kind: 'LEADER' });
}

/** Seats the nine of the jury, the first in the chair. By the second of the office: the first is in conflict with what their own office sent in. */
export async function seatJury(season: Season, contestId: string): Promise<void> {
  for (const [at, { key }] of judges.entries())
    await seat(season, contestId, { person: key, kind: 'JUDGE', chair: at === 0, by: 'organiser-2' });
}

async function seat(
  season: Season,
  contestId: string,
  { person, kind, chair = false, by = 'organiser-1' }: { person: string; kind: SeatKind; chair?: boolean; by?: string },
): Promise<void> {
  await season.get(SeatService).seat(season.person(by), { contestId, personId: season.person(person).id, kind, chair });
}
