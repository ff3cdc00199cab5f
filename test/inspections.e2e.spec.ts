import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/platform';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';
import { INSPECTION, INSPECTIONS, QUESTIONS, act, anOrder } from './support/inspections.js';
import { mutation } from './support/sign-in.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let lead: Client;
let member: Client;
let head: { id: string; client: Client };
let order: Awaited<ReturnType<typeof anOrder>>;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  head = await aHead(contest, district.units.anKhanh);
  order = await anOrder(contest, district, { decidedOn: '2026-03-02' });
  lead = await contest.as(order.leadId);
  member = await contest.as(order.memberIds[0]!);
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const send = (client: Client, name: string, input: object): Promise<any> => client.ask(act(name), { input });
const ordered = (more: object = {}, client = organiser): Promise<any> => send(client, 'orderInspection', { ...order, ...more });
const step = (client: Client, name: string, { id, version }: any, more: object = {}): Promise<any> =>
  send(client, name, { inspectionId: id, version, ...more });
const read = (client: Client, id: string): Promise<any> => client.ask(INSPECTION, { id });
const listed = async (client: Client): Promise<string[]> => (await client.ask(INSPECTIONS)).edges.map(({ node }: any) => node.id);
const waits = async (client: Client): Promise<string[]> =>
  (await client.ask('{ awaiting(first: 50) { edges { node { kind } } } }')).edges
    .map(({ node }: any) => node.kind as string)
    .filter((kind: string) => kind.startsWith('inspection'));

async function answered(one: any, answers: readonly string[]): Promise<any> {
  let last = one;
  for (const [at, { id, version }] of one.items.entries()) {
    const answer = answers[at] ?? 'NA';
    const remark = answer === 'NO' ? 'Thiếu bảng lệ phí.' : null;
    last = await send(at % 2 ? member : lead, 'answerInspectionItem', { itemId: id, version, answer, remark });
  }
  return last;
}
const minuted = async (answers = ['YES', 'NO', 'NA'], more: object = {}): Promise<any> => {
  const one = await answered(await step(lead, 'startInspection', await ordered(more)), answers);
  return step(lead, 'drawUpMinutes', one, { conclusion: 'Còn một mục chưa đạt.' });
};

test('services.md 3: of 7 yes, 3 no and 5 that do not apply the score is 70 %, and of none that applies there is none', async () => {
  const answers = [...Array<string>(7).fill('YES'), ...Array<string>(3).fill('NO'), ...Array<string>(5).fill('NA')];
  const items = answers.map((_, at) => `Mục ${String(at + 1)}`);
  expect(await minuted(answers, { items })).toMatchObject({ yes: 7, no: 3, notApplicable: 5, scorePercent: '70' });
  expect(await minuted(['NA', 'NA', 'NA'])).toMatchObject({ yes: 0, no: 0, notApplicable: 3, scorePercent: null });
});

test('there is no score before the last item is answered', async () => {
  const started = await step(lead, 'startInspection', await ordered());
  const last = started.items.at(-1);
  const partly = await answered({ items: started.items.slice(0, -1) }, ['YES', 'YES']);
  expect(partly).toMatchObject({ yes: 2, scorePercent: null });
  expect(await answered({ items: [last] }, ['NO'])).toMatchObject({ yes: 2, no: 1, scorePercent: '66.67' });
});

test('minutes are signed by both sides, and the log has each step', async () => {
  const drawnUp = await minuted();
  expect([await waits(lead), await waits(head.client), await waits(member)]).toEqual([['inspectionSign'], ['inspectionSign'], []]);
  const signed = await step(lead, 'signMinutes', drawnUp);
  expect(signed).toMatchObject({ state: 'MINUTES', teamSignerName: 'Trần Văn Trưởng Đoàn', whyNotSign: { code: 'MINUTES_SIGNED' } });
  expect(await step(member, 'signMinutes', signed)).toMatchObject({ code: 'MINUTES_OF_BOTH' });
  const closed = await step(head.client, 'signMinutes', signed);
  expect(closed).toMatchObject({ state: 'CLOSED', unitSignerName: 'Đỗ Thị Đứng Đầu', signRefusal: null });
  expect(await step(lead, 'recordMinutesRefusal', closed, { reason: 'Muộn.' })).toMatchObject({ code: 'INSPECTION_STATE' });
  const log = await rows(`select operation from audit_entry where subject_type = 'Inspection' order by seq`);
  expect(log.map(({ operation }) => operation)).toEqual([
    ...['orderInspection', 'startInspection', 'drawUpMinutes', 'signMinutes', 'signMinutes'],
  ]);
});

