import { diffLines, diffWordsWithSpace } from 'diff';

export const PART_KINDS = ['SAME', 'ADDED', 'REMOVED'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A run of text that two versions have in common, or that only one of them has. */
export interface TextPart {
  readonly kind: PartKind;
  readonly text: string;
}

/** Two texts that differ in more places have little in common: they are shown whole, one after the other. */
const MOST_CHANGES = 500;

/** From one text to another, by word; in order, so that what was removed stands before what took its place. Empty where they are the same. */
export function wordsBetween(before: string, after: string): TextPart[] {
  return partsOf(before, after, diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES }));
}

/** The same by line, for what is a list. */
export function linesBetween(before: readonly string[], after: readonly string[]): TextPart[] {
  const [one, other] = [before, after].map((lines) => lines.map((line) => `${line}\n`).join('')) as [string, string];
  return partsOf(one, other, diffLines(one, other, { maxEditLength: MOST_CHANGES }));
}

/** What is no text to read, but one value in place of another. */
export function wholeBetween(before: string, after: string): TextPart[] {
  return partsOf(before, after, undefined);
}

interface Change {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

function partsOf(before: string, after: string, changes: readonly Change[] | undefined): TextPart[] {
  if (before === after) return [];
  const whole: TextPart[] = [
    { kind: 'REMOVED', text: before },
    { kind: 'ADDED', text: after },
  ];
  const parts = changes?.map(({ value, added, removed }): TextPart => ({ kind: kindOf(added, removed), text: value })) ?? whole;
  return parts.filter(({ text }) => text !== '');
}

function kindOf(added: boolean, removed: boolean): PartKind {
  if (added) return 'ADDED';
  return removed ? 'REMOVED' : 'SAME';
}
