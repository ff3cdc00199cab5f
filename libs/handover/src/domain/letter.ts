import { Refused, type WhyNot, type Words } from '#lib/kernel';
import { type LetterKind } from './handover-policy.js';

export const TEMPLATE_STATES = ['PROPOSED', 'APPROVED', 'RETIRED'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

export const TEMPLATE_STATE_WORDS: Readonly<Record<TemplateState, Words>> = {
  PROPOSED: { vi: 'chờ duyệt', en: 'to be approved' },
  APPROVED: { vi: 'đang dùng', en: 'in use' },
  RETIRED: { vi: 'thôi dùng', en: 'out of use' },
};

export const LETTER_KIND_WORDS: Readonly<Record<LetterKind, Words>> = {
  CONGRATULATION: { vi: 'thư chúc mừng', en: 'letter of congratulation' },
  CONDOLENCE: { vi: 'thư chia buồn', en: 'letter of condolence' },
};

/** What is filled into a template where it says so in braces. */
export interface LetterFields {
  /** Whom the letter is to. */
  readonly recipient: string;
  /** Whom it is about: a child, the dead; null where the template does not say so. */
  readonly named: string | null;
  readonly unit: string;
  /** As people write it. */
  readonly day: string;
  readonly signer: string;
}

const RECIPIENT = 'người nhận';
const NAMED = 'người được nhắc đến';
const FIELDS: Readonly<Record<string, keyof LetterFields>> = {
  [RECIPIENT]: 'recipient',
  [NAMED]: 'named',
  'đơn vị': 'unit',
  ngày: 'day',
  'người ký': 'signer',
};
/** As they are written in a template. */
export const LETTER_FIELDS: readonly string[] = Object.keys(FIELDS).map((name) => `{${name}}`);

const IN_BRACES = /\{([^{}]*)\}/g;
const fieldsIn = (text: string): string[] => [...text.matchAll(IN_BRACES)].map(([, name = '']) => name.trim());

/** What keeps a text from being a template: it is to somebody, and says only what can be filled in. */
export function problemOfTemplate(text: string): WhyNot {
  const fields = fieldsIn(text);
  const unknown = fields.find((name) => !Object.hasOwn(FIELDS, name));
  if (unknown !== undefined || /[{}]/.test(text.replace(IN_BRACES, '')))
    return new Refused('LETTER_FIELD_UNKNOWN', { fields: LETTER_FIELDS.join(', ') }, 'text');
  return fields.includes(RECIPIENT) ? null : new Refused('LETTER_WITHOUT_RECIPIENT', { field: `{${RECIPIENT}}` }, 'text');
}

/** Whether whom it is about has to be said too. */
export const asksWhoIsNamed = (text: string): boolean => fieldsIn(text).includes(NAMED);

/** The paragraphs of one letter. What is filled in is never read as a field. */
export function lettered(text: string, fields: LetterFields): string[] {
  const filled = text.replace(IN_BRACES, (_, name: string) => {
    const field = FIELDS[name.trim()];
    return (field && fields[field]) ?? '';
  });
  return filled
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What stands in the way of approving: the head of the unit that signs does, and never who wrote it. */
export function whyNotApprove({ state, heads, wrote }: { state: TemplateState; heads: boolean; wrote: boolean }): WhyNot {
  if (!heads) return new Refused('LETTER_APPROVED_BY_HEAD');
  if (state !== 'PROPOSED') return new Refused('LETTER_TEMPLATE_STATE', { state: TEMPLATE_STATE_WORDS[state] });
  return wrote ? new Refused('LETTER_BY_ITS_AUTHOR') : null;
}

/** A letter is not asked for by an address: what is typed would stand in the logs of what lies between. */
export const whyNotBy = (method: string): WhyNot => (method === 'GET' ? new Refused('LETTER_BY_POST') : null);
