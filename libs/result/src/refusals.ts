import { type RefusalBook } from '#lib/kernel';
import { CORRECTION_STATE_WORDS } from './domain/correction/correction.entity.js';
import { FINAL_STATE_WORDS } from './domain/result/final-standings.js';
import { STANDING_STATE_WORDS } from './domain/result/standings.js';
import { correctionMessages } from './refusals/correction.js';
import { looksMessages } from './refusals/looks.js';
import { packMessages } from './refusals/pack.js';
import { resultMessages } from './refusals/result.js';
import { resultLabels } from './labels.js';

/** What `result` refuses, by subject. */
export const resultRefusals: RefusalBook = {
  messages: { ...correctionMessages, ...looksMessages, ...packMessages, ...resultMessages },
  constraints: {
    correction_one_at_a_time: 'CORRECTION_WAITS',
  },
  labels: resultLabels,
  words: {
    CorrectionState: CORRECTION_STATE_WORDS,
    FinalStandingState: FINAL_STATE_WORDS,
    StandingState: STANDING_STATE_WORDS,
  },
  states: [
    'CORRECTION_NOT_PROPOSER',
    'CORRECTION_NOT_SIGNED',
    'CORRECTION_STATE',
    'CORRECTION_WAITS',
    'LEADER_DUE',
    'NOT_CHAIR',
    'RESULT_STANDS',
    'ROUND_NOT_CLOSED',
  ],
};
