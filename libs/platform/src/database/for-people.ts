import { type RawBuilder, sql } from 'kysely';
import { foldMarks, patternAnywhere, searchPatterns } from '#lib/kernel';

/** A text as it is searched: `fold_marks()` and `fold_text()` of it. */
export interface Folded {
  readonly marks: RawBuilder<unknown>;
  readonly folded: RawBuilder<unknown>;
}

/** Whether a search is found in a text: tone marks, case and the spelling of a final i or y aside. Every character that is searched for is itself. */
export const holds = (text: RawBuilder<unknown>, search: string): RawBuilder<boolean> =>
  holdsFolded({ marks: sql`fold_marks(${text})`, folded: sql`fold_text(${text})` }, search);

/** The same of a text that is kept folded. As it stands first, so that the beginning of a word is found: `ki` in `kiem` too. */
export function holdsFolded(text: Folded, search: string): RawBuilder<boolean> {
  const { marks, folded } = searchPatterns(search);
  return sql`(${text.marks} like ${marks} or ${text.folded} like ${folded})`;
}

/** The index of long texts is one of three letters in a row: fewer would be looked for in every text there is. */
const FEWEST_LETTERS = 3;

/** The same of a long text, of which the folded alone is kept; null for a search of so few letters that it is not looked for there. */
export function holdsLong(folded: RawBuilder<unknown>, search: string): RawBuilder<boolean> | null {
  const letters = foldMarks(search).replace(/[^a-z0-9]/g, '');
  return letters.length < FEWEST_LETTERS ? null : sql`${folded} like ${searchPatterns(search).folded}`;
}

/** Whether a text that is kept as it is searched, as an address is, holds a part, with such words somewhere after it. */
export const holdsPlain = (text: RawBuilder<unknown>, part: string, after = ''): RawBuilder<boolean> =>
  sql<boolean>`${text} like ${after === '' ? patternAnywhere(part) : patternAnywhere(part) + patternAnywhere(after).slice(1)}`;

/** What a list for people is ordered by: `byVietnamese` of the kernel in SQL. */
export const vietnamese = (text: RawBuilder<unknown>): RawBuilder<unknown> => sql`${text} collate "vi-VN-x-icu"`;
