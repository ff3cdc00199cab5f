import { randomId } from '#lib/kernel';
import { type District, aPerson } from './factories.js';
import { type RunningContest } from './harness.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

export const SHOWN = `id version kind state hidden decisionNumber startedAt callOffReason yes no notApplicable scorePercent conclusion
  teamSignerName unitSignerName signRefusal team { person { id } leads } items { id version question answer remark canOpenAction } unit { id }
  whyNotCallOff { code } whyNotStart { code } whyNotAnswer { code } whyNotDrawUp { code } whyNotSign { code } whyNotRecordRefusal { code }`;
export const act = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Inspection { ${SHOWN} }`);
export const INSPECTION = `query ($id: ID!) { inspection(id: $id) { ${SHOWN} } }`;
export const INSPECTIONS = `query ($states: [InspectionState!]) { inspections(first: 50, states: $states) { totalCount edges { node { ${SHOWN} } } } }`;

export const QUESTIONS = ['Niêm yết đủ thủ tục tại quầy', 'Có phiếu hẹn trả kết quả', 'Có chỗ ngồi chờ'];

/** What an inspection of a commune is ordered with, its team of two of the culture department. */
export async function anOrder(contest: RunningContest, { units }: District, more: object = {}) {
  const lead = await aPerson(contest, { unitId: units.culture, fullName: 'Trần Văn Trưởng Đoàn' });
  const member = await aPerson(contest, { unitId: units.culture, fullName: 'Lê Thị Thành Viên' });
  const order = { kind: 'PLANNED', unitId: units.anKhanh, decisionNumber: '12/QĐ-UBND', decidedOn: '2024-01-05', leadId: lead };
  return { ...order, memberIds: [member], items: QUESTIONS, ...more };
}

/** An inspection of a commune whose minutes are to be signed, with one finding; ids by the names of the API. */
export async function theirInspections(
  contest: RunningContest,
  { units, people }: District,
): Promise<Readonly<Record<'inspectionId' | 'itemId' | 'findingId' | 'leadId', string>>> {
  const [inspectionId, itemId] = [randomId(), randomId()];
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  await rows(
    `insert into inspection (id, kind, unit_id, decision_number, decided_on, ordered_by_id, ordered_at, state, started_at, conclusion, drawn_up_at, illustrative)
     values (?, 'PLANNED', ?, '12/QĐ', '2020-01-05', ?, '2020-01-05', 'MINUTES', '2020-01-06', 'Còn một mục.', '2020-01-07', false)`,
    [inspectionId, units.anKhanh, people.organiser],
  );
  await rows(`insert into inspection_member (id, inspection_id, person_id, leads, place) values (gen_random_uuid(), ?, ?, true, 1)`, [
    inspectionId,
    people.judge,
  ]);
  await rows(
    `insert into inspection_item (id, inspection_id, place, question, answer, remark) values (?, ?, 1, 'Niêm yết đủ', 'NO', 'Thiếu lệ phí.')`,
    [itemId, inspectionId],
  );
  return { inspectionId, itemId, findingId: itemId, leadId: people.judge };
}

/** Every mutation on inspections, each sent twice: one that is called off, and one up to its minutes. */
export async function playInspections(contest: RunningContest, twice: Twice, district: District): Promise<void> {
  const order = await anOrder(contest, district);
  const send = (name: string, input: Record<string, unknown>, by = order.leadId): Promise<any> => twice.send(by, name, input, 10);
  const of = (one: any) => ({ inspectionId: one.id as string, version: one.version as number });
  const { organiser } = district.people;
  const given = await send('orderInspection', { ...order, kind: 'SURPRISE' }, organiser);
  await send('callOffInspection', { ...of(given), reason: 'Trùng đoàn khác.' }, organiser);
  const begun = await send('startInspection', of(await send('orderInspection', { ...order, items: ['Niêm yết đủ'] }, organiser)));
  const items: { id: string }[] = await contest
    .em()
    .getConnection()
    .execute('select id from inspection_item where inspection_id = ?', [begun.id]);
  await send('answerInspectionItem', { itemId: items[0]?.id, version: 1, answer: 'NO', remark: 'Thiếu lệ phí.' });
  const drawnUp = await send('drawUpMinutes', { ...of(begun), conclusion: 'Còn một mục.' });
  const refused = await send('recordMinutesRefusal', { ...of(drawnUp), reason: 'Không có mặt.' });
  await send('signMinutes', of(refused));
}
