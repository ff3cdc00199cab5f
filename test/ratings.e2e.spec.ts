import request from 'supertest';
import { randomId } from '#lib/kernel';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { A_NOTICE } from './support/calendars.js';
import { type From, OPEN, type Said, pastRatings, rate } from './support/ratings.js';
import { mutation } from './support/sign-in.js';

const DECIDE = mutation(
  'decideRatings',
  'DecideRatingsInput',
  '... on RatingHold { id version verdict heldRatings bursts { startedAt endedAt networkMark ratings } }',
);
const HOLDS = `{ ratingHolds(first: 5) { edges { node { id version day heldRatings verdict counter { name } whyNotDecide { code }
  bursts { startedAt endedAt networkMark ratings usual } } } } }`;
const WEEK = `query ($day: LocalDate!) { ratingWeek(day: $day) { startsOn endsOn rows { unit { nameVi } fieldName ratings slipRatings heldRatings excludedRatings
  reading { satisfied { percent low high } dissatisfied { percent } reasons { reason ratings } } } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let counter: { id: string; counterCode: string };

/** The entries of the log before a test. */
let before: number;

beforeAll(async () => {
  contest = await startContest('2026-03-03T02:03:00Z', { TRUSTED_PROXIES: 'loopback' });
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
beforeEach(async () => {
  contest.clock.set('2026-03-03T02:03:00Z');
  await rows('truncate counter cascade');
  counter = await organiser.ask(OPEN, {
    input: { unitId: district.units.anKhanh, name: 'Quầy số 1', fieldName: 'Hộ tịch', openFrom: '2024-01-02' },
  });
  [{ before }] = (await rows('select max(seq)::int as before from audit_entry')) as [{ before: number }];
});
afterAll(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const entries = (operation: string) =>
  rows(`select subject_type, subject_id, body from audit_entry where seq > ${String(before)} and operation = '${operation}' order by seq`);
const ratings = () => rows('select level, reasons, day::text as day, tier, standing, rule, field from rating order by level, standing');
const send = (said: Said = {}, from: From = {}) => rate(contest, counter.counterCode, said, from);
const page = (path: string, headers: Record<string, string> = {}) => request(contest.app.getHttpServer()).get(path).set(headers);
const at = (moment: string) => {
  contest.clock.set(moment);
};

test('a rating is taken from a plain form: who sent it is thanked, and what stands there has a day and no moment', async () => {
  const reply = await send({ level: 4, reasons: ['WAITING', 'UNCLEAR'], comment: 'Chờ lâu.\nGhế ít.' });
  expect([reply.status, reply.headers.location]).toEqual([303, `/q/${counter.counterCode}/thanks?lang=vi`]);
  expect((await page(reply.headers.location as string)).text).toContain('Đã nhận đánh giá');
  expect(await ratings()).toEqual([
    { level: 4, reasons: ['WAITING', 'UNCLEAR'], day: '2026-03-03', tier: 'OPEN', standing: 'COUNTED', rule: null, field: 'Hộ tịch' },
  ]);
  expect(await rows('select text, week::text as week from rating_comment')).toEqual([{ text: 'Chờ lâu.\nGhế ít.', week: '2026-03-02' }]);
});

test('nothing but the rating and its comment is written: no entry, no event, no key, and no id tells when', async () => {
  const stood = await content(contest, []);
  await send({ comment: 'Tốt.' });
  expect(changed(stood, await content(contest, []))).toEqual(['rating', 'rating_comment']);
  const [ids] = await rows(
    `select uuid_extract_version(r.id) as id, uuid_extract_version(submission_id) as submission, uuid_extract_version(c.id) as comment
     from rating r join rating_comment c on c.rating_id = r.id`,
  );
  expect(ids).toEqual({ id: 4, submission: 4, comment: 4 });
  const moments = await rows(
    `select table_name, column_name from information_schema.columns where table_name in ('rating', 'rating_comment') and data_type like 'timestamp%'`,
  );
  expect(moments).toEqual([]);
});

test('the database itself takes no id that could tell its moment, and no level beyond the five', async () => {
  const insert = (id: string, level: number) =>
    rows(`insert into rating (id, submission_id, counter_id, level, reasons, day, tier, standing)
      values (${id}, gen_random_uuid(), '${counter.id}', ${String(level)}, '{}', '2026-03-03', 'OPEN', 'COUNTED')`);
  await expect(insert('uuidv7()', 5)).rejects.toMatchObject({ constraint: 'rating_ids_tell_no_moment' });
  await expect(insert('gen_random_uuid()', 6)).rejects.toMatchObject({ constraint: 'rating_level' });
});

test('what is sent twice is one rating, also at once; a device that rated here within ten minutes is thanked and not counted', async () => {
  const submission = randomId();
  const replies = await Promise.all([send({ submission }), send({ submission }), send({ submission })]);
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await ratings()).toHaveLength(1);
  const [cookie = ''] = replies[0].headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(new RegExp(`^da-danh-gia=1; Max-Age=600; Path=/q/${counter.counterCode}; HttpOnly; SameSite=Strict$`));
  expect((await send({}, { cookie: 'da-danh-gia=1' })).status).toBe(303);
  expect(await ratings()).toHaveLength(1);
});

test.each([
  [{ level: 0 }, 'Hãy chọn một trong năm mức.'],
  [{ level: 6 }, 'Hãy chọn một trong năm mức.'],
  [{ level: '2.5' }, 'Hãy chọn một trong năm mức.'],
  [{ comment: 'x'.repeat(501) }, 'Góp ý dài quá 500 ký tự.'],
  [{ submission: '01890000-0000-7000-8000-000000000000' }, 'Trang này đã cũ hoặc không do hệ thống tạo ra. Hãy chọn lại rồi gửi.'],
  [{ slip: 'ABCDE-FGHJK' }, 'Mã phiếu không đúng, đã dùng hoặc đã hết hạn. Có thể xóa mã rồi gửi.'],
])('%j is refused on the page with what was typed, and nothing is written', async (said, problem) => {
  const reply = await send({ reasons: 'ATTITUDE', ...said });
  expect(reply.status).toBe(422);
  expect(reply.text).toContain(problem);
  expect(reply.text).toContain('value="ATTITUDE" checked');
  expect(await ratings()).toEqual([]);
});

test('a page of somebody else cannot have its readers rate', async () => {
  expect((await send({}, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(422);
  expect((await send({}, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(303);
  expect(await ratings()).toHaveLength(1);
});

test('a counter that is closed takes none, nor does a code that no counter has', async () => {
  await rows(`update counter set open_to = '2026-03-02'`);
  expect((await send()).status).toBe(404);
  expect((await page(`/q/${counter.counterCode}`)).text).toContain('Quầy này hiện không mở');
  expect((await rate(contest, 'ZZZZ9999')).status).toBe(404);
  expect(await ratings()).toEqual([]);
});

test('the page is whole without a script, small, in both languages, and for no search engine', async () => {
  const reply = await page(`/q/${counter.counterCode.toLowerCase()}`);
  expect([reply.status, reply.headers['x-robots-tag']]).toEqual([200, 'noindex']);
  expect(Buffer.byteLength(reply.text)).toBeLessThan(20_000);
  expect(reply.text).not.toMatch(/<script|style=|\son\w+=/);
  expect(reply.text.match(/type="radio"/g)).toHaveLength(5);
  expect((await page(`/q/${counter.counterCode}?lang=en`)).text).toContain('Were you satisfied');
  expect((await page(`/q/${counter.counterCode}?slip=%22%3E%3Cscript%3E`)).text).not.toContain('<script');
});

async function burst(level: number, count = 11): Promise<void> {
  for (let i = 0; i < count; i++) {
    at(new Date(Date.parse('2026-03-03T02:03:00Z') + i * 20_000).toISOString());
    expect((await send({ level })).status).toBe(303);
  }
}

test.each([5, 1])(
  'services 2: eleven of level %i from one network within ten minutes are held, all of them; ten are not',
  async (level) => {
    await burst(level, 10);
    expect((await ratings()).every(({ standing }) => standing === 'COUNTED')).toBe(true);
    await burst(level, 1);
    expect((await ratings()).map(({ standing, rule }) => [standing, rule])).toEqual(Array(11).fill(['HELD', 'BURST']));
    expect(await rows('select ratings, usual, started_at, ended_at from rating_burst')).toEqual([
      { ratings: 11, usual: 3, started_at: '2026-03-03 02:00:00+00', ended_at: '2026-03-03 02:10:00+00' },
    ]);
    await send({ level: 3 }, { network: '198.51.100.9' });
    expect((await ratings()).filter(({ standing }) => standing === 'COUNTED')).toMatchObject([{ level: 3 }]);
  },
);

test('who decides sees when and how many, and nothing of which; the verdict counts or leaves out all, and forgets when', async () => {
  await burst(5, 13);
  const { edges } = await organiser.ask(HOLDS);
  expect(edges).toMatchObject([
    { node: { day: '2026-03-03', heldRatings: 13, verdict: null, whyNotDecide: null, counter: { name: 'Quầy số 1' } } },
  ]);
  expect(JSON.stringify(edges)).not.toMatch(/level|percent/i);
  const [{ node: hold }] = edges;
  const input = { holdId: hold.id, version: hold.version, verdict: 'EXCLUDE', reason: 'Một người gửi.' };
  expect(await organiser.ask(DECIDE, { input })).toMatchObject({
    ...{ verdict: 'EXCLUDE', heldRatings: 13, bursts: [{ startedAt: null, endedAt: null, networkMark: null, ratings: 13 }] },
  });
  expect(await organiser.ask(DECIDE, { input })).toMatchObject({ code: 'RATINGS_DECIDED' });
  expect(new Set((await ratings()).map(({ standing, rule }) => `${String(standing)} ${String(rule)}`))).toEqual(
    new Set(['EXCLUDED BURST']),
  );
  expect((await entries('decideRatings')).map(({ body }) => JSON.parse(body as string))).toMatchObject([
    { after: { counter: counter.id, day: '2026-03-03', verdict: 'EXCLUDE', ratings: 13 }, reason: 'Một người gửi.' },
  ]);
});

test('nobody of the unit itself decides, nor a commune officer at all', async () => {
  await burst(5);
  const { anKhanh, district: host } = district.units;
  const insider = await contest.as(await aPerson(contest, { unitId: anKhanh, role: 'ORGANISER', roleUnitId: host }));
  const [{ node: hold }] = (await insider.ask(HOLDS)).edges;
  expect(hold.whyNotDecide).toEqual({ code: 'REVIEWER_OF_UNIT' });
  const input = { holdId: hold.id, version: hold.version, verdict: 'COUNT', reason: 'Đông khách.' };
  expect(await insider.ask(DECIDE, { input })).toMatchObject({ code: 'REVIEWER_OF_UNIT' });
  const officer = await contest.as(await aPerson(contest, { unitId: anKhanh, role: 'COMMUNE_OFFICER' }));
  expect((await officer.send(HOLDS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ratings()).every(({ standing }) => standing === 'HELD')).toBe(true);
});

test('a day after, when a burst was is forgotten without a word in the log; how many it were stays', async () => {
  await burst(5);
  at('2026-03-04T02:00:00Z');
  await contest.tick();
  expect((await rows('select started_at from rating_burst'))[0].started_at).not.toBeNull();
  at('2026-03-04T02:21:00Z');
  const known = await rows('select count(*)::int as n from audit_entry');
  await contest.tick();
  expect(await rows('select started_at, ended_at, network, ratings from rating_burst')).toEqual([
    { started_at: null, ended_at: null, network: null, ratings: 11 },
  ]);
  expect(await rows('select count(*)::int as n from audit_entry')).toEqual(known);
});

test('the log hears of a day when it is over: how many there were at each counter, how many of them held, and no more', async () => {
  await burst(5);
  await send({ level: 2 }, { network: '198.51.100.9' });
  await contest.tick();
  const told = () => entries('job:feedback.closeRatingDays');
  expect(await told()).toEqual([]);
  at('2026-03-03T18:30:00Z');
  await contest.tick();
  await contest.tick();
  const [entry, ...others] = await told();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ subject_type: 'Counter', subject_id: counter.id });
  expect(JSON.parse(entry?.body as string).after).toEqual({ day: '2026-03-03', ratings: 12, held: 11 });
});

test('what is usual is of the days that are over: where 480 rate on a day, eleven at once are no burst', async () => {
  await rows(`insert into rating_day (id, counter_id, day, ratings, held) values (uuidv7(), '${counter.id}', '2026-03-02', 480, 0)`);
  await burst(5, 11);
  expect((await ratings()).every(({ standing }) => standing === 'COUNTED')).toBe(true);
});

test('the offices read a week when it is over: shares from five on with their interval, and of held ones how many alone', async () => {
  await pastRatings(contest, counter.id, { day: '2026-02-24', levels: [5, 5, 4, 4, 4, 4, 3, 2, 1, 5] });
  await pastRatings(contest, counter.id, { day: '2026-02-25', levels: [4, 4], tier: 'SLIP' });
  await pastRatings(contest, counter.id, { day: '2026-02-26', levels: Array<number>(11).fill(1), held: true });
  const read = (client: Client, day: string) => client.ask(WEEK, { day });
  expect(await read(organiser, '2026-02-26')).toEqual({
    startsOn: '2026-02-23',
    endsOn: '2026-03-01',
    rows: [
      {
        unit: { nameVi: 'Xã An Khánh' },
        ...{ fieldName: 'Hộ tịch', ratings: 12, slipRatings: 2, heldRatings: 11, excludedRatings: 0 },
        reading: { satisfied: { percent: '75', low: '46.77', high: '91.11' }, dissatisfied: { percent: '16.67' }, reasons: [] },
      },
    ],
  });
  expect(await read(organiser, '2026-03-03')).toBeNull();
  const officer = async (unitId: string) => contest.as(await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' }));
  expect((await read(await officer(district.units.anKhanh), '2026-02-26')).rows).toHaveLength(1);
  expect((await read(await officer(district.units.sonDong), '2026-02-26')).rows).toEqual([]);
});

test('comments are read from the next working day on, by the office alone, and go after 24 months', async () => {
  await organiser.ask(mutation('enterWorkingCalendar', 'EnterWorkingCalendarInput', '... on WorkingCalendar { id }'), {
    input: { year: 2026, ...A_NOTICE },
  });
  const comments = () => organiser.ask('{ ratingComments(first: 5) { edges { node { text week level } } } }');
  at('2026-03-06T02:00:00Z');
  await send({ level: 2, comment: 'Chờ lâu.' });
  at('2026-03-08T02:00:00Z');
  expect(await comments()).toEqual({ edges: [] });
  at('2026-03-09T02:00:00Z');
  expect(await comments()).toEqual({ edges: [{ node: { text: 'Chờ lâu.', week: '2026-03-02', level: 2 } }] });
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  expect((await officer.send('{ ratingComments(first: 5) { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  at('2028-03-15T02:00:00Z');
  await contest.tick();
  expect(await rows('select 1 from rating_comment')).toEqual([]);
  expect(await ratings()).toHaveLength(1);
});
