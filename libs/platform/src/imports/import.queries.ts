import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, type Words, allRefused, type WhyNot, Refused, pageAs } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type OrderKey, isThere } from '../database/listing.js';
import { type AgeOrder, byAge } from '../graphql/orders.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { Refusals } from '../refusals/refusals.js';
import { type ImportColumn, type ImportKind } from './import-kind.js';
import { type ImportState, type RowFate, type RowProblem, type RowValues } from './import.entity.js';
import { type ImportNames, Imports } from './imports.js';

export interface ImportRead {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: ImportState;
  readonly unit: { readonly id: string; readonly statisticsCode: string | null; readonly nameVi: string; readonly nameEn: string };
  readonly personName: string;
  readonly own: boolean;
  readonly fileName: string | null;
  readonly jobId: string | null;
  readonly running: boolean;
  readonly makeCount: number;
  readonly changeCount: number;
  readonly leaveCount: number;
  readonly problemCount: number;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly rowsUntil: Date | null;
  readonly version: number;
  readonly whyNotApply: WhyNot;
  readonly whyNotCheck: WhyNot;
  readonly whyNotGiveUp: WhyNot;
}

export interface ImportCellRead {
  readonly column: string;
  readonly typed: string;
}

export interface ImportProblemRead {
  readonly column: string | null;
  readonly head: string | null;
  readonly value: string | null;
  readonly code: string | null;
  readonly message: string;
}

export interface ImportRowRead {
  readonly id: string;
  readonly number: number;
  readonly fate: RowFate;
  readonly subject: string;
  readonly cells: readonly ImportCellRead[];
  readonly steps: readonly string[];
  readonly problems: readonly ImportProblemRead[];
}

export interface ImportsFilter extends PageArgs {
  readonly kind?: string | null;
  readonly order?: AgeOrder | null;
}

export interface ImportRowsFilter extends PageArgs {
  readonly importId: string;
  readonly fate?: RowFate | null;
}

/** Sheets that were brought in. Whoever has the right reads that there was one and how many rows; what stands in it, only who brought it. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly database: Database,
    private readonly registered: Imports,
    private readonly refusals: Refusals,
  ) {}

  @Rereads('Import')
  async import(actor: Actor, id: string): Promise<ImportRead | null> {
    const kinds = this.registered.of(actor);
    const found = await this.database.first(
      sql<ImportFound>`select ${columnsOf(actor, this.registered.named)} from import i where i.id = ${id} and ${inReach(actor, kinds)}`,
    );
    return found && read(found, kinds, actor);
  }

  /** What the actor may bring in, each with the highest unit for which they may. */
  async kinds(actor: Actor): Promise<readonly { kind: ImportKind; unit: ImportRead['unit'] }[]> {
    const kinds = this.registered.of(actor);
    if (kinds.length === 0) return [];
    const units = kinds.map(({ name, permission }) => sql`(${name}::text, ${this.registered.named.highest(actor.unitsFor(permission))})`);
    const rows = await this.database.rows(
      sql<{ name: string; unit: ImportRead['unit'] | null }>`select k.name, k.unit from (values ${sql.join(units)}) k (name, unit)`,
    );
    return rows.flatMap(({ name, unit }) => {
      const kind = kinds.find((one) => one.name === name);
      return kind && unit ? [{ kind, unit }] : [];
    });
  }

  /** The newest first. */
  async imports(actor: Actor, { kind, order, ...args }: ImportsFilter): Promise<Page<ImportRead>> {
    const kinds = this.registered.of(actor).filter(({ name }) => !kind || name === kind);
    const page = await this.database.page<ImportFound>(
      {
        columns: columnsOf(actor, this.registered.named),
        from: sql`import i`,
        where: inReach(actor, kinds),
        order: byAge(LAST_BEGUN_FIRST, order),
      },
      args,
    );
    return pageAs(page, (node) => read(node, kinds, actor));
  }

  /** As they stand in the sheet. */
  async importRows(actor: Actor, { importId, fate, ...args }: ImportRowsFilter): Promise<Page<ImportRowRead>> {
    const kinds = this.registered.of(actor);
    const own = sql<boolean>`i.id = ${importId} and i.person_id = ${actor.id} and ${inReach(actor, kinds)}`;
    const page = await this.database.page<RowFound>(
      {
        columns: sql`r.import_id || ':' || r.number as id, i.kind, r.number, r.fate, r.subject, r.typed, r.steps, r.problems`,
        from: sql`import i join import_row r on r.import_id = i.id`,
        where: fate ? sql<boolean>`${own} and r.fate = ${fate}` : own,
        order: [{ column: sql`r.number`, key: 'number', type: 'integer' }],
      },
      args,
    );
    return pageAs(page, (node) => this.rowOf(node, kinds, actor));
  }

  /** The columns of a sheet that one brought in; none, where it is another's. */
  async columnsOfImport(actor: Actor, id: string): Promise<readonly ImportColumn[]> {
    const brought = await this.import(actor, id);
    return this.registered.of(actor).find(({ name }) => brought?.own && name === brought.kind)?.columns ?? [];
  }

  private rowOf({ kind: name, typed, steps, problems, ...row }: RowFound, kinds: readonly ImportKind[], { locale }: Actor): ImportRowRead {
    const columns = kinds.find((kind) => kind.name === name)?.columns ?? [];
    const headOf = (key: string | null) => columns.find((column) => column.key === key)?.head[locale] ?? null;
    return {
      ...row,
      cells: columns.flatMap(({ key }) => (typed[key] === undefined ? [] : [{ column: key, typed: typed[key] }])),
      steps: steps.map((words) => words[locale]),
      problems: problems.map(({ column, value, code, detail }) => ({
        column,
        head: headOf(column),
        value,
        code: this.refusals.known(code),
        message: this.refusals.message(code, detail, locale),
      })),
    };
  }
}

