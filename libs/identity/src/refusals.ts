import { type RefusalBook } from '#lib/kernel';

/** What `identity` refuses. */
export const identityRefusals: RefusalBook = { messages: {}, constraints: {} };
