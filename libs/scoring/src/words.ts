import { type RefusalBook } from '#lib/kernel';
import { SLOT_STATE_WORDS } from './application/presentation/presentation.queries.js';
import { REOPENING_STATE_WORDS } from './domain/card/reopening.entity.js';
import { CARD_STATE_WORDS } from './domain/card/scorecard.entity.js';
import { NAME_LOOK_STATE_WORDS } from './application/names/name-look.queries.js';
import { ROUND_STATE_WORDS } from './domain/round/round.entity.js';

/** What people call the states of `scoring`. */
export const scoringWords: RefusalBook['words'] = {
  NameLookState: NAME_LOOK_STATE_WORDS,
  PresentationState: SLOT_STATE_WORDS,
  ReopeningState: REOPENING_STATE_WORDS,
  RoundState: ROUND_STATE_WORDS,
  ScorecardState: CARD_STATE_WORDS,
};
