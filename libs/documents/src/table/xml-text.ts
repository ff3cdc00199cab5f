/** What XML has no way to write: controls, and halves of characters. */

const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const MEANT_OTHERWISE = /[&<>"\r]/g;
const AS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' } as const;
/** Workbooks read `_x0041_` as the letter A. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as XML writes it. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(MEANT_OTHERWISE, (letter) => AS[letter as keyof typeof AS]);

/** Whatever one of the above could be about; most texts have nothing of it, and are asked once instead of four times. */
const NEEDS_CARE = /[\u0000-\u0008\u000B-\u001F"&<>_\uD800-\uDFFF\uFFFE\uFFFF]/;

/** A text as a cell of a workbook has it, whatever it looks like. */
export const cellText = (text: string): string => (NEEDS_CARE.test(text) ? xmlText(text.replace(LOOKS_ESCAPED, '_x005F_')) : text);
