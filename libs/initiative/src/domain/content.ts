import { type Track } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';

export const INFLUENCES = ['ESTABLISHMENT', 'PROVINCE', 'NATIONAL'] as const;
export type Influence = (typeof INFLUENCES)[number];

/** What an initiative says, as its authors write it. `confidential` is for its owner and the secretariat alone. */
export interface InitiativeTexts {
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly influence: Influence;
  readonly firstAppliedOn: string | null;
  readonly confidential: string | null;
  /** Of one author or of several; null where the contest's prizes do not ask. */
  readonly track: Track | null;
}

export const TITLE_MAX = 300;
export const TEXT_MAX = 20_000;

const NEEDED = ['title', 'problem', 'solution', 'novelty', 'effect'] as const;

/** What still has to be written before it can be sent: `TEXT_MISSING` with the field's path. */
export function whyNotComplete(texts: Pick<InitiativeTexts, (typeof NEEDED)[number]>): WhyNot {
  const missing = NEEDED.find((field) => texts[field].trim() === '');
  return missing === undefined ? null : new Refused('TEXT_MISSING', { field: missing }, missing);
}

export const DECLARATIONS = ['ownWork', 'notPrizedElsewhere', 'nobodyOnJury'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** When each declaration was made; null: not made. */
export type Declared = Readonly<Record<Declaration, Date | null>>;

/** All three declarations stand, or `DECLARATION_MISSING` names the first that does not. */
export function whyNotDeclared(declared: Declared): WhyNot {
  const missing = DECLARATIONS.find((kind) => declared[kind] === null);
  return missing === undefined ? null : new Refused('DECLARATION_MISSING', { declaration: missing }, missing);
}
