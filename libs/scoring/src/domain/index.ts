export { Calibration, CalibrationCard, CalibrationSample } from './calibration/calibration.entity.js';
export { ChairVote } from './result/chair-vote.entity.js';
export { FINAL_STATES, type ClosedRound, type FinalLine, type FinalState, finalStandings } from './result/final-standings.js';
export { AssignmentProposal, ProposedCard } from './assignment/assignment-proposal.entity.js';
export { type GivenMark, type Mark, completeMarks, draftMarks, totalOf } from './card/marks.js';
export { type SettledCard, countingCards } from './round/divergence.js';
export { drawnOrder } from './presentation/draw.js';
export { PresentationDraw, PresentationSlot } from './presentation/presentation.entity.js';
export { NameLook } from './names/name-look.entity.js';
export { ROUND_STATES, Round, type RoundState } from './round/round.entity.js';
export { CARD_STATES, type CardState, Scorecard, type SealedMark, type SignedCard, cardHash } from './card/scorecard.entity.js';
export {
  CORRECTION_KINDS,
  CORRECTION_STATES,
  CORRECTION_TRANSITIONS,
  Correction,
  type CorrectionKind,
  type CorrectionState,
} from './correction/correction.entity.js';
export { ScorecardNote } from './card/scorecard-note.entity.js';
export { ScorecardVersion } from './card/scorecard-version.entity.js';
export { REOPENING_STATES, Reopening, type ReopeningState } from './card/reopening.entity.js';
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
export {
  type CountedInitiative,
  type JudgedCard,
  STANDING_STATES,
  type StandingLine,
  type StandingState,
  aggregationOf,
  computeStandings,
} from './result/standings.js';
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
export { OfflineSheet } from './sheet/offline-sheet.entity.js';
