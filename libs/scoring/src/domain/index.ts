export { Attestation } from './attestation.entity.js';
export { Conflict } from './conflict.entity.js';
export {
  CONFLICT_SOURCES,
  CONFLICT_TYPES,
  type ConflictFacts,
  type ConflictSource,
  type ConflictType,
  detectConflicts,
} from './conflicts.js';
export { FINAL_STATES, type ClosedRound, type FinalLine, type FinalState, finalStandings } from './final-standings.js';
export { JuryMember } from './jury-member.entity.js';
export { type GivenMark, type Mark, completeMarks, draftMarks, totalOf } from './marks.js';
export { ROUND_STATES, Round, type RoundState } from './round.entity.js';
export { CARD_STATES, type CardState, Scorecard, cardHash } from './scorecard.entity.js';
export { FinalStanding, Standing } from './standing.entity.js';
export { type CountedInitiative, STANDING_STATES, type StandingLine, type StandingState, computeStandings } from './standings.js';
