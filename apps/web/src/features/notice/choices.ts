/** What an address may name. */
const KINDS = ['EVENT', 'MAIL', 'SCHEDULE', 'JOB'] as const;
export type UndeliveredKind = (typeof KINDS)[number];
export const isUndeliveredKind = (value: unknown): value is UndeliveredKind => KINDS.some((kind) => kind === value);

const STATES = ['WAITING', 'FAILED', 'DELIVERED', 'DISCARDED'] as const;
export type UndeliveredState = (typeof STATES)[number];
export const isUndeliveredState = (value: unknown): value is UndeliveredState => STATES.some((state) => state === value);

const MAIL_STATES = ['WAITING', 'SENT', 'FAILED', 'DISCARDED'] as const;
export type MailState = (typeof MAIL_STATES)[number];
export const isMailState = (value: unknown): value is MailState => MAIL_STATES.some((state) => state === value);

const TOPICS = ['ACCOUNT', 'CONTEST', 'INITIATIVE', 'JUDGING', 'AWARD', 'ROLLOUT'] as const;
export type NoticeTopic = (typeof TOPICS)[number];
export const isNoticeTopic = (value: unknown): value is NoticeTopic => TOPICS.some((topic) => topic === value);
