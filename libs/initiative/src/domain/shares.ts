import { Decimal, Refused, type WhyNot } from '#lib/kernel';

/** One author as they are named on the form: the share in percent, exact, with up to two decimals. */
export interface AuthorShare {
  readonly personId: string;
  readonly share: string;
  readonly lead: boolean;
}

export const AUTHORS_MAX = 20;

/**
 * Why these cannot be the authors of one initiative: nobody, too many, one named twice, not exactly one lead author,
 * a share out of range or too fine, or shares that do not sum to exactly 100.
 */
export function whyNotAuthors(authors: readonly AuthorShare[]): WhyNot {
  if (authors.length === 0) return new Refused('AUTHORS_MISSING', {}, 'authors');
  if (authors.length > AUTHORS_MAX) return new Refused('AUTHORS_TOO_MANY', { max: AUTHORS_MAX }, 'authors');
  const twice = authors.findIndex(({ personId }, at) => authors.findIndex((other) => other.personId === personId) !== at);
  if (twice >= 0) return new Refused('AUTHOR_TWICE', {}, `authors.${String(twice)}.personId`);
  if (authors.filter(({ lead }) => lead).length !== 1) return new Refused('LEAD_AUTHOR_NOT_ONE', {}, 'authors');
  return whyNotShares(authors.map(({ share }) => share));
}

/** Refuses a share that is not above 0 and at most 100, one with more than two decimals, and a sum that is not exactly 100. */
export function whyNotShares(shares: readonly string[]): WhyNot {
  const exact = shares.map((share) => new Decimal(share));
  const out = exact.findIndex((share) => share.lte(0) || share.gt(100));
  if (out >= 0) return new Refused('SHARE_OUT_OF_RANGE', {}, `authors.${String(out)}.share`);
  const fine = exact.findIndex((share) => share.decimalPlaces() > 2);
  if (fine >= 0) return new Refused('SHARE_TOO_FINE', {}, `authors.${String(fine)}.share`);
  const sum = exact.reduce((total, share) => total.plus(share), new Decimal(0));
  return sum.eq(100) ? null : new Refused('SHARES_NOT_100', { sum: sum.toFixed() }, 'authors');
}

/**
 * Why somebody cannot be named here by another: who has a say in the judging is shut out of it as an author, and nobody shuts another
 * out by a stroke of the pen. `named` are those who name themselves or are authors already.
 */
export function whyNotNamed(
  authors: readonly AuthorShare[],
  { overseers, named }: { readonly overseers: ReadonlySet<string>; readonly named: ReadonlySet<string> },
): WhyNot {
  const at = authors.findIndex(({ personId }) => overseers.has(personId) && !named.has(personId));
  return at < 0 ? null : new Refused('AUTHOR_OVERSEES', {}, `authors.${String(at)}.personId`);
}
