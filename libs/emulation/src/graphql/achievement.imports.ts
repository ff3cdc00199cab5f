import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused, type Words, foldMarks, localDate, refuseIf } from '#lib/kernel';
import { type ImportRun, Imports, type RowOutcome, RowProblems, type SheetRow, readOfficeList } from '#lib/platform';
import { findUnit } from '#lib/units';
import { AchievementListService, type ListedStep, saidIn, whyNotListed } from '../application/achievement-list.service.js';
import { findOfficial } from '../application/official-finder.js';
import { TitleKind, whyNotInYear } from '../domain/title-kind.entity.js';
import { ACHIEVEMENT_COLUMNS, ALSO_CALLED } from './achievement.columns.js';
import { DeclareAchievementInput } from './achievement.types.js';

const PERMISSION = 'achievement:manage';
const AT = { ...Object.fromEntries(ACHIEVEMENT_COLUMNS.map(({ key }) => [key, key])), TITLE_KIND_NOT_IN_YEAR: 'year' };

/** Whose records a sheet adds to, each with how many. */
type Told = Map<string, number>;

/** Titles and commendations of an office's own list. */
@Injectable()
export class AchievementImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly lists: AchievementListService,
  ) {}

  onModuleInit(): void {
    this.imports.kind({
      name: 'achievements',
      title: { vi: 'Danh hiệu thi đua, khen thưởng', en: 'Titles and commendations' },
      fileName: 'mau-nhap-danh-hieu-khen-thuong',
      context: 'emulation',
      permission: PERMISSION,
      unitIs: { vi: 'Đơn vị của các dòng không ghi đơn vị', en: 'The unit of rows that name none' },
      columns: ACHIEVEMENT_COLUMNS,
      read: (book) => readOfficeList(book, { columns: ACHIEVEMENT_COLUMNS, alsoCalled: ALSO_CALLED }),
      run: (run) => this.run(run),
      names: async (run) => {
        const kinds = await run.act.em.find(TitleKind, {});
        return async (row) => {
          const problems = new RowProblems();
          await this.named(run, { row, kinds, problems });
          problems.refuse();
        };
      },
    });
  }

  /** People are told once, of all that a sheet says of them. */
  private async run(run: ImportRun): Promise<void> {
    const kinds = await run.act.em.find(TitleKind, {});
    const told: Told = new Map();
    for (const row of run.rows) await run.row(row, () => this.bring(run, { row, kinds, told }));
    for (const [personId, count] of told) run.act.emit({ type: 'achievement.listed', payload: { personId, count } });
  }

  /** Which kind, unit and official a row names; null for what is not there. */
  private async named(
    run: ImportRun,
    { row: { values }, kinds, problems }: { row: SheetRow; kinds: readonly TitleKind[]; problems: RowProblems },
  ) {
    const { em, actor, at } = run.act;
    const { fullName = '', email = null, position = null, unit, decidedOn: day = localDate(at) } = values;
    const kind = await problems.of(() => kindOf(kinds, values.kind ?? '', Number(values.year)));
    const sought = { among: actor.unitsFor(PERMISSION), day };
    const unitId = unit ? await problems.of(async () => (await run.at('unit', () => findUnit(em, unit, sought))).id) : run.unitId;
    const personId = unitId && (await problems.of(() => findOfficial(run.act, { fullName, email, position, unitId })));
    return { kind, unitId, personId };
  }

  /** All that is wrong with a row is said at once; what stands already is found by the act itself. */
  private async bring(
    run: ImportRun,
    { row, kinds, told }: { row: SheetRow; kinds: readonly TitleKind[]; told: Told },
  ): Promise<RowOutcome> {
    const { actor, at } = run.act;
    const { fullName = '', detail = null, decisionNumber = '', decidedOn = '', issuer = '' } = row.values;
    const year = Number(row.values.year);
    const problems = new RowProblems();
    const { kind, unitId, personId } = await this.named(run, { row, kinds, problems });
    const said = { kindId: kind?.id ?? '', year, detail, decisionNumber, decidedOn, issuer };
    if (kind) {
      await problems.of(() => run.at(AT, () => run.input(DeclareAchievementInput, said)));
      await problems.of(() => {
        refuseIf(whyNotListed(kind, saidIn(said), localDate(at)));
      });
    }
    problems.refuse();
    if (!kind || !unitId || !personId) throw new Refused('NOT_FOUND');
    const step = await run.at(AT, () => this.lists.recordAchievement(actor, { ...said, personId, unitId }));
    if (step) told.set(personId, (told.get(personId) ?? 0) + 1);
    const fate = step === null ? 'LEAVE' : step === 'CONFIRMED' ? 'CHANGE' : 'MAKE';
    return { fate, subject: `${fullName}: ${kind.nameVi} ${String(year)}`, steps: step ? [STEPS[step]] : [] };
  }
}

const STEPS: Readonly<Record<NonNullable<ListedStep>, Words>> = {
  ENTERED: { vi: 'Ghi thành tích', en: 'Enters the achievement' },
  CONFIRMED: { vi: 'Xác nhận thành tích đã kê khai', en: 'Confirms what was declared' },
};

/** By its code or name; of several of one name, that of the year, since another text gives another kind. */
function kindOf(kinds: readonly TitleKind[], typed: string, year: number): TitleKind {
  const wanted = foldMarks(typed);
  const called = kinds.filter(({ code, nameVi, nameEn }) => [code, nameVi, nameEn].some((name) => foldMarks(name) === wanted));
  if (called.length === 0) throw new Refused('TITLE_KIND_UNKNOWN', { typed }, 'kind');
  const [one, another] = called.length > 1 ? called.filter((kind) => whyNotInYear(kind, year) === null) : called;
  if (!one) throw new Refused('TITLE_KIND_NOT_IN_YEAR', { year }, 'year');
  if (another) throw new Refused('TITLE_KIND_UNCLEAR', { typed, codes: called.map(({ code }) => code).join(', ') }, 'kind');
  return one;
}
