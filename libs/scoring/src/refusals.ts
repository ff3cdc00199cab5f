import { type RefusalBook } from '#lib/kernel';
import { scoringLabels } from './labels.js';
import { assignmentMessages } from './refusals/assignment.js';
import { calibrationMessages } from './refusals/calibration.js';
import { cardMessages } from './refusals/card.js';
import { reopeningMessages } from './refusals/reopening.js';
import { presentationMessages } from './refusals/presentation.js';
import { namesMessages } from './refusals/names.js';
import { roundMessages } from './refusals/round.js';
import { sheetMessages } from './refusals/sheet.js';
import { scoringWords } from './words.js';

/** What `scoring` refuses, by subject. */
export const scoringRefusals: RefusalBook = {
  messages: {
    ...assignmentMessages,
    ...calibrationMessages,
    ...cardMessages,
    ...reopeningMessages,
    ...presentationMessages,
    ...namesMessages,
    ...roundMessages,
    ...sheetMessages,
  },
  constraints: {
    presentation_draw_in_force: 'BUSY',
    presentation_slot_one_at_a_time: 'PRESENTATION_RUNNING',
    calibration_card_once: 'CALIBRATION_SIGNED',
    offline_sheet_code: 'BUSY',
    offline_sheet_in_force: 'BUSY',
    offline_sheet_number: 'BUSY',
    round_key_once: 'BUSY',
    scorecard_once: 'CARD_EXISTS',
    reopening_one_at_a_time: 'REOPENING_WAITS',
  },
  labels: scoringLabels,
  words: scoringWords,
  states: [
    'CALIBRATION_BEGUN',
    'CALIBRATION_NOT_ASKED',
    'CALIBRATION_SIGNED',
    'CARD_EXCUSED',
    'CARD_NOT_SIGNED',
    'CARD_SIGNED',
    'CARD_STARTED',
    'CONTEST_NOT_JUDGING',
    'INITIATIVE_NOT_JUDGED',
    'NAMES_NOT_LOOKED',
    'NAMES_ROUND_OPENED',
    'NOTES_OVER',
    'PRESENTATION_BEGUN',
    'PRESENTATION_ENDED',
    'PRESENTATION_NOT_ASKED',
    'PRESENTATION_NOT_BEGUN',
    'PRESENTATION_OUT_OF_ORDER',
    'PRESENTATION_RUNNING',
    'PROPOSAL_APPLIED',
    'REOPENING_DECIDED',
    'REOPENING_NOT_REQUESTER',
    'REOPENING_WAITS',
    'ROUND_CLOSED',
    'ROUND_DUE_PASSED',
    'ROUND_NOT_OPEN',
    'ROUND_OPENED',
    'ROUND_SETTLING',
    'ROUND_TRANSITION',
    'SECOND_PERSON_DUE',
  ],
};
