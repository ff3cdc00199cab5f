import { type RefusalBook } from '#lib/kernel';
import { noticeLabels } from './labels.js';
import { UNDELIVERED_STATE_WORDS } from './application/undelivered.queries.js';

/** What `notice` refuses. */
export const noticeRefusals: RefusalBook = {
  messages: {},
  constraints: {},
  labels: noticeLabels,
  words: { UndeliveredState: UNDELIVERED_STATE_WORDS },
  states: [],
};
