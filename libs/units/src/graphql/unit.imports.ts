import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type Words, dayAfter, localDate } from '#lib/kernel';
import { type ColumnOfPath, type ImportRun, Imports, type RowOutcome, RowProblems, type SheetRow, UnitOfWork } from '#lib/platform';
import { findUnit } from '../application/unit-finder.js';
import { UnitService } from '../application/unit.service.js';
import { LINEAGE_WORDS } from '../domain/words.js';
import { type LineageKind } from '../domain/lineage.js';
import { UnitLineage } from '../domain/unit-lineage.entity.js';
import { nameKey, unitCode } from '../domain/unit-keys.js';
import { Unit, type UnitKind, type UnitNaming } from '../domain/unit.entity.js';
import { englishName } from '../domain/units-csv.js';
import { UNIT_COLUMNS } from './unit.columns.js';
import { CloseUnitInput, CreateUnitInput, EditUnitInput, RecordLineageInput } from './unit.types.js';

const PERMISSION = 'unit:edit';
const REASON = 'Theo danh sách nhập từ tệp.';

/** Which columns the fields of the acts' inputs are written in. */
const AT: ColumnOfPath = {
  ...Object.fromEntries(UNIT_COLUMNS.map(({ key }) => [key, key])),
  ...{ statisticsCode: 'code', parentId: 'parent' },
};
const AT_LINEAGE = { toId: 'became', kind: 'becameKind', effectiveOn: 'validTo', fromId: 'code' };

