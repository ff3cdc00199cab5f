import { Refused, charactersIn, cleanText } from '#lib/kernel';
import { LEVELS, LONGEST_COMMENT, type Level, REASONS, type Reason } from './rating-words.js';

/** What a form said of a visit to a counter. */
export interface RatingSaid {
  readonly submissionId: string;
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly comment: string | null;
  /** As it was typed; null where nothing was. */
  readonly slip: string | null;
}

/** As a browser sends it, a text or several of one name; or whatever else somebody sends. */
export type Form = Readonly<Record<string, unknown>>;

const RANDOM_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Reads the form of a rating. Refuses a level that is none of the five, a comment of more than 500 characters, and a form that is none of ours:
 * an id with a moment in it among them.
 */
export function readRating(form: Form): RatingSaid {
  const submissionId = one(form.submission).toLowerCase();
  const reasons = all(form.reasons);
  if (!RANDOM_ID.test(submissionId) || !reasons.every(isReason)) throw new Refused('RATING_FORM');
  const level = LEVELS.find((known) => String(known) === one(form.level));
  if (level === undefined) throw new Refused('RATING_LEVEL', {}, 'level');
  const comment = cleanText(one(form.comment), 'LINES');
  if (charactersIn(comment) > LONGEST_COMMENT) throw new Refused('RATING_COMMENT_LONG', { max: LONGEST_COMMENT }, 'comment');
  const slip = cleanText(one(form.slip));
  return {
    submissionId,
    level,
    reasons: REASONS.filter((reason) => reasons.includes(reason)),
    comment: comment || null,
    slip: slip || null,
  };
}

const isReason = (text: string): text is Reason => (REASONS as readonly string[]).includes(text);
const all = (said: unknown): readonly string[] => [said].flat().filter((text) => typeof text === 'string');
const one = (said: unknown): string => all(said)[0] ?? '';
