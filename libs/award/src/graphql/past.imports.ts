import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Contest, PrizeTier } from '#domain/contest';
import { type AuthorShare, Initiative } from '#domain/initiative';
import { nameKey } from '#domain/units';
import { ContestService, RecordPastContestInput } from '#lib/contest';
import { RecordPastInitiativeInput, SubmissionService } from '#lib/initiative';
import { Refused, type Words, day, localDate } from '#lib/kernel';
import { type Act, type ImportRun, Imports, type RowOutcome, RowProblems, type SheetRow, UnitOfWork } from '#lib/platform';
import { findUnit } from '#lib/units';
import { areasNamed, findArea, findAuthors } from '../application/past-sheet.queries.js';
import { PastAwardService } from '../application/past-award.service.js';
import { AwardDecision } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { plannedTiers, tierKey } from '../domain/past-tiers.js';
import { RecordPastAwardsInput } from './award.types.js';
import { PAST_COLUMNS } from './past.columns.js';

const AT_CONTEST = {
  year: 'year',
  titleVi: 'contest',
  titleEn: 'contest',
  rosterAsOf: 'rosterAsOf',
  prizePlan: 'prize',
  hostUnitId: 'year',
};
const AT_INITIATIVE = {
  ...{ title: 'title', problem: 'problem', solution: 'solution', firstAppliedOn: 'firstAppliedOn' },
  ...{ areaId: 'area', ownerUnitId: 'unit', authors: 'authors', contestId: 'year' },
};
const AT_AWARDS = { decisionNumber: 'decision', decidedOn: 'decidedOn', awards: 'prize', contestId: 'year' };

/** What is known of a year while its rows are brought in. */
interface Year {
  readonly year: string;
  readonly rows: readonly SheetRow[];
  /** Set once the contest is there. */
  contest: Contest | null;
  /** The prizes that were recorded before; null where none were. */
  recorded: AwardDecision | null;
  readonly given: { readonly initiativeId: string; readonly tierKey: string }[];
}

