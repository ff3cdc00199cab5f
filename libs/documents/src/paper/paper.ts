/**
 * What a paper of an office says, as it is written there, in Vietnamese. Its looks are those of Decree 30/2020/NĐ-CP, annex I
 * (`layout.ts`), the same as PDF and as DOCX.
 */
export interface OfficialPaper {
  /** The body above the one that issues it; null where the issuer writes none. */
  readonly superior: string | null;
  readonly issuer: string;
  /** After the number, e.g. `QĐ-UBND`; empty where a paper takes no number, as a letter. */
  readonly symbol: string;
  /** Taken by the clerk after signing, or the code of what it is about; null leaves room for it. */
  readonly number: number | string | null;
  readonly place: string;
  /** ISO day of signing; null leaves room for it. */
  readonly date: string | null;
  /** The kind by name, e.g. `Quyết định`. */
  readonly kind: string;
  /** What it is about, under the name of its kind. */
  readonly subject: string;
  /** Whom it is addressed to; none where its kind is not addressed. */
  readonly addressees: readonly string[];
  /** Who decides, above the bases, e.g. `Chủ tịch Ủy ban nhân dân huyện`; null where nobody does. */
  readonly authority: string | null;
  /** Each without its mark of punctuation: they are joined by semicolons and ended by a full stop. */
  readonly bases: readonly string[];
  /** What of the case itself it rests on, after the legal bases, as they are written; none where left out. */
  readonly grounds?: readonly string[];
  /** Between bases and articles, e.g. `Quyết định`; null where there is none. */
  readonly decides: string | null;
  readonly body: readonly PaperBlock[];
  /** One signs on the right; of two, the first signs on the left. */
  readonly signers: readonly PaperSigner[];
  readonly recipients: readonly string[];
  readonly annexes: readonly PaperAnnex[];
  /** Says in words that it is none yet; null where it is one. */
  readonly draft: string | null;
  readonly illustrative: boolean;
}

export type PaperBlock =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  /** `Điều 1.` stands before the text. */
  | { readonly kind: 'article'; readonly number: number; readonly text: string }
  /** What something is, line by line: what it is called, then it. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [string, string])[] }
  | ({ readonly kind: 'table' } & PaperTable);

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  /** As many texts as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

export interface PaperColumn {
  readonly title: string;
  /** Part of the table's width, in relation to those of the other columns. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface PaperSigner {
  /** What stands over the position, e.g. `TM. Ủy ban nhân dân`, `KT. Chủ tịch`. */
  readonly on: string | null;
  readonly position: string;
  /** Without academic titles; null leaves room for it. */
  readonly name: string | null;
}

export interface PaperAnnex {
  readonly title: string;
  /** `(Kèm theo Quyết định số …)`, in italics under the title; null where there is none. */
  readonly note: string | null;
  readonly landscape: boolean;
  readonly blocks: readonly PaperBlock[];
}
