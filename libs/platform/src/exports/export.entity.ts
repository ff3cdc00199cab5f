import { defineEntity, p } from '@mikro-orm/core';
import { type Actor, type Locale } from '#lib/kernel';

export const EXPORT_FORMATS = ['XLSX', 'CSV', 'JSON', 'PDF', 'ZIP'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** As what a list is written. */
export const LIST_FORMATS = ['XLSX', 'CSV'] as const satisfies readonly ExportFormat[];
export type ListFormat = (typeof LIST_FORMATS)[number];

/** How long a file is kept for who asked for it. */
export const EXPORT_KEPT_MS = 24 * 60 * 60 * 1000;

/** The units for which somebody held each of some permissions. */
export type Scope = Readonly<Record<string, readonly string[]>>;

const ExportSchema = defineEntity({
  name: 'Export',
  tableName: 'export',
  indexes: [{ name: 'export_ended', expression: 'create index export_ended on export (ends_at)' }],
  checks: [
    { name: 'export_format', expression: `format in (${EXPORT_FORMATS.map((format) => `'${format}'`).join(', ')})` },
    { name: 'export_made_iff_counted', expression: 'num_nulls(made_at, row_count, scope) in (0, 3)' },
  ],
  properties: {
    /** Also of the job that makes it. */
    id: p.uuid().primary(),
    personId: p.uuid(),
    /** As its library registered it. */
    what: p.text(),
    title: p.text(),
    fileName: p.text(),
    locale: p.text().$type<Locale>(),
    format: p.text().$type<ExportFormat>(),
    /** The keys of the columns, in their order; null: all. */
    columns: p.json<readonly string[]>().strictNullable(),
    /** The arguments of the list's query, but for its pages. */
    args: p.json<Readonly<Record<string, unknown>>>(),
    /** What the rows were seen by. */
    scope: p.json<Scope>().strictNullable(),
    rowCount: p.integer().strictNullable(),
    createdAt: p.datetime(),
    madeAt: p.datetime().strictNullable(),
    /** Then it goes, and its file with it. */
    endsAt: p.datetime(),
  },
});

/** A list as a file, asked for by one person and theirs alone: what was chosen, and until when it is kept. What was searched for is kept no longer than the file. */
export class Export extends ExportSchema.class {
  made({ at, scope, rowCount }: { at: Date; scope: Scope; rowCount: number }): void {
    Object.assign(this, { madeAt: at, scope, rowCount, endsAt: new Date(at.getTime() + EXPORT_KEPT_MS) });
  }
}
ExportSchema.setClass(Export);

export const scopeOf = (actor: Actor, permissions: readonly string[]): Scope =>
  Object.fromEntries(permissions.map((permission) => [permission, actor.unitsFor(permission).sort()]));

/** Whether all that the rows were seen by is held still. */
export const stillHeld = (actor: Actor, scope: Scope): boolean =>
  Object.entries(scope).every(([permission, units]) => {
    const held = new Set(actor.unitsFor(permission));
    return units.every((unit) => held.has(unit));
  });
