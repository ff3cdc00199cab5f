import { Injectable } from '@nestjs/common';
import { type Roster, Unit } from '#domain/units';
import { type Actor, Refused, type WhyNot, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { RosterService } from '#lib/units';
import { Contest, type ContestSettings, Phase } from '../domain/contest.entity.js';
import {
  ContestArea,
  ContestDocument,
  type DocumentFacts,
  PrizeTier,
  type PrizeTierFacts,
  ReformArea,
} from '../domain/contest-parts.entity.js';
import { type PhaseDates, whyNotDates } from '../domain/phases.js';
import { whyNotPrizePlan } from '../domain/prize-plan.js';
import { RuleBook } from '../domain/rule-book.entity.js';
import { type RuleBookContent } from '../domain/rule-book.js';
import { datesOn } from '../domain/years-on.js';
import { type ContestOrder, contestToChange, lockContest, refuseOutOfReach } from './load-contest.js';

/** How a contest takes initiatives where nothing else is said. */
export const DEFAULT_SETTINGS = { headConfirms: false, graceMinutes: 15, maxFiles: 10, maxFileBytes: 20 * 1024 * 1024 } as const;

export interface NewContest extends Partial<Omit<ContestSettings, 'title' | 'titleEn' | 'objectives'>> {
  readonly hostUnitId: string;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly objectives: string;
  /** The day whose units take part. */
  readonly rosterAsOf: string;
  readonly phases?: readonly PhaseDates[];
  readonly areaIds?: readonly string[];
  readonly prizePlan?: readonly PrizeTierFacts[];
  readonly documents?: readonly DocumentFacts[];
  readonly ruleBook?: RuleBookContent;
  readonly illustrative?: boolean;
  /** Whether the leader approves the plan before it is announced; left out: yes. */
  readonly leaderApproves?: boolean;
}

/** A year's contest comes to be: drawn up new, copied from an earlier one, or recorded afterwards. */
@Injectable()
export class ContestService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RosterService,
  ) {}

  /** A draft with its roster drawn. Refuses `NOT_FOUND` for a host out of reach, `CONTEST_EXISTS`, `ROSTER_EMPTY`, and parts that do not hold. */
  async createContest(actor: Actor, order: NewContest): Promise<Contest> {
    return this.work.act(actor, 'createContest', async (act) => {
      const contest = await this.draw(act, order, 'draft');
      await this.furnish(act, contest, order);
      return this.keep(act, contest, { createdFrom: null });
    });
  }

  /** A contest of a past year, entered afterwards for its results: archived from the start, seen by everyone. */
  async recordPastContest(actor: Actor, order: Omit<NewContest, 'phases' | 'ruleBook'>): Promise<Contest> {
    return this.work.act(actor, 'recordPastContest', async (act) => {
      refuseOutOfReach(actor, 'contest:edit', order.hostUnitId, 'hostUnitId');
      refuseIf(whyNotPast(order, localDate(act.at)));
      const contest = await this.draw(act, order, 'past');
      await this.furnish(act, contest, order);
      return this.keep(act, contest, { recorded: true });
    });
  }

  /**
   * Next year's draft from an earlier contest: settings, areas, prize plan, the rule book in force (unfrozen), the dates as many
   * years on, by the clock on the wall. Documents are not copied, since each year has its own; the roster is drawn anew.
   */
  async copyContest(
    actor: Actor,
    order: { contestId: string; year: number; titleVi: string; titleEn: string; rosterAsOf: string },
  ): Promise<Contest> {
    return this.work.act(actor, 'copyContest', async (act) => {
      const { em } = act;
      const source = await lockContest(em, order.contestId, 'for share');
      refuseOutOfReach(actor, 'contest:edit', source.host.id);
      if (order.year <= source.year) throw new Refused('COPY_GOES_FORWARD', { year: String(source.year) }, 'year');
      const { objectives, headConfirms, authorsConfirm, graceMinutes, maxFiles, maxFileBytes, illustrative } = source;
      const settings = { objectives, headConfirms, authorsConfirm, graceMinutes, maxFiles, maxFileBytes, illustrative };
      const contest = await this.draw(act, { ...order, hostUnitId: source.host.id, ...settings }, 'draft');
      const tiers = await em.find(PrizeTier, { contest: source.id }, { orderBy: { order: 'asc' } });
      const areas = await em.find(ContestArea, { contest: source.id, area: { retired: false } });
      const book = await em.findOne(RuleBook, { contest: source.id }, { orderBy: { number: 'desc' } });
      const phases = datesOn(source.phases.getItems(), order.year - source.year);
      await this.furnish(act, contest, {
        prizePlan: tiers,
        areaIds: areas.map(({ area }) => area.id),
        phases,
      });
      if (book) em.persist(RuleBook.copied(contest, book.content));
      await em.flush();
      return this.keep(act, contest, { createdFrom: source.id });
    });
  }

  /** Title, aims and how initiatives are taken, before the announcement. Refuses `CONTEST_ANNOUNCED` after it, `STALE`. */
  async editContest(actor: Actor, order: ContestOrder & ContestSettings): Promise<Contest> {
    return this.work.act(actor, 'editContest', async (act) => {
      const { em, record } = act;
      const contest = await contestToChange(act, order);
      contest.refuseUnlessDraft();
      const before = settingsOf(contest);
      contest.describe(order);
      await em.flush();
      record({ subject: { type: 'Contest', id: contest.id }, before, after: settingsOf(contest) });
      return contest;
    });
  }

  private async draw({ em, actor }: Act, order: NewContest, kind: 'draft' | 'past'): Promise<Contest> {
    refuseOutOfReach(actor, 'contest:edit', order.hostUnitId, 'hostUnitId');
    const host = await em.findOneOrFail(Unit, { id: order.hostUnitId });
    const roster: Roster = await this.rosters.draw(actor, { hostUnitId: host.id, asOf: order.rosterAsOf });
    const facts = { ...DEFAULT_SETTINGS, ...withoutUndefined(order), host, roster, illustrative: order.illustrative ?? false };
    const contest = kind === 'past' ? Contest.past(facts) : Contest.draft(facts);
    em.persist(contest);
    await em.flush();
    return contest;
  }

  private async furnish(
    { em, at }: Act,
    contest: Contest,
    parts: {
      phases?: readonly PhaseDates[];
      areaIds?: readonly string[];
      prizePlan?: readonly PrizeTierFacts[];
      documents?: readonly DocumentFacts[];
      ruleBook?: RuleBookContent;
    },
  ): Promise<void> {
    refuseIf(whyNotDates(parts.phases ?? []));
    refuseIf(whyNotPrizePlan(parts.prizePlan ?? [], 'prizePlan'));
    em.persist((parts.phases ?? []).map((phase) => Phase.of(contest, phase)));
    em.persist((parts.prizePlan ?? []).map((tier, order) => PrizeTier.of(contest, tier, order)));
    const today = localDate(at);
    em.persist(
      (parts.documents ?? []).map((document, i) => ContestDocument.of(contest, document, { today, path: `documents.${String(i)}.` })),
    );
    if (parts.ruleBook) em.persist(RuleBook.first(contest, parts.ruleBook));
    for (const id of new Set(parts.areaIds ?? [])) {
      em.create(ContestArea, { contest, area: await em.findOneOrFail(ReformArea, { id, retired: false }) });
    }
    await em.flush();
  }

  private keep({ record }: Act, contest: Contest, how: object): Contest {
    record({
      subject: { type: 'Contest', id: contest.id },
      after: { ...settingsOf(contest), year: contest.year, host: contest.host.id, phase: contest.phase, ...how },
    });
    return contest;
  }
}

/** A contest that is recorded afterwards was held: of this year at the latest, with the units of a day that has come. */
function whyNotPast({ year, rosterAsOf }: Pick<NewContest, 'year' | 'rosterAsOf'>, today: string): WhyNot {
  const thisYear = today.slice(0, 4);
  if (String(year) > thisYear) return new Refused('CONTEST_YEAR_IN_FUTURE', { year: thisYear }, 'year');
  return whyNotDate('PAST_ROSTER', rosterAsOf, { now: today, path: 'rosterAsOf' });
}

function settingsOf(contest: ContestSettings): ContestSettings {
  const { titleVi, titleEn, objectives, headConfirms, authorsConfirm, graceMinutes, maxFiles, maxFileBytes } = contest;
  return { titleVi, titleEn, objectives, headConfirms, authorsConfirm, graceMinutes, maxFiles, maxFileBytes };
}

/** An input's field that was left out must not stand in a default's way. */
function withoutUndefined<T extends object>(order: T): T {
  return Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined && value !== null)) as T;
}
