import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused, allRefused, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Figure, type FigureSaid, problemsOfFigure } from '../domain/figure.entity.js';
import { Indicator } from '../domain/indicator.entity.js';
import { Report } from '../domain/report.entity.js';
import { Rollout } from '../domain/rollout.entity.js';
import { type TypedSource } from '../domain/sources.js';
import { refuseUnansweredJump } from './jumps.js';
import { personOf, reach } from './reach.js';
import { takesPart } from './roster-communes.js';

export interface RecordFigureOrder extends Omit<FigureSaid, 'illustrative' | 'sourceKind'> {
  readonly indicatorId: string;
  readonly unitId: string;
  /** Left out: neither the press nor an inspection. */
  readonly sourceKind?: TypedSource | null;
  readonly verified?: boolean | null;
  readonly illustrative?: boolean | null;
}

/** Figures that come outside the periodic reports, and whether someone has checked a figure. */
@Injectable()
export class FigureService {
  constructor(private readonly work: UnitOfWork) {}

  /** What the press or an inspection says, of a commune of the rollout or of its host as a whole. It stands beside what others say. */
  recordFigure(actor: Actor, order: RecordFigureOrder): Promise<Figure> {
    return this.work.act(actor, 'recordFigure', async ({ em, at, record }) => {
      const scope = { id: order.indicatorId, rollout: { roster: { host: reach(actor, 'rollout:manage') } } };
      const indicator = await em.findOneOrFail(Indicator, scope);
      const unit = await em.findOneOrFail(Unit, { id: order.unitId });
      const isHost = (await em.count(Rollout, { id: indicator.rollout.id, roster: { host: unit } })) > 0;
      if (!isHost && !(await takesPart(em, indicator.rollout.id, unit.id))) throw new Refused('UNIT_NOT_IN_ROLLOUT', {}, 'unitId');
      const said: FigureSaid = { ...order, sourceKind: order.sourceKind ?? 'OTHER', illustrative: order.illustrative ?? false };
      refuseIf(allRefused(problemsOfFigure(indicator.figureRule(), { said, unit, today: localDate(at) }, '')));
      const by = personOf(em, actor);
      const figure = Figure.of(indicator, unit, said, { report: null, by, at });
      if (order.verified) figure.verify(by, at);
      em.persist(figure);
      const { startsOn, endsOn, source, sourceKind, verified, jumpReason } = figure;
      record({
        subject: { type: 'Figure', id: figure.id },
        after: { indicator: indicator.id, unit: unit.id, startsOn, endsOn, source, sourceKind, verified, jumpReason },
      });
      await em.flush();
      await refuseUnansweredJump(em, figure.id);
      return figure;
    });
  }

  /** Says that somebody has checked it. Refuses a figure of a report that is not with the office, and one that its indicator cannot have. */
  verifyFigure(actor: Actor, order: { figureId: string; version: number }): Promise<Figure> {
    return this.work.act(actor, 'verifyFigure', async ({ em, at, held, record }) => {
      const scope = { id: order.figureId, indicator: { rollout: { roster: { host: reach(actor, 'report:approve') } } } };
      const figure = await held(await em.findOneOrFail(Figure, scope), order.version);
      const report = figure.report && (await em.findOneOrFail(Report, { id: figure.report.id }));
      if (report && report.state !== 'SUBMITTED' && report.state !== 'APPROVED')
        throw new Refused('FIGURE_UNVERIFIABLE', { state: report.state });
      figure.refuseIfVerified();
      refuseIf(figure.whyNotFits(await em.findOneOrFail(Indicator, { id: figure.indicator.id }), localDate(at)));
      figure.verify(personOf(em, actor), at);
      record({ subject: { type: 'Figure', id: figure.id }, before: { verified: false }, after: { verified: true } });
      await em.flush();
      return figure;
    });
  }
}
