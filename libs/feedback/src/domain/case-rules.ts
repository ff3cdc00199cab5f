import { type Words, foldMarks } from '#lib/kernel';
import { type Reason } from './rating-words.js';

/** What makes a case of what citizens say, at once: that money was asked for, or how they were treated, where they say it in words. */
export const CASE_KINDS = ['EXTRA_COST', 'ATTITUDE'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_FINDINGS = ['FOUND', 'NOT_FOUND'] as const;
export type CaseFinding = (typeof CASE_FINDINGS)[number];

/** What people call them. */
export const CASE_KIND_WORDS: Readonly<Record<CaseKind, Words>> = {
  EXTRA_COST: { vi: 'bị gợi ý nộp thêm tiền', en: 'asked for more money' },
  ATTITUDE: { vi: 'thái độ phục vụ', en: 'how people were treated' },
};
export const CASE_FINDING_WORDS: Readonly<Record<CaseFinding, Words>> = {
  FOUND: { vi: 'có việc như phản ánh', en: 'it was so' },
  NOT_FOUND: { vi: 'không có việc như phản ánh', en: 'it was not so' },
};

/** What one person said at a counter. */
export interface Said {
  readonly reasons: readonly Reason[];
  /** Null: nothing in words. */
  readonly text: string | null;
}

/** How money is said to have been asked for, as it is typed on a phone without marks. Rather a case too many: somebody reads each. */
const MONEY_ASKED = [
  ...['boi duong', 'lot tay', 'phong bi', 'lam tien', 'lam luat', 'hoi lo', 'chung chi', 'tien ngoai', 'tien rieng', 'tien tra nuoc'],
  ...['doi tien', 'voi tien', 'goi y tien', 'xin tien', 'dua them tien', 'nop them tien', 'thu them tien', 'dong them tien', 'them tien'],
];

/** Only words, each between blanks, without marks. */
const wordsOf = (text: string): string => ` ${foldMarks(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Which case somebody's words are; null for most. Money comes first. */
export function caseOf({ reasons, text }: Said): CaseKind | null {
  const words = text === null ? '' : wordsOf(text);
  if (reasons.includes('EXTRA_COST') || MONEY_ASKED.some((phrase) => words.includes(` ${phrase} `))) return 'EXTRA_COST';
  return text !== null && reasons.includes('ATTITUDE') ? 'ATTITUDE' : null;
}

/** Words for whoever leads, besides the title that their position has. */
const LEADS = ['chu tich', 'lanh dao', 'thu truong', 'sep'];

/** Whether words are about whoever heads the unit: by name, by title, or by what people call who leads. Such a case goes past them. */
export function concernsHead(text: string, heads: readonly { readonly name: string; readonly title: string }[]): boolean {
  const words = wordsOf(text);
  return [...LEADS, ...heads.flatMap(({ name, title }) => [wordsOf(name).trim(), wordsOf(title).trim()])].some(
    (one) => one && words.includes(` ${one} `),
  );
}
