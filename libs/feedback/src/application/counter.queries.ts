import { Inject, Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type SheetPaper, counterSheetPdf } from '#lib/documents';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import {
  CONFIG,
  type Config,
  Database,
  type FileLink,
  FileLinks,
  type NameOrder,
  type OrderKey,
  Rereads,
  byName,
  holds,
  vietnamese,
} from '#lib/platform';
import { type UnitName } from '#lib/units';
import { COUNTERS, LAST, UNIT, isOpen } from './counter.rows.js';

export interface CounterRead {
  readonly id: string;
  readonly version: number;
  readonly counterCode: string;
  readonly unit: UnitName;
  readonly name: string;
  readonly fieldName: string | null;
  readonly adoptionId: string | null;
  readonly openFrom: string;
  /** Its own last day, or its unit's. */
  readonly openTo: string | null;
  readonly open: boolean;
  readonly illustrative: boolean;
  readonly address: string;
  /** Whether the actor may change and close it. */
  readonly canManage: boolean;
  readonly canIssueSlips: boolean;
}

export type PublicCounterRead = Pick<CounterRead, 'counterCode' | 'unit' | 'name' | 'fieldName' | 'open' | 'illustrative'>;

export interface CounterFilter extends PageArgs {
  readonly unitId?: string | null;
  readonly open?: boolean | null;
  /** Part of a name, or the whole code. */
  readonly search?: string | null;
  readonly order?: NameOrder | null;
}

/** Counters of the units that one may read about; of one whose code somebody holds, what is for anyone. */
@Injectable()
export class CounterQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FileLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** By name as Vietnamese sorts, from either end. */
  counters(actor: Actor, filter: CounterFilter): Promise<Page<CounterRead>> {
    const today = localDate(this.clock.now());
    const where = [scope(actor)];
    if (filter.unitId) where.push(sql`c.unit_id = ${filter.unitId}`);
    if (filter.open !== null && filter.open !== undefined) where.push(sql`${isOpen(today)} = ${filter.open}`);
    if (filter.search) where.push(sql`(${holds(sql`c.name`, filter.search)} or c.code = ${filter.search.trim().toUpperCase()})`);
    return this.database.page<CounterRead>(
      { from: COUNTERS, where: sql.join(where, sql` and `), order: byName(IN_ORDER, filter.order), columns: this.columns(actor, today) },
      filter,
    );
  }

  @Rereads('Counter')
  counter(actor: Actor, id: string): Promise<CounterRead | null> {
    const today = localDate(this.clock.now());
    return this.database.first(
      sql<CounterRead>`select ${this.columns(actor, today)} from ${COUNTERS} where c.id = ${id} and ${scope(actor)}`,
    );
  }

  /** Null where no counter has the code. */
  publicCounter(code: string): Promise<PublicCounterRead | null> {
    const today = localDate(this.clock.now());
    return this.database.first(sql<PublicCounterRead>`
      select c.code as "counterCode", ${UNIT} as unit, c.name, c.field as "fieldName", ${isOpen(today)} as "open", c.illustrative
      from ${COUNTERS} where c.code = ${code.trim().toUpperCase()}`);
  }

  /** What hangs at the counter, as PDF: an address to save it from; null where there is no such counter for the actor. */
  async counterSheet(actor: Actor, id: string, paper: SheetPaper): Promise<FileLink | null> {
    const counter = await this.counter(actor, id);
    if (!counter) return null;
    const { address, unit, name, illustrative } = counter;
    const content = await counterSheetPdf({ paper, address, unit: unit.nameVi, counter: name, illustrative }, this.clock.now());
    const fileName = `Mã QR ${unit.nameVi} ${name} ${paper}.pdf`;
    return this.links.ofPassing(content, { fileName, contentType: 'application/pdf' });
  }

  private columns(actor: Actor, today: string): RawBuilder<unknown> {
    return sql`c.id, c.version, c.code as "counterCode", ${UNIT} as unit, c.name, c.field as "fieldName", c.adoption_id as "adoptionId",
      c.open_from::text as "openFrom", ${LAST}::text as "openTo", ${isOpen(today)} as "open", c.illustrative,
      ${`${this.config.publicUrl}/q/`} || c.code as address,
      (c.open_to is null and c.unit_id = any(${actor.unitsFor('counter:manage')}::uuid[]) and coalesce(u.valid_to >= ${today}, true)) as "canManage",
      (${isOpen(today)} and c.unit_id = any(${actor.unitsFor('slip:issue')}::uuid[])) as "canIssueSlips"`;
  }
}

const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`c.unit_id = any(${actor.unitsFor('counter:read')}::uuid[])`;

const IN_ORDER: readonly OrderKey<CounterRead>[] = [
  { column: vietnamese(sql`c.name`), key: 'name', type: 'text' },
  { column: sql`c.id`, key: 'id', type: 'uuid' },
];
