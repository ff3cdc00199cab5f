import { type Mark } from './marks.js';
import { cardHash, judgePseudonym, newNonce, sealMark } from './scorecard.entity.js';

/** What is kept beside a signed card, so that anyone can check it later and nobody can guess it before. */
export interface Seal {
  readonly nonce: string;
  readonly hash: string;
  readonly pseudonym: string;
}

/** A card whose marks are complete, at the moment it is signed. */
export interface CompletedCard {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly extra: boolean;
  readonly marks: readonly Mark[];
  readonly total: string;
  readonly signedAt: Date;
  /** The pseudonym that the judge's cards of this contest bear already, where there are any. */
  readonly knownAs?: string | null;
}

/** A new nonce, the judge's pseudonym in the contest, and the hash over all that the card counts by. */
export function sealCard(secret: string, card: CompletedCard): Seal {
  const nonce = newNonce();
  // One that was given once is kept: the server's secret may have been lost since.
  const pseudonym = card.knownAs ?? judgePseudonym(secret, card);
  const marks = card.marks.map((mark) => sealMark(nonce, mark));
  const hash = cardHash(nonce, { ...card, marks, judge: pseudonym, signedAt: card.signedAt.toISOString() });
  return { nonce, hash, pseudonym };
}
