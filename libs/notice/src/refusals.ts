import { type RefusalBook } from '#lib/kernel';

/** What `notice` refuses. */
export const noticeRefusals: RefusalBook = { messages: {}, constraints: {} };
