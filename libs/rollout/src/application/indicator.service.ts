import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, allRefused, nameOf, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Figure } from '../domain/figure.entity.js';
import { Indicator, type IndicatorFacts, problemsOfIndicator } from '../domain/indicator.entity.js';
import { withServiceIndicators } from '../domain/platform-services.js';
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

  /** Makes these the rollout's indicators, in this order. One that has figures is neither dropped nor counted differently. Refuses all that is wrong at once. */
  async put(em: EntityManager, rollout: Rollout, wanted: readonly IndicatorFacts[]): Promise<void> {
    const known = new Map((await em.find(Indicator, { rollout })).map((indicator) => [indicator.key, indicator]));
    const problems: Refused[] = [];
    for (const [at, facts] of wanted.entries()) {
      const path = `indicators.${String(at)}.`;
      const isTwice = wanted.findIndex(({ key }) => key === facts.key) !== at;
      if (isTwice) problems.push(new Refused('INDICATOR_TWICE', {}, `${path}key`));
      const indicator = isTwice ? undefined : known.get(facts.key);
      known.delete(facts.key);
      const wrong = problemsOfIndicator(indicator ?? {}, facts, path);
      problems.push(...wrong);
      if (indicator) problems.push(...(await describe(em, indicator, { at, facts, path, stands: wrong.length === 0 })));
      else if (!isTwice && wrong.length === 0) em.persist(Indicator.of(rollout, at, facts));
    }
    for (const dropped of known.values()) {
      problems.push(...(await figuresOf(em, dropped, 'indicators')));
      em.remove(dropped);
    }
    refuseIf(allRefused(problems));
  }

  /** Puts what the rollout's service counts behind what is there; returns the keys of what came. */
  async putThoseOfService(em: EntityManager, rollout: Rollout): Promise<string[]> {
    const known = await indicatorsOf(em, rollout);
    const added = withServiceIndicators(rollout.service, known).slice(known.length);
    em.persist(added.map((facts, at) => Indicator.of(rollout, known.length + at, facts)));
    return added.map(({ key }) => key);
  }
}

/** What the indicators of a rollout say, in their order. */
async function indicatorsOf(em: EntityManager, rollout: Rollout): Promise<IndicatorFacts[]> {
  return (await em.find(Indicator, { rollout }, { orderBy: { ordinal: 'asc' } })).map((indicator) => indicator.facts());
}

/** Says anew what an indicator is, if the facts stand; returns what its figures have against it. */
async function describe(
  em: EntityManager,
  indicator: Indicator,
  { at, facts, path, stands }: { at: number; facts: IndicatorFacts; path: string; stands: boolean },
): Promise<Refused[]> {
  if (indicator.countsOtherwise(facts)) {
    const figures = await figuresOf(em, indicator, `${path}aggregation`);
    if (stands) indicator.describe(at, facts, path);
    return figures;
  }
  if (!stands) return [];
  indicator.describe(at, facts, path);
  return unfitOf(em, indicator, `${path}highest`);
}

/** Says where figures of it, which fitted or were never asked, do not fit its scale. */
async function unfitOf(em: EntityManager, indicator: Indicator, path: string): Promise<Refused[]> {
  const figures = await em.find(Figure, { indicator });
  const unfit = figures.some((figure) => figure.whyNotFits(indicator, null) !== null);
  return unfit ? [new Refused('INDICATOR_FIGURES_UNFIT', { indicator: nameOf(indicator) }, path)] : [];
}

async function figuresOf(em: EntityManager, indicator: Indicator, path: string): Promise<Refused[]> {
  return (await em.count(Figure, { indicator })) > 0 ? [new Refused('INDICATOR_HAS_FIGURES', { indicator: nameOf(indicator) }, path)] : [];
}
