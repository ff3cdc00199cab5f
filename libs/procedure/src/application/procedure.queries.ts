import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { Database, type OrderKey, Rereads, holds, vietnamese } from '#lib/platform';
import { type ProcedureLevel, type VersionSaid, procedureCode } from '../domain/procedure-policy.js';

export interface ProcedureRead {
  readonly id: string;
  readonly version: number;
  readonly procedureCode: string;
  readonly name: string;
  readonly fieldName: string;
  readonly level: ProcedureLevel;
  readonly sourceUrl: string;
  readonly checkedOn: string;
  /** Nobody has held it against the portal for twelve months. */
  readonly unchecked: boolean;
  readonly illustrative: boolean;
  /** Of all times, the latest first. */
  readonly versions: readonly VersionRead[];
}

export interface VersionRead extends Omit<VersionSaid, 'decision' | 'basis'> {
  readonly id: string;
  readonly decisionText: string;
  readonly legalBases: readonly string[];
  readonly inForce: boolean;
}

export interface FieldRead {
  readonly fieldName: string;
  readonly procedureCount: number;
}

/** In what order procedures are listed. */
export const PROCEDURE_ORDERS = ['NAME', 'CODE'] as const;
export type ProcedureOrder = (typeof PROCEDURE_ORDERS)[number];

export interface ProcedureFilter extends PageArgs {
  readonly search?: string | null;
  readonly fieldName?: string | null;
  readonly level?: ProcedureLevel | null;
  readonly unchecked?: boolean | null;
  readonly order?: ProcedureOrder | null;
}

/** The catalogue is public, as the portal is that it is copied from. */
@Injectable()
export class ProcedureQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sorted as Vietnamese is. */
  procedures(filter: ProcedureFilter): Promise<Page<ProcedureRead>> {
    const today = localDate(this.clock.now());
    const where = [sql`true`];
    if (filter.fieldName) where.push(sql`p.field = ${filter.fieldName}`);
    if (filter.level) where.push(sql`p.level = ${filter.level}`);
    if (filter.unchecked) where.push(uncheckedOn(today));
    if (filter.search) {
      const code = procedureCode(filter.search);
      where.push(sql`(${holds(sql`p.name`, filter.search)} or p.code = ${code} or starts_with(p.code, ${`${code}.`}))`);
    }
    return this.database.page<ProcedureRead>(
      {
        from: sql`procedure p`,
        where: sql.join(where, sql` and `),
        order: ORDERS[filter.order ?? 'NAME'],
        dress: { key: sql`p.id`, from: sql`procedure p on p.id = page.key` },
        columns: columns(today),
        plannedAnew: Boolean(filter.search ?? filter.level ?? filter.unchecked),
      },
      filter,
    );
  }

  /** One, with its versions of all times; null where there is none. */
  @Rereads('Procedure')
  procedure(_actor: Actor, id: string): Promise<ProcedureRead | null> {
    if (!isUUID(id)) return Promise.resolve(null);
    const today = localDate(this.clock.now());
    return this.database.first(sql<ProcedureRead>`select ${columns(today)} from procedure p where p.id = ${id}`);
  }

  /** The fields that procedures are of, sorted as Vietnamese is. */
  procedureFields(): Promise<FieldRead[]> {
    return this.database.rows(sql<FieldRead>`
      select p.field as "fieldName", count(*)::int as "procedureCount" from procedure p group by p.field order by ${vietnamese(sql`p.field`)}`);
  }
}

const ORDERS: Readonly<Record<ProcedureOrder, readonly OrderKey<ProcedureRead>[]>> = {
  NAME: [
    { column: vietnamese(sql`p.name`), key: 'name', type: 'text' },
    { column: sql`p.id`, key: 'id', type: 'uuid' },
  ],
  CODE: [{ column: sql`p.code`, key: 'procedureCode', type: 'text' }],
};

const uncheckedOn = (today: string): RawBuilder<boolean> => sql<boolean>`p.checked_on + interval '12 months' <= ${today}::date`;

const columns = (
  today: string,
): RawBuilder<unknown> => sql`p.id, p.version, p.code as "procedureCode", p.name, p.field as "fieldName", p.level, p.source_url as "sourceUrl",
  p.checked_on::text as "checkedOn", ${uncheckedOn(today)} as unchecked, p.illustrative,
  coalesce((select json_agg(json_build_object('id', v.id, 'decisionText', v.decision, 'startsOn', v.starts_on::text, 'endsOn', v.ends_on::text,
      'inForce', v.starts_on <= ${today}::date and coalesce(v.ends_on >= ${today}::date, true),
      'steps', v.steps, 'ways', v.ways, 'items', v.items, 'legalBases', v.basis) order by v.starts_on desc)
    from procedure_version v where v.procedure_id = p.id), '[]'::json) as versions`;
