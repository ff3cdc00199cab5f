export { ChairVote } from './result/chair-vote.entity.js';
export { FINAL_STATES, type ClosedRound, type FinalLine, type FinalState, finalStandings } from './result/final-standings.js';
export {
  CORRECTION_KINDS,
  CORRECTION_STATES,
  CORRECTION_TRANSITIONS,
  Correction,
  type CorrectionKind,
  type CorrectionState,
} from './correction/correction.entity.js';
export {
  CONTEST_RESULT_CAUSES,
  type ContestResultCause,
  ContestResult,
  ROUND_RESULT_CAUSES,
  type RoundResultCause,
  RoundResult,
} from './result/result.entity.js';
export { FinalStanding, Standing } from './result/standing.entity.js';
export { type AgreementFigure, type RoundStatistics } from './result/agreement.js';
export { type RoundOutcome, roundOutcome } from './result/round-outcome.js';
export { type StabilityLine, type StabilityOrder, stabilityOf } from './result/stability.js';
export { STANDING_STATES, type StandingLine, type StandingState, aggregationOf, computeStandings } from './result/standings.js';
export {
  PACK_FORMAT,
  type PackIngredients,
  type PackedCard,
  type PackedResult,
  type PackedRound,
  type ResultPackContent,
  type SignedPackedCard,
  makePack,
  packedLine,
} from './pack/pack.js';
export { packFile } from './pack/pack-file.js';
export { type PackedAward, type PackedPrizes } from './pack/packed-prizes.js';
export { type PackedVersion, ResultPack } from './pack/result-pack.entity.js';
export { Misfit, PACK_FAULTS, type PackFault, type PackFaultCode, type PackPlace, faultSentence, printable } from './pack/faults.js';
export { type LogEntry, PackTrail, type TrailEnd, readLogEntry } from './pack/pack-trail.js';
export { type EditorTrace, editorTraces, savedAgainSentence, traceInEncoding } from './pack/saved-again.js';
export { type PackVerdict, verifyPack } from './pack/verify-pack.js';
export { comparedBy } from './result/tie-break.js';
