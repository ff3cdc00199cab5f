import { type PaperBlock, type PaperColumn } from '#lib/documents';

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
export const subheading = (text: string): PaperBlock => ({ kind: 'subheading', text });
export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

/** Numbered from 1 in their order. */
export const articles = (texts: readonly string[]): PaperBlock[] =>
  texts.map((text, at) => ({ kind: 'article' as const, number: at + 1, text }));

/** Rows after their number: the column `STT` comes first. */
export const numberedTable = (columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): PaperBlock => ({
  kind: 'table',
  columns: [{ title: 'STT', share: 1, align: 'center' }, ...columns],
  rows: rows.map((cells, at) => [String(at + 1), ...cells]),
});

export const column = (title: string, share: number, align: PaperColumn['align'] = 'left'): PaperColumn => ({ title, share, align });
