import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ISSUE, OPEN, rate } from './support/ratings.js';
import { baseOf } from './support/uploads.js';

const BATCH = 'query ($id: ID!) { slipBatch(id: $id) { codes address counter { name } } }';
const SHEET = 'query ($id: ID!) { slipSheet(batchId: $id) { url } }';

let contest: RunningContest;
let district: District;
let organiser: Client;
let counter: { id: string; counterCode: string };

beforeEach(async () => {
  contest = await startContest('2026-03-03T02:03:00Z', { TRUSTED_PROXIES: 'loopback', PUBLIC_URL: 'https://sangkien.example.vn' });
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  counter = await organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 1', openFrom: '2024-01-02' } });
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const issue = (slips = 3, client = organiser) => client.ask(ISSUE, { input: { counterId: counter.id, slips } });
const tiers = async () => (await rows('select tier from rating order by tier')).map(({ tier }) => tier as string);

test('a slip is good for one rating, however it is typed, and the same rating sent again is thanked', async () => {
  const { codes, address, expiresOn } = await issue();
  expect([codes.length, address, expiresOn]).toEqual([3, `https://sangkien.example.vn/q/${counter.counterCode}?slip=`, '2026-04-02']);
  const [code = ''] = codes as string[];
  const submission = '3c9ad4a0-5d6f-4f1e-9b7e-0c2b6b1d2a3f';
  const typed = `${code.slice(0, 5)}-${code.slice(5).toLowerCase()}`;
  expect((await rate(contest, counter.counterCode, { slip: typed, submission })).status).toBe(303);
  expect((await rate(contest, counter.counterCode, { slip: typed, submission })).status).toBe(303);
  expect((await rate(contest, counter.counterCode, { slip: code })).status).toBe(422);
  expect(await tiers()).toEqual(['SLIP']);
});

test('a slip that two use at once is used by one of them', async () => {
  const [slip] = (await issue()).codes as string[];
  const replies = await Promise.all([1, 2, 3].map(() => rate(contest, counter.counterCode, { slip })));
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  expect(await tiers()).toEqual(['SLIP']);
});

test('it is good at its own counter alone, and for thirty days; what is not good leaves the rest of the form as it was typed', async () => {
  const [first, second] = (await issue()).codes as string[];
  const other = await organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 2', openFrom: '2024-01-02' } });
  expect((await rate(contest, other.counterCode as string, { slip: first })).status).toBe(422);
  contest.clock.set('2026-04-02T16:59:00Z');
  expect((await rate(contest, counter.counterCode, { slip: first })).status).toBe(303);
  contest.clock.set('2026-04-02T17:00:00Z');
  const reply = await rate(contest, counter.counterCode, { slip: second, level: 2 });
  expect([reply.status, /value="2" required checked/.test(reply.text)]).toEqual([422, true]);
  await contest.tick();
  expect(await rows('select 1 from slip_code')).toEqual([]);
});

test('what is kept of a slip is a hash, which goes when it is used; which were used nobody is told', async () => {
  const { id, codes } = await issue();
  expect(JSON.stringify(await rows('select * from slip_code'))).not.toContain(codes[0]);
  await rate(contest, counter.counterCode, { slip: codes[0] as string });
  expect(await rows('select 1 from slip_code')).toHaveLength(2);
  expect(await organiser.ask(BATCH, { id })).toMatchObject({ codes, counter: { name: 'Quầy số 1' } });
  const [{ body }] = await rows(`select body from audit_entry where operation = 'issueSlips'`);
  expect(JSON.parse(body as string)).toMatchObject({ after: { counter: counter.id, slips: 3, expiresOn: '2026-04-02' } });
  expect(body).not.toContain(codes[0]);
});

test('who guesses is told to wait after twenty, and others are not', async () => {
  const [good = ''] = (await issue()).codes as string[];
  const guess = (slip: string, network: string) => rate(contest, counter.counterCode, { slip }, { network });
  for (let i = 0; i < 20; i++) expect((await guess('ABCDEFGHJK', '203.0.113.7')).status).toBe(422);
  expect((await guess(good, '203.0.113.7')).status).toBe(429);
  expect((await guess(good, '198.51.100.9')).status).toBe(303);
});

test('a commune officer issues them for their own counters; a program reads them with a token that may write', async () => {
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.sonDong, role: 'COMMUNE_OFFICER' }));
  const { id } = await issue(2, officer);
  expect(await issue(2, stranger)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.ask(BATCH, { id })).toBeNull();
  await rows(`update counter set open_to = '2026-03-02'`);
  expect(await issue(2, officer)).toMatchObject({ code: 'COUNTER_NOT_OPEN' });
});

test('they are printed to be cut up', async () => {
  const { id } = await issue(17);
  const { url } = await organiser.ask(SHEET, { id });
  const answer = await fetch(new URL(url as string, baseOf(contest)));
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
