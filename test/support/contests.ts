import { type ContestPhase, type CriterionRule, type RoundRule, type RuleBookContent } from '#domain/contest';
import { AreaService, ContestService, type NewContest, PhaseService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type District } from './factories.js';
import { type RunningContest } from './harness.js';

const DAY = 24 * 60 * 60 * 1000;

export function aCriterion(key: string, max: string, changes: Partial<CriterionRule> = {}): CriterionRule {
  const plain = { step: '0.5', knockOutMinimum: null, commentRequired: false, bands: [], children: [], guidanceVi: null, guidanceEn: null };
  return { key, nameVi: `Tiêu chí ${key}`, nameEn: `Criterion ${key}`, max, ...plain, ...changes };
}

/** A round of three criteria, 30 + 30 + 40, three judges, the mean. */
export function aRound(key: string, changes: Partial<RoundRule> = {}): RoundRule {
  return {
    key,
    nameVi: `Vòng ${key}`,
    nameEn: `Round ${key}`,
    rubric: [aCriterion('novelty', '30'), aCriterion('applicability', '30'), aCriterion('effect', '40')],
    judgesPerInitiative: 3,
    minimumCards: 2,
    aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
    divergenceThreshold: null,
    cutOff: { score: null, top: null },
    ...changes,
  };
}

/** Two rounds of which the final alone decides. */
export function aRuleBook(changes: Partial<RuleBookContent> = {}): RuleBookContent {
  return {
    rounds: [aRound('dossier'), aRound('final')],
    combination: { kind: 'FINAL_ONLY' },
    rounding: { places: 2 },
    tieBreak: [{ kind: 'CRITERION', round: 'final', criterion: 'effect' }],
    ...changes,
  };
}

export const prizePlan = [
  { key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize', quantity: 1, amount: 3_000_000 },
  { key: 'SECOND', nameVi: 'Giải Nhì', nameEn: 'Second prize', quantity: 2, amount: 2_000_000 },
  { key: 'THIRD', nameVi: 'Giải Ba', nameEn: 'Third prize', quantity: 3, amount: 1_000_000 },
];

export const plan = { kind: 'PLAN', number: '118/KH-UBND', issuedOn: '2026-02-20', title: 'Kế hoạch tổ chức Cuộc thi' } as const;
export const rules = { kind: 'RULES', number: '01/TL-BTC', issuedOn: '2026-02-25', title: 'Thể lệ Cuộc thi' } as const;

let areas = 0;

export async function anArea(contest: RunningContest, nameVi = 'Cải cách thủ tục hành chính'): Promise<string> {
  areas += 1;
  const { id } = await contest
    .get(AreaService)
    .createArea(SYSTEM, { areaCode: `AREA_${String(areas)}`, nameVi, nameEn: 'Administrative procedures', source: null, ordinal: areas });
  return id;
}

export interface RunningYear {
  readonly id: string;
  readonly areaId: string;
  /** The last moment of the call, the grace of 15 minutes not counted. */
  readonly deadline: Date;
}

/** A whole contest of the district, taken into the phase asked for; the clock is moved where that phase begins later. Opens at the present moment for 60 days. Its leader does not ask to approve the plan. */
export async function aContest(
  contest: RunningContest,
  { units }: District,
  order: { phase?: ContestPhase } & Partial<NewContest> = {},
): Promise<RunningYear> {
  const { phase = 'OPEN', ...changes } = order;
  const areaId = await anArea(contest);
  const now = contest.clock.now().getTime();
  const day = (days: number) => new Date(now + days * DAY);
  const { id } = await contest.get(ContestService).createContest(SYSTEM, {
    hostUnitId: units.district,
    year: 2026,
    titleVi: `Tìm kiếm sáng kiến cải cách hành chính ${String(areas)}`,
    titleEn: 'Search for reform initiatives',
    objectives: 'Nâng cao chất lượng phục vụ người dân.',
    rosterAsOf: '2025-06-30',
    phases: [
      { kind: 'ANNOUNCED', startsAt: day(-1) },
      { kind: 'OPEN', startsAt: day(0), endsAt: day(60) },
      { kind: 'SCREENING', startsAt: day(60) },
      { kind: 'JUDGING', startsAt: day(75) },
      { kind: 'DELIBERATION', startsAt: day(100) },
      { kind: 'PUBLISHED', startsAt: day(110) },
    ],
    areaIds: [areaId],
    prizePlan,
    documents: [plan, rules],
    ruleBook: aRuleBook(),
    leaderApproves: false,
    ...changes,
  });
  await toPhase(contest, id, phase);
  return { id, areaId, deadline: day(60) };
}

const ORDER: readonly ContestPhase[] = ['DRAFT', 'ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED', 'ARCHIVED'];

/** Takes a contest on to a phase, moving the clock past the deadline where it must be; preconditions of later contexts are asked as ever. */
export async function toPhase(contest: RunningContest, contestId: string, wanted: ContestPhase): Promise<void> {
  for (
    let { phase } = await read(contest, contestId);
    ORDER.indexOf(phase) < ORDER.indexOf(wanted);
    { phase } = await read(contest, contestId)
  ) {
    if (phase === 'OPEN') {
      const { deadline } = await read(contest, contestId);
      if (deadline && contest.clock.now() < deadline) contest.clock.set(deadline);
    }
    await contest.get(PhaseService).advancePhase(SYSTEM, { contestId });
  }
}

async function read(contest: RunningContest, contestId: string): Promise<{ phase: ContestPhase; deadline: Date | null }> {
  const [row] = await contest
    .em()
    .getConnection()
    .execute<{ phase: ContestPhase; deadline: string | null }[]>(
      `select c.phase, (select ends_at + c.grace_minutes * interval '1 minute' from phase p where p.contest_id = c.id and p.kind = 'OPEN') as deadline
     from contest c where c.id = ?`,
      [contestId],
    );
  if (!row) throw new Error(`There is no contest ${contestId}`);
  return { phase: row.phase, deadline: row.deadline === null ? null : new Date(row.deadline) };
}
