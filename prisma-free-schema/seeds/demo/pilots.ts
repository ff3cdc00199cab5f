import { sql } from 'kysely';
import { type WorkingCalendar } from '#domain/units';
import { SYSTEM, addDays, localDate } from '#lib/kernel';
import { PilotFilesService, PilotService } from '#lib/pilot';
import { Database } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { DISTRICT, type Season, daysOn, moment } from './season.js';
import { type Timeline } from './timeline.js';

/** Means of working days a file in each commune, before and since: those that try first. */
interface CourseSeed {
  readonly title: string;
  readonly fields: readonly string[];
  readonly weekday: number | null;
  readonly pilots: readonly (readonly [number, number])[];
  readonly others: readonly (readonly [number, number])[];
  readonly outcome: 'EXTEND' | 'NOT_SHOWN' | 'STOP';
  readonly conclusion: string;
}

const COURSES: readonly CourseSeed[] = [
  {
    title: 'Ngày thứ Sáu xanh: trả kết quả hộ tịch trong ngày hẹn sớm',
    fields: ['Hộ tịch'],
    weekday: 5,
    pilots: [
      [8, 5],
      [7, 4.5],
      [9, 6.5],
    ],
    others: [
      [8.5, 8],
      [7.5, 7],
      [8, 8.2],
      [6.5, 6],
      [9, 8.6],
    ],
    outcome: 'EXTEND',
    conclusion: 'Thời gian giải quyết ngày thứ Sáu giảm rõ so với các xã đối chứng; đề xuất mở rộng (minh họa).',
  },
  {
    title: 'Nhắc cán bộ bằng tin nhắn trước hạn trả hồ sơ đất đai',
    fields: ['Đất đai'],
    weekday: null,
    pilots: [
      [7, 5.8],
      [6, 5.6],
      [8, 7.1],
    ],
    others: [
      [7.5, 7],
      [6.5, 6],
      [7, 7.2],
      [8, 7.5],
      [6, 5],
    ],
    outcome: 'NOT_SHOWN',
    conclusion: 'Các xã đối chứng cũng giảm; chưa thấy tác dụng riêng của tin nhắn (minh họa).',
  },
  {
    title: 'Bàn hướng dẫn viết tờ khai tại bộ phận một cửa',
    fields: [],
    weekday: null,
    pilots: [[5, 4.2]],
    others: [
      [5.5, 5],
      [6, 5.8],
    ],
    outcome: 'STOP',
    conclusion: 'Quá ít xã để kết luận bằng thống kê; dừng để lập lại phương án (minh họa).',
  },
];

const WINDOWS = { baselineFrom: '2025-02-03', baselineTo: '2025-02-28', startsOn: '2025-04-01', endsOn: '2025-05-30' };
const BASIS = ['Quyết định số 18/2020/QĐ-UBND (minh họa)'];
/** Of each week so many files, on its Tuesday and on its Friday. */
const EACH_DAY = 5;

interface Placed {
  readonly pilotId: string;
  readonly course: CourseSeed;
}

/** Pilots of the spring of 2025, of which one was shown to work and one was not, and a draft of these days. */
export function planPilots(season: Season, timeline: Timeline, now: Date): void {
  const held: { placed: Placed[] } = { placed: [] };
  timeline.add(moment('2025-03-24'), async () => {
    for (const [at, course] of COURSES.entries()) held.placed.push({ course, pilotId: await register(season, course, at) });
  });
  timeline.add(moment('2025-04-01'), async () => {
    for (const { pilotId } of held.placed) await season.get(PilotService).startPilot(SYSTEM, await versionOf(season, pilotId));
  });
  timeline.add(moment('2025-06-18'), async () => {
    for (const placed of held.placed) await conclude(season, placed);
  });
  timeline.add(daysOn(now, -3), () => draftOfNow(season, now));
}

async function register(season: Season, course: CourseSeed, at: number): Promise<string> {
  const communes = await communesOf(season, localDate(season.clock.now()), DISTRICT);
  const arms = [...course.pilots.map(() => 'PILOT' as const), ...course.others.map(() => 'COMPARISON' as const)];
  const units = arms.map((arm, place) => ({ unitId: communes[(at * 5 + place) % communes.length] ?? '', arm }));
  const { title, fields, weekday } = course;
  const texts = { title, fields, weekday, basis: BASIS, measure: 'WORKING_DAYS' as const, limitDays: 10, ...WINDOWS };
  const { id } = await season.get(PilotService).draftPilot(SYSTEM, { ...texts, rolloutId: await rolloutAt(season, at), units });
  await enter(season, { pilotId: id, course }, { from: '2025-01-08', to: WINDOWS.baselineTo, which: 0 });
  await season.get(PilotService).registerPilot(SYSTEM, await versionOf(season, id));
  return id;
}

