import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';
import { OPEN, rate } from './support/ratings.js';
import { mutation } from './support/sign-in.js';

const SHOWN = '... on ReportedCase { id version reply pastHead finding conclusion canAnswer whyNotClose { code } }';
const ANSWER = mutation('answerCase', 'AnswerCaseInput', SHOWN);
const PASS = mutation('passCase', 'PassCaseInput', SHOWN);
const CLOSE = mutation('closeCase', 'CloseCaseInput', SHOWN);
const CASES = `{ reportedCases(first: 10) { edges { node { id version day kind ratings texts pastHead reply finding canAnswer counter { name } unit { nameVi }
  whyNotClose { code } } } } }`;
const NIGHT = '2026-03-03T18:30:00Z';

let contest: RunningContest;
let district: District;
let organiser: Client;
let code: string;

beforeEach(async () => {
  contest = await startContest('2026-03-03T02:03:00Z', { TRUSTED_PROXIES: 'loopback' });
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  const counter = await organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 1', openFrom: '2024-01-02' } });
  code = counter.counterCode as string;
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const cases = async (client: Client): Promise<any[]> => (await client.ask(CASES)).edges.map(({ node }: any) => node);
const night = async (): Promise<void> => {
  contest.clock.set(NIGHT);
  await contest.tick();
  await contest.tick();
};
const told = async (): Promise<string[]> =>
  (await rows(`select person_id as id from notice where kind = 'case.opened'`)).map(({ id }) => id as string).sort();

test('who says that money was asked makes a case in the night after, for the head and the office; the counter reads and hears nothing', async () => {
  const head = await aHead(contest, district.units.anKhanh);
  const officerId = await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' });
  await rate(contest, code, { level: 1, reasons: 'EXTRA_COST' });
  await rate(contest, code, { level: 1, comment: 'Gợi ý tiền bồi dưỡng mới làm.' }, { network: '198.51.100.9' });
  await rate(contest, code, { level: 5, comment: 'Tốt.' }, { network: '198.51.100.10' });
  await contest.tick();
  expect(await cases(organiser)).toEqual([]);
  await night();
  const expected = {
    ...{ day: '2026-03-03', kind: 'EXTRA_COST', ratings: 2, texts: ['Gợi ý tiền bồi dưỡng mới làm.'], pastHead: false, reply: null },
    ...{ counter: { name: 'Quầy số 1' }, unit: { nameVi: 'Xã An Khánh' } },
  };
  expect(await cases(organiser)).toMatchObject([{ ...expected, canAnswer: false, whyNotClose: null }]);
  expect(await cases(head.client)).toMatchObject([{ ...expected, canAnswer: true, whyNotClose: { code: 'CASE_OF_OFFICE' } }]);
  expect(await cases(await contest.as(officerId))).toEqual([]);
  expect(await told()).toEqual([district.people.organiser, head.id].sort());
});

test('a case says nothing of the moment: neither its id, nor its row, nor its entry in the log', async () => {
  await rate(contest, code, { level: 1, reasons: 'EXTRA_COST' });
  await night();
  const [{ version, columns }] = await rows(
    `select uuid_extract_version(id) as version, (select array_agg(column_name::text order by column_name) from information_schema.columns
       where table_name = 'reported_case' and data_type like 'timestamp%') as columns from reported_case`,
  );
  expect([version, columns]).toEqual([4, ['closed_at', 'replied_at']]);
  expect(
    await rows(`select count(*)::int as n from audit_entry where body like '%2026-03-03T02%' and subject_type = 'ReportedCase'`),
  ).toEqual([{ n: 0 }]);
});

test('how somebody was treated is a case where they say it in words; of both kinds each is one', async () => {
  await rate(contest, code, { level: 2, reasons: 'ATTITUDE' });
  await rate(contest, code, { level: 2, reasons: 'ATTITUDE', comment: 'Quát tháo người dân.' }, { network: '198.51.100.9' });
  await rate(contest, code, { level: 2, reasons: ['ATTITUDE', 'EXTRA_COST'], comment: 'Vòi tiền.' }, { network: '198.51.100.10' });
  await night();
  const found = await cases(organiser);
  expect(found.map(({ kind, ratings, texts }) => [kind, ratings, texts]).sort()).toEqual([
    ['ATTITUDE', 1, ['Quát tháo người dân.']],
    ['EXTRA_COST', 1, ['Vòi tiền.']],
  ]);
});

test('what speaks of the head goes past them: they read and hear nothing, whatever role they have, and the leader is told', async () => {
  const head = await aHead(contest, district.units.anKhanh, 'Nguyễn Văn Hùng');
  await rate(contest, code, { level: 1, reasons: 'EXTRA_COST', comment: 'Ông Nguyễn Văn Hùng bảo nộp thêm.' });
  await night();
  expect(await cases(head.client)).toEqual([]);
  expect(await told()).toEqual([district.people.leader, district.people.organiser].sort());
  const [reported] = await cases(organiser);
  expect(reported).toMatchObject({ pastHead: true });
  const answer = { caseId: reported.id, version: reported.version, reply: 'Không có việc đó.' };
  expect(await head.client.ask(ANSWER, { input: answer })).toMatchObject({ code: 'NOT_FOUND' });
  const pass = { caseId: reported.id, version: reported.version, reason: 'Trùng tên với cán bộ ở quầy.' };
  const passed = await organiser.ask(PASS, { input: pass });
  expect(passed).toMatchObject({ pastHead: false });
  expect(await organiser.ask(PASS, { input: pass })).toMatchObject({ code: 'CASE_WITH_HEAD' });
  await contest.tick();
  expect(await told()).toContain(head.id);
  expect(await head.client.ask(ANSWER, { input: { ...answer, version: passed.version } })).toMatchObject({ reply: 'Không có việc đó.' });
});

test('the office closes a case with what was found; nobody of the unit does, and it stays closed', async () => {
  await rate(contest, code, { level: 1, reasons: 'EXTRA_COST' });
  await night();
  const insider = await contest.as(
    await aPerson(contest, { unitId: district.units.anKhanh, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  const [reported] = await cases(insider);
  expect(reported.whyNotClose).toEqual({ code: 'REVIEWER_OF_UNIT' });
  const input = { caseId: reported.id, version: reported.version, finding: 'FOUND', conclusion: 'Đã kiểm điểm, trả lại tiền.' };
  expect(await insider.ask(CLOSE, { input })).toMatchObject({ code: 'REVIEWER_OF_UNIT' });
  expect(await organiser.ask(CLOSE, { input })).toMatchObject({ finding: 'FOUND', conclusion: input.conclusion });
  expect(await organiser.ask(CLOSE, { input: { ...input, finding: 'NOT_FOUND' } })).toMatchObject({ code: 'CASE_CLOSED' });
  const log = await rows(`select body::jsonb->'after' as after from audit_entry where operation = 'closeCase'`);
  expect(log).toEqual([{ after: { finding: 'FOUND', conclusion: input.conclusion } }]);
});

test('what is held for a burst is a case all the same: nobody hides one by flooding the counter', async () => {
  await rate(contest, code, { level: 1, reasons: 'EXTRA_COST' });
  for (let i = 0; i < 11; i++) await rate(contest, code, { level: 5 });
  await night();
  expect(await rows('select distinct standing from rating')).toEqual([{ standing: 'HELD' }]);
  expect(await cases(organiser)).toMatchObject([{ kind: 'EXTRA_COST', ratings: 1 }]);
});