/** Contests that were held before the platform, with their winners. */
@Injectable()
export class PastImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly work: UnitOfWork,
    private readonly contests: ContestService,
    private readonly submissions: SubmissionService,
    private readonly awards: PastAwardService,
  ) {}

  onModuleInit(): void {
    this.imports.kind({
      name: 'pastWinners',
      title: { vi: 'Cuộc thi đã qua và giải thưởng', en: 'Past contests and winners' },
      fileName: 'mau-nhap-giai-thuong-cac-nam',
      context: 'award',
      permission: 'award:record',
      unitIs: { vi: 'Cơ quan tổ chức cuộc thi', en: 'The unit that held the contests' },
      columns: PAST_COLUMNS,
      run: (run) => this.run(run),
      names:
        (run) =>
        ({ values }) =>
          this.named(run, values),
    });
  }

  /** Year by year: the contest with its first row, each initiative with its own, and the prizes at once when all of them are there. */
  private async run(run: ImportRun): Promise<void> {
    for (const [year, rows] of Map.groupBy(run.rows, ({ values }) => values.year ?? '')) {
      const of: Year = { year, rows, contest: null, recorded: null, given: [] };
      const [first] = rows;
      if (!first) continue;
      let sound = await run.row(first, () => this.contestOf(run, of, first));
      for (const row of rows) sound = (await run.row(row, () => this.bring(run, of, row))) && sound;
      if (sound && !of.recorded) await run.row(first, () => this.recordAwards(run, of, first));
    }
  }

  private bring(run: ImportRun, of: Year, row: SheetRow): Promise<RowOutcome> {
    return this.work.act(run.act.actor, 'import.pastWinner', async (act) => {
      const [first] = of.rows;
      const { decision, decidedOn } = first?.values ?? {};
      if (!of.contest) throw new Refused('IMPORT_YEAR_FAILED', { row: first?.number ?? 0 }, 'year');
      if (row.values.decision !== decision) throw new Refused('IMPORT_DECISION_DIFFERS', { number: decision ?? '' }, 'decision');
      if (row.values.decidedOn !== decidedOn) throw new Refused('IMPORT_DECISION_DIFFERS', { number: decision ?? '' }, 'decidedOn');
      return this.initiativeOf(act, run, of, row.values);
    });
  }

  /** The one of the host and the year, or a new one with the areas and the prizes that its rows name. */
  private contestOf(run: ImportRun, of: Year, first: SheetRow): Promise<RowOutcome> {
    return this.work.act(run.act.actor, 'import.pastContest', async (act) => {
      const made = await this.contestOfYear(act, run, of);
      const subject = first.values.title ?? '';
      return made
        ? { fate: 'MAKE', subject, steps: [{ vi: `Lập cuộc thi năm ${of.year}`, en: `Enters the contest of ${of.year}` }] }
        : { fate: 'LEAVE', subject, steps: [] };
    });
  }

  /** Whether it was made. */
  private async contestOfYear({ em, actor }: Act, run: ImportRun, of: Year): Promise<boolean> {
    const known = await em.findOne(Contest, { host: run.unitId, year: Number(of.year) });
    if (known) {
      if (!known.recorded) throw new Refused('CONTEST_NOT_RECORDED', {}, 'year');
      of.recorded = await em.findOne(AwardDecision, { contest: known.id });
      of.contest = known;
      return false;
    }
    const { contest, rosterAsOf, decidedOn = '' } = of.rows[0]?.values ?? {};
    const order = {
      hostUnitId: run.unitId,
      year: Number(of.year),
      titleVi: contest ?? `Cuộc thi tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm ${of.year}`,
      titleEn: `Contest for initiatives in administrative reform ${of.year}`,
      objectives: '',
      rosterAsOf: rosterAsOf ?? decidedOn,
      areaIds: await areasNamed(
        em,
        of.rows.map(({ values }) => values.area ?? ''),
      ),
      prizePlan: plannedTiers(of.rows.map(({ values }) => ({ prize: values.prize ?? '', amount: Number(values.amount ?? 0) }))),
    };
    const input = await run.at(AT_CONTEST, () => run.input(RecordPastContestInput, order));
    of.contest = await run.at(AT_CONTEST, () => this.contests.recordPastContest(actor, input));
    return true;
  }

  private async initiativeOf(act: Act, run: ImportRun, of: Year, values: SheetRow['values']): Promise<RowOutcome> {
    const { em, actor } = act;
    const { title = '', problem, solution, firstAppliedOn } = values;
    const contestId = of.contest?.id ?? '';
    const { ownerId, areaId, authors, key } = await this.named(run, values, () => this.tierOf(act, of, values.prize ?? ''));
    const there = await em.find(Initiative, { contest: contestId, owner: ownerId });
    const known = there.find((one) => nameKey(one.title) === nameKey(title));
    if (known) return this.knownOf(act, of, { known, key });
    if (of.recorded)
      throw new Refused('IMPORT_AWARDS_RECORDED', { number: of.recorded.number ?? '', date: day(of.recorded.decidedOn ?? '') });
    const order = {
      contestId,
      areaId,
      ownerUnitId: ownerId,
      title,
      authors,
      problem,
      solution,
      firstAppliedOn: firstAppliedOn ?? null,
    };
    const input = await run.at(AT_INITIATIVE, () => run.input(RecordPastInitiativeInput, order));
    const { id } = await run.at(AT_INITIATIVE, () => this.submissions.recordPastInitiative(actor, input));
    of.given.push({ initiativeId: id, tierKey: key });
    return { fate: 'MAKE', subject: title, steps: [STEPS.initiative, prizeStep(values.prize ?? '')] };
  }

  /** The unit, area and authors that a row names, and its prize where the contest is there; refuses together what is not. */
  private async named(
    run: ImportRun,
    { unit = '', area = '', authors: written = '', rosterAsOf, decidedOn }: SheetRow['values'],
    prize: () => Promise<string> = () => Promise.resolve(''),
  ): Promise<{ ownerId: string; areaId: string; authors: AuthorShare[]; key: string }> {
    const { em, actor, at } = run.act;
    const sought = { among: actor.unitsFor('award:record'), day: rosterAsOf ?? decidedOn ?? localDate(at) };
    const problems = new RowProblems();
    const owner = await problems.of(() => run.at('unit', () => findUnit(em, unit, sought)));
    const areaId = await problems.of(() => run.at('area', () => findArea(em, area)));
    const whose = { actor, hostId: run.unitId, unitId: owner?.id ?? run.unitId, at };
    const authors = await problems.of(() => run.at('authors', () => findAuthors(em, written, whose)));
    const key = await problems.of(prize);
    problems.refuse();
    if (!owner || areaId === null || !authors || key === null) throw new Refused('NOT_FOUND');
    return { ownerId: owner.id, areaId, authors, key };
  }

  /** One that is there already gets its prize, or has it. */
  private async knownOf({ em }: Act, of: Year, { known, key }: { known: Initiative; key: string }): Promise<RowOutcome> {
    if (!of.recorded) {
      of.given.push({ initiativeId: known.id, tierKey: key });
      return { fate: 'CHANGE', subject: known.title, steps: [prizeStep(key)] };
    }
    const has = await em.count(Award, { decision: of.recorded.id, initiative: known.id, tier: { key }, revokedAt: null });
    if (has === 0) throw new Refused('IMPORT_PRIZE_OTHER', { number: of.recorded.number ?? '' }, 'prize');
    return { fate: 'LEAVE', subject: known.title, steps: [] };
  }

  /** Of a contest that was there before, one of its own. */
  private async tierOf({ em }: Act, { contest }: Year, prize: string): Promise<string> {
    const tiers = await em.find(PrizeTier, { contest: contest?.id ?? '' }, { orderBy: { order: 'asc' } });
    const key = tierKey(prize, tiers);
    if (!tiers.some((tier) => tier.key === key)) {
      throw new Refused('IMPORT_PRIZE_UNKNOWN', { prize, known: tiers.map(({ nameVi, nameEn }) => ({ vi: nameVi, en: nameEn })) }, 'prize');
    }
    return key;
  }

  private async recordAwards(run: ImportRun, of: Year, { values }: SheetRow): Promise<RowOutcome> {
    const { decision: decisionNumber = '', decidedOn = '' } = values;
    const order = { contestId: of.contest?.id ?? '', decisionNumber, decidedOn, awards: of.given };
    const input = await run.at(AT_AWARDS, () => run.input(RecordPastAwardsInput, order));
    await run.at(AT_AWARDS, () => this.awards.recordPastAwards(run.act.actor, input));
    return {
      fate: 'MAKE',
      subject: '',
      steps: [{ vi: `Ghi quyết định khen thưởng ${decisionNumber}`, en: `Records the prizes of decision ${decisionNumber}` }],
    };
  }
}

const STEPS = {
  initiative: { vi: 'Nhập sáng kiến', en: 'Enters the initiative' },
} satisfies Readonly<Record<string, Words>>;

const prizeStep = (prize: string): Words => ({ vi: `Trao giải: ${prize}`, en: `Gives the prize: ${prize}` });
