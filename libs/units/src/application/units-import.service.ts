import { Injectable } from '@nestjs/common';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { UnitLineage } from '../domain/unit-lineage.entity.js';
import { Unit } from '../domain/unit.entity.js';
import { unitCode } from '../domain/unit-keys.js';
import { type LineageRow, type UnitRow, englishName, readLineageRows, readUnitRows } from '../domain/units-csv.js';
import { type UnitOrder, UnitService } from './unit.service.js';

export interface UnitsFile {
  /** What all rows stand below; null for roots of the tree, which only the system makes. */
  readonly parentId: string | null;
  readonly csv: string;
  /** The first day of rows that name none. */
  readonly validFrom: string;
  /** English names by code; else they are made from the Vietnamese ones. */
  readonly nameEn?: Readonly<Record<string, string>>;
}

/** Units as the statistics office lists them. */
@Injectable()
export class UnitsImportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitService,
  ) {}

  /** Ids by code. A row whose unit is there already, by parent, code and first day, is left as it is. Refuses `IMPORT_ROW`, and a row's unit as making it does. */
  async importUnits(actor: Actor, file: UnitsFile): Promise<ReadonlyMap<string, string>> {
    return this.work.act(actor, 'importUnits', async ({ em }) => {
      const ids = new Map<string, string>();
      for (const row of readUnitRows(file.csv)) {
        const code = unitCode(row.code);
        const known = await em.findOne(Unit, { code, parent: file.parentId, validFrom: row.validFrom ?? file.validFrom });
        const unit = known ?? (await this.units.createUnit(actor, orderOf(row, file)));
        ids.set(code, unit.id);
      }
      return ids;
    });
  }

  /** What became of the units that ended before the day. Refuses `IMPORT_ROW` for a code that no unit had then, and a link as recording it does. Returns how many rows are new. */
  async importLineage(actor: Actor, file: { readonly csv: string; readonly effectiveOn: string }): Promise<number> {
    return this.work.act(actor, 'importLineage', async ({ em }) => {
      let added = 0;
      for (const [at, { kind, ...row }] of readLineageRows(file.csv).entries()) {
        const { effectiveOn } = file;
        const { from, to } = await this.sides(actor, em, { row, at, effectiveOn });
        if (await em.findOne(UnitLineage, { from, to, kind })) continue;
        await this.units.recordLineage(actor, { fromId: from.id, toId: to.id, kind, effectiveOn });
        added += 1;
      }
      return added;
    });
  }

  private async sides(
    actor: Actor,
    em: Act['em'],
    { row, at, effectiveOn }: { row: Omit<LineageRow, 'kind'>; at: number; effectiveOn: string },
  ): Promise<{ from: Unit; to: Unit }> {
    const from = await em.findOne(Unit, { code: unitCode(row.oldCode), validTo: { $lt: effectiveOn } }, { orderBy: { validTo: 'desc' } });
    const to = await em.findOne(Unit, { code: unitCode(row.newCode), validFrom: effectiveOn });
    if (!from || !actor.covers('unit:edit', from.id)) throw new Refused('IMPORT_ROW', { row: at + 1, problem: 'old_code' });
    if (!to) throw new Refused('IMPORT_ROW', { row: at + 1, problem: 'new_code' });
    return { from, to };
  }
}

function orderOf(row: UnitRow, file: UnitsFile): UnitOrder {
  const { code, kind, nameVi, validTo } = row;
  return {
    statisticsCode: code,
    kind,
    nameVi,
    nameEn: file.nameEn?.[code] ?? englishName(kind, nameVi),
    abbreviation: null,
    parentId: file.parentId,
    validFrom: row.validFrom ?? file.validFrom,
    validTo,
  };
}
