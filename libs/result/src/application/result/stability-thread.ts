import { inThread } from '#lib/platform';
import { type SentStability, type StabilityLine, type StabilityOrder, stabilityOf } from '../../domain/result/stability.js';

/** Cards drawn or counted that take about fifty milliseconds: more of them are counted in a thread. */
const IN_PLACE = 50_000;

/** As `stabilityOf`: in place where that is quick, otherwise in a thread of its own. Both give the same. */
export async function stabilityAside(order: StabilityOrder): Promise<StabilityLine[]> {
  const cards = order.signed.reduce((sum, initiative) => sum + initiative.cards.length, 0);
  const judges = new Set(order.signed.flatMap((initiative) => initiative.cards.map(({ judgeId }) => judgeId))).size;
  if (cards * (judges * 10 + (order.draw?.replicates ?? 0)) <= IN_PLACE) return stabilityOf(order);
  const signed = order.signed.map(({ id, cards: own, earlier }) => ({
    ...{ id, cards: own },
    earlier: [...(earlier ?? [])].map(([key, figure]) => [key, figure.toFixed()] as const),
  }));
  return inThread<StabilityLine[]>(new URL('./stability.worker.js', import.meta.url), { ...order, signed } satisfies SentStability);
}
