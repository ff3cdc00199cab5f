import { poissonTail } from '#lib/statistics';

/** Ratings of one network at one counter are counted together for so long. */
export const BURST_MINUTES = 10;

/** A burst is what would happen by chance less often than once in a thousand such spans. */
const BY_CHANCE = 0.001;

/**
 * So many are usual in ten minutes at least, also at a counter where few rate or nobody has yet: a family of five is no burst. With it, eleven are
 * the fewest of a burst, so that no verdict on one is ever about fewer people than a share is published of.
 */
const USUAL_AT_LEAST = 3;

/** An office receives for eight hours a day. */
const SPANS_OF_A_DAY = (8 * 60) / BURST_MINUTES;

/** How many ratings are usual at a counter in ten minutes, by how many it has on a day; null where no day is known yet. */
export const usualOf = (ratingsOfADay: number | null): number => Math.max(USUAL_AT_LEAST, (ratingsOfADay ?? 0) / SPANS_OF_A_DAY);

/** Whether so many within ten minutes are a burst; fives as well as ones. */
export const isBurst = (ratings: number, usual: number): boolean => poissonTail(ratings, usual) < BY_CHANCE;

/** Fewer are a burst nowhere, whatever is usual: nothing needs to be asked of the counter for them. */
export const FEWEST_OF_A_BURST = 11;

/** The span of ten minutes that a moment lies in, as its beginning. */
export const spanOf = (at: Date): Date => new Date(Math.floor(at.getTime() / SPAN_MS) * SPAN_MS);

const SPAN_MS = BURST_MINUTES * 60_000;

/** The beginning of the span after it. */
export const afterSpan = (at: Date): Date => new Date(spanOf(at).getTime() + SPAN_MS);
