import { type RefusalBook } from '#lib/kernel';

/** What `scoring` refuses. */
export const scoringRefusals: RefusalBook = { messages: {}, constraints: {} };
