import { type RefusalBook } from '#lib/kernel';

/** What `contest` refuses. */
export const contestRefusals: RefusalBook = { messages: {}, constraints: {} };