/** Units of a sheet, and what became of them. */
@Injectable()
export class UnitImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly work: UnitOfWork,
    private readonly units: UnitService,
  ) {}

  onModuleInit(): void {
    this.imports.kind({
      name: 'units',
      title: { vi: 'Đơn vị', en: 'Units' },
      fileName: 'mau-nhap-don-vi',
      context: 'unit',
      permission: PERMISSION,
      unitIs: { vi: 'Đơn vị cấp trên của các dòng không ghi đơn vị cấp trên', en: 'The parent of units for which the sheet names none' },
      columns: UNIT_COLUMNS,
      run: (run) => this.run(run),
      names: (run) => (row) => this.named(run, row),
    });
  }

  /** First the units, in the order of the sheet, so that a parent stands above what is below it; then what became of whom, when all are there. */
  private async run(run: ImportRun): Promise<void> {
    const made = new Map<number, string>();
    let actor = run.act.actor;
    for (const row of run.rows) {
      await run.row(row, async () => {
        const { unit, parentId, outcome } = await this.unitOf(actor, run, row);
        made.set(row.number, unit.id);
        actor = actor.reachingBelow(parentId, unit.id);
        return outcome;
      });
    }
    for (const row of run.rows) {
      const id = made.get(row.number);
      if (id && row.values.became) await run.row(row, () => this.lineageOf(actor, run, { row, id, became: row.values.became ?? '' }));
    }
  }

  /** The units above and after it; those of the sheet itself are there by now. */
  private async named(
    { act: { em, actor, at }, at: atColumns }: ImportRun,
    { values: { parent, became, validFrom, validTo } }: SheetRow,
  ): Promise<void> {
    const among = actor.unitsFor(PERMISSION);
    const problems = new RowProblems();
    const look = (column: string, text: string | undefined, day = localDate(at)) =>
      problems.of(async () => text && (await atColumns(column, () => findUnit(em, text, { among, day }))));
    await look('parent', parent, validFrom);
    await look('became', became, validTo && dayAfter(validTo));
    problems.refuse();
  }

  private unitOf(actor: Actor, run: ImportRun, { values }: SheetRow): Promise<{ unit: Unit; parentId: string; outcome: RowOutcome }> {
    return this.work.act(actor, 'import.unit', async ({ em }) => {
      const { code, nameVi = '', validFrom = '', validTo = null, parent } = values;
      const among = actor.unitsFor(PERMISSION);
      const found = parent && (await run.at('parent', () => findUnit(em, parent, { among, day: validFrom })));
      const parentId = found ? found.id : run.unitId;
      const naming = namingOf(values);
      const there = await em.find(Unit, { parent: parentId, validFrom });
      const known = there.find((unit) => (code && unit.code ? unit.code === unitCode(code) : nameKey(unit.nameVi) === nameKey(nameVi)));
      if (!known) {
        const input = await run.at(AT, () => run.input(CreateUnitInput, { ...naming, parentId, validFrom, validTo }));
        const unit = await run.at(AT, () => this.units.createUnit(actor, input));
        return { unit, parentId, outcome: { fate: 'MAKE', subject: unit.nameVi, steps: [STEPS.create] } };
      }
      return { unit: known, parentId, outcome: await this.changesOf(actor, run, { known, naming, validTo }) };
    });
  }

  /** What is not written in the sheet stays as it is. */
  private async changesOf(
    actor: Actor,
    run: ImportRun,
    { known, naming, validTo }: { known: Unit; naming: UnitNaming; validTo: string | null },
  ): Promise<RowOutcome> {
    const steps: Words[] = [];
    if (differs(known, naming)) {
      const order = {
        ...naming,
        statisticsCode: naming.statisticsCode ?? known.code,
        abbreviation: naming.abbreviation ?? known.abbreviation,
      };
      const input = await run.at(AT, () =>
        run.input(EditUnitInput, { ...order, nameEn: naming.nameEn || known.nameEn, unitId: known.id, version: known.version }),
      );
      await run.at(AT, () => this.units.editUnit(actor, input));
      steps.push(STEPS.edit);
    }
    if (validTo !== null && validTo !== known.validTo) {
      const input = await run.input(CloseUnitInput, { unitId: known.id, version: known.version, validTo, reason: REASON });
      await run.at({ ...AT, UNIT_CLOSED: 'validTo' }, () => this.units.closeUnit(actor, input));
      steps.push(STEPS.close);
    }
    return { fate: steps.length > 0 ? 'CHANGE' : 'LEAVE', subject: known.nameVi, steps };
  }

  private lineageOf(
    actor: Actor,
    run: ImportRun,
    { row: { values }, id, became }: { row: SheetRow; id: string; became: string },
  ): Promise<RowOutcome> {
    return this.work.act(actor, 'import.lineage', async ({ em, at }) => {
      const from = await em.findOneOrFail(Unit, { id });
      const kind = values.becameKind as LineageKind | undefined;
      if (!kind) throw new Refused('IMPORT_CELL_MISSING', { column: headOf('becameKind') }, 'becameKind');
      const effectiveOn = from.validTo ? dayAfter(from.validTo) : localDate(at);
      const among = actor.unitsFor(PERMISSION);
      const to = await run.at('became', () => findUnit(em, became, { among, day: effectiveOn }));
      const subject = from.nameVi;
      if ((await em.count(UnitLineage, { from, to: to.id, kind })) > 0) return { fate: 'LEAVE', subject, steps: [] };
      const input = await run.at(AT_LINEAGE, () => run.input(RecordLineageInput, { fromId: id, toId: to.id, kind, effectiveOn }));
      await run.at(AT_LINEAGE, () => this.units.recordLineage(actor, input));
      const { vi, en } = LINEAGE_WORDS[kind];
      return {
        fate: 'MAKE',
        subject,
        steps: [{ vi: `Ghi nhận: ${vi} vào ${to.nameVi}`, en: `Records that it went into ${to.nameVi} (${en})` }],
      };
    });
  }
}

const STEPS = {
  create: { vi: 'Lập đơn vị', en: 'Enters the unit' },
  edit: { vi: 'Sửa tên hoặc mã của đơn vị', en: 'Changes the name or the codes of the unit' },
  close: { vi: 'Ghi ngày kết thúc hoạt động', en: 'Notes its last day' },
} satisfies Readonly<Record<string, Words>>;

const headOf = (key: string): Words => UNIT_COLUMNS.find((column) => column.key === key)?.head ?? { vi: key, en: key };

function namingOf({ kind, code, abbreviation, nameVi = '', nameEn }: SheetRow['values']): UnitNaming {
  const unitKind = kind as UnitKind;
  return {
    kind: unitKind,
    statisticsCode: code ?? null,
    abbreviation: abbreviation ?? null,
    nameVi,
    nameEn: nameEn ?? englishName(unitKind, nameVi),
  };
}

function differs(known: Unit, { kind, nameVi, statisticsCode, abbreviation }: UnitNaming): boolean {
  return (
    known.kind !== kind ||
    known.nameVi !== nameVi ||
    Boolean(statisticsCode && unitCode(statisticsCode) !== known.code) ||
    Boolean(abbreviation && abbreviation !== known.abbreviation)
  );
}
