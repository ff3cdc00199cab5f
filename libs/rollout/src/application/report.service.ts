import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, Refused, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Figure, type FigureSaid, problemsOfFigure, sameFigure } from '../domain/figure.entity.js';
import { Indicator } from '../domain/indicator.entity.js';
import { whyNotReport } from '../domain/report-policy.js';
import { Report } from '../domain/report.entity.js';
import { ReportingPeriod } from '../domain/reporting-period.entity.js';
import { reportFacts, reportersOf } from './report-facts.js';
import { heldFigures, problemsToSubmit, unfitFigures } from './report-problems.js';
import { personOf, reach } from './reach.js';

/** A figure of a report. Without a window it is for the period's; without a source it is the unit's own. */
export interface FigureOrder {
  readonly indicatorId: string;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly value?: string | null;
  readonly numerator?: string | null;
  readonly denominator?: string | null;
  readonly source?: string | null;
  readonly note?: string | null;
  readonly illustrative?: boolean | null;
  /** Why it is right although it jumps. */
  readonly jumpReason?: string | null;
}

export interface SaveReportOrder {
  readonly periodId: string;
  readonly unitId: string;
  /** 0 where there is no report yet. */
  readonly version: number;
  readonly note?: string | null;
  readonly figures: readonly FigureOrder[];
}

interface Typing {
  readonly report: Report;
  readonly period: ReportingPeriod;
  readonly unit: Unit;
}

/** What communes report for a period, and what the office says to it. */
@Injectable()
export class ReportService {
  constructor(private readonly work: UnitOfWork) {}

