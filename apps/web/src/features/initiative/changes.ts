import { diffLines, diffWordsWithSpace } from 'diff';
import { percent } from '../../ui/format';
import { type Dossier } from './dossier.query';
import { type Field, type Part, type Version } from './versions.query';

/** Texts that differ in more places have little in common: they are shown whole, one after the other. */
const MOST = { maxEditLength: 500 };
const TEXTS = { TITLE: 'title', PROBLEM: 'problem', SOLUTION: 'solution', NOVELTY: 'novelty', EFFECT: 'effect' } as const;

/** What is written now, held against a version that was sent in: as the server holds two versions against each other. */
export function changesSince(version: Version, now: Dossier): readonly { readonly field: Field; readonly parts: readonly Part[] }[] {
  const texts = Object.entries(TEXTS).map(([field, key]) => ({ field: field as Field, parts: byWord(version[key], now[key]) }));
  const rest = [
    { field: 'CONFIDENTIAL' as const, parts: byWord(version.confidential ?? '', now.confidential ?? '') },
    { field: 'AUTHORS' as const, parts: byLine(linesOfAuthors(version.authors), linesOfAuthors(now.authors)) },
    { field: 'FILES' as const, parts: byLine(linesOfFiles(version.files), linesOfFiles(now.files)) },
  ];
  return [...texts, ...rest].filter(({ parts }) => parts.length > 0);
}

const linesOfAuthors = (authors: Version['authors']) => authors.map(({ person, share }) => `${person.fullName}, ${percent(share)}`);
const linesOfFiles = (files: Pick<Version, 'files'>['files']) =>
  files.map(({ fileName, caption }) => [fileName, caption].filter(Boolean).join(', '));

const byWord = (before: string, after: string): Part[] => partsOf(before, after, diffWordsWithSpace(before, after, MOST));

function byLine(before: readonly string[], after: readonly string[]): Part[] {
  const [one = '', other = ''] = [before, after].map((lines) => lines.map((line) => `${line}\n`).join(''));
  return partsOf(one, other, diffLines(one, other, MOST));
}

function partsOf(
  before: string,
  after: string,
  changes: readonly { readonly value: string; readonly added: boolean; readonly removed: boolean }[] | undefined,
): Part[] {
  if (before === after) return [];
  const whole: Part[] = [
    { kind: 'REMOVED', text: before },
    { kind: 'ADDED', text: after },
  ];
  const parts = changes?.map(({ value, added, removed }): Part => ({ kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME', text: value }));
  return (parts ?? whole).filter(({ text }) => text !== '');
}