async function conclude(season: Season, placed: Placed): Promise<void> {
  const { pilotId, course } = placed;
  const service = season.get(PilotService);
  await enter(season, placed, { from: WINDOWS.startsOn, to: WINDOWS.endsOn, which: 1 });
  await service.endPilot(SYSTEM, await versionOf(season, pilotId));
  const { outcome, conclusion } = course;
  await service.concludePilot(SYSTEM, { ...(await versionOf(season, pilotId)), outcome, conclusion });
}

async function enter(
  season: Season,
  { pilotId, course }: Placed,
  { from, to, which }: { from: string; to: string; which: 0 | 1 },
): Promise<void> {
  const calendar = await season.get(CalendarQueries).calendar();
  const places = await season.get(Database).rows(sql<{ id: string; version: number; arm: string }>`
    select m.id, m.version, m.arm from pilot_unit m join unit u on u.id = m.unit_id where m.pilot_id = ${pilotId} order by m.arm desc, u.code`);
  const means = [...course.pilots, ...course.others];
  for (const [at, { id, version }] of places.entries()) {
    const [before, since] = means[at] ?? [0, 0];
    const mean = { onDay: which === 0 ? before : since, otherDays: course.weekday === null && which === 1 ? since : before };
    await season.get(PilotFilesService).enterPilotFiles(SYSTEM, { pilotUnitId: id, version, files: filesOf(calendar, { from, to, mean }) });
  }
}

function filesOf(
  calendar: WorkingCalendar,
  { from, to, mean }: { from: string; to: string; mean: { onDay: number; otherDays: number } },
): { receivedOn: string; doneOn: string }[] {
  const files: { receivedOn: string; doneOn: string }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 2 && weekday !== 5) continue;
    for (let n = 0; n < EACH_DAY; n++) {
      const meant = weekday === 5 ? mean.onDay : mean.otherDays;
      // So many of them a day longer that they come to the mean.
      const days = Math.floor(meant) + (n < Math.round((meant % 1) * EACH_DAY) ? 1 : 0);
      files.push({ receivedOn: day, doneOn: calendar.lastDay(day, { amount: days, countedIn: 'WORKING_DAY' }) });
    }
  }
  return files;
}

/** Of the communes of today, for their officers to enter what is known from before. */
async function draftOfNow(season: Season, now: Date): Promise<void> {
  const day = (days: number): string => localDate(daysOn(now, days));
  const communes = await communesOf(season, day(0), null);
  const units = communes.slice(0, 8).map((unitId, at) => ({ unitId, arm: at < 3 ? ('PILOT' as const) : ('COMPARISON' as const) }));
  await season.get(PilotService).draftPilot(SYSTEM, {
    ...{ title: 'Nhận hồ sơ ngoài giờ vào thứ Năm', fields: [], weekday: 4, basis: BASIS, measure: 'WORKING_DAYS', limitDays: 10 },
    ...{ startsOn: day(30), endsOn: day(120), baselineFrom: day(-50), baselineTo: day(-20) },
    ...{ rolloutId: await rolloutAt(season, 0), units },
  });
}

async function communesOf(season: Season, on: string, district: string | null): Promise<string[]> {
  const above = district === null ? sql`true` : sql`u.parent_id = ${season.unit(district)}`;
  const found = await season.get(Database).rows(sql<{ id: string }>`
    select u.id from unit u where u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') and u.valid_from <= ${on}::date and coalesce(u.valid_to >= ${on}::date, true) and ${above}
    order by u.code, u.id`);
  return found.map(({ id }) => id);
}

async function rolloutAt(season: Season, at: number): Promise<string> {
  const found = await season.get(Database).rows(sql<{ id: string }>`select id from rollout order by started_on, id limit 3`);
  return found[at % Math.max(1, found.length)]?.id ?? '';
}

async function versionOf(season: Season, pilotId: string): Promise<{ pilotId: string; version: number }> {
  const found = await season.get(Database).first(sql<{ version: number }>`select version from pilot where id = ${pilotId}`);
  return { pilotId, version: found?.version ?? 0 };
}
