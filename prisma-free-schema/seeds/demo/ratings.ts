import { sql } from 'kysely';
import { PublicationJobs, SlipService, TransactionService } from '#lib/feedback';
import { SYSTEM, addDays, addMonths, localDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Season, daysOn, moment, of2025 } from './season.js';
import { type Timeline } from './timeline.js';

const WEEKS = 26;

interface Told {
  readonly unitCode: string;
  readonly field: string | null;
  /** How many rate in a week. */
  readonly weekly: number;
  /** In the last weeks fewer are content. */
  readonly worsens?: true;
  /** Transactions of a month. */
  readonly transactions: number;
}

const TOLD: readonly Told[] = [
  { unitCode: '09877', field: 'Hộ tịch', weekly: 24, transactions: 260 },
  { unitCode: '09877', field: 'Chứng thực', weekly: 15, worsens: true, transactions: 410 },
  { unitCode: '09832', field: null, weekly: 2, transactions: 120 },
];

const COMMENTS = [
  'Cán bộ hướng dẫn rõ, làm nhanh.',
  'Phải chờ gần một giờ mới đến lượt.',
  'Phải quay lại lần thứ hai vì thiếu bản sao.',
  'Cần thêm ghế ngồi ở khu vực chờ.',
];

/** What makes cases: so many days before the last day, at the counter of certifying in An Khánh. */
const REPORTED = [
  { daysBack: 24, reason: 'ATTITUDE', comment: 'Cán bộ trả lời gắt, không giải thích thiếu giấy tờ gì.' },
  { daysBack: 24, reason: 'ATTITUDE', comment: 'Hỏi lại thì bị nói nặng lời.' },
  { daysBack: 11, reason: 'EXTRA_COST', comment: 'Bị gợi ý bồi dưỡng để lấy kết quả sớm.' },
  { daysBack: 4, reason: 'ATTITUDE', comment: 'Lãnh đạo xã tiếp dân trễ hẹn, nói gắt.' },
] as const;

/** What citizens say at the counters: half a year before the communes were merged, and the last half year; illustrative. */
export function planRatings(season: Season, timeline: Timeline, now: Date): void {
  const merged = { lastDay: '2025-06-29', codeOf: (code: string) => code };
  const today = { lastDay: addDays(localDate(now), -1), codeOf: of2025 };
  timeline.add(moment('2025-06-02'), () => issueSlips(season));
  timeline.add(moment('2025-06-30'), () => loadRatings(season, merged));
  timeline.add(moment('2025-07-10'), () => publish(season));
  timeline.add(daysOn(now, 0), async () => {
    await loadRatings(season, today);
    await insert(season, await counterOf(season, season.unit(of2025('09877')), 'Chứng thực'), reported(today.lastDay));
    await publish(season);
  });
}

const publish = (season: Season): Promise<void> => season.get(PublicationJobs).publish();

async function issueSlips(season: Season): Promise<void> {
  const counterId = await counterOf(season, season.unit('09877'), 'Hộ tịch');
  await season.get(SlipService).issueSlips(SYSTEM, { counterId, slips: 24 });
}

interface Half {
  readonly lastDay: string;
  readonly codeOf: (code: string) => string;
}

async function loadRatings(season: Season, { lastDay, codeOf }: Half): Promise<void> {
  const next = numbers(lastDay);
  for (const told of TOLD) {
    const unitId = season.unit(codeOf(told.unitCode));
    const counterId = await counterOf(season, unitId, told.field);
    const rows = Array.from({ length: WEEKS }, (_, back) => weekOf(told, addDays(lastDay, -7 * back), { back, next })).flat();
    await insert(season, counterId, rows);
    for (let month = 0; month < 6; month++)
      await season.get(TransactionService).recordTransactions(SYSTEM, {
        ...{ unitId, fieldName: told.field, month: addMonths(`${lastDay.slice(0, 7)}-01`, -1 - month) },
        ...{ transactions: told.transactions + next(40), source: 'Phần mềm một cửa (minh họa)', illustrative: true },
      });
  }
  await holdBurst(season, await counterOf(season, season.unit(codeOf('09877')), 'Hộ tịch'), addDays(lastDay, -5));
}

