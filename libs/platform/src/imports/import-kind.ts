import { type Type } from '@nestjs/common';
import { type ReadWorkbook } from '#lib/documents';
import { type Words } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { type RowFate, type RowProblem, type RowValues } from './import.entity.js';

/** What stands in a column. `CODE` is a text that a spreadsheet would make a number of: its zeros in front count. `MARK` is a cross or nothing. */
export type ImportCell = 'TEXT' | 'CODE' | 'DAY' | 'NUMBER' | 'CHOICE' | 'MARK';

export interface ImportChoice {
  readonly value: string;
  readonly words: Words;
}

export interface ImportColumn {
  readonly key: string;
  readonly head: Words;
  readonly cell: ImportCell;
  readonly required?: boolean;
  /** Of a `CHOICE`: what may stand there, by its words or its value. */
  readonly choices?: readonly ImportChoice[];
  /** What to write there. */
  readonly hint: Words;
  readonly example: string;
}

/** A row as it was typed, what is meant by it, and what is wrong with its cells. */
export interface ReadRow {
  readonly number: number;
  readonly typed: RowValues;
  readonly values: RowValues;
  readonly problems: readonly RowProblem[];
}

/** A row as a library brings it in. */
export interface SheetRow {
  readonly number: number;
  readonly values: RowValues;
}

/** What came of a row. */
export interface RowOutcome {
  readonly fate: Exclude<RowFate, 'PROBLEM'>;
  /** What the row is about, as people call it. */
  readonly subject: string;
  readonly steps: readonly Words[];
}

/** Which column what is refused is about: by the path that it names, or by its code. */
export type ColumnOfPath = Readonly<Record<string, string>>;

/** The rows of a sheet while they are brought in: for trial, which is rolled back, and then in earnest. */
export interface ImportRun {
  readonly act: Act;
  /** What rows that name no unit are of. */
  readonly unitId: string;
  readonly rows: readonly SheetRow[];
  /**
   * Does what a row says, with the acts of the library. What they refuse is a problem of the row, and nothing of it is left; a row that has a
   * problem is not brought further. Several parts of one row add up.
   */
  readonly row: (row: SheetRow, work: () => Promise<RowOutcome>) => Promise<boolean>;
  /** What a step of a row refuses is said of these columns; of one column, where all of it is about that. */
  readonly at: <T>(columns: ColumnOfPath | string, step: () => Promise<T>) => Promise<T>;
  /** An input as its mutation takes it, with the same refusals of its shape. */
  readonly input: <T extends object>(type: Type<T>, given: object) => Promise<T>;
}

/** Looks for what a row names. */
export type LookForNames = (row: SheetRow) => Promise<unknown>;

/** What can be brought in by a sheet. The library of the things registers it once, beside their acts. */
export interface ImportKind {
  readonly name: string;
  readonly title: Words;
  /** Of the template, without an ending: `mau-nhap-don-vi`. */
  readonly fileName: string;
  /** The context it is of: a program's token brings in what is of its contexts alone. */
  readonly context: string;
  /** What whoever brings it in holds for the unit. The acts ask for more where they need more. */
  readonly permission: string;
  /** What the unit is to the rows. */
  readonly unitIs: Words;
  readonly columns: readonly ImportColumn[];
  /** How its sheet is read, where that is a list that offices keep of their own and not the template; else as `readSheet` does. */
  readonly read?: (book: ReadWorkbook) => ReadRow[];
  readonly run: (run: ImportRun) => Promise<void>;
  /**
   * Asked once of a sheet that has rows with unsound cells, which are not brought: looks for all that such a row names, as units and people, and
   * refuses together what is not there.
   */
  readonly names?: (run: ImportRun) => LookForNames | Promise<LookForNames>;
}
