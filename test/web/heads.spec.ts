import request from 'supertest';
import { CounterService } from '#lib/feedback';
import { SYSTEM, newId } from '#lib/kernel';
import { PROPOSE_AWARDS, aDeliberated, published } from '../support/awards.js';
import { aContest, toPhase } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Judging } from '../support/judging.js';
import { build } from '../support/server.js';

const TITLE = `Ký số "một chạm" & 'không giấy' <script>alert($&)</script>`;
const ESCAPED = 'Ký số &quot;một chạm&quot; &amp; &#39;không giấy&#39; &lt;script&gt;alert($&amp;)&lt;/script&gt;';

let contest: RunningContest;
let district: District;
let judging: Judging;

beforeAll(async () => {
  build();
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aDeliberated(contest, district, { novelty: ['30', '20'] });
});

afterAll(() => contest.stop());

const sql = (statement: string) => contest.em().getConnection().execute(statement);

async function publish(): Promise<void> {
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  await published(contest, judging.organiser, { leader: await contest.as(district.people.leader), decision });
}

/** What a program that runs no script gets to know of a page. */
async function headOf(path: string, cookie?: string) {
  const asked = request(contest.app.getHttpServer()).get(path).set('accept', 'text/html');
  const { status, text, headers } = await (cookie === undefined ? asked : asked.set('cookie', cookie));
  const said = (pattern: RegExp) => pattern.exec(text)?.[1] ?? null;
  return {
    status,
    title: said(/<title>([^<]*)<\/title>/),
    description: said(/<meta name="description" content="([^"]*)"/),
    shared: said(/<meta property="og:title" content="([^"]*)"/),
    address: said(/<link rel="canonical" href="https?:\/\/[^/]+([^"]*)"/),
    robots: headers['x-robots-tag'] ?? null,
  };
}

const NOTHING = { title: 'Sáng kiến CCHC', description: null, shared: null, address: null, robots: 'noindex' };

test('a contest says what it is in its address, a result that is not published yet is not for search engines', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  await sql(`update contest set title = '${TITLE.replaceAll("'", "''")}', objectives = 'Thủ tục nhanh hơn' where id = '${year.id}'`);

  expect(await headOf(`/contests/${year.id}`)).toEqual({
    status: 200,
    title: `${ESCAPED} · Sáng kiến CCHC`,
    description: expect.stringMatching(/^[^.]+, năm \d{4}\. Thủ tục nhanh hơn\.$/),
    shared: ESCAPED,
    address: `/contests/${year.id}`,
    robots: null,
  });
  expect(await headOf(`/contests/${year.id}/result`)).toMatchObject({
    status: 200,
    title: `Kết quả: ${ESCAPED} · Sáng kiến CCHC`,
    description: 'Kết quả chưa được công bố.',
    robots: 'noindex',
  });
});

test('an initiative says in its address who won what, from its publication on and not a word before', async () => {
  const [first = ''] = judging.initiatives;
  expect(await headOf(`/winners/${first}`)).toEqual({ status: 404, ...NOTHING });

  await publish();
  contest.clock.set(new Date(contest.clock.now().getTime() + 60_000));
  expect(await headOf(`/winners/${first}`)).toEqual({
    status: 200,
    title: expect.stringMatching(/^.+ · Sáng kiến CCHC$/),
    description: expect.stringMatching(/^Dữ liệu minh họa\. Giải \S+ năm \d{4}\. (Tác giả|Các tác giả): .+\.$/),
    shared: expect.any(String),
    address: `/winners/${first}`,
    robots: null,
  });
  expect(await headOf(`/contests/${judging.contestId}/result`)).toMatchObject({
    status: 200,
    description: expect.stringContaining('Sáng kiến đạt giải'),
    robots: null,
  });
});

