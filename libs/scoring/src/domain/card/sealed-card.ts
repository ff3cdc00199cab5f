import { sha256Hex } from '#lib/kernel';
import { type Mark } from './marks.js';

/**
 * A mark as the hash covers it: the comment stands as its own hash, so that a pack need not show what it says. With the nonce beside it,
 * whoever guesses a comment word for word can tell that it is the one.
 */
export interface SealedMark {
  readonly criterion: string;
  readonly points: string;
  readonly commentHash: string | null;
}

/** What a card's hash is taken of: everything that decides what it counts for. */
export interface SignedCard {
  readonly id: string;
  readonly roundId: string;
  readonly initiativeId: string;
  readonly extra: boolean;
  /** The judge's pseudonym. */
  readonly judge: string;
  readonly marks: readonly SealedMark[];
  readonly total: string;
  /** ISO 8601, UTC, with milliseconds. */
  readonly signedAt: string;
}

export function sealMark(nonce: string, { criterion, points, comment }: Mark): SealedMark {
  return { criterion, points, commentHash: comment === null ? null : sha256([nonce, criterion, comment]) };
}

/** SHA-256, in hexadecimal, of the nonce and the card, one value to a line. */
export function cardHash(nonce: string, { id, roundId, initiativeId, extra, judge, marks, total, signedAt }: SignedCard): string {
  const lines = marks.map(({ criterion, points, commentHash }) => JSON.stringify([criterion, points, commentHash]));
  return sha256([nonce, id, roundId, initiativeId, String(extra), judge, ...lines, total, signedAt]);
}

function sha256(lines: readonly string[]): string {
  return sha256Hex(lines.join('\n'));
}
