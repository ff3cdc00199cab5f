import { cleanText } from '#lib/kernel';

const TONE = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
const LETTER = '[a-zđ\\u0300-\\u036f]';
// hoà and hòa, thuý and thúy are one word each: the older of the two ways to place its tone mark is made the newer.
const OLD_PLACES = [new RegExp(`(o)(${TONE})([ae])(?!${LETTER})`, 'gu'), new RegExp(`(u)(${TONE})(y)(?!${LETTER})`, 'gu')];
const DASH = /[‐‑‒–—―−]/g;
const BLANK = /\s/gu;

/**
 * Two units of one name have the same key: case, blanks, width, composition, the kind of dash and where a syllable carries its tone mark
 * aside. The tone marks themselves count: Vi and Vỹ are two names. `name_key()` of the database says the same of every name.
 */
export function nameKey(name: string): string {
  const plain = cleanText(name).normalize('NFKD').toLowerCase();
  return OLD_PLACES.reduce((text, place) => text.replace(place, '$1$3$2'), plain)
    .replace(DASH, '-')
    .replace(BLANK, '')
    .normalize('NFC');
}

/** A code as it is kept: in plain letters and digits, without blanks. `9900 7` is 99007, `０９９` is 099. */
export function unitCode(code: string): string {
  return cleanText(code).normalize('NFKC').replace(DASH, '-').replace(BLANK, '').toUpperCase();
}
