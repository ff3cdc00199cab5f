import { NotComputable } from './common/not-computable.js';

/** What is left of a sum of falling terms is less than this part of it. */
const NEGLIGIBLE = 1e-17;

/** The probability that so many or more of `trials` succeed where each does with `probability`: the exact sum, no approximation. */
export function binomialTail(least: number, trials: number, probability: number): number {
  if (!Number.isInteger(trials) || trials < 0 || !Number.isInteger(least)) throw new NotComputable('COUNT_OUT_OF_RANGE', { least, trials });
  if (!(probability >= 0 && probability <= 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'probability' });
  if (least <= 0) return 1;
  if (least > trials || probability === 0) return 0;
  if (probability === 1) return 1;
  // Below the mean the terms rise at first: the other side is summed, whose terms fall.
  if (least <= trials * probability) return 1 - binomialTail(trials - least + 1, trials, 1 - probability);
  const odds = probability / (1 - probability);
  let logarithm = (trials - least) * Math.log1p(-probability) + least * Math.log(probability);
  for (let i = 1; i <= least; i++) logarithm += Math.log((trials - least + i) / i);
  return Math.exp(logarithm) * sumOfFalling((k) => ((trials - least - k) / (least + k + 1)) * odds);
}

/** The probability that so many or more happen where `usual` do on the average, each for itself. */
export function poissonTail(least: number, usual: number): number {
  if (!Number.isInteger(least)) throw new NotComputable('COUNT_OUT_OF_RANGE', { least });
  if (!(usual >= 0 && usual < Infinity)) throw new NotComputable('OUT_OF_RANGE', { name: 'usual' });
  if (least <= 0) return 1;
  if (usual === 0) return 0;
  if (least <= usual) return 1 - poissonBelow(least, usual);
  return poissonTerm(least, usual) * sumOfFalling((k) => usual / (least + k + 1));
}

/** Fewer than `least`, which is no more than the mean: summed from the greatest term down. */
function poissonBelow(least: number, usual: number): number {
  return poissonTerm(least - 1, usual) * sumOfFalling((k) => (least - 1 - k) / usual);
}

function poissonTerm(count: number, usual: number): number {
  let logarithm = -usual + count * Math.log(usual);
  for (let i = 2; i <= count; i++) logarithm -= Math.log(i);
  return Math.exp(logarithm);
}

/** 1 + r₀ + r₀r₁ + …, whose ratios lie below one and fall. */
function sumOfFalling(ratio: (k: number) => number): number {
  let [sum, term] = [1, 1];
  for (let k = 0; term > sum * NEGLIGIBLE; k++) {
    term *= ratio(k);
    sum += term;
  }
  return sum;
}
