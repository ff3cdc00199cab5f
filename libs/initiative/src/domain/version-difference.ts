import { type Locale } from '#lib/kernel';
import { type DossierField } from './asks.js';
import { type InitiativeTexts } from './content.js';
import { DOSSIER_FILE_KIND_WORDS, type DossierFileKind } from './dossier-files.js';
import { type TextPart, linesBetween, wholeBetween, wordsBetween } from './difference.js';

/** A version with the names of what it names, as far as the reader may know it. */
export interface NamedVersion extends Omit<InitiativeTexts, 'track'> {
  readonly track: string | null;
  readonly area: { readonly nameVi: string; readonly nameEn: string } | null;
  readonly improves: { readonly title: string } | null;
  readonly authors: readonly { readonly person: { readonly fullName: string }; readonly share: string; readonly lead: boolean }[];
  readonly files: readonly {
    readonly fileName: string;
    readonly sha256: string | null;
    readonly kind: DossierFileKind;
    readonly caption: string | null;
  }[];
}

/** What became of one part of a dossier from one version to another. */
export interface FieldDifference {
  readonly field: DossierField;
  readonly parts: readonly TextPart[];
}

const TEXTS = { TITLE: 'title', PROBLEM: 'problem', SOLUTION: 'solution', NOVELTY: 'novelty', EFFECT: 'effect' } as const;
const LEAD: Readonly<Record<Locale, string>> = { vi: 'tác giả chính', en: 'lead author' };

/** Each part of the dossier that became another, in the order of the form: texts by word, lists by line, all else whole. */
export function differencesBetween(before: NamedVersion, after: NamedVersion, locale: Locale): FieldDifference[] {
  const whole = (of: (version: NamedVersion) => string | null): TextPart[] => wholeBetween(of(before) ?? '', of(after) ?? '');
  const lines = (of: (version: NamedVersion) => string[]): TextPart[] => linesBetween(of(before), of(after));
  const texts = Object.entries(TEXTS).map(([field, key]) => ({
    field: field as DossierField,
    parts: wordsBetween(before[key], after[key]),
  }));
  const rest: FieldDifference[] = [
    { field: 'AREA', parts: whole(({ area }) => area && area[locale === 'vi' ? 'nameVi' : 'nameEn']) },
    { field: 'INFLUENCE', parts: whole(({ influence }) => influence) },
    { field: 'FIRST_APPLIED_ON', parts: whole(({ firstAppliedOn }) => firstAppliedOn) },
    { field: 'TRACK', parts: whole(({ track }) => track) },
    { field: 'IMPROVES', parts: whole(({ improves }) => improves?.title ?? null) },
    { field: 'CONFIDENTIAL', parts: wordsBetween(before.confidential ?? '', after.confidential ?? '') },
    { field: 'AUTHORS', parts: lines(({ authors }) => authors.map((author) => authorLine(author, locale))) },
    { field: 'FILES', parts: lines(({ files }) => files.map((file) => fileLine(file, locale))) },
  ];
  return [...texts, ...rest].filter(({ parts }) => parts.length > 0);
}

const authorLine = ({ person: { fullName }, share, lead }: NamedVersion['authors'][number], locale: Locale): string =>
  `${fullName}, ${share}%${lead ? `, ${LEAD[locale]}` : ''}`;

const fileLine = ({ fileName, sha256, kind, caption }: NamedVersion['files'][number], locale: Locale): string =>
  [
    ...(kind === 'OTHER' ? [] : [`${DOSSIER_FILE_KIND_WORDS[kind][locale]}: `]),
    sha256 === null ? fileName : `${fileName} (${sha256.slice(0, 8)})`,
    ...(caption === null ? [] : [`, ${caption}`]),
  ].join('');
