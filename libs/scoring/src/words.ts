import { type RefusalBook } from '#lib/kernel';
import { SLOT_STATE_WORDS } from './application/presentation/presentation.queries.js';
import { REOPENING_STATE_WORDS } from './domain/card/reopening.entity.js';
import { CARD_STATE_WORDS } from './domain/card/scorecard.entity.js';
import { CORRECTION_STATE_WORDS } from './domain/correction/correction.entity.js';
import { NAME_LOOK_STATE_WORDS } from './application/names/name-look.queries.js';
import { FINAL_STATE_WORDS } from './domain/result/final-standings.js';
import { STANDING_STATE_WORDS } from './domain/result/standings.js';
import { ROUND_STATE_WORDS } from './domain/round/round.entity.js';

/** What people call the states of `scoring`. */
export const scoringWords: RefusalBook['words'] = {
  CorrectionState: CORRECTION_STATE_WORDS,
  FinalStandingState: FINAL_STATE_WORDS,
  NameLookState: NAME_LOOK_STATE_WORDS,
  PresentationState: SLOT_STATE_WORDS,
  ReopeningState: REOPENING_STATE_WORDS,
  RoundState: ROUND_STATE_WORDS,
  ScorecardState: CARD_STATE_WORDS,
  StandingState: STANDING_STATE_WORDS,
};
