import { foldMarks } from '#lib/kernel';
import { type DossierField } from '#domain/initiative';

export const NAME_KINDS = ['AUTHOR', 'UNIT'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A name that tells whose an initiative is. */
export interface KnownName {
  readonly kind: NameKind;
  readonly name: string;
}

/** A text that judges read: of a field, or what a file says and is called by its authors. */
export interface ReadText {
  readonly field: DossierField | null;
  readonly fileId: string | null;
  readonly text: string;
}

/** A name in a text, with what stands around it. */
export interface Mention {
  readonly field: DossierField | null;
  readonly fileId: string | null;
  readonly kind: NameKind;
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
}

/** What stands in a text where a name stood. */
export const HIDDEN = '[…]';

/** So many of a text are shown; where there are more, these say enough. */
const SHOWN = 20;
const AROUND = 60;
/** A name of one syllable is a word as well. */
const LEAST_SYLLABLES = 2;
const PLACE = /^.*(?:xã|phường|thị trấn)\s+(?=\p{Lu})/iu;

/**
 * Where texts say whose an initiative is: an author's whole name in any case and with or without tone marks, the last two syllables of it as
 * names are written (`Thu Hà`), a unit's whole name, and what a commune is called (`Tân Hội` of `Xã Tân Hội`). At most 20 of each text.
 */
export function mentionsOf(texts: readonly ReadText[], names: readonly KnownName[]): Mention[] {
  const find = finderOf(names);
  return texts.flatMap(({ text, field, fileId }) => {
    const read = text.normalize('NFC');
    return find(read)
      .slice(0, SHOWN)
      .map(({ from, to, kind }) => ({
        ...{ field, fileId, kind },
        before: read.slice(Math.max(0, from - AROUND), from),
        said: read.slice(from, to),
        after: read.slice(to, to + AROUND),
      }));
  });
}

/** A text with `[…]` for each of the names, and for each further word, in any case and with or without tone marks. */
export function withoutNames(text: string, names: readonly KnownName[], words: readonly string[]): string {
  const read = text.normalize('NFC');
  let kept = '';
  let at = 0;
  for (const { from, to } of finderOf(names, words)(read)) {
    kept += read.slice(at, from) + HIDDEN;
    at = to;
  }
  return kept + read.slice(at);
}

/** Whether a text says a word, as `withoutNames` finds it. */
export function saysWord(text: string, word: string): boolean {
  return finderOf([], [word])(text.normalize('NFC')).length > 0;
}

/** The places of all of them in a text, in order, none within another. */
function finderOf(names: readonly KnownName[], words: readonly string[] = []): (text: string) => Span[] {
  const inAnyCase = [...names, ...words.map((name) => ({ kind: 'AUTHOR' as const, name }))].flatMap(({ kind, name }) =>
    patternOf(kind, foldMarks(name)),
  );
  const asWritten = names.flatMap(({ kind, name }) => calledBy(kind, name).map((called) => patternAsWritten(kind, called)));
  return (text) => {
    const folded = foldedAlike(text);
    const spans = [...inAnyCase.flatMap((pattern) => spansOf(folded, pattern)), ...asWritten.flatMap((pattern) => spansOf(text, pattern))];
    return spans.sort((one, other) => one.from - other.from || other.to - one.to).reduce<Span[]>(apart, []);
  };
}

interface Pattern {
  readonly kind: NameKind;
  readonly says: RegExp;
}

function patternOf(kind: NameKind, folded: string): Pattern[] {
  const parts = folded.match(/[a-z0-9]+/g) ?? [];
  if (parts.length === 0) return [];
  return [{ kind, says: new RegExp(`(?<![a-z0-9])${parts.join('[^a-z0-9]+')}(?![a-z0-9])`, 'g') }];
}

function patternAsWritten(kind: NameKind, called: string): Pattern {
  const parts = called.split(/\s+/).map((part) => part.replace(/[^\p{L}\p{N}]/gu, '.'));
  return { kind, says: new RegExp(`(?<!\\p{L})${parts.join('\\s+')}(?!\\p{L})`, 'gu') };
}

/** What people and communes are called in short, as it is written with capitals. */
function calledBy(kind: NameKind, name: string): string[] {
  const written = name.normalize('NFC').trim();
  const short =
    kind === 'AUTHOR' ? written.split(/\s+/).slice(-LEAST_SYLLABLES).join(' ') : PLACE.test(written) ? written.replace(PLACE, '') : '';
  return short.split(/\s+/).length >= LEAST_SYLLABLES ? [short] : [];
}

function spansOf(text: string, { kind, says }: Pattern): Span[] {
  return Array.from(text.matchAll(says), (found) => ({ kind, from: found.index, to: found.index + found[0].length }));
}

function apart(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1);
  if (!last || next.from >= last.to) spans.push(next);
  return spans;
}

const LETTERS = new Map<string, string>();

/** The text without tone marks and case, each sign in its place: what has none of one letter is a blank. */
function foldedAlike(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldedLetter(text.charAt(at));
  return folded;
}

function foldedLetter(sign: string): string {
  const known = LETTERS.get(sign);
  if (known !== undefined) return known;
  const folded = foldMarks(sign);
  const letter = folded.length === 1 ? folded : ' ';
  LETTERS.set(sign, letter);
  return letter;
}
