import { Decimal, Refused } from '#lib/kernel';

/** An author as a sheet names them; the share in percent, null where none is written. */
export interface WrittenAuthor {
  readonly name: string;
  readonly email: string | null;
  readonly share: string | null;
}

const AUTHOR = /^([^<(]+?)\s*(?:<\s*([^>\s]+)\s*>)?\s*(?:\(\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*\))?$/u;

/** `Nguyễn Thị Lan <lan@example.vn> (60); Trần Văn Hải (40)`. Refuses `IMPORT_AUTHORS_UNREADABLE`. */
export function readAuthors(text: string): WrittenAuthor[] {
  const named = text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return named.map((one) => {
    const [, name, email = null, share = null] = AUTHOR.exec(one) ?? [];
    if (name === undefined) throw new Refused('IMPORT_AUTHORS_UNREADABLE', { author: one });
    return { name: name.trim(), email: email?.toLowerCase() ?? null, share: share?.replace(',', '.') ?? null };
  });
}

const CENTS = 100;

/** The shares of so many authors where nobody has written any: equal, and what is left over is the first one's. */
export function equalShares(authors: number): string[] {
  const each = new Decimal(100).times(CENTS).div(authors).floor().div(CENTS);
  const first = new Decimal(100).minus(each.times(authors - 1));
  return Array.from({ length: authors }, (_, at) => (at === 0 ? first : each).toFixed());
}
