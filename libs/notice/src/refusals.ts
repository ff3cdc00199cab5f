import { type RefusalBook } from '#lib/kernel';
import { noticeLabels } from './labels.js';

/** What `notice` refuses. */
export const noticeRefusals: RefusalBook = { messages: {}, constraints: {}, labels: noticeLabels, states: [] };
