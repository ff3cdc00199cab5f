import { Decimal, Refused, decimal } from '#lib/kernel';

/** One author as they are named on the form: the share in percent, exact, with up to two decimals. */
export interface AuthorShare {
  readonly personId: string;
  readonly share: string;
  readonly lead: boolean;
}

export const AUTHORS_MAX = 20;

/**
 * All that is wrong with these as the authors of one initiative: nobody, too many, one named twice, not exactly one lead author,
 * a share out of range or too fine, or shares that do not sum to exactly 100.
 */
export function problemsOfAuthors(authors: readonly AuthorShare[]): Refused[] {
  if (authors.length === 0) return [new Refused('AUTHORS_MISSING', {}, 'authors')];
  const many = authors.length > AUTHORS_MAX ? [new Refused('AUTHORS_TOO_MANY', { max: AUTHORS_MAX }, 'authors')] : [];
  const first = new Map(authors.map(({ personId }, at) => [personId, at] as const).toReversed());
  const twice = authors.flatMap(({ personId }, at) => (first.get(personId) === at ? [] : [about('AUTHOR_TWICE', at, 'personId')]));
  const lead = authors.filter((author) => author.lead).length === 1 ? [] : [new Refused('LEAD_AUTHOR_NOT_ONE', {}, 'authors')];
  return [...many, ...twice, ...lead, ...problemsOfShares(authors.map(({ share }) => share))];
}

/** Each share that is not above 0 and at most 100, each with more than two decimals; and, where every one will do, a sum that is not exactly 100. */
export function problemsOfShares(shares: readonly string[]): Refused[] {
  const exact = shares.map((share) => new Decimal(share));
  const wrong = exact.flatMap((share, at) => {
    if (share.lte(0) || share.gt(100)) return [about('SHARE_OUT_OF_RANGE', at, 'share')];
    return share.decimalPlaces() > 2 ? [about('SHARE_TOO_FINE', at, 'share')] : [];
  });
  const sum = exact.reduce((total, share) => total.plus(share), new Decimal(0));
  if (wrong.length > 0 || sum.eq(100)) return wrong;
  return [new Refused('SHARES_NOT_100', { sum: decimal(sum.toFixed()) }, 'authors')];
}

/** A refusal about one of the authors. */
function about(code: string, at: number, field: keyof AuthorShare): Refused {
  return new Refused(code, {}, `authors.${String(at)}.${field}`);
}

/** Each author who is one of these people, refused with this code. */
export function problemsOfNames(code: string, authors: readonly AuthorShare[], people: ReadonlySet<string>): Refused[] {
  return authors.flatMap(({ personId }, at) => (people.has(personId) ? [about(code, at, 'personId')] : []));
}

/**
 * Those who cannot be named here by another: who has a say in the judging is shut out of it as an author, and nobody shuts another
 * out by a stroke of the pen. `named` are those who name themselves or are authors already.
 */
export function problemsOfNaming(
  authors: readonly AuthorShare[],
  { overseers, named }: { readonly overseers: ReadonlySet<string>; readonly named: ReadonlySet<string> },
): Refused[] {
  return problemsOfNames('AUTHOR_OVERSEES', authors, new Set([...overseers].filter((id) => !named.has(id))));
}
