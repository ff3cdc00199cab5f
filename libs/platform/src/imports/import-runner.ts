import { Injectable } from '@nestjs/common';
import { type Actor, Refused, allRefused } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { patiently } from '../database/waits.js';
import { InputShapes } from '../graphql/input-shapes.js';
import { isPassing } from '../refusals/passing.js';
import { Refusals } from '../refusals/refusals.js';
import { type ColumnOfPath, type ImportKind, type ImportRun, type LookForNames, type ReadRow, type RowOutcome } from './import-kind.js';
import { type RowCounts, type RowFate, type RowProblem, type RowValues } from './import.entity.js';

/** A row with what would become of it. */
export interface TriedRow extends ReadRow {
  readonly fate: RowFate;
  readonly subject: string;
  readonly steps: RowOutcome['steps'];
}

/** Who brings which rows in, and where to. */
export interface ImportOrder {
  readonly actor: Actor;
  readonly kind: ImportKind;
  readonly unitId: string;
  readonly rows: readonly ReadRow[];
  /** Told after each row how many were tried; may break off by throwing. */
  readonly tell: (rows: number) => void;
}

/** Rolls a trial back, with what was found. */
class Tried extends Error {
  constructor(readonly rows: readonly TriedRow[]) {
    super('A trial is rolled back');
  }
}

/**
 * Brings the rows of a sheet in by the acts of their library, each in a part of its own. For trial that is the very same, rolled back: no rule
 * is written twice, and rows of one sheet that stand in one another's way are found as they would be. The audit log is not touched by a trial.
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shapes: InputShapes,
    private readonly refusals: Refusals,
  ) {}

  /** What would become of each row; writes nothing. */
  async rehearse(order: ImportOrder): Promise<readonly TriedRow[]> {
    try {
      return await patiently(() =>
        this.work.act(order.actor, 'import.rehearse', async (act) => {
          throw new Tried(await this.run(act, order));
        }),
      );
    } catch (error) {
      if (error instanceof Tried) return error.rows;
      throw error;
    }
  }

  /** Brings them in, in the running act. */
  async run(act: Act, { actor, kind, unitId, rows, tell }: ImportOrder): Promise<readonly TriedRow[]> {
    const found = new Map<number, Found>(rows.map((read) => [read.number, { read, problems: [...read.problems], outcomes: [] }]));
    let tried = 0;
    const tellOfOne = () => {
      tell(Math.min((tried += 1), rows.length));
    };
    const row: ImportRun['row'] = async ({ number }, work) => {
      const of = found.get(number);
      if (!of || of.problems.length > 0) return false;
      try {
        of.outcomes.push(await this.work.part(work));
        return true;
      } catch (error) {
        of.problems.push(...this.problemsOf(error, kind, of.read.typed));
        return false;
      } finally {
        tellOfOne();
      }
    };
    const at: ImportRun['at'] = (columns, step) => this.atColumns(columns, step);
    const unsound = [...found.values()].filter(({ read }) => !isSound(read));
    const run: ImportRun = {
      ...{ act: { ...act, actor }, unitId, rows: rows.filter(isSound), row, at },
      input: (type, given) => this.shapes.take(type, given),
    };
    await kind.run(run);
    const names = unsound.length > 0 ? await kind.names?.(run) : undefined;
    for (const { read, problems } of unsound) {
      if (names) problems.push(...(await this.unnamed(names, kind, read)));
      tellOfOne();
    }
    return [...found.values()].map(triedRow);
  }

  /** What is not there of that which a row with unsound cells names in its others. */
  private async unnamed(names: LookForNames, kind: ImportKind, { number, values, typed, problems }: ReadRow): Promise<RowProblem[]> {
    try {
      await names({ number, values });
      return [];
    } catch (error) {
      const said = new Set(problems.map(({ column }) => column));
      return this.problemsOf(error, kind, typed).filter(({ column }) => !said.has(column));
    }
  }

  private async atColumns<T>(columns: ColumnOfPath | string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      const refused = this.refusals.of(error);
      if (!refused) throw error;
      const columnOf = ({ code, path }: Refused) =>
        typeof columns === 'string'
          ? columns
          : (columns[path ?? code] ?? columns[(path ?? code).split('.')[0] ?? ''] ?? columns[code] ?? null);
      throw allRefused(refused.problems.map((one) => new Refused(one.code, one.detail, columnOf(one)))) ?? refused;
    }
  }

  /** What no rule refuses, and what says something of the moment only, is no problem of a row. */
  private problemsOf(error: unknown, { columns }: ImportKind, typed: RowValues): RowProblem[] {
    const refused = this.refusals.of(error);
    if (!refused || isPassing(refused)) throw error;
    return refused.problems.map(({ code, detail, path }) => {
      const column = columns.find(({ key }) => key === path)?.key ?? null;
      return { column, value: column === null ? null : (typed[column] ?? null), code, detail };
    });
  }
}

const isSound = ({ problems }: ReadRow): boolean => problems.length === 0;

interface Found {
  readonly read: ReadRow;
  readonly problems: RowProblem[];
  readonly outcomes: RowOutcome[];
}

/** Several parts of a row add up: it makes what any of them makes. */
function triedRow({ read, problems, outcomes }: Found): TriedRow {
  const fates = outcomes.map(({ fate }) => fate);
  const done = fates.includes('MAKE') ? 'MAKE' : fates.includes('CHANGE') ? 'CHANGE' : 'LEAVE';
  return {
    ...read,
    problems,
    fate: problems.length > 0 ? 'PROBLEM' : done,
    subject: outcomes[0]?.subject ?? '',
    steps: outcomes.flatMap(({ steps }) => steps),
  };
}

export function countRows(rows: readonly Pick<TriedRow, 'fate'>[]): RowCounts {
  const of = (wanted: RowFate) => rows.filter(({ fate }) => fate === wanted).length;
  return { make: of('MAKE'), change: of('CHANGE'), leave: of('LEAVE'), problem: of('PROBLEM') };
}

/** Whether the same becomes of the same rows. */
export function isSameOutcome(one: readonly TriedRow[], other: readonly TriedRow[]): boolean {
  const told = (rows: readonly TriedRow[]) =>
    JSON.stringify(rows.map(({ number, fate, steps }) => [number, fate, steps.map(({ vi, en }) => [vi, en])]));
  return told(one) === told(other);
}
