import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, nameOf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Figure } from '../domain/figure.entity.js';
import { Indicator, type IndicatorFacts } from '../domain/indicator.entity.js';
import { Rollout } from '../domain/rollout.entity.js';
import { reach } from './reach.js';

export interface SetIndicatorsOrder {
  readonly rolloutId: string;
  readonly version: number;
  readonly indicators: readonly IndicatorFacts[];
}

/** What is counted about a rollout. */
@Injectable()
export class IndicatorService {
  constructor(private readonly work: UnitOfWork) {}

  setIndicators(actor: Actor, order: SetIndicatorsOrder): Promise<Rollout> {
    return this.work.act(actor, 'setIndicators', async ({ em, onVersion, record }) => {
      const scope = { id: order.rolloutId, roster: { host: reach(actor, 'rollout:manage') } };
      const rollout = await em.findOneOrFail(Rollout, scope, { lockMode: LockMode.PESSIMISTIC_WRITE });
      onVersion(rollout, order.version);
      const before = await indicatorsOf(em, rollout);
      await this.put(em, rollout, order.indicators);
      await em.flush();
      const edit = { before: { indicators: before }, after: { indicators: await indicatorsOf(em, rollout) } };
      // The row itself has not changed, but what a person saw with it has.
      if (record({ subject: { type: 'Rollout', id: rollout.id }, ...edit }))
        await sql`update rollout set version = version + 1 where id = ${rollout.id}`.execute(em.getKysely());
      return rollout;
    });
  }

  /** Makes these the rollout's indicators, in this order. One that has figures is neither dropped nor counted differently. */
  async put(em: EntityManager, rollout: Rollout, wanted: readonly IndicatorFacts[]): Promise<void> {
    const known = new Map((await em.find(Indicator, { rollout })).map((indicator) => [indicator.key, indicator]));
    for (const [at, facts] of wanted.entries()) {
      if (wanted.findIndex(({ key }) => key === facts.key) !== at) throw new Refused('INDICATOR_TWICE', {}, `indicators.${String(at)}.key`);
      const indicator = known.get(facts.key);
      known.delete(facts.key);
      if (!indicator) em.persist(Indicator.of(rollout, at, facts));
      else {
        const { aggregation, unitVi } = indicator;
        indicator.describe(at, facts, `indicators.${String(at)}.`);
        const countsOtherwise = indicator.aggregation !== aggregation || indicator.unitVi !== unitVi;
        if (countsOtherwise) await refuseWithFigures(em, indicator, `indicators.${String(at)}.aggregation`);
        else await refuseUnfit(em, indicator, `indicators.${String(at)}.highest`);
      }
    }
    for (const dropped of known.values()) {
      await refuseWithFigures(em, dropped, 'indicators');
      em.remove(dropped);
    }
  }
}

/** What the indicators of a rollout say, in their order. */
async function indicatorsOf(em: EntityManager, rollout: Rollout): Promise<IndicatorFacts[]> {
  return (await em.find(Indicator, { rollout }, { orderBy: { ordinal: 'asc' } })).map((indicator) => indicator.facts());
}

/** Refuses a scale that figures of it which fitted, or were never asked, do not fit. */
async function refuseUnfit(em: EntityManager, indicator: Indicator, path: string): Promise<void> {
  const figures = await em.find(Figure, { indicator });
  if (figures.some((figure) => figure.whyNotFits(indicator, null) !== null))
    throw new Refused('INDICATOR_FIGURES_UNFIT', { indicator: nameOf(indicator) }, path);
}

async function refuseWithFigures(em: EntityManager, indicator: Indicator, path: string): Promise<void> {
  if ((await em.count(Figure, { indicator })) > 0) throw new Refused('INDICATOR_HAS_FIGURES', { indicator: nameOf(indicator) }, path);
}
