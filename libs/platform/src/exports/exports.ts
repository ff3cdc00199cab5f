import { Injectable } from '@nestjs/common';
import { type Actor, type Locale, Refused, type Words } from '#lib/kernel';
import { type TableSheet } from '#lib/documents';
import { RegisteredEnum } from '../graphql/registered-enum.js';
import { NOBODY } from '../guard/allow.js';
import { type ExportFormat, LIST_FORMATS } from './export.entity.js';
import {
  type Exported,
  type ExportedDocuments,
  type ExportedList,
  type ExportedRecords,
  type ExportedWorkbook,
  type ListColumn,
} from './exported.js';

/** What the maker of files needs of a list or a workbook. */
export interface Registered extends Exported<object> {
  readonly isList: boolean;
  readonly formats: readonly ExportFormat[];
  readonly sheetsOf: (actor: Actor, args: object, shown: Shown) => Promise<readonly TableSheet[]>;
  /** Of what is no sheets. */
  readonly piecesOf?: (order: PiecesOrder) => AsyncIterable<Uint8Array>;
  /** Refuses `EXPORT_COLUMN_UNKNOWN`. */
  readonly checkColumns: (actor: Actor, args: object, keys: readonly string[]) => Promise<void>;
}

interface PiecesOrder {
  readonly actor: Actor;
  readonly args: object;
  readonly format: ExportFormat;
  readonly tell: (more: number) => void;
}

/** How it is shown: which columns in which order, null for all, and in whose language. */
export interface Shown {
  readonly columns: readonly string[] | null;
  readonly locale: Locale;
}

/** The lists, by the names of their queries. */
export const ExportedListEnum = new RegisteredEnum(
  'ExportedList',
  'A list that can be had as a file, by the name of the query that shows it.',
);

/** What can be had as a file. The library of a list registers it once, beside its query. */
@Injectable()
export class Exports {
  private readonly registered = new Map<string, Registered>();

  list<Args extends object, Row>(list: ExportedList<Args, Row>): void {
    ExportedListEnum.add(list.name, `${list.title.en}.`);
    const columnsFor = async (actor: Actor, args: Args) => (typeof list.columns === 'function' ? list.columns(actor, args) : list.columns);
    this.keep(list, {
      isList: true,
      formats: LIST_FORMATS,
      checkColumns: async (actor, args, keys) => {
        chosen(await columnsFor(actor, args), keys);
      },
      sheetsOf: async (actor, args, { columns: keys, locale }) => {
        const columns = chosen(await columnsFor(actor, args), keys);
        return [sheetOf(list.title, columns, { rows: list.rows(actor, args), locale })];
      },
    });
  }

  workbook<Args extends object>(book: ExportedWorkbook<Args>): void {
    this.keep(book, {
      isList: false,
      formats: ['XLSX'],
      checkColumns: () => Promise.resolve(),
      sheetsOf: (actor, args, { locale }) => book.sheets(actor, args, locale),
    });
  }

  records(records: ExportedRecords): void {
    this.keep(
      { ...records, args: Object },
      {
        isList: false,
        formats: ['JSON'],
        checkColumns: () => Promise.resolve(),
        sheetsOf: () => Promise.resolve([]),
        piecesOf: ({ actor, tell }) => records.pieces(actor, tell),
      },
    );
  }

  documents<Args extends object>(documents: ExportedDocuments<Args>): void {
    this.keep(documents, {
      isList: false,
      formats: ['PDF', 'ZIP'],
      checkColumns: () => Promise.resolve(),
      sheetsOf: () => Promise.resolve([]),
      piecesOf: ({ args, format, ...order }) =>
        documents.pieces({ ...order, args: args as Args, format: format === 'ZIP' ? 'ZIP' : 'PDF' }),
    });
  }

  /** Refuses `NOT_FOUND` where nothing is registered under the name, or it is outside what the actor may do. */
  of(name: string, actor: Actor): Registered {
    const found = this.registered.get(name);
    const outside = actor.limit !== null && found !== undefined && !actor.limit.reaches(found.context, 'READ');
    if (!found || outside || (found.permission !== NOBODY && !actor.can(found.permission)))
      throw new Refused('NOT_FOUND', { what: 'List' }, 'list');
    return found;
  }

  all(): readonly Registered[] {
    return [...this.registered.values()];
  }

  private keep<Args extends object>(exported: Exported<Args>, more: MoreOf<Args>): void {
    if (this.registered.has(exported.name)) throw new Error(`${exported.name} is registered twice`);
    // Whoever asks reads the arguments by `args` first.
    this.registered.set(exported.name, { ...exported, ...more } as unknown as Registered);
  }
}

type MoreOf<Args> = Pick<Registered, 'isList' | 'formats' | 'piecesOf'> & {
  readonly sheetsOf: (actor: Actor, args: Args, shown: Shown) => Promise<readonly TableSheet[]>;
  readonly checkColumns: (actor: Actor, args: Args, keys: readonly string[]) => Promise<void>;
};

function chosen<Row>(columns: readonly ListColumn<Row>[], keys: readonly string[] | null): readonly ListColumn<Row>[] {
  if (!keys) return columns;
  return keys.map((key) => {
    const column = columns.find((one) => one.key === key);
    if (!column) throw new Refused('EXPORT_COLUMN_UNKNOWN', { column: key, known: columns.map((one) => one.key).join(', ') }, 'columns');
    return column;
  });
}

/** A sheet of rows that are shown by columns. */
export const sheetOf = <Row>(
  name: Words,
  columns: readonly ListColumn<Row>[],
  { rows, locale }: { readonly rows: AsyncIterable<readonly Row[]>; readonly locale: Locale },
): TableSheet => ({
  name: name[locale],
  columns: columns.map(({ head, kind }) => ({ head: head[locale], kind })),
  rows: cells(rows, columns, locale),
});

async function* cells<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly ListColumn<Row>[],
  locale: Locale,
): TableSheet['rows'] & AsyncGenerator {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ of }) => of(row, locale) ?? null));
}
