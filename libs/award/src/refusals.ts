import { type RefusalBook } from '#lib/kernel';

/** What `award` refuses. */
export const awardRefusals: RefusalBook = { messages: {}, constraints: {} };
