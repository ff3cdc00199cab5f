/** What may stand in a text: one line, several, or a secret, in which every character counts. */
export type TextKind = 'LINE' | 'LINES' | 'SECRET';

// Unicode's blanks of every width, those that do not break a line too.
const BLANK = /\p{Zs}/gu;
// What ends a line: Word's line and page breaks (U+000B, U+000C) and Unicode's own among them.
const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const CONTROL = /[^\P{Cc}\n\t]/gu;
// Nobody sees it: format characters, default-ignorable ones, halves of characters, noncharacters, the blank of Braille, the place of a lost picture.
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Noncharacter_Code_Point}\u2800\ufffc]/gu;
// What is unseen and yet says how an emoji looks: the joiner and the two variation selectors.
const IN_EMOJI = /[\u200d\ufe0e\ufe0f]/;
const PICTURE = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{Emoji_Modifier}?`;
const EMOJI = new RegExp(String.raw`(${PICTURE}(?:\u200d${PICTURE})*|[0-9#*]\ufe0f\u20e3)|${IN_EMOJI.source}`, 'gu');

/**
 * A text as it is kept: composed (NFC), of what can be seen, without blanks at its ends. One line has single blanks; several keep their
 * breaks, each as `\n`. A secret is composed and nothing else. Never refuses; a text of nothing comes back empty.
 */
export function cleanText(text: string, kind: TextKind = 'LINE'): string {
  if (kind === 'SECRET') return text.normalize('NFC');
  const seen = text
    .replace(UNSEEN, (unseen) => (IN_EMOJI.test(unseen) ? unseen : ''))
    .replace(EMOJI, (_, emoji: string | undefined) => emoji ?? '')
    .replace(BREAK, '\n')
    .replace(CONTROL, ' ')
    .replace(BLANK, ' ')
    .normalize('NFC');
  return (kind === 'LINES' ? seen : seen.replace(/\s+/g, ' ')).trim();
}

/** How long a text is to who reads it: its characters, whatever they take in memory; the signs that only dress an emoji are none. */
export function charactersIn(text: string): number {
  return Array.from(text.replace(/[\ufe0e\ufe0f]/g, '')).length;
}

// The same as in fold_marks() of the database: the combining marks of Latin, and what cannot be seen.
const MARKS =
  /[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const SPACE = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
// Signs that stand for one that is typed, each above its own.
const SIGNS = 'đðɖς‐‑‒–—―−‘’‚‛“”„‟';
const TYPED = `dddσ-------''''""""`;
const SIGN = new RegExp(`[${SIGNS}]`, 'g');

/**
 * A text without tone marks, case, and what cannot be seen, đ as d, dashes and quotation marks as they are typed, single blanks.
 * `fold_marks()` of the database says the same of every text.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SIGN, (sign) => TYPED.charAt(SIGNS.indexOf(sign)))
    .replace(SPACE, ' ')
    .replace(/^ | $/g, '');
}

/**
 * How texts are found and held to be alike: `foldMarks`, and the i that ends a syllable after a consonant or `qu` is y, since both are
 * written (kĩ thuật, kỹ thuật). `fold_text()` of the database says the same. Never for what must be unique: Vi and Vy are two names.
 */
export function fold(text: string): string {
  return foldMarks(text).replace(/(?<=[bcdfghjklmnpqrstvwxz]|qu)i(?![a-z])/g, 'y');
}

/** Where a search is found: `marks` in `fold_marks()` or `folded` in `fold_text()` of a text. Patterns for LIKE, in which every character is itself. */
export function searchPatterns(search: string): { readonly marks: string; readonly folded: string } {
  return { marks: patternAnywhere(foldMarks(search)), folded: patternAnywhere(fold(search)) };
}

/** Where a text stands anywhere in another: a pattern for LIKE, in which every character is itself. */
export const patternAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const VIETNAMESE = new Intl.Collator('vi');

/** The order in which people read names and titles: Đ after D, marks after letters. In SQL it is `collate "vi-VN-x-icu"`. */
export const byVietnamese = (a: string, b: string): number => VIETNAMESE.compare(a, b);
