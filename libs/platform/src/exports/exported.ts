import { type Type } from '@nestjs/common';
import { type Actor, type Locale, type Page, type PageArgs, type WhyNot, type Words, asSentence } from '#lib/kernel';
import { type CellValue, type ColumnKind, type TableSheet } from '#lib/documents';

/** What can be had as a file: what it is, who may have it, and how its sheets are read. */
export interface Exported<Args extends object> {
  readonly name: string;
  readonly title: Words;
  /** Of the file, without a date and an ending: `danh-sach-ho-so`. */
  readonly fileName: string;
  /** The context it is of: a program's token takes what is of its contexts alone. */
  readonly context: string;
  /** What its query asks for; `public` where it needs no account. */
  readonly permission: string;
  /** The permissions whose units say which rows are seen; left out: the one of its query. Who has lost one of these units since does not get the file. */
  readonly scope?: readonly string[];
  /** The arguments of its query. */
  readonly args: Type<Args>;
  /** What seals it, or shuts it to this person: asked when the file is made and again when it is fetched. */
  readonly whyNot?: (actor: Actor, args: Args) => Promise<WhyNot>;
}

/** A column that may be chosen. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly head: Words;
  readonly kind: ColumnKind;
  readonly of: (row: Row, locale: Locale) => CellValue | undefined;
}

/** A list that a page shows, registered once beside its query. */
export interface ExportedList<Args extends object, Row> extends Exported<Args> {
  /** All that there are to choose of, in their order; a function where they hang on what is asked. */
  readonly columns: readonly ListColumn<Row>[] | ((actor: Actor, args: Args) => Promise<readonly ListColumn<Row>[]>);
  /** Its rows, some at a time, with the filters and the scope of its query: `byPages(query)`. */
  readonly rows: (actor: Actor, args: Args) => AsyncIterable<readonly Row[]>;
}

/** Several sheets that belong together; asked for by an act of its own. */
export interface ExportedWorkbook<Args extends object> extends Exported<Args> {
  readonly sheets: (actor: Actor, args: Args, locale: Locale) => Promise<readonly TableSheet[]>;
}

/** One file of records as JSON, asked for by an act of its own. */
export interface ExportedRecords extends Omit<Exported<object>, 'args' | 'whyNot'> {
  /** Its pieces; `tell` hears how many records more it has. */
  readonly pieces: (actor: Actor, tell: (more: number) => void) => AsyncIterable<Uint8Array>;
}

/** Documents of an office as one file, or as an archive of one each; asked for by an act of its own. */
export interface ExportedDocuments<Args extends object> extends Exported<Args> {
  readonly pieces: (order: DocumentsOrder<Args>) => AsyncIterable<Uint8Array>;
}

/** Which documents, and how; `tell` hears how many more of them there are. */
export interface DocumentsOrder<Args extends object> {
  readonly actor: Actor;
  readonly args: Args;
  readonly format: 'PDF' | 'ZIP';
  readonly tell: (more: number) => void;
}

type Of<Row, Value> = (row: Row, locale: Locale) => Value | null | undefined;
type Column<Row, Value> = (key: string, head: Words, of: Of<Row, Value>) => ListColumn<Row>;

/** The columns of a list's rows, by what stands in them. */
export interface Columns<Row> {
  readonly text: Column<Row, string>;
  /** Also a decimal as text. */
  readonly figure: Column<Row, number | string>;
  readonly money: Column<Row, number | string>;
  readonly day: Column<Row, string>;
  readonly moment: Column<Row, Date | string>;
  readonly yesNo: Column<Row, boolean>;
  /** A state or the like, as people call it. */
  readonly word: <K extends string>(key: string, head: Words, words: Readonly<Record<K, Words>>, of: Of<Row, K>) => ListColumn<Row>;
}

const YES: Words = { vi: 'Có', en: 'Yes' };
const NO: Words = { vi: 'Không', en: 'No' };

const ofKind =
  <Row>(kind: ColumnKind) =>
  (key: string, head: Words, of: Of<Row, CellValue>): ListColumn<Row> => ({ key, head, kind, of });

export function columnsOf<Row>(): Columns<Row> {
  const text = ofKind<Row>('TEXT');
  return {
    text,
    figure: ofKind('NUMBER'),
    money: ofKind('MONEY'),
    day: ofKind('DATE'),
    moment: ofKind('MOMENT'),
    yesNo: (key, head, of) =>
      text(key, head, (row, locale) => {
        const value = of(row, locale);
        return value === null || value === undefined ? null : (value ? YES : NO)[locale];
      }),
    word: (key, head, words, of) =>
      text(key, head, (row, locale) => {
        const value = of(row, locale);
        return value === null || value === undefined ? null : asSentence(words[value][locale]);
      }),
  };
}

const ROWS_AT_ONCE = 500;

/**
 * The rows of a connection's query, page after page, by its own order and cursors; of `shows` alone, where a row has much that no column reads.
 * The next page is read while one is written.
 */
export const byPages = <Args extends PageArgs, Row>(
  page: (actor: Actor, args: Args) => Promise<Page<Row>>,
  shows?: readonly (keyof Row & string)[],
) =>
  async function* (actor: Actor, args: Args): AsyncGenerator<readonly Row[]> {
    const whole = { first: ROWS_AT_ONCE, most: ROWS_AT_ONCE, counted: false, tells: [], ...(shows && { shows }) };
    const begin = (after: string | null): Promise<Page<Row>> => {
      const begun = page(actor, { ...args, ...whole, after });
      // Who writes may break off before its turn; what it throws is told when it is awaited.
      begun.catch(() => undefined);
      return begun;
    };
    for (let next: Promise<Page<Row>> | null = begin(null); next;) {
      const { edges, pageInfo }: Page<Row> = await next;
      next = pageInfo.hasNextPage ? begin(pageInfo.endCursor) : null;
      yield edges.map(({ node }) => node);
    }
  };
