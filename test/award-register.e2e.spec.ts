import { AuditEntry } from '#lib/platform';
import { prizePlan } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor } from './support/initiatives.js';
import { aPastContest } from './support/rollouts.js';

const REFUSAL = '... on Refusal { code path }';
const mutation = (name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${answer} ${REFUSAL} } }`;
const PAY = mutation(
  'recordAwardPayment',
  'RecordAwardPaymentInput',
  '... on RegisteredAward { id payment { version paidOn amount document recordedByName } }',
);
const REGISTER = `query ($paid: Boolean, $search: String, $order: WinnerOrder) { awardRegister(paid: $paid, search: $search, order: $order) {
  totalCount edges { node { initiative { title } contest { year } amount recorded payment { paidOn amount document } } } } }`;
const COUNTS = `query ($by: CountBy!, $year: Int) {
  prizeCounts(by: $by, year: $year) { key nameVi prizes revoked money }
  initiativeCounts(by: $by, year: $year) { key nameVi received toScreen returned eligible rejected withdrawn }
  adoptionCounts(by: $by, year: $year) { key expected inUse overdue coverage } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
const ids: string[] = [];

const nodes = (page: any) => page.edges.map(({ node }: any) => node);

const counts = async (client: Client, by: Record<string, unknown>): Promise<any> => (await client.send(COUNTS, by)).data;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  const { areaId } = await aPastContest(contest, district);
  const { units, people } = district;
  const past = await organiser.ask(mutation('recordPastContest', 'RecordPastContestInput', '... on Contest { id }'), {
    input: {
      ...{ hostUnitId: units.district, year: 2022, titleVi: 'Cuộc thi năm 2022', titleEn: 'Contest 2022', objectives: 'Mục tiêu.' },
      ...{ rosterAsOf: '2022-06-30', areaIds: [areaId], prizePlan },
    },
  });
  const awards = [];
  for (const [title, tierKey] of [
    ['Ký số một chạm', 'FIRST'],
    ['Sổ hẹn giờ dùng chung', 'SECOND'],
  ]) {
    const { id } = await organiser.ask(mutation('recordPastInitiative', 'RecordPastInitiativeInput', '... on Initiative { id }'), {
      input: { contestId: past.id, areaId, ownerUnitId: units.finance, authors: soleAuthor(people.submitter), title },
    });
    awards.push({ initiativeId: id, tierKey });
  }
  const list = await organiser.ask(mutation('recordPastAwards', 'RecordPastAwardsInput', '... on AwardDecision { awards { id } }'), {
    input: { contestId: past.id, decisionNumber: '99/QĐ-UBND', decidedOn: '2022-11-10', awards },
  });
  ids.push(...list.awards.map(({ id }: any) => id));
});
afterAll(() => contest.stop());

test('the way of one of a past year begins on the day of the decision: nobody drafted it here, and when it was sent in nobody knows', async () => {
  const way = 'query ($id: ID!) { award(id: $id) { initiative { id } } }';
  const { initiative } = await organiser.ask(way, { id: ids[0] });
  const { steps } = await organiser.ask('query ($id: ID!) { initiativeWay(id: $id) { steps { kind at } } }', { id: initiative.id });
  expect(steps.map(({ kind, at }: any) => [kind, at.slice(0, 10)])).toEqual([
    ['PUBLISHED', '2022-11-09'],
    ['PRIZE', '2022-11-09'],
  ]);
});

test('money paid for a prize is recorded once, put right on the version that was seen, and both stay in the log', async () => {
  const [awardId = ''] = ids;
  const pay = (version: number, paid: object = {}) =>
    organiser.ask(PAY, { input: { awardId, version, paidOn: '2022-12-01', amount: 3_000_000, document: '15/PC', ...paid } });

  expect(await pay(0, { paidOn: '2199-01-01' })).toMatchObject({ code: 'DATE_IN_FUTURE', path: 'paidOn' });
  expect(await pay(0, { amount: 0 })).toMatchObject({ code: 'PAYMENT_NOTHING', path: 'amount' });
  expect(await pay(0)).toEqual({
    ...{ __typename: 'RegisteredAward', id: awardId },
    payment: { version: 1, paidOn: '2022-12-01', amount: 3_000_000, document: '15/PC', recordedByName: expect.any(String) },
  });
  expect(await pay(0, { document: '16/PC' })).toMatchObject({ code: 'STALE' });
  expect(await pay(1, { document: '16/PC' })).toMatchObject({ payment: { version: 2, document: '16/PC' } });
  const logged = await contest.em().find(AuditEntry, { operation: 'recordAwardPayment' }, { orderBy: { seq: 'asc' } });
  expect(logged.map(({ body }) => JSON.parse(body).after.document)).toEqual(['15/PC', '16/PC']);
});

test('the register tells who keeps it what was paid, sorted and narrowed; to everybody else it is shut, and the public reads no payment', async () => {
  expect(nodes(await organiser.ask(REGISTER, { order: 'TITLE' }))).toEqual([
    {
      ...{ initiative: { title: 'Ký số một chạm' }, contest: { year: 2022 }, amount: expect.any(Number), recorded: true },
      payment: { paidOn: '2022-12-01', amount: 3_000_000, document: '16/PC' },
    },
    { initiative: { title: 'Sổ hẹn giờ dùng chung' }, contest: { year: 2022 }, amount: expect.any(Number), recorded: true, payment: null },
  ]);
  expect(await organiser.ask(REGISTER, { paid: false })).toMatchObject({ totalCount: 1 });
  expect(await organiser.ask(REGISTER, { paid: true, search: 'ky so' })).toMatchObject({ totalCount: 1 });
  for (const who of ['leader', 'judge', 'submitter'] as const) {
    const { errors } = await (await contest.as(district.people[who])).send(REGISTER, {});
    expect(errors?.map(({ extensions }: any) => extensions.code)).toEqual(['FORBIDDEN']);
  }
});

test('counts by year, area and unit are of what one may see', async () => {
  const leader = await contest.as(district.people.leader);
  for (const by of ['YEAR', 'AREA', 'UNIT']) {
    const { prizeCounts } = await counts(leader, { by, year: 2022 });
    expect(prizeCounts).toEqual([
      { key: expect.any(String), nameVi: expect.any(String), prizes: 2, revoked: 0, money: expect.any(Number) },
    ]);
  }
  const counted = await counts(leader, { by: 'YEAR' });
  expect(counted.prizeCounts.map(({ key }: any) => key)).toEqual(['2022']);
  const submitter = await contest.as(district.people.submitter);
  expect(await counts(submitter, { by: 'YEAR' })).toMatchObject({ initiativeCounts: [] });
});
