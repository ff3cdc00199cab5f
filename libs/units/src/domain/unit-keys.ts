import { cleanText } from '#lib/kernel';

const TONE = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
const LETTER = '[a-zđ\\u0300-\\u036f]';
// hoà and hòa, thuý and thúy are one word each: the older of the two ways to place its tone mark is made the newer.
const OLD_PLACE = new RegExp(`(?:(o)(${TONE})([ae])|(u)(${TONE})(y))(?!${LETTER})`, 'gu');
const DASH = /[‐‑‒–—―−]/g;
const BLANK = /\s/gu;

/**
 * Two units of one name have the same key: case, blanks, width, composition, the kind of dash and where a syllable carries its tone mark
 * aside. The tone marks themselves count: Vi and Vỹ are two names. `name_key()` of the database says the same of every name.
 */
export function nameKey(name: string): string {
  return cleanText(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(OLD_PLACE, (_, o?: string, tone?: string, end?: string, u?: string, tone2?: string, y?: string) =>
      [o ?? u, end ?? y, tone ?? tone2].join(''),
    )
    .replace(DASH, '-')
    .replace(BLANK, '')
    .normalize('NFC');
}

/** A code as it is kept: in plain letters and digits, without blanks. `9900 7` is 99007, `０９９` is 099. */
export function unitCode(code: string): string {
  return cleanText(code).normalize('NFKC').replace(DASH, '-').replace(BLANK, '').toUpperCase();
}