/** What a page brings of what it would ask first. */
async function answersIn(path: string) {
  const { text } = await request(contest.app.getHttpServer()).get(path).set('accept', 'text/html');
  const [, block] = /<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(text) ?? [];
  return block === undefined ? null : (JSON.parse(block) as { name: string; variables: object; data: Record<string, any> }[]);
}

test('a page comes with the answers to its first questions, and with nothing where something is searched for', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  await sql(`update contest set title = '${TITLE.replaceAll("'", "''")} (2)' where id = '${year.id}'`);
  const [asked] = (await answersIn(`/contests/${year.id}`)) ?? [];

  expect(asked).toMatchObject({
    name: 'PublicContest',
    variables: { id: year.id },
    data: { publicContest: { id: year.id, titleVi: `${TITLE} (2)` } },
  });
  expect((await answersIn('/'))?.map(({ name }) => name)).toEqual(['PublicHome']);
  expect((await answersIn('/winners'))?.map(({ name }) => name)).toEqual(['Winners', 'WinnerChoices']);
  expect(await answersIn('/winners?year=2020')).toBeNull();
  expect(await answersIn('/sign-in')).toBeNull();
  expect(await answersIn(`/contests/${newId()}`)).toBeNull();
});

/** What stands in a page before its scripts run: its name, and what it is about. */
async function firstWordsIn(path: string, cookie = '') {
  const { text } = await request(contest.app.getHttpServer()).get(path).set('accept', 'text/html').set('cookie', cookie);
  return /<div class="first-words">.*?<h1>(.*?)<\/h1><p>(.*?)<\/p>/s.exec(text)?.slice(1) ?? null;
}

test('a public page says what it is before its scripts run, to somebody with a session nothing', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  await sql(`update contest set title = '${TITLE.replaceAll("'", "''")} (3)', objectives = 'Thủ tục nhanh hơn' where id = '${year.id}'`);

  expect(await firstWordsIn(`/contests/${year.id}`)).toEqual([`${ESCAPED} (3)`, expect.stringMatching(/Thủ tục nhanh hơn\.$/)]);
  expect(await firstWordsIn('/')).toEqual([expect.stringMatching(/^Tìm\skiếm sáng\skiến/), expect.stringContaining('thể lệ')]);
  expect(await firstWordsIn('/', 'phien=x')).toBeNull();
  expect(await firstWordsIn('/sign-in')).toBeNull();
  expect(await firstWordsIn(`/contests/${newId()}`)).toBeNull();
});

test('the page of a counter’s code says which counter it is, and that of no code is 404', async () => {
  const { units } = district;
  const said = { unitId: units.anKhanh, name: 'Quầy số 1 <Hộ tịch>', openFrom: '2024-01-02' };
  const { code } = await contest.get(CounterService).openCounter(SYSTEM, said);

  expect(await headOf(`/q/${code}`)).toMatchObject({
    status: 200,
    title: 'Đánh giá Quầy số 1 &lt;Hộ tịch&gt; · Sáng kiến CCHC',
    robots: 'noindex',
  });
  expect(await headOf('/q/22222222')).toMatchObject({ status: 404, robots: 'noindex' });
});

test('what is announced to nobody, what is nobody’s and what is no id is 404 without an account, and tells nothing', async () => {
  const draft = await aContest(contest, district, { headConfirms: false, phase: 'DRAFT' });
  const paths = [draft.id, newId(), 'x'].flatMap((id) => [`/contests/${id}`, `/contests/${id}/result`, `/winners/${id}`]);

  for (const path of paths) expect([path, await headOf(path)]).toEqual([path, { status: 404, ...NOTHING }]);
  for (const path of paths) expect([path, await headOf(path, 'phien=x')]).toEqual([path, { status: 200, ...NOTHING }]);

  await toPhase(contest, draft.id, 'OPEN');
  contest.clock.set(new Date(contest.clock.now().getTime() + 60_000));
  expect(await headOf(`/contests/${draft.id}`)).toMatchObject({ status: 200, robots: null });
});