test('that the unit does not sign is recorded with why, and stands for its name', async () => {
  const refused = await step(lead, 'recordMinutesRefusal', await minuted(), { reason: 'Không đồng ý với mục 2.' });
  expect(refused).toMatchObject({ state: 'MINUTES', signRefusal: 'Không đồng ý với mục 2.' });
  expect(await step(head.client, 'signMinutes', refused)).toMatchObject({ code: 'MINUTES_SIGNED' });
  expect(await step(lead, 'signMinutes', refused)).toMatchObject({ state: 'CLOSED', unitSignerName: null });
});

test('what is not as it should be says what was found, and all is answered before the minutes', async () => {
  const begun = await step(lead, 'startInspection', await ordered());
  const [first] = begun.items;
  const input = { itemId: first.id, version: first.version, answer: 'NO' };
  expect(await send(lead, 'answerInspectionItem', input)).toMatchObject({ code: 'FINDING_MISSING', path: 'remark' });
  expect(await step(lead, 'drawUpMinutes', begun, { conclusion: 'Xong.' })).toMatchObject({ code: 'INSPECTION_UNANSWERED' });
  expect(await step(member, 'drawUpMinutes', begun, { conclusion: 'Xong.' })).toMatchObject({ code: 'INSPECTION_OF_LEAD' });
  expect(await send(head.client, 'answerInspectionItem', { ...input, answer: 'YES' })).toMatchObject({ code: 'INSPECTION_OF_TEAM' });
  expect(await rows(`select 1 from inspection_item where answer is not null`)).toEqual([]);
});

