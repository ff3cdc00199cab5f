import { type RefusalBook } from '#lib/kernel';

/** What `rollout` refuses. */
export const rolloutRefusals: RefusalBook = { messages: {}, constraints: {} };
