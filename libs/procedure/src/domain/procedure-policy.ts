import { Refused, type Words, addMonths, allRefused, fold, whyNotDate } from '#lib/kernel';

/** Who settles a procedure. */
export const PROCEDURE_LEVELS = ['MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number];

export const PROCEDURE_LEVEL_WORDS: Readonly<Record<ProcedureLevel, Words>> = {
  MINISTRY: { vi: 'cấp bộ', en: 'ministry' },
  PROVINCE: { vi: 'cấp tỉnh', en: 'province' },
  DISTRICT: { vi: 'cấp huyện', en: 'district' },
  COMMUNE: { vi: 'cấp xã', en: 'commune' },
};

/** What the time limit of a procedure is counted in. */
export const LIMIT_UNITS = ['WORKING_DAY', 'DAY', 'HOUR'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** A way to file, with its time limit and its fee as the portal has it. */
export interface Way {
  readonly way: string;
  readonly amount: number;
  readonly countedIn: LimitUnit;
  /** In words; null where nothing is said of one. */
  readonly fee: string | null;
}

/** A paper of the dossier, in so many originals and copies. */
export interface DossierItem {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** The form that it is written on. */
  readonly form: string | null;
}

/** What a decision says of a procedure from a day on. */
export interface VersionSaid {
  readonly decision: string;
  readonly startsOn: string;
  /** Its last day; null until further notice. */
  readonly endsOn: string | null;
  readonly steps: readonly string[];
  readonly ways: readonly Way[];
  readonly items: readonly DossierItem[];
  readonly basis: readonly string[];
}

/** A procedure as the national portal names it; days as `YYYY-MM-DD`. */
export interface ProcedureSaid {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly level: ProcedureLevel;
  readonly sourceUrl: string;
  readonly checkedOn: string;
}

/** As the national portal writes them, with the place's mark behind: `1.012379.H13`. The same in the constraint `procedure_code_plain`. */
const CODE = /^[0-9]\.[0-9]{6}(\.[0-9A-Z]{2,3}){0,5}$/;

export const procedureCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The portal is the authority, and every page leads to it: an address of the state, over https. The same in the constraint `procedure_source_of_state`. */
const SOURCE = /^https:\/\/([a-z0-9-]+\.)*gov\.vn(\/|$)/;

/** All that keeps a procedure and its version from standing, at once. */
export function problemsOfProcedure(said: ProcedureSaid & VersionSaid, today: string): Refused[] {
  const found = [
    CODE.test(said.code) ? null : new Refused('PROCEDURE_CODE', {}, 'code'),
    SOURCE.test(said.sourceUrl) ? null : new Refused('PROCEDURE_SOURCE', {}, 'sourceUrl'),
    whyNotDate('PROCEDURE_CHECKED', said.checkedOn, { now: today, path: 'checkedOn' }),
    said.endsOn !== null && said.endsOn < said.startsOn ? new Refused('PROCEDURE_WINDOW', {}, 'endsOn') : null,
    said.steps.length === 0 ? new Refused('PROCEDURE_STEPS_MISSING', {}, 'steps') : null,
    said.ways.length === 0 ? new Refused('PROCEDURE_WAYS_MISSING', {}, 'ways') : null,
  ];
  return found.filter((problem) => problem !== null);
}

const MONTHS_UNTIL_UNCHECKED = 12;

/** From when on it is said that nobody has held it against the portal for twelve months. */
export const uncheckedFrom = (checkedOn: string): string => addMonths(checkedOn, MONTHS_UNTIL_UNCHECKED);

/** The lines of a cell, each a step, a paper or a way; blank ones aside. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const partsOf = (line: string): string[] => line.split('|').map((part) => part.trim());

const LIMIT = /^(\d{1,3}) (ngay lam viec|ngay|gio)$/;
const UNIT_OF: Readonly<Record<string, LimitUnit>> = { 'ngay lam viec': 'WORKING_DAY', ngay: 'DAY', gio: 'HOUR' };

/** `Trực tiếp | 3 ngày làm việc | 50.000 đồng`, a line each. Refuses every line that is none, by its place. */
export function readWays(text: string, path: string): Way[] {
  return readLines(text, (line) => {
    const [way = '', limit = '', fee = '', ...more] = partsOf(line);
    const [, amount = '', unit = ''] = LIMIT.exec(fold(limit)) ?? [];
    const countedIn = UNIT_OF[unit];
    if (way === '' || !countedIn || Number(amount) === 0 || more.length > 0) return new Refused('PROCEDURE_WAY_UNREAD', { line }, path);
    return { way, amount: Number(amount), countedIn, fee: fee === '' ? null : fee };
  });
}

/** `Tờ khai đăng ký | 1 | 0 | Mẫu số 01`, a line each: originals and copies are left out where the portal names none. */
export function readItems(text: string, path: string): DossierItem[] {
  return readLines(text, (line) => {
    const [name = '', originals = '', copies = '', form = '', ...more] = partsOf(line);
    const [first, second] = [countIn(originals), countIn(copies)];
    if (name === '' || first === null || second === null || more.length > 0) return new Refused('PROCEDURE_ITEM_UNREAD', { line }, path);
    return { name, originals: first, copies: second, form: form === '' ? null : form };
  });
}

const countIn = (text: string): number | null => (text === '' ? 0 : /^\d{1,2}$/.test(text) ? Number(text) : null);

function readLines<T extends object>(text: string, read: (line: string) => T | Refused): T[] {
  const found = linesOf(text).map(read);
  const wrong = found.filter((one) => one instanceof Refused);
  const why = allRefused(wrong);
  if (why) throw why;
  return found.filter((one): one is T => !(one instanceof Refused));
}
