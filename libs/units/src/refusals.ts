import { type RefusalBook } from '#lib/kernel';

/** What `units` refuses. */
export const unitsRefusals: RefusalBook = { messages: {}, constraints: {} };
