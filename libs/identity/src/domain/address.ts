/** An e-mail address as it is kept and looked for: in small letters, each in its one form, so that a full-width ａ is an a and nobody has the same address twice. */
export function plainAddress(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** So many letters in a row the index needs: fewer would be looked for in every address there is. */
const FEWEST_LETTERS = /[a-z0-9]{3}/;

/** A part of an address that is looked for, and what follows it there. */
export interface AddressPart {
  readonly part: string;
  readonly after: '' | '@';
}

/**
 * What of an address a search is: with an @ in it any part, else one of what stands before the @ of the address, since what stands after it is
 * the same of a whole office. Null for what is a part of none, or is too short to be looked for.
 */
export function addressPart(search: string): AddressPart | null {
  const part = plainAddress(search);
  if (/\s/.test(part) || !FEWEST_LETTERS.test(part)) return null;
  return { part, after: part.includes('@') ? '' : '@' };
}
