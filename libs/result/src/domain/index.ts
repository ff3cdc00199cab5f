export { ChairVote } from './result/chair-vote.entity.js';
export { finalStandings } from './result/final-standings.js';
export { Correction, type CorrectionKind } from './correction/correction.entity.js';
export { ContestResult, RoundResult } from './result/result.entity.js';
export { FinalStanding, Standing } from './result/standing.entity.js';
export { roundOutcome } from './result/round-outcome.js';
export { stabilityOf } from './result/stability.js';
export { aggregationOf, computeStandings } from './result/standings.js';
export {
  type PackIngredients,
  type PackedCard,
  type PackedRound,
  type ResultPackContent,
  type SignedPackedCard,
  makePack,
  packedLine,
} from './pack/pack.js';
export { packFile } from './pack/pack-file.js';
export { type PackedAward, type PackedPrizes } from './pack/packed-prizes.js';
export { ResultPack } from './pack/result-pack.entity.js';
export { PackTrail, readLogEntry } from './pack/pack-trail.js';
export { verifyPack } from './pack/verify-pack.js';
export { comparedBy } from './result/tie-break.js';
