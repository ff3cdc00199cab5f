import { Injectable } from '@nestjs/common';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { whyNotReview } from '../domain/rating-hold-policy.js';
import { BASE_WEEKS, baseOf } from '../domain/signal-rules.js';
import { Signal, SignalBase } from '../domain/signal.entity.js';
import { unitsOfReviewer } from './reviewer.js';
import { SignalWatch } from './signal.watch.js';

export interface CloseSignalOrder {
  readonly signalId: string;
  readonly version: number;
  readonly conclusion: string;
}

export interface RebaseSignalsOrder {
  readonly baseId: string;
  readonly version: number;
  readonly reason: string;
}

/** What the office does about signals; nobody of the unit itself does it. */
@Injectable()
export class SignalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly watch: SignalWatch,
  ) {}

  /** Says what was found out, and ends it: the next bad week opens another. */
  closeSignal(actor: Actor, order: CloseSignalOrder): Promise<Signal> {
    return this.work.act(actor, 'closeSignal', async ({ em, at, held, record }) => {
      const found = await em.findOneOrFail(Signal, { id: order.signalId, unit: reach(actor) });
      refuseIf(whyNotReview(await unitsOfReviewer(em, actor.id, localDate(at)), found.unit.id));
      const signal = await held(found, order.version);
      signal.close(order.conclusion, at);
      const { rule, week, conclusion } = signal;
      record({ subject: { type: 'Signal', id: signal.id }, after: { unit: signal.unit.id, rule, week, conclusion } });
      await em.flush();
      return signal;
    });
  }

  /** Takes the last twelve weeks that settled for usual from now on. Refuses fewer than twelve, and those that are taken already. */
  rebaseSignals(actor: Actor, order: RebaseSignalsOrder): Promise<SignalBase> {
    return this.work.act(actor, 'rebaseSignals', async ({ em, at, held, record }) => {
      const found = await em.findOneOrFail(SignalBase, { id: order.baseId, unit: reach(actor) });
      refuseIf(whyNotReview(await unitsOfReviewer(em, actor.id, localDate(at)), found.unit.id));
      const base = await held(found, order.version);
      const weeks = await this.watch.settledWeeks(base.unit.id);
      if (weeks.length < BASE_WEEKS) throw new Refused('BASE_WEEKS_FEW', { needed: BASE_WEEKS, settled: weeks.length });
      if (weeks.at(-1)?.week === base.lastWeek) throw new Refused('BASE_TAKEN');
      const before = base.facts();
      base.take(weeks, baseOf(weeks), order.reason.trim());
      record({ subject: { type: 'SignalBase', id: base.id }, before, after: base.facts(), reason: order.reason.trim() });
      await em.flush();
      return base;
    });
  }
}

const reach = (actor: Actor): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor('signal:settle') };
