import { sql } from 'kysely';
import { SYSTEM, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { IndexSchemeService, IndexSheetService, IndexYearService, type SchemeOrder } from '#lib/reform';
import { lot } from './marks.js';
import { DISTRICT, type Season, daysOn, moment } from './season.js';
import { type Timeline } from './timeline.js';

/** Number, names, maximum, and the number of the criterion of the scheme before with the same meaning. */
type CriterionSeed = readonly [string, string, string, string, string?];
type FieldSeed = readonly [string, string, string, readonly CriterionSeed[]];

const FIRST: readonly FieldSeed[] = [
  [
    ...(['1', 'Công tác chỉ đạo, điều hành', 'Steering'] as const),
    [
      ['1.1', 'Ban hành và thực hiện kế hoạch cải cách hành chính', 'Plan, and what was done of it', '10'],
      ['1.2', 'Kiểm tra và xử lý sau kiểm tra', 'Inspections, and what followed', '5'],
      ['1.3', 'Tuyên truyền cải cách hành chính', 'Publicity', '5'],
    ],
  ],
  [
    ...(['2', 'Cải cách thủ tục hành chính', 'Procedures'] as const),
    [
      ['2.1', 'Công khai thủ tục hành chính', 'Procedures are published', '10'],
      ['2.2', 'Giải quyết hồ sơ đúng hạn', 'Files are done in time', '20'],
      ['2.3', 'Tiếp nhận, trả lời phản ánh, kiến nghị', 'Complaints are answered', '10'],
    ],
  ],
  [
    ...(['3', 'Xây dựng chính quyền điện tử', 'Electronic government'] as const),
    [
      ['3.1', 'Hồ sơ nộp trực tuyến', 'Files sent in online', '15'],
      ['3.2', 'Thanh toán trực tuyến', 'Paid online', '5'],
    ],
  ],
  ['4', 'Tác động của cải cách hành chính', 'Effect', [['4.1', 'Kết quả khảo sát ý kiến người dân', 'A survey of citizens', '20']]],
];

const SECOND: readonly FieldSeed[] = [
  [
    ...(['1', 'Công tác chỉ đạo, điều hành', 'Steering'] as const),
    [
      ['1.1', 'Ban hành và thực hiện kế hoạch cải cách hành chính', 'Plan, and what was done of it', '8', '1.1'],
      ['1.2', 'Kiểm tra và xử lý sau kiểm tra', 'Inspections, and what followed', '6', '1.2'],
    ],
  ],
  [
    ...(['2', 'Cải cách thủ tục hành chính', 'Procedures'] as const),
    [
      ['2.1', 'Công khai thủ tục hành chính', 'Procedures are published', '8', '2.1'],
      ['2.2', 'Giải quyết hồ sơ đúng hạn', 'Files are done in time', '22', '2.2'],
      ['2.3', 'Tiếp nhận, trả lời phản ánh, kiến nghị', 'Complaints are answered', '8', '2.3'],
    ],
  ],
  [
    ...(['3', 'Chuyển đổi số', 'Digital transformation'] as const),
    [
      ['3.1', 'Hồ sơ trực tuyến toàn trình', 'Files done online from end to end', '16'],
      ['3.2', 'Thanh toán trực tuyến', 'Paid online', '6', '3.2'],
      ['3.3', 'Số hóa kết quả giải quyết thủ tục', 'Results are digital', '8'],
    ],
  ],
  [
    '4',
    'Sự hài lòng của người dân',
    'Satisfaction',
    [['4.1', 'Mức độ hài lòng đo tại quầy', 'Satisfaction measured at the counter', '18']],
  ],
];

const UNITS = 8;
const STEP = 0.25;

interface Held {
  schemeId: string;
  criteria: ReadonlyMap<string, string>;
}

/** Two schemes, a year settled by each, and one that units score themselves for in these days. All of it is illustrative. */
export function planReformIndex(season: Season, timeline: Timeline, now: Date): void {
  const held: Record<'first' | 'second', Held> = { first: NONE, second: NONE };
  timeline.add(moment('2024-01-08'), async () => {
    held.first = await inForce(season, { fields: FIRST, fromYear: 2022, number: '01', before: NONE });
    await openYear(season, { schemeId: held.first.schemeId, year: 2023, selfDueOn: '2024-01-22' });
  });
  timeline.add(moment('2024-02-26'), () => settle(season, 2023));
  timeline.add(moment('2025-01-06'), async () => {
    held.second = await inForce(season, { fields: SECOND, fromYear: 2024, number: '02', before: held.first });
    await openYear(season, { schemeId: held.second.schemeId, year: 2024, selfDueOn: '2025-01-20' });
  });
  timeline.add(moment('2025-02-24'), () => settle(season, 2024));
  timeline.add(daysOn(now, -12), async () => {
    await openYear(season, { schemeId: held.second.schemeId, year: 2025, selfDueOn: localDate(daysOn(now, 10)) });
    await beginNow(season, 2025);
  });
}

const NONE: Held = { schemeId: '', criteria: new Map() };

async function inForce(
  season: Season,
  { fields, fromYear, number, before }: { fields: readonly FieldSeed[]; fromYear: number; number: string; before: Held },
): Promise<Held> {
  const service = season.get(IndexSchemeService);
  const order: SchemeOrder = {
    ...{ nameVi: `Bộ tiêu chí minh họa ${number}`, nameEn: `Illustrative scheme ${number}`, decisionNumber: `${number}/QĐ-MH` },
    ...{
      decidedOn: localDate(daysOn(season.clock.now(), -30)),
      issuer: 'Ủy ban nhân dân (minh họa)',
      fromYear,
      total: '100',
      step: '0.25',
    },
    fields: fields.map(([criterionCode, nameVi, nameEn, criteria]) => ({
      ...{ criterionCode, nameVi, nameEn },
      criteria: criteria.map(([code, vi, en, maximum, same]) => ({
        ...{ criterionCode: code, nameVi: vi, nameEn: en, maximum },
        comparableWithId: same === undefined ? null : (before.criteria.get(same) ?? null),
      })),
    })),
  };
  const { id, version } = await service.enterIndexScheme(SYSTEM, { ...order, unitId: season.unit(DISTRICT), illustrative: true });
  await service.putIndexSchemeInForce(SYSTEM, { schemeId: id, version });
  const found = await season
    .get(Database)
    .rows(sql<{ id: string; code: string }>`select id, code from index_criterion where scheme_id = ${id}`);
  return { schemeId: id, criteria: new Map(found.map((one) => [one.code, one.id])) };
}

async function openYear(season: Season, order: { schemeId: string; year: number; selfDueOn: string }): Promise<void> {
  const today = localDate(season.clock.now());
  const communes = await season.get(Database).rows(sql<{ id: string }>`
    select u.id from unit u where u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') and u.valid_from <= ${today}::date
      and coalesce(u.valid_to >= ${today}::date, true) order by u.code, u.id limit ${UNITS}`);
  await season.get(IndexYearService).openIndexYear(SYSTEM, { ...order, unitIds: communes.map(({ id }) => id) });
}

interface SheetSeed {
  readonly id: string;
  readonly unit: string;
}

const sheetsOf = (season: Season, year: number): Promise<SheetSeed[]> =>
  season.get(Database).rows(sql<SheetSeed>`
    select sh.id, u.code as unit from index_sheet sh join index_year y on y.id = sh.year_id join unit u on u.id = sh.unit_id
    where y.year = ${year} order by u.code, u.id`);

async function settle(season: Season, year: number): Promise<void> {
  for (const sheet of await sheetsOf(season, year)) await bring(season, { sheet, year }, 'SETTLED');
}

/** One has sent its scores in, one is assessed, one settled; of the others some criteria are scored. */
async function beginNow(season: Season, year: number): Promise<void> {
  for (const [at, sheet] of (await sheetsOf(season, year)).entries())
    await bring(season, { sheet, year }, (['OPEN', 'SUBMITTED', 'ASSESSED', 'SETTLED'] as const)[at] ?? 'OPEN');
}

async function bring(
  season: Season,
  { sheet, year }: { sheet: SheetSeed; year: number },
  to: 'OPEN' | 'SUBMITTED' | 'ASSESSED' | 'SETTLED',
): Promise<void> {
  const service = season.get(IndexSheetService);
  const of = async () => ({ sheetId: sheet.id, version: await versionOf(season, sheet) });
  const scores = await selfScores(season, { sheet, year });
  await service.saveIndexScores(SYSTEM, { ...(await of()), scores: to === 'OPEN' ? scores.slice(0, 3) : scores });
  if (to === 'OPEN') return;
  await service.submitIndexSheet(SYSTEM, await of());
  if (to === 'SUBMITTED') return;
  const organiser = season.person('organiser-1');
  await service.saveIndexScores(organiser, { ...(await of()), scores: scores.map((one) => assessed(one, sheet)) });
  await service.assessIndexSheet(organiser, await of());
  if (to === 'SETTLED') await service.settleIndexSheet(organiser, await of());
}

interface ScoreSeed {
  readonly scoreId: string;
  readonly points: string;
  readonly note: string | null;
  readonly code: string;
}

async function selfScores(season: Season, { sheet, year }: { sheet: SheetSeed; year: number }): Promise<ScoreSeed[]> {
  const rows = await season.get(Database).rows(sql<{ id: string; code: string; maximum: string }>`
    select e.id, c.code, e.maximum::text from index_score e join index_criterion c on c.id = e.criterion_id where e.sheet_id = ${sheet.id} order by c.place`);
  return rows.map(({ id, code, maximum }) => {
    const share = 0.74 + (year - 2023) * 0.03 + 0.2 * lot(`index ${String(year)}`, sheet.unit, code);
    const points = Math.min(Number(maximum), Math.round((Number(maximum) * share) / STEP) * STEP);
    return { scoreId: id, code, points: String(points), note: 'Báo cáo và tài liệu kiểm chứng của đơn vị (minh họa).' };
  });
}

/** One criterion in four is found to be half a point less, with the reason. */
function assessed({ scoreId, points, code }: ScoreSeed, { unit }: SheetSeed): { scoreId: string; points: string; note: string | null } {
  const less = lot('index assessed', unit, code) < 0.25 && Number(points) >= 0.5;
  return less
    ? { scoreId, points: String(Number(points) - 0.5), note: 'Tài liệu kiểm chứng chưa đầy đủ (minh họa).' }
    : { scoreId, points, note: null };
}

async function versionOf(season: Season, { id }: SheetSeed): Promise<number> {
  const found = await season.get(Database).first(sql<{ version: number }>`select version from index_sheet where id = ${id}`);
  return found?.version ?? 0;
}
