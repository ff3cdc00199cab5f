import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, Refused, addDays, allRefused, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { Figure, type FigureNumbers, problemsOfFigure, saidBySystem } from '../domain/figure.entity.js';
import { Indicator } from '../domain/indicator.entity.js';
import { SETTLES_AFTER } from '../domain/pieces.js';
import { type Window } from '../domain/windows.js';
import { takesPart } from './roster-communes.js';

export interface SystemFigureOrder {
  readonly indicatorId: string;
  readonly unitId: string;
  /** A piece that is over: 1–14 or 15–end of month. */
  readonly window: Window;
  /** Decimals as strings. Zero is said only where the service was at work; where it was not, nothing is. */
  readonly numbers: FigureNumbers;
  /** Why it counts otherwise now; needed once the piece has settled. */
  readonly reason?: string | null;
  readonly illustrative?: boolean;
}

/** The one door through which the services count. What comes in here stands beside what communes report, and corrects none of it. */
@Injectable()
export class SystemFigureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarQueries,
  ) {}

  /**
   * Says what the system counted of a unit in a piece, verified as it is written. The same numbers again change nothing. Refuses a window that is no
   * piece or lies ahead, a unit that takes no part, numbers that the indicator cannot have, other numbers without a reason five working days after
   * the piece, and `CALENDAR_MISSING` where these are not known.
   */
  restateSystemFigure(actor: Actor, order: SystemFigureOrder): Promise<Figure> {
    if (!actor.isSystem) throw new Error('Nobody types what the system counts');
    const { indicatorId, unitId, window, numbers } = order;
    return this.work.act(actor, 'restateSystemFigure', async ({ em, at, record }) => {
      // Two runs that count the same piece follow one another.
      const indicator = await em.findOneOrFail(Indicator, { id: indicatorId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const unit = await em.findOneOrFail(Unit, { id: unitId });
      if (!(await takesPart(em, indicator.rollout.id, unit.id))) throw new Refused('UNIT_NOT_IN_ROLLOUT', {}, 'unitId');
      const said = saidBySystem(window, numbers, order.illustrative ?? false);
      refuseIf(allRefused(problemsOfFigure(indicator.figureRule(), { said, unit, today: localDate(at) }, '')));
      const known = await em.findOne(Figure, { indicator, unit, sourceKind: 'SYSTEM', startsOn: window.from });
      const figure = known ?? Figure.of(indicator, unit, said, { report: null, by: null, at });
      if (known?.counts(numbers)) return known;
      const before = known && { value: known.value, numerator: known.numerator, denominator: known.denominator };
      const settled = known !== null && (await this.isSettled(window, at));
      if (known) known.restate(numbers, { at, settled, reason: order.reason ?? null });
      else figure.verify(null, at);
      em.persist(figure);
      const { startsOn, endsOn, sourceKind, value, numerator, denominator } = figure;
      const now = { value, numerator, denominator };
      record({
        subject: { type: 'Figure', id: figure.id },
        ...(before && { before }),
        after: before ? now : { indicator: indicatorId, unit: unitId, startsOn, endsOn, sourceKind, ...now },
        reason: settled ? figure.restatedBecause : null,
      });
      await em.flush();
      return figure;
    });
  }

  private async isSettled({ to }: Window, at: Date): Promise<boolean> {
    const today = localDate(at);
    // So few days cannot be enough, and in January the list of the new year may not be there yet.
    if (today <= addDays(to, SETTLES_AFTER)) return false;
    const calendar = await this.calendars.calendar();
    return today > calendar.lastDay(to, { amount: SETTLES_AFTER, countedIn: 'WORKING_DAY' });
  }
}