const LAST_BEGUN_FIRST: readonly OrderKey<ImportFound>[] = [{ column: sql`i.id`, key: 'id', type: 'uuid', descending: true }];

type ImportFound = Omit<ImportRead, 'title' | 'whyNotApply' | 'whyNotCheck' | 'whyNotGiveUp'>;

interface RowFound {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly fate: RowFate;
  readonly subject: string;
  readonly typed: RowValues;
  readonly steps: readonly Words[];
  readonly problems: readonly RowProblem[];
}

/** Whether a job reads import `i`, checks it or applies it. */
export const RUNNING = isThere(sql`select 1 from job j where j.id = i.job_id and j.finished_at is null`);

const columnsOf = ({ id }: Actor, { unit, person }: ImportNames) => sql`i.id, i.kind, i.state, ${unit(sql`i.unit_id`)} as unit,
  ${person(sql`i.person_id`)} as "personName", i.person_id = ${id} as own, i.file_name as "fileName", i.job_id as "jobId",
  ${RUNNING} as running,
  i.make_count as "makeCount", i.change_count as "changeCount", i.leave_count as "leaveCount", i.problem_count as "problemCount",
  i.created_at as "createdAt", i.checked_at as "checkedAt", i.applied_at as "appliedAt",
  case when not i.rows_removed and i.state <> 'GIVEN_UP' then i.ends_at end as "rowsUntil", i.version`;

/** Of each kind, for the units for which its right is held. */
export function inReach(actor: Actor, kinds: readonly ImportKind[]): RawBuilder<boolean> {
  const each = kinds.map(
    ({ name, permission }) => sql<boolean>`(i.kind = ${name} and i.unit_id = any(${actor.unitsFor(permission)}::uuid[]))`,
  );
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` or `)})`;
}

const read = (found: ImportFound, kinds: readonly ImportKind[], { locale }: Actor): ImportRead => ({
  ...found,
  title: kinds.find(({ name }) => name === found.kind)?.title[locale] ?? found.kind,
  whyNotApply: whyNotApply(found),
  whyNotCheck: whyNotGoOn(found),
  whyNotGiveUp: whyNotGoOn(found),
});

/** It is somebody else's, over, or a job is at it. */
function whyNotGoOn({ own, state, running }: ImportFound): WhyNot {
  if (!own) return new Refused('FORBIDDEN');
  if (state === 'APPLIED') return new Refused('IMPORT_APPLIED');
  if (state === 'GIVEN_UP') return new Refused('IMPORT_GIVEN_UP');
  return running ? new Refused('IMPORT_RUNNING') : null;
}

/** As the act refuses it, all at once. */
function whyNotApply(found: ImportFound): WhyNot {
  const { state, problemCount, makeCount, changeCount } = found;
  const over = whyNotGoOn(found);
  if (over) return over;
  if (state === 'OPEN') return new Refused('IMPORT_NOT_CHECKED');
  return allRefused([
    ...(problemCount > 0 ? [new Refused('IMPORT_HAS_PROBLEMS', { count: problemCount })] : []),
    ...(problemCount === 0 && makeCount + changeCount === 0 ? [new Refused('IMPORT_CHANGES_NOTHING')] : []),
  ]);
}
