import { type Track } from '#domain/contest';
import { Refused, type Words } from '#lib/kernel';

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

/** The most characters of each text of a dossier. */
export const LONGEST = [
  { field: 'TITLE', characters: TITLE_MAX },
  ...(['PROBLEM', 'SOLUTION', 'NOVELTY', 'EFFECT', 'CONFIDENTIAL'] as const).map((field) => ({ field, characters: TEXT_MAX })),
] as const;

const NEEDED = ['title', 'problem', 'solution', 'novelty', 'effect'] as const;

/** What people call the texts that every initiative has. */
export const NEEDED_WORDS: Readonly<Record<(typeof NEEDED)[number], Words>> = {
  title: { vi: 'tên sáng kiến', en: 'the title' },
  problem: { vi: 'thực trạng, vấn đề cần giải quyết', en: 'the problem' },
  solution: { vi: 'nội dung giải pháp', en: 'the solution' },
  novelty: { vi: 'tính mới', en: 'what is new' },
  effect: { vi: 'hiệu quả', en: 'the effect' },
};

/** What still has to be written before it can be sent: `TEXT_MISSING` for each field, with its path. */
export function problemsOfTexts(texts: Partial<Pick<InitiativeTexts, (typeof NEEDED)[number]>>): Refused[] {
  return NEEDED.filter((field) => (texts[field] ?? '').trim() === '').map(
    (field) => new Refused('TEXT_MISSING', { field: NEEDED_WORDS[field] }, field),
  );
}

export const DECLARATIONS = ['ownWork', 'notPrizedElsewhere', 'nobodyOnJury'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** What each declares. */
export const DECLARATION_WORDS: Readonly<Record<Declaration, Words>> = {
  ownWork: { vi: 'sáng kiến là sản phẩm của chính các tác giả', en: 'the initiative is the authors’ own work' },
  notPrizedElsewhere: { vi: 'sáng kiến chưa được tặng giải ở cuộc thi khác', en: 'it has won no prize in another contest' },
  nobodyOnJury: { vi: 'không có tác giả nào là thành viên Ban Giám khảo', en: 'no author is on the jury' },
};

/** When each declaration was made; null: not made. */
export type Declared = Readonly<Record<Declaration, Date | null>>;

/** `DECLARATION_MISSING` for each of the three that does not stand. */
export function problemsOfDeclarations(declared: Declared): Refused[] {
  return DECLARATIONS.filter((kind) => declared[kind] === null).map(
    (declaration) => new Refused('DECLARATION_MISSING', { declaration: DECLARATION_WORDS[declaration] }, declaration),
  );
}