  /** Begins or edits a draft; the figures given are all it has. Refuses as `whyNotReport` says, and each figure with its path. */
  saveReport(actor: Actor, order: SaveReportOrder): Promise<Report> {
    return this.work.act(actor, 'saveReport', async (act) => {
      const { em, record } = act;
      const period = await em.findOneOrFail(ReportingPeriod, { id: order.periodId }, { lockMode: LockMode.PESSIMISTIC_READ });
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach(actor, 'adoption:report') }] });
      const known = await em.findOne(Report, { period, unit }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      refuseIf(whyNotReport(await reportFacts(em, { period, unitId: unit.id, today: localDate(act.at) })));
      act.onVersion(known ?? { version: 0 }, order.version);
      const report = known ?? Report.begin(period, unit);
      em.persist(report);
      const noted = order.note !== undefined && order.note !== report.note;
      if (noted) report.note = order.note;
      const figures = await this.putFigures(act, { report, period, unit }, order.figures);
      if (known && !noted && !figures.changed) return report;
      const after = { period: period.id, unit: unit.id, figures: figures.count, ...figures.answers };
      record({ subject: { type: 'Report', id: report.id }, after });
      await em.flush();
      if (known) await countEdit(em, report.id);
      return report;
    });
  }

  submitReport(actor: Actor, order: { reportId: string; version: number }): Promise<Report> {
    return this.work.act(actor, 'submitReport', async (act) => {
      const { em, at, record, emit } = act;
      const { report, period, unit } = await this.typing(act, order);
      refuseIf(whyNotReport(await reportFacts(em, { period, unitId: unit.id, today: localDate(at) })));
      refuseIf(allRefused(problemsToSubmit(await heldFigures(em, report.id), localDate(at))));
      const before = report.state;
      report.submit(personOf(em, actor), at);
      record({ subject: { type: 'Report', id: report.id }, before: { state: before }, after: { state: 'SUBMITTED' } });
      emit({ type: 'report.submitted', payload: { reportId: report.id, periodId: period.id, unitId: unit.id } });
      await em.flush();
      return report;
    });
  }

  approveReport(actor: Actor, order: { reportId: string; version: number }): Promise<Report> {
    return this.work.act(actor, 'approveReport', async (act) => {
      const { em, at, record, emit } = act;
      const report = await this.waiting(act, order);
      refuseIf(allRefused(unfitFigures(await heldFigures(em, report.id), localDate(at))));
      report.approve(personOf(em, actor), at);
      record({ subject: { type: 'Report', id: report.id }, before: { state: 'SUBMITTED' }, after: { state: 'APPROVED' } });
      emit({ type: 'report.approved', payload: { reportId: report.id } });
      await em.flush();
      return report;
    });
  }

  /** Back to the commune with a reason. In a closed period it needs an exception before it can be typed again. */
  returnReport(actor: Actor, order: { reportId: string; version: number; reason: string }): Promise<Report> {
    return this.work.act(actor, 'returnReport', async (act) => {
      const { em, at, record, emit } = act;
      const report = await this.waiting(act, order);
      report.return(order.reason, personOf(em, actor), at);
      record({
        subject: { type: 'Report', id: report.id },
        before: { state: 'SUBMITTED' },
        after: { state: 'RETURNED' },
        reason: order.reason,
      });
      emit({ type: 'report.returned', payload: { reportId: report.id } });
      await em.flush();
      return report;
    });
  }

  private async typing({ em, actor, onVersion }: Act, order: { reportId: string; version: number }): Promise<Typing> {
    const scope = { id: order.reportId, unit: reach(actor, 'adoption:report') };
    const found = await em.findOneOrFail(Report, scope);
    // The period before the report, as everywhere, so that closing it and sending a report cannot wait for one another.
    const period = await em.findOneOrFail(ReportingPeriod, { id: found.period.id }, { lockMode: LockMode.PESSIMISTIC_READ });
    const report = await em.refreshOrFail(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
    onVersion(report, order.version);
    return { report, period, unit: await em.findOneOrFail(Unit, { id: report.unit.id }) };
  }

  private async waiting({ em, actor, held }: Act, order: { reportId: string; version: number }): Promise<Report> {
    const office = reach(actor, 'report:approve');
    const scope = { id: order.reportId, $or: [{ unit: office }, { period: { host: office } }] };
    const report = await held(await em.findOneOrFail(Report, scope), order.version);
    report.refuseUnlessSubmitted();
    return report;
  }

  /** Makes these the report's figures; one that says what it said keeps its verification. Returns how many there are, and whether any is another. */
  private async putFigures(
    { em, actor, at }: Act,
    { report, period, unit }: Typing,
    orders: readonly FigureOrder[],
  ): Promise<{ count: number; changed: boolean; answers: { jumpReasons?: object } }> {
    let changed = false;
    const by = personOf(em, actor);
    const given = (await this.reportable(em, { period, unit }, orders)).map((each) => ({
      ...each,
      said: saidBy(each.order, period, unit),
    }));
    const today = localDate(at);
    const wrong = given.flatMap(({ indicator, said, path }) => problemsOfFigure(indicator.figureRule(), { said, unit, today }, path));
    refuseIf(allRefused(wrong));
    const left = new Map((await em.find(Figure, { report })).map((figure) => [keyOf(figure.indicator.id, figure), figure]));
    for (const { indicator, said } of given) {
      const key = keyOf(indicator.id, said);
      const figure = left.get(key);
      left.delete(key);
      if (figure && sameFigure(figure, said)) {
        changed = figure.answer(said.jumpReason) || changed;
        continue;
      }
      changed = true;
      if (figure) figure.say(said, by, at);
      else em.persist(Figure.of(indicator, unit, said, { report, by, at }));
    }
    for (const dropped of left.values()) em.remove(dropped);
    return { count: orders.length, changed: changed || left.size > 0, answers: answersIn(orders) };
  }

  /** Gives each order its indicator, of a rollout on which the unit reports for itself or as a successor; refuses all those of another's, or from which it is exempt. */
  private async reportable(
    em: EntityManager,
    { period, unit }: Pick<Typing, 'period' | 'unit'>,
    orders: readonly FigureOrder[],
  ): Promise<{ order: FigureOrder; indicator: Indicator; path: string }[]> {
    const indicators = new Map(
      (await em.find(Indicator, { id: { $in: orders.map(({ indicatorId }) => indicatorId) } })).map((each) => [each.id, each]),
    );
    const { rows } = await sql<{ rolloutId: string; expected: boolean }>`
      select reporter.rollout_id as "rolloutId", reporter.expected from reporting_period p cross join lateral ${reportersOf(sql`p`)} reporter
      where p.id = ${period.id} and reporter.unit_id = ${unit.id}`.execute(em.getKysely());
    const expected = new Map(rows.map((row) => [row.rolloutId, row.expected]));
    const problems: Refused[] = [];
    const found = orders.flatMap((order, at) => {
      const path = `figures.${String(at)}.`;
      const indicator = indicators.get(order.indicatorId);
      const asked = indicator && expected.get(indicator.rollout.id);
      if (indicator && asked) return [{ order, indicator, path }];
      const code = !indicator ? 'NOT_FOUND' : asked === undefined ? 'UNIT_NOT_EXPECTED' : 'UNIT_EXEMPT';
      problems.push(new Refused(code, indicator ? {} : { what: 'Indicator' }, `${path}indicatorId`));
      return [];
    });
    refuseIf(allRefused(problems));
    return found;
  }
}

/** The row itself may not have changed, but what a person saw with it has. */
async function countEdit(em: EntityManager, reportId: string): Promise<void> {
  await sql`update report set version = version + 1 where id = ${reportId}`.execute(em.getKysely());
}

function saidBy(order: FigureOrder, period: ReportingPeriod, unit: Unit): FigureSaid {
  return {
    // A successor says nothing of the days before it was there: those are its predecessors'.
    startsOn: order.startsOn ?? (unit.validFrom > period.startsOn ? unit.validFrom : period.startsOn),
    endsOn: order.endsOn ?? period.endsOn,
    value: order.value ?? null,
    numerator: order.numerator ?? null,
    denominator: order.denominator ?? null,
    source: order.source?.trim() ? order.source : unit.nameVi,
    sourceKind: 'REPORTED',
    illustrative: order.illustrative ?? false,
    note: order.note ?? null,
    jumpReason: order.jumpReason,
  };
}

/** What is said of figures that jump, for the record. */
function answersIn(orders: readonly FigureOrder[]): { jumpReasons?: object } {
  const answers = orders.map(({ indicatorId, jumpReason }) => ({ indicator: indicatorId, jumpReason: jumpReason?.trim() }));
  const jumpReasons = answers.filter(({ jumpReason }) => jumpReason);
  return jumpReasons.length === 0 ? {} : { jumpReasons };
}

const keyOf = (indicatorId: string, said: { startsOn: string; endsOn: string; source: string }): string =>
  [indicatorId, said.startsOn, said.endsOn, said.source.trim()].join('|');
