import { fold } from '#lib/kernel';
import { type DossierField } from './asks.js';
import { type InitiativeTexts } from './content.js';

/** The texts of an initiative that are compared with others', as far as they are there. */
export type ComparedTexts = Partial<Readonly<Record<keyof typeof FIELDS, string | null>>>;

const FIELDS = {
  title: 'TITLE',
  problem: 'PROBLEM',
  solution: 'SOLUTION',
  novelty: 'NOVELTY',
  effect: 'EFFECT',
} as const satisfies Partial<Record<keyof InitiativeTexts, DossierField>>;

/** Two sentences that say much the same, and where each stands. */
export interface Passage {
  readonly field: DossierField;
  readonly text: string;
  readonly otherField: DossierField;
  readonly otherText: string;
}

interface Sentence {
  readonly field: DossierField;
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

/** As much of a text is looked at: what comparing costs, however much there is. */
const SENTENCES = 80;
const PASSAGES = 3;
/** Syllables are few, so that two of them in a row are what tells sentences apart. */
const LEAST_PAIRS = 4;
const LEAST_SHARE = 0.5;

/** The sentences of one that resemble sentences of the other, the most alike first, each sentence once. */
export function passagesAlike(one: ComparedTexts, other: ComparedTexts): Passage[] {
  const theirs = sentencesOf(other);
  const found = sentencesOf(one).flatMap((own) => theirs.map((their) => ({ own, their, share: shareOf(own.pairs, their.pairs) })));
  const used = new Set<Sentence>();
  return found
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .filter(({ own, their }) => {
      const first = !used.has(own) && !used.has(their);
      if (first) used.add(own).add(their);
      return first;
    })
    .slice(0, PASSAGES)
    .map(({ own, their }) => ({ field: own.field, text: own.text, otherField: their.field, otherText: their.text }));
}

function sentencesOf(texts: ComparedTexts): Sentence[] {
  return Object.entries(FIELDS)
    .flatMap(([key, field]) =>
      (texts[key as keyof typeof FIELDS] ?? '').split(/(?<=[.!?;…])\s+|\n+/).map((text) => ({ field, text: text.trim() })),
    )
    .slice(0, SENTENCES)
    .map((sentence) => ({ ...sentence, pairs: pairsOf(sentence.text) }))
    .filter(({ pairs }) => pairs.size >= LEAST_PAIRS);
}

function pairsOf(text: string): Set<string> {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`));
}

/** Of the pairs of the longer one, how many the other has too. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const longer = Math.max(one.size, other.size);
  if (Math.min(one.size, other.size) < LEAST_SHARE * longer) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared / longer;
}
