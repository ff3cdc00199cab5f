import { sql } from 'kysely';
import { ActionService, InspectionService } from '#lib/feedback';
import { Actor, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type Season, daysOn, moment } from './season.js';
import { type Timeline } from './timeline.js';

const ITEMS = [
  'Niêm yết đủ, đúng thủ tục hành chính tại bộ phận một cửa',
  'Cập nhật hồ sơ trên hệ thống trong ngày tiếp nhận',
  'Có thư xin lỗi và hẹn lại với hồ sơ quá hạn',
  'Công chức trực quầy đúng giờ, đeo thẻ',
  'Giải quyết phản ánh, kiến nghị đúng hạn',
];

interface Course {
  /** Which commune, in the order of their codes. */
  readonly commune: number;
  readonly kind: 'PLANNED' | 'SURPRISE';
  readonly answers: readonly ('YES' | 'NO' | 'NA')[];
  readonly ends: 'SIGNED' | 'REFUSED' | 'UNDER_WAY';
}

const COURSES: readonly Course[] = [
  { commune: 2, kind: 'PLANNED', answers: ['YES', 'YES', 'NO', 'YES', 'NA'], ends: 'SIGNED' },
  { commune: 5, kind: 'SURPRISE', answers: ['YES', 'NO', 'NO', 'YES', 'YES'], ends: 'REFUSED' },
  { commune: 8, kind: 'PLANNED', answers: ['YES', 'YES'], ends: 'UNDER_WAY' },
];

/** Inspections of the spring of 2025, what came of one, and a surprise of these days that has not begun. All of it is illustrative. */
export function planInspections(season: Season, timeline: Timeline, now: Date): void {
  timeline.add(moment('2025-03-11'), async () => {
    for (const course of COURSES) await play(season, course);
  });
  planRedress(season, timeline);
  timeline.add(daysOn(now, -1), async () => {
    await order(season, { commune: 1, kind: 'SURPRISE' });
  });
}

async function order(
  season: Season,
  { commune, kind }: Pick<Course, 'commune' | 'kind'>,
): Promise<{ id: string; lead: Actor; unitId: string }> {
  const today = localDate(season.clock.now());
  const communes = await idsOf(
    season,
    sql`select u.id from unit u where u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') and u.valid_from <= ${today}::date
    and coalesce(u.valid_to >= ${today}::date, true) order by u.code, u.id`,
  );
  const [leadId = '', ...memberIds] = await idsOf(
    season,
    sql`select distinct g.person_id as id from role_grant g
    where g.role = 'JUDGE' and g.state = 'IN_FORCE' order by 1 limit 3`,
  );
  const unitId = communes[commune] ?? '';
  const decision = { decisionNumber: `${String(20 + commune)}/QĐ-UBND`, decidedOn: today, illustrative: true };
  const { id } = await season
    .get(InspectionService)
    .orderInspection(season.person('organiser-1'), { kind, unitId, leadId, memberIds, items: ITEMS, ...decision });
  return { id, unitId, lead: new Actor(leadId, []) };
}

async function play(season: Season, course: Course): Promise<void> {
  const service = season.get(InspectionService);
  const { id, lead, unitId } = await order(season, course);
  const of = async () => ({ inspectionId: id, version: await versionOf(season, id) });
  await service.startInspection(lead, await of());
  const items = await idsOf(season, sql`select i.id from inspection_item i where i.inspection_id = ${id} order by i.place`);
  for (const [at, answer] of course.answers.entries())
    await service.answerInspectionItem(lead, {
      ...{ itemId: items[at] ?? '', version: 1, answer },
      remark: answer === 'NO' ? 'Chưa thực hiện đầy đủ.' : null,
    });
  if (course.ends === 'UNDER_WAY') return;
  await service.drawUpMinutes(lead, { ...(await of()), conclusion: 'Đơn vị khắc phục các nội dung chưa đạt trong tháng.' });
  await service.signMinutes(lead, await of());
  if (course.ends === 'REFUSED') await service.recordMinutesRefusal(lead, { ...(await of()), reason: 'Trưởng đơn vị vắng mặt.' });
  else await signAsHead(season, await of(), unitId);
}

async function signAsHead(season: Season, of: { inspectionId: string; version: number }, unitId: string): Promise<void> {
  const [headId] = await idsOf(season, sql`select o.person_id as id from position o where o.unit_id = ${unitId} and o.is_head limit 1`);
  if (headId !== undefined) await season.get(InspectionService).signMinutes(new Actor(headId, []), of);
}

/** What was signed as found wrong is put right by the head, seen by the office, and looked at again four weeks later. */
function planRedress(season: Season, timeline: Timeline): void {
  const service = season.get(ActionService);
  const office = season.person('organiser-1');
  const of = async () => {
    const [action] = await season
      .get(Database)
      .rows(sql<{ id: string; version: number; owner: string }>`select id, version, owner_id as owner from corrective_action limit 1`);
    return action && { actionId: action.id, version: action.version, owner: action.owner };
  };
  timeline.add(moment('2025-03-13'), async () => {
    const [findingId] = await idsOf(
      season,
      sql`select t.id from inspection_item t join inspection i on i.id = t.inspection_id
      where t.answer = 'NO' and i.unit_signed_at is not null order by t.id limit 1`,
    );
    if (findingId === undefined) return;
    const rootCause = 'Chưa phân công người theo dõi hồ sơ quá hạn.';
    const remedy = 'Phân công một công chức rà soát hằng ngày, gửi thư xin lỗi trước hạn.';
    await service.openAction(office, { findingId, rootCause, remedy, dueOn: '2025-04-11' });
  });
  timeline.add(moment('2025-04-08'), async () => {
    const action = await of();
    if (action) await service.claimAction(new Actor(action.owner, []), { ...action, evidence: 'Bảng phân công và 06 thư xin lỗi.' });
  });
  timeline.add(moment('2025-04-10'), async () => {
    const action = await of();
    if (action) await service.verifyAction(office, action);
  });
  timeline.add(moment('2025-05-12'), async () => {
    const action = await of();
    if (action) await service.confirmEffect(office, { ...action, check: 'Kiểm tra 20 hồ sơ quá hạn: đều có thư xin lỗi và hẹn lại.' });
  });
}

async function idsOf(season: Season, statement: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await season.get(Database).rows(statement as ReturnType<typeof sql<{ id: string }>>);
  return rows.map(({ id }) => id);
}

async function versionOf(season: Season, id: string): Promise<number> {
  const found = await season.get(Database).first(sql<{ version: number }>`select version from inspection where id = ${id}`);
  return found?.version ?? 0;
}