test('a finding becomes a corrective action once the minutes say so; what is as it should be does not', async () => {
  const OPEN = mutation('openAction', 'OpenActionInput', '... on CorrectiveAction { id findingId signalId ownerName }');
  const said = { rootCause: 'Chưa cập nhật.', remedy: 'Niêm yết lại.', dueOn: '2026-03-16' };
  const begun = await answered(await step(lead, 'startInspection', await ordered()), ['YES', 'NO', 'NA']);
  const [good, bad] = begun.items;
  const opening = (findingId: string, more: object = {}) => head.client.ask(OPEN, { input: { ...said, findingId, ...more } });
  expect(await opening(bad.id)).toMatchObject({ code: 'NOT_FOUND' });
  await step(lead, 'drawUpMinutes', begun, { conclusion: 'Còn một mục.' });
  expect((await read(head.client, begun.id)).items.map(({ canOpenAction }: any) => canOpenAction)).toEqual([false, true, false]);
  expect(await opening(good.id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await opening(bad.id)).toMatchObject({ findingId: bad.id, signalId: null, ownerName: 'Đỗ Thị Đứng Đầu' });
});

test('nobody of the unit is in the team: who works there, has a position or a role there, by the order and again at the start', async () => {
  const { anKhanh } = district.units;
  const role = await aPerson(contest, { unitId: district.units.culture, role: 'COMMUNE_OFFICER', roleUnitId: anKhanh });
  for (const insider of [head.id, await aPerson(contest, { unitId: anKhanh }), role])
    expect(await ordered({ memberIds: [insider] })).toMatchObject({ code: 'TEAM_OF_UNIT', path: 'memberIds.0' });
  expect(await ordered({ memberIds: [order.leadId] })).toMatchObject({ code: 'TEAM_TWICE', path: 'memberIds.0' });
  const own = await contest.as(await aPerson(contest, { unitId: anKhanh, role: 'ORGANISER', roleUnitId: district.units.district }));
  expect(await ordered({}, own)).toMatchObject({ code: 'INSPECTION_OWN_UNIT', path: 'unitId' });
  expect(await ordered({ decidedOn: '2026-03-03' })).toMatchObject({ code: 'DECISION_IN_FUTURE', path: 'decidedOn' });
  expect(await rows('select 1 from inspection')).toEqual([]);
  const planned = await ordered();
  await rows(`update person set unit_id = '${anKhanh}' where id = '${order.memberIds[0]!}'`);
  expect(await step(lead, 'startInspection', planned)).toMatchObject({ code: 'TEAM_OF_UNIT' });
  expect(await step(organiser, 'callOffInspection', planned, { reason: 'Đổi đoàn.' })).toMatchObject({ state: 'CALLED_OFF' });
});

test('a surprise is known to its team, to who ordered it and to the Chair; to all others when it starts', async () => {
  const colleague = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  const leader = await contest.as(district.people.leader);
  const others = [head.client, colleague, await contest.as(district.people.admin), await contest.as(district.people.communeOfficer)];
  const one = await ordered({ kind: 'SURPRISE' });
  await contest.drain();
  for (const client of [organiser, lead, member, leader]) expect(await listed(client)).toEqual([one.id]);
  for (const client of others) {
    expect([await listed(client), await read(client, one.id), await waits(client)]).toEqual([[], null, []]);
    expect((await client.ask(INSPECTIONS)).totalCount).toBe(0);
  }
  expect(await step(colleague, 'callOffInspection', one, { reason: 'Thử.' })).toMatchObject({ code: 'NOT_FOUND' });
  expect([await waits(lead), await waits(member)]).toEqual([['inspectionStart'], []]);
  expect(await rows(`select 1 from notice where kind like 'inspection.%'`)).toEqual([]);
  expect(await rows(`select 1 from outbox_event where type like 'inspection.%'`)).toEqual([]);
  await step(member, 'startInspection', one);
  await contest.drain();
  for (const client of [head.client, colleague]) expect(await listed(client)).toEqual([one.id]);
  expect(await rows(`select kind, person_id as id from notice where kind like 'inspection.%'`)).toEqual([
    { kind: 'inspection.started', id: head.id },
  ]);
});

test('who comes to the unit after the order knows no more of a surprise, whatever they were', async () => {
  const one = await ordered({ kind: 'SURPRISE' });
  await rows(`update person set unit_id = '${district.units.anKhanh}' where id in ('${order.memberIds[0]!}', '${district.people.leader}')`);
  expect([await listed(member), await listed(await contest.as(district.people.leader)), await listed(lead)]).toEqual([[], [], [one.id]]);
});

const sealed = (): Promise<any[]> =>
  rows(
    `select body::jsonb->'after'->'hashes' as hashes, subject_id as id from audit_entry where subject_type = 'InspectionSeal' order by seq`,
  );

test('until a surprise starts the log holds only a salted hash of it, among others; at the start it tells what the hash was of', async () => {
  const one = await ordered({ kind: 'SURPRISE' });
  await contest.tick();
  await contest.tick();
  const seals = await sealed();
  expect([seals.length, seals[0].hashes.length, new Set(seals[0].hashes).size]).toEqual([1, 16, 16]);
  expect(
    await rows(
      `select 1 from audit_entry where operation = 'orderInspection' or subject_id = '${String(one.id)}' or body like '%12/QĐ-UBND%'`,
    ),
  ).toEqual([]);
  await step(lead, 'startInspection', one);
  const [entry] = await rows(`select body::jsonb->'after' as after from audit_entry where operation = 'startInspection'`);
  const { ordered: told, salt, sealedIn } = entry.after;
  expect(told).toMatchObject({
    unit: district.units.anKhanh,
    decisionNumber: '12/QĐ-UBND',
    orderedBy: district.people.organiser,
    items: QUESTIONS,
  });
  expect([sealedIn, seals[0].hashes.includes(createHash('sha256').update(salt).update(canonicalJson(told)).digest('hex'))]).toEqual([
    seals[0].id,
    true,
  ]);
});

test('the log gets a seal on every day, of the same look where nothing was ordered', async () => {
  await contest.tick();
  contest.clock.set('2026-03-03T02:00:00Z');
  await ordered({ kind: 'SURPRISE' });
  await contest.tick();
  expect((await sealed()).map(({ hashes }) => hashes.map((hash: string) => /^[0-9a-f]{64}$/.test(hash)))).toEqual([
    Array<boolean>(16).fill(true),
    Array<boolean>(16).fill(true),
  ]);
});

test('ordering a surprise writes nothing but itself: no entry, event, notice, job or file', async () => {
  const touched = async (kind: string) => {
    await contest.drain();
    const before = await content(contest, ['session']);
    await ordered({ kind });
    await contest.drain();
    return changed(before, await content(contest, ['session'])).sort();
  };
  expect(await touched('SURPRISE')).toEqual(['inspection', 'inspection_item', 'inspection_member']);
  expect(await touched('PLANNED')).toEqual(expect.arrayContaining(['audit_entry', 'notice']));
});

test('a second surprise with the same decision is not refused: that would tell of the first', async () => {
  await ordered({ kind: 'SURPRISE' });
  expect(await ordered({ kind: 'SURPRISE' })).toMatchObject({ state: 'ORDERED', hidden: true });
});

test('what the team and the minutes must be holds in the database too', async () => {
  const { id } = await minuted();
  const refused = (statement: string, constraint: string) => expect(rows(statement)).rejects.toMatchObject({ constraint });
  const of = `where id = '${String(id)}'`;
  await refused(`update inspection set state = 'CLOSED' ${of}`, 'inspection_closed_when_both_signed');
  await refused(`update inspection set started_at = null ${of}`, 'inspection_started_when_under_way');
  await refused(
    `update inspection set sign_refusal = 'x', unit_signed_at = now(), unit_signer_id = '${head.id}' ${of}`,
    'inspection_signed_or_refused',
  );
  await refused(`update inspection set kind = 'SURPRISE' ${of}`, 'inspection_surprise_has_salt');
  await refused(`update inspection_item set answer = 'NO', remark = null`, 'inspection_item_says_what_was_found');
  await refused(`update inspection_member set leads = true`, 'inspection_member_one_leads');
});
