import { type RefusalBook } from '#lib/kernel';

/** What `initiative` refuses. */
export const initiativeRefusals: RefusalBook = { messages: {}, constraints: {} };
