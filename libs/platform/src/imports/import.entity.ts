import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type RefusalDetail, type Words, newId } from '#lib/kernel';

export const IMPORT_STATES = ['OPEN', 'CHECKED', 'APPLIED', 'GIVEN_UP'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What people call the states of an import. */
export const IMPORT_STATE_WORDS: Readonly<Record<ImportState, Words>> = {
  OPEN: { vi: 'chờ tệp', en: 'waiting for a file' },
  CHECKED: { vi: 'đã kiểm tra, chưa ghi', en: 'checked, not applied' },
  APPLIED: { vi: 'đã ghi', en: 'applied' },
  GIVEN_UP: { vi: 'đã bỏ', en: 'given up' },
};

/** What becomes of a row: something is made, something that was there is changed, all of it is there already, or something is wrong with it. */
export const ROW_FATES = ['MAKE', 'CHANGE', 'LEAVE', 'PROBLEM'] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** What people call what becomes of a row. */
export const ROW_FATE_WORDS: Readonly<Record<RowFate, Words>> = {
  MAKE: { vi: 'thêm mới', en: 'new' },
  CHANGE: { vi: 'thay đổi', en: 'changed' },
  LEAVE: { vi: 'đã có', en: 'there already' },
  PROBLEM: { vi: 'phải sửa', en: 'to be put right' },
};

/** How long the rows of an import are kept after the last thing that was done with it: people stand in them. */
export const ROWS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const among = (column: string, values: readonly string[]) => `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

/** How many rows there are of each fate. */
export interface RowCounts {
  readonly make: number;
  readonly change: number;
  readonly leave: number;
  readonly problem: number;
}

const NONE: RowCounts = { make: 0, change: 0, leave: 0, problem: 0 };

const ImportSchema = defineEntity({
  name: 'Import',
  tableName: 'import',
  indexes: [
    { name: 'import_of_kind', expression: 'create index import_of_kind on import (kind, unit_id, id desc)' },
    { name: 'import_to_apply', expression: "create index import_to_apply on import (person_id) where state = 'CHECKED'" },
    { name: 'import_ended', expression: 'create index import_ended on import (ends_at) where not rows_removed' },
  ],
  checks: [
    { name: 'import_state', expression: among('state', IMPORT_STATES) },
    { name: 'import_applied_iff_then', expression: "(state = 'APPLIED') = (applied_at is not null)" },
    { name: 'import_applied_whole', expression: "state <> 'APPLIED' or problem_count = 0" },
  ],
  properties: {
    id: p.uuid().primary(),
    /** As its library registered it. */
    kind: p.text(),
    personId: p.uuid(),
    /** What rows that name none are of: the parent of units, where people work, who held a contest. */
    unitId: p.uuid(),
    state: p.text().$type<ImportState>(),
    fileId: p.uuid().strictNullable(),
    fileName: p.text().strictNullable(),
    /** What reads, checks or applies it, or did last. */
    jobId: p.uuid().strictNullable(),
    makeCount: p.integer().default(0),
    changeCount: p.integer().default(0),
    leaveCount: p.integer().default(0),
    problemCount: p.integer().default(0),
    createdAt: p.datetime(),
    checkedAt: p.datetime().strictNullable(),
    appliedAt: p.datetime().strictNullable(),
    /** Then its rows and its file go. */
    endsAt: p.datetime(),
    rowsRemoved: p.boolean().default(false),
    version: p.integer().version(),
  },
});

/** A sheet that somebody brings in: read and checked row by row, looked at, then applied as a whole. */
export class Import extends ImportSchema.class {
  static begin({ kind, personId, unitId }: { kind: string; personId: string; unitId: string }, at: Date): Import {
    const begun = new Import();
    Object.assign(begun, { id: newId(), kind, personId, unitId, state: 'OPEN', fileId: null, fileName: null, jobId: null });
    Object.assign(begun, { createdAt: at, checkedAt: null, appliedAt: null, rowsRemoved: false });
    begun.tell(NONE, at);
    return begun;
  }

  /** Refuses what is applied or given up. */
  refuseUnlessOpen(): void {
    if (this.state === 'APPLIED') throw new Refused('IMPORT_APPLIED');
    if (this.state === 'GIVEN_UP') throw new Refused('IMPORT_GIVEN_UP');
  }

  /** Refuses what is to be looked at first: not checked, with problems, or without anything to be written. */
  refuseUnlessApplicable(): void {
    this.refuseUnlessOpen();
    if (this.state !== 'CHECKED') throw new Refused('IMPORT_NOT_CHECKED');
    if (this.problemCount > 0) throw new Refused('IMPORT_HAS_PROBLEMS', { count: this.problemCount });
    if (this.makeCount + this.changeCount === 0) throw new Refused('IMPORT_CHANGES_NOTHING');
  }

  /** What stands in the file was read and tried. */
  checked(counts: RowCounts, at: Date): void {
    this.state = 'CHECKED';
    this.checkedAt = at;
    this.tell(counts, at);
  }

  applied(at: Date): void {
    this.state = 'APPLIED';
    this.appliedAt = at;
    this.keepOn(at);
  }

  giveUp(at: Date): void {
    this.refuseUnlessOpen();
    this.state = 'GIVEN_UP';
    this.endsAt = at;
  }

  private tell({ make, change, leave, problem }: RowCounts, at: Date): void {
    Object.assign(this, { makeCount: make, changeCount: change, leaveCount: leave, problemCount: problem });
    this.keepOn(at);
  }

  private keepOn(at: Date): void {
    this.endsAt = new Date(at.getTime() + ROWS_KEPT_MS);
  }
}
ImportSchema.setClass(Import);

/** One thing that is wrong with a row. `column` is the key of the column; null: it is about the row as a whole. */
export interface RowProblem {
  readonly column: string | null;
  /** As it was typed. */
  readonly value: string | null;
  readonly code: string;
  readonly detail: RefusalDetail;
}

/** What stands in a row, by the key of the column: a text, a day as `YYYY-MM-DD`, a number, the value of a choice. What is empty is left out. */
export type RowValues = Readonly<Record<string, string>>;

const ImportRowSchema = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  checks: [
    { name: 'import_row_fate', expression: among('fate', ROW_FATES) },
    { name: 'import_row_problem_iff_any', expression: "(fate = 'PROBLEM') = (jsonb_array_length(problems) > 0)" },
  ],
  properties: {
    import: () => p.manyToOne(Import).lazyRef().primary().deleteRule('cascade'),
    /** Of the row in the sheet, as spreadsheets count. */
    number: p.integer().primary(),
    fate: p.text().$type<RowFate>(),
    /** What the row is about, as people call it. */
    subject: p.text(),
    typed: p.json<RowValues>(),
    values: p.json<RowValues>(),
    /** What is done for it, step by step. */
    steps: p.json<readonly Words[]>(),
    problems: p.json<readonly RowProblem[]>(),
  },
});

/** A row of a sheet that is brought in: what was typed, what it would do, what is wrong with it. */
export class ImportRow extends ImportRowSchema.class {}
ImportRowSchema.setClass(ImportRow);
