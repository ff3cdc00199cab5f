import { type OfficialPaper } from './paper.js';

/** Decree 30/2020/NĐ-CP, annex I: margins and widths in millimetres, sizes of letters and spaces in points. */
export const PAPER_LAYOUT = {
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  /** From the upper edge of the page to the line of the page number. */
  pageNumberFrom: 10,
  head: { left: 70, right: 95 },
  firstLine: 12.7,
  size: {
    state: 12,
    motto: 13,
    superior: 12,
    issuer: 12,
    number: 13,
    place: 13,
    kind: 14,
    subject: 14,
    body: 14,
    table: 12,
    signer: 14,
    recipientsTitle: 12,
    recipients: 11,
    pageNumber: 14,
  },
  /** Of a line, in parts of a single one. */
  line: 1.1,
  /** Between paragraphs. */
  spacing: 6,
  /** Over the name of the kind, under the rule of the subject and under the title of an annex. */
  part: 12,
  /** Over the signatures. */
  signers: 14,
  /** In the cells of a table: at the sides and above and below their text. */
  cell: { side: 1.5, above: 1 },
  /** The names of fields, before what each is. */
  fieldName: 55,
  /** Room for a signature and a seal. */
  signature: 70,
  /** Of the rule under the issuer, in parts of the line above it: between a third and a half. */
  issuerRule: 0.4,
  /** Of the rule under the subject, likewise. */
  subjectRule: 0.4,
} as const;

/** A page that stands, in millimetres. */
export const A4 = { width: 210, height: 297 } as const;

/** The font's own height of a line, in parts of its size: ascender, descender and gap of Tinos and of Times New Roman. */
export const FONT_LINE = { ascender: 0.891, descender: 0.216, gap: 0.042 } as const;

export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** `Số: 05/QĐ-UBND`, with a nought below ten, or room for what the clerk writes; nothing where a paper takes no number. */
export const numberLine = ({ number, symbol }: Pick<OfficialPaper, 'number' | 'symbol'>): string =>
  symbol === '' ? '' : `Số: ${number === null ? '      ' : String(number).padStart(2, '0')}/${symbol}`;

/** `Hoài Đức, ngày 02 tháng 3 năm 2026`: days below ten and the first two months with a nought, or room for them. */
export function placeLine({ place, date }: Pick<OfficialPaper, 'place' | 'date'>): string {
  if (date === null) return `${place}, ngày      tháng      năm      `;
  const [year = '', month = '', day = ''] = date.split('-');
  return `${place}, ngày ${day} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

/** The bases as they stand: each ends with a semicolon, the last with a full stop. */
export const basisLines = (bases: readonly string[]): string[] =>
  bases.map((basis, at) => `${basis.replace(/[.;\s]+$/, '')}${at + 1 < bases.length ? ';' : '.'}`);

/** All that a paper rests on: the legal bases, then what of the case itself. */
export const groundLines = ({ bases, grounds = [] }: Pick<OfficialPaper, 'bases' | 'grounds'>): string[] =>
  basisLines([...bases, ...grounds]);

/** The list of recipients: each after a dash, the last with a full stop. */
export const recipientLines = (recipients: readonly string[]): string[] => basisLines(recipients).map((line) => `- ${line}`);

/** The name of a people's committee on two lines, as offices write it; other names on one. */
export const issuerLines = (name: string): string[] => {
  const [, committee, of] = /^(Ủy ban nhân dân) (.+)$/u.exec(name) ?? [];
  return committee && of ? [committee, of] : [name];
};
