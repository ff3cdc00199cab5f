import { createHash } from 'node:crypto';
import { Decimal, cleanText } from '#lib/kernel';
import { DECLARATIONS, type Declared, type InitiativeTexts } from './content.js';
import { type PlacedFile } from './dossier-files.js';
import { type AuthorShare } from './shares.js';
import { ordered } from './version-content.js';

/** All that the head of a unit stands for: the texts, the area, the authors in their order, which declarations stand, the files. */
export interface DossierContent extends InitiativeTexts {
  readonly areaId: string;
  readonly authors: readonly AuthorShare[];
  readonly declared: Declared;
  /** The one of an earlier year that it says it improves. */
  readonly improvesId?: string | null;
  /** In their order. */
  readonly files: readonly Omit<PlacedFile, 'id'>[];
}

/**
 * SHA-256 of a dossier by what it says, however that was written down: texts composed and cleaned, a text that is not there like one of
 * nothing, shares by their value, files by name and content,
 * and once their authors have placed them by kind, caption and order. When a declaration was made is none of it.
 */
export function dossierHash({ areaId, authors, declared, files, improvesId, ...texts }: DossierContent): string {
  const said = {
    ...canonicalTexts(texts),
    areaId,
    // Left out where it says nothing: what was confirmed before it could be said keeps its hash.
    ...(improvesId && { improvesId }),
    authors: authors.map(canonicalAuthor),
    declared: DECLARATIONS.filter((kind) => declared[kind] !== null),
    files: files.map(({ name, sha256 }) => `${sha256} ${name.normalize('NFC')}`).sort(),
    // Left out likewise.
    ...(files.some(({ placed }) => placed) && { places: files.map(canonicalPlace) }),
  };
  return createHash('sha256')
    .update(JSON.stringify(ordered(said)))
    .digest('hex');
}

/** Whether two lists name the same authors in the same order with the same shares. */
export function sameAuthors(some: readonly AuthorShare[], others: readonly AuthorShare[]): boolean {
  return JSON.stringify(some.map(canonicalAuthor)) === JSON.stringify(others.map(canonicalAuthor));
}

/** Whether a text of an initiative says what it said. */
export function sameText(field: keyof InitiativeTexts, one: string | null, other: string | null): boolean {
  return canonicalText(field, one) === canonicalText(field, other);
}

function canonicalTexts(texts: InitiativeTexts): Record<keyof InitiativeTexts, string> {
  const { title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential } = texts;
  const said = { title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential };
  return Object.fromEntries(
    Object.entries(said).map(([field, text]) => [field, canonicalText(field as keyof InitiativeTexts, text)]),
  ) as Record<keyof InitiativeTexts, string>;
}

const canonicalText = (field: keyof InitiativeTexts, text: string | null): string =>
  cleanText(text ?? '', field === 'title' ? 'LINE' : 'LINES');

const canonicalAuthor = ({ personId, share, lead }: AuthorShare) => [personId, new Decimal(share).toFixed(), lead];

const canonicalPlace = ({ sha256, name, kind, caption }: DossierContent['files'][number]) => [
  sha256,
  name.normalize('NFC'),
  kind,
  cleanText(caption ?? '', 'LINE'),
];
