import { type Locale } from './actor.js';
import { Decimal } from './decimal.js';

/** A number as officials write it: `1.250,5`, and in English `1,250.5`. */
export function shownNumber(number: string, locale: Locale = 'vi'): string {
  const [between, before] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', decimals] = new Decimal(number).toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between);
  return decimals === undefined ? grouped : `${grouped}${before}${decimals}`;
}

/**
 * The plain number that a text was probably meant to be, where it is written with points or blanks between thousands, a comma
 * before decimals, or zeros behind the point: `1.250.000`, `1 250`, `1,5`, `5.0`. Null where nothing is probable.
 */
export function meantNumber(text: string): string | null {
  const typed = text.trim();
  const [, sign = '', grouped, , decimals] = /^(-?)(\d{1,3}(?:([. \u00a0])\d{3})(?:\3\d{3})*)(?:,(\d+))?$/.exec(typed) ?? [];
  if (grouped !== undefined) return `${sign}${grouped.replace(/\D/g, '')}${decimals === undefined ? '' : `.${decimals}`}`;
  if (/^-?\d+,\d+$/.test(typed)) return typed.replace(',', '.');
  return /^-?\d+\.0+$/.test(typed) ? typed.replace(/\.0+$/, '') : null;
}
