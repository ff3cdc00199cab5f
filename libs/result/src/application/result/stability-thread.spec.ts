import { type RoundRule } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { stabilityOf } from '../../domain/result/stability.js';
import { stabilityAside } from './stability-thread.js';

test('in a thread of its own the same comes out as in place', async () => {
  const rule: RoundRule = {
    ...{ key: 'final', nameVi: 'Vòng 2', nameEn: 'Round 2', rubric: [], judgesPerInitiative: 3, minimumCards: 1, weight: '0.5' },
    ...{ aggregation: { kind: 'MEAN', trimming: 'SHEETS' }, divergenceThreshold: null, cutOff: { score: null, top: null } },
  };
  const signed = Array.from({ length: 40 }, (_, at) => ({
    id: String(at),
    cards: ['A', 'B', 'C'].map((judgeId, judge) => ({
      judgeId,
      extra: false,
      total: String(50 + ((at * 7 + judge * 11) % 40)),
      points: [],
    })),
    earlier: new Map([['dossier', new Decimal(60 + (at % 9))]]),
  }));
  const weights = ['dossier', 'final'].map((round) => ({ round, weight: 0.5 }));
  const draw = { seed: 11, replicates: 1000, prizes: [1, 2], among: signed.map(({ id }) => id), weights };
  const book = { tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' } as const], rounding: { places: 2 } };
  const order = { rule, book, signed, draw };

  const aside = await stabilityAside(order);

  expect(aside).toEqual(stabilityOf(order));
  expect(aside.flatMap(({ chances }) => chances).filter((chance) => chance > 0 && chance < 1).length).toBeGreaterThan(2);
});
