import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Term, type TermUnit, nameKey } from '#domain/units';
import { Refused, type Words, day, foldMarks, localDate } from '#lib/kernel';
import { type ImportRun, Imports, type RowOutcome, RowProblems, type SheetRow } from '#lib/platform';
import { findUnit } from '#lib/units';
import { LicenceService, type LicenceStep } from '../application/licence.service.js';
import { endOfTerm } from '../domain/licence-dates.js';
import { LicenceKind } from '../domain/licence-kind.entity.js';
import { LICENCE_COLUMNS } from './licence.columns.js';
import { NO_END, readLicences } from './licence.sheet.js';

const PERMISSION = 'licence:edit';
const AT = Object.fromEntries(LICENCE_COLUMNS.map(({ key }) => [key, key]));

/** What the rows of one sheet are held against. */
interface Sheet {
  readonly run: ImportRun;
  readonly kinds: readonly LicenceKind[];
  readonly seen: Map<string, number>;
}

/** Licences of an office's own list. */
@Injectable()
export class LicenceImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly licences: LicenceService,
  ) {}

  onModuleInit(): void {
    this.imports.kind({
      name: 'licences',
      title: { vi: 'Giấy phép, giấy chứng nhận', en: 'Licences' },
      fileName: 'mau-nhap-giay-phep',
      context: 'procedure',
      permission: PERMISSION,
      unitIs: { vi: 'Đơn vị của các dòng không ghi xã', en: 'The unit of rows that name none' },
      columns: LICENCE_COLUMNS,
      read: readLicences,
      run: (run) => this.run(run),
      names: async (run) => {
        const kinds = await kindsOn(run);
        return ({ values }) => this.named(run, kinds, values);
      },
    });
  }

  private async run(run: ImportRun): Promise<void> {
    const sheet: Sheet = { run, kinds: await kindsOn(run), seen: new Map() };
    for (const row of run.rows) await run.row(row, () => this.bring(sheet, row));
  }

  /** The kind and the unit of a row; refuses together what is not there. */
  private async named(
    run: ImportRun,
    kinds: readonly LicenceKind[],
    { kind: typed = '', unit }: SheetRow['values'],
  ): Promise<{ kind: LicenceKind; unitId: string }> {
    const { actor, em, at } = run.act;
    const sought = { among: actor.unitsFor(PERMISSION), day: localDate(at) };
    const problems = new RowProblems();
    const kind = await problems.of(() => kindOf(kinds, typed));
    const unitId = unit ? await problems.of(async () => (await run.at('unit', () => findUnit(em, unit, sought))).id) : run.unitId;
    problems.refuse();
    if (!kind || !unitId) throw new Refused('NOT_FOUND');
    return { kind, unitId };
  }

  private async bring({ run, kinds, seen }: Sheet, { number: row, values }: SheetRow): Promise<RowOutcome> {
    const { actor } = run.act;
    const { kind, unitId } = await this.named(run, kinds, values);
    const { number = '', holder = '', issuedOn = '', contact = null, phone = null, email = null, address = null } = values;
    const key = [unitId, kind.code, nameKey(number)].join(' ');
    const other = seen.get(key);
    if (other !== undefined) throw new Refused('LICENCE_TWICE', { row: other }, 'number');
    seen.set(key, row);
    const expiresOn = endWritten(kind, values);
    const order = { kindId: kind.id, unitId, number, holder, issuedOn, expiresOn, contact, phone, email, address };
    const { licence, step } = await run.at(AT, () => this.licences.writeLicence(actor, order));
    const fate = step === null ? 'LEAVE' : step === 'CHANGED' ? 'CHANGE' : 'MAKE';
    return { fate, subject: `${licence.number} ${licence.holder}`, steps: step ? [STEPS[step]] : [] };
  }
}

/** Those in which licences are issued today. */
function kindsOn({ act: { em, at } }: ImportRun): Promise<LicenceKind[]> {
  const today = localDate(at);
  return em.find(LicenceKind, { startsOn: { $lte: today }, $or: [{ endsOn: null }, { endsOn: { $gte: today } }] });
}

const ENDLESS_WORDS: Words = { vi: 'không thời hạn', en: 'no end' };

const STEPS: Readonly<Record<LicenceStep, Words>> = {
  ENTERED: { vi: 'Thêm giấy', en: 'Enters the licence' },
  CHANGED: { vi: 'Sửa giấy đã có', en: 'Changes the licence' },
  RENEWED: { vi: 'Ghi cấp lại', en: 'Records the renewal' },
};

function kindOf(kinds: readonly LicenceKind[], typed: string): LicenceKind {
  const wanted = foldMarks(typed);
  const found = kinds.find(({ code, name }) => [code, name].some((called) => foldMarks(called) === wanted));
  if (!found) throw new Refused('LICENCE_KIND_UNKNOWN', { typed }, 'kind');
  return found;
}

/** The end that is written, held against the day of issue and the term, of the sheet or else of the kind; where none is written, what these say. */
function endWritten(kind: LicenceKind, { issuedOn = '', term: said, expiresOn }: SheetRow['values']): string | null {
  const term = said === undefined ? kind.rule().term : termSaid(said);
  const expected = term && endOfTerm(issuedOn, term);
  if (expiresOn === undefined) return expected?.last ?? null;
  const end = expiresOn === NO_END ? null : expiresOn;
  // A kind that has no term says nothing of one that is written.
  if (said === undefined && !term) return end;
  const fits = expected ? end === expected.last || end === expected.dayBefore : end === null;
  if (!fits) throw new Refused('LICENCE_TERM_DIFFERS', { expected: expected ? day(expected.last) : ENDLESS_WORDS }, 'expiresOn');
  return end;
}

function termSaid(said: string): Term | null {
  if (said === NO_END) return null;
  const [amount = '', unit = ''] = said.split(' ');
  return { amount: Number(amount), countedIn: unit as TermUnit };
}
