import { atWallClock, wallClock } from '#lib/kernel';

/** What notices are about, as people choose by. */
export const NOTICE_TOPICS = ['ACCOUNT', 'CONTEST', 'INITIATIVE', 'JUDGING', 'AWARD', 'ROLLOUT'] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** How a notice goes by mail: by itself, in one letter a day with the others, or not: it stands in the application alone. */
export const MAIL_DELIVERIES = ['AT_ONCE', 'DAILY', 'NONE'] as const;
export type MailDelivery = (typeof MAIL_DELIVERIES)[number];

/** The first word of a kind of notice says what it is about. */
export const TOPIC_OF = {
  identity: 'ACCOUNT',
  contest: 'CONTEST',
  initiative: 'INITIATIVE',
  ...{ jury: 'JUDGING', judge: 'JUDGING', judges: 'JUDGING', round: 'JUDGING', conflict: 'JUDGING', reopening: 'JUDGING' },
  ...{ correction: 'JUDGING', result: 'JUDGING', card: 'JUDGING' },
  ...{ award: 'AWARD', certificate: 'AWARD', recognition: 'AWARD', achievement: 'AWARD' },
  ...{ rollout: 'ROLLOUT', report: 'ROLLOUT', adoption: 'ROLLOUT', exception: 'ROLLOUT' },
  ...{ signal: 'ROLLOUT', case: 'ROLLOUT', action: 'ROLLOUT', inspection: 'ROLLOUT', index: 'ROLLOUT' },
} as const satisfies Readonly<Record<string, NoticeTopic>>;

/** A first word that says what it is about, and what happened to it: `award.published`. */
export type NoticeKind = `${keyof typeof TOPIC_OF}.${string}`;

/** What nobody has to act on, and comes in numbers: one letter a day unless somebody wants it otherwise. */
const USUALLY_DAILY: ReadonlySet<string> = new Set([
  'adoption.decayed',
  'initiative.rolledOut',
  'initiative.roundReached',
  'jury.answered',
  'report.approved',
  'report.submitted',
]);

/** A notice about what waits for somebody, by the kind of that, e.g. `report.submit`. */
export function noticeOn(awaited: string, what: 'nudged' | 'escalated'): NoticeKind {
  const [about = ''] = awaited.split('.');
  if (!Object.hasOwn(TOPIC_OF, about)) throw new Error(`Notices about ${about} have no topic`);
  return `${about as keyof typeof TOPIC_OF}.${what}`;
}

export const topicOf = (kind: NoticeKind): NoticeTopic => TOPIC_OF[kind.split('.')[0] as keyof typeof TOPIC_OF];

/** What tells of one's account keeps others out of it: it goes at once, at night too, whatever was chosen. */
export const isAlwaysAtOnce = (topic: NoticeTopic): boolean => topic === 'ACCOUNT';

/** The hours in which nothing is mailed, 0 to 23, in Hà Nội; from 21 until 6 they go over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export const USUAL_QUIET_HOURS: QuietHours = { from: 21, until: 6 };

/** Of the letter of the day, in Hà Nội. */
export const DIGEST_HOUR = 7;

/** What somebody chose; what they left open is as usual. */
export interface ChosenDelivery {
  readonly deliveries: Partial<Readonly<Record<NoticeTopic, MailDelivery>>>;
  /** Null: none. */
  readonly quiet: QuietHours | null;
}

export const AS_USUAL: ChosenDelivery = { deliveries: {}, quiet: USUAL_QUIET_HOURS };

/** When a notice is mailed by itself, or goes into the letter of a day; both null where it is not mailed. */
export interface MailTime {
  readonly mailAt: Date | null;
  readonly digestAt: Date | null;
}

export function mailTime(kind: NoticeKind, { deliveries, quiet }: ChosenDelivery, at: Date): MailTime {
  const topic = topicOf(kind);
  if (isAlwaysAtOnce(topic)) return { mailAt: at, digestAt: null };
  const delivery = deliveries[topic] ?? (USUALLY_DAILY.has(kind) ? 'DAILY' : 'AT_ONCE');
  if (delivery === 'NONE') return { mailAt: null, digestAt: null };
  if (delivery === 'DAILY') return { mailAt: null, digestAt: afterQuiet(quiet, next(DIGEST_HOUR, at)) };
  return { mailAt: afterQuiet(quiet, at), digestAt: null };
}

function afterQuiet(quiet: QuietHours | null, at: Date): Date {
  if (!quiet) return at;
  const hour = wallClock(at).getUTCHours();
  const { from, until } = quiet;
  const isQuiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
  return isQuiet ? next(until, at) : at;
}

/** The next time that a clock in Hà Nội strikes this hour. */
function next(hour: number, after: Date): Date {
  const shown = wallClock(after);
  const struck = new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate(), hour));
  if (struck <= shown) struck.setUTCDate(struck.getUTCDate() + 1);
  return atWallClock(struck);
}