interface Row {
  readonly day: string;
  readonly level: number;
  readonly tier: 'OPEN' | 'SLIP';
  readonly reason: string | null;
  readonly comment: string | null;
}

const reported = (lastDay: string): Row[] =>
  REPORTED.map(({ daysBack, ...said }) => ({ ...said, day: addDays(lastDay, -daysBack), level: 1, tier: 'OPEN' }));

function weekOf({ weekly, worsens }: Told, lastDay: string, { back, next }: { back: number; next: (below: number) => number }): Row[] {
  const content = worsens && back < 8 ? 62 : 91;
  return Array.from({ length: weekly + next(3) }, () => {
    const isContent = next(100) < content;
    const level = isContent ? 4 + next(2) : 1 + next(3);
    return {
      ...{ day: addDays(lastDay, -2 - next(5)), level, tier: next(3) === 0 ? 'SLIP' : 'OPEN' },
      reason: isContent ? null : (['WAITING', 'UNCLEAR', 'MORE_TRIPS', 'ATTITUDE'][next(4)] ?? null),
      comment: next(12) === 0 ? (COMMENTS[isContent ? 3 * next(2) : 1 + next(2)] ?? null) : null,
    };
  });
}

async function counterOf(season: Season, unitId: string, field: string | null): Promise<string> {
  return season.get(UnitOfWork).act(SYSTEM, 'loadRatings', async ({ em }) => {
    const { rows } = await sql<{ id: string }>`
      select id from counter where unit_id = ${unitId} and field is not distinct from ${field}::text`.execute(em.getKysely());
    if (!rows[0]) throw new Error('The demo season has no such counter');
    return rows[0].id;
  });
}

/** As they stand once they were taken; nobody of the season has a network to rate from. */
async function insert(season: Season, counterId: string, rows: readonly Row[]): Promise<void> {
  await season.get(UnitOfWork).act(SYSTEM, 'loadRatings', async ({ em }) => {
    await sql`with given as (
        select gen_random_uuid() as id, g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (day date, level int, tier text, reason text, comment text)),
      rated as (
        insert into rating (id, submission_id, counter_id, field, level, reasons, day, tier, standing)
        select g.id, gen_random_uuid(), c.id, c.field, g.level, array_remove(array[g.reason], null), g.day, g.tier, 'COUNTED' from given g
        join counter c on c.id = ${counterId}::uuid)
      insert into rating_comment (id, rating_id, text, week)
      select gen_random_uuid(), g.id, g.comment, date_trunc('week', g.day)::date from given g where g.comment is not null`.execute(
      em.getKysely(),
    );
  });
}

/** Fourteen fives from one network within ten minutes, which wait for somebody who does not see that they are fives. */
async function holdBurst(season: Season, counterId: string, day: string): Promise<void> {
  await season.get(UnitOfWork).act(SYSTEM, 'loadRatings', async ({ em }) => {
    await sql`with rated as (
        insert into rating (id, submission_id, counter_id, field, level, reasons, day, tier, standing, rule)
        select gen_random_uuid(), gen_random_uuid(), c.id, c.field, 5, '{}', ${day}::date, 'OPEN', 'HELD', 'BURST'
        from counter c, generate_series(1, 14) where c.id = ${counterId}::uuid),
      hold as (insert into rating_hold (id, counter_id, day) values (gen_random_uuid(), ${counterId}::uuid, ${day}::date) returning id)
      insert into rating_burst (id, hold_id, ratings, usual) select gen_random_uuid(), id, 14, 3 from hold`.execute(em.getKysely());
  });
}

/** The same numbers at every load. */
function numbers(seed: string): (below: number) => number {
  let state = Array.from(seed).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2147483647, 7);
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
