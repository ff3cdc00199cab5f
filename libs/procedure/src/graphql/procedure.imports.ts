import { isDeepStrictEqual } from 'node:util';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused, type Words } from '#lib/kernel';
import { type ImportRun, Imports, type RowOutcome, type SheetRow } from '#lib/platform';
import { type ProcedureOrder, ProcedureService, type ProcedureStep } from '../application/procedure.service.js';
import { type ProcedureLevel, linesOf, procedureCode, readItems, readWays } from '../domain/procedure-policy.js';
import { PROCEDURE_COLUMNS } from './procedure.columns.js';

const AT = Object.fromEntries(PROCEDURE_COLUMNS.map(({ key }) => [key, key]));

/** What the rows of one procedure have to say alike, or one of them would undo the other. */
const ALIKE = ['name', 'field', 'level', 'sourceUrl', 'checkedOn'] as const;

/** Procedures of a sheet, a row for each version. */
@Injectable()
export class ProcedureImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly procedures: ProcedureService,
  ) {}

  onModuleInit(): void {
    this.imports.kind({
      name: 'procedures',
      title: { vi: 'Thủ tục hành chính', en: 'Procedures' },
      fileName: 'mau-nhap-thu-tuc-hanh-chinh',
      context: 'procedure',
      permission: 'procedure:edit',
      unitIs: { vi: 'Đơn vị phụ trách danh mục thủ tục', en: 'The unit that keeps the catalogue' },
      columns: PROCEDURE_COLUMNS,
      run: (run) => this.run(run),
    });
  }

  private async run(run: ImportRun): Promise<void> {
    const first = new Map<string, SheetRow>();
    for (const row of run.rows) {
      const code = procedureCode(row.values.code ?? '');
      const other = first.get(code);
      if (!other) first.set(code, row);
      await run.row(row, () => this.bring(run, row, other));
    }
  }

  private async bring(run: ImportRun, { values }: SheetRow, other: SheetRow | undefined): Promise<RowOutcome> {
    const differs = other && ALIKE.find((key) => !isDeepStrictEqual(other.values[key], values[key]));
    if (differs) throw new Refused('PROCEDURE_ROWS_DIFFER', { row: other.number }, differs);
    const order = await run.at(AT, () => Promise.resolve(orderOf(values)));
    const { procedure, steps } = await run.at(AT, () => this.procedures.writeProcedure(run.act.actor, order));
    const fate = steps.includes('ENTERED') || steps.includes('VERSION_ADDED') ? 'MAKE' : steps.length > 0 ? 'CHANGE' : 'LEAVE';
    return { fate, subject: `${procedure.code} ${procedure.name}`, steps: steps.map((step) => STEPS[step]) };
  }
}

const STEPS: Readonly<Record<ProcedureStep, Words>> = {
  ENTERED: { vi: 'Thêm thủ tục', en: 'Enters the procedure' },
  DESCRIBED: { vi: 'Sửa tên, lĩnh vực, cấp, địa chỉ hoặc ngày đối chiếu', en: 'Changes its name, field, level, address or day of check' },
  VERSION_ADDED: { vi: 'Thêm bản áp dụng', en: 'Adds the version' },
  VERSION_ENDED: { vi: 'Kết thúc bản đang áp dụng', en: 'Ends the version in force' },
  VERSION_CHANGED: { vi: 'Sửa bản áp dụng', en: 'Changes the version' },
};

function orderOf({ code = '', name = '', field = '', level, sourceUrl = '', checkedOn = '', ...rest }: SheetRow['values']): ProcedureOrder {
  const { decision = '', startsOn = '', endsOn, steps, ways, items, basis } = rest;
  return {
    ...{ code: procedureCode(code), name, field, level: level as ProcedureLevel, sourceUrl, checkedOn },
    ...{ decision, startsOn, endsOn: endsOn ?? null, steps: linesOf(steps ?? ''), basis: linesOf(basis ?? '') },
    ...{ ways: readWays(ways ?? '', 'ways'), items: readItems(items ?? '', 'items') },
  };
}
