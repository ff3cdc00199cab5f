import { sql } from 'kysely';
import { Worker } from '#lib/platform';
import { aContest, type RunningYear } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { aDocxSaying, aPdfSaying } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, soleAuthor } from './support/initiatives.js';
import { CONFIRM_UPLOAD, sendFile } from './support/uploads.js';

const FOUND = (
  list: string,
) => `query ($search: String, $first: Int, $after: String) { ${list}(search: $search, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { title } } } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  [submitter, organiser] = [await contest.as(district.people.submitter), await contest.as(district.people.organiser)];
});
afterAll(() => contest.stop());

const titles = ({ edges }: any): string[] => edges.map(({ node }: any) => node.title as string);
const found = async (client: Client, search: string, list = 'initiatives') => titles(await client.ask(FOUND(list), { search }));
const read = () => contest.get(Worker).tick();

async function attached(initiativeId: string, fileName: string, content: Buffer, by = submitter): Promise<string> {
  const id = await sendFile(contest, by, { ownerType: 'initiative', ownerId: initiativeId, fileName, contentType: '' }, content);
  expect(await by.ask(CONFIRM_UPLOAD, { input: { fileId: id } })).toMatchObject({ __typename: 'StoredFile' });
  return id;
}

/** A file that says so, on what was sent in already. */
async function said(initiativeId: string, text: string): Promise<void> {
  await sql`with file as (insert into stored_file (id, owner_type, owner_id, file_name, content_type, size, sha256, incoming_key, uploaded_by, created_at, kept_at)
      values (gen_random_uuid(), 'initiative', ${initiativeId}, 'a.pdf', 'application/pdf', 1, md5(random()::text), md5(random()::text), ${district.people.submitter}, now(), now())
      returning sha256)
    insert into content_reading (sha256, content_type, text, folded, read_at) select sha256, 'application/pdf', ${text}::text, fold_text(${text}::text), now() from file`.execute(
    contest.em().getKysely(),
  );
}

test('a dossier is found by what its files say, PDF and DOCX, tone marks and lines aside, until they are taken off it', async () => {
  const { id } = await aDraft(contest, district, year, { title: 'Hồ sơ có tệp' });
  const pdf = await attached(id, 'bang-chung.pdf', aPdfSaying('Camera giao thong thong minh'));
  await attached(id, 'mo-ta.docx', await aDocxSaying('Máy quét mã vạch', 'ở quầy tiếp dân'));
  expect(await found(submitter, 'giao thông', 'myInitiatives')).toEqual([]);
  await read();
  expect(await found(submitter, 'GIAO THÔNG', 'myInitiatives')).toEqual(['Hồ sơ có tệp']);
  expect(await found(submitter, 'may quet ma vach', 'myInitiatives')).toEqual(['Hồ sơ có tệp']);
  expect(await found(submitter, 'ma vach o quay', 'initiatives')).toEqual(['Hồ sơ có tệp']);
  expect(await found(submitter, 'quét mã QR', 'myInitiatives')).toEqual([]);
  expect(await found(submitter, 'gia_ thong', 'myInitiatives')).toEqual([]);

  await sql`update stored_file set removed_at = now() where id = ${pdf}`.execute(contest.em().getKysely());
  expect(await found(submitter, 'giao thong', 'myInitiatives')).toEqual([]);
});

test('who may not read a file finds nothing by it: a draft of another unit, and all of it in public', async () => {
  const { id: draft } = await aDraft(contest, district, year, { title: 'Bản nháp kín' });
  await said(draft, 'Cụm từ hiếm gặp trong nháp');
  const { id: sent } = await aSubmitted(contest, district, year, { title: 'Đã gửi' });
  await said(sent, 'Cụm từ hiếm gặp đã gửi');
  const elsewhere = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  const others = await contest.as((await aDistrict(contest)).people.organiser);

  expect((await found(submitter, 'hiếm gặp')).toSorted()).toEqual(['Bản nháp kín', 'Đã gửi']);
  expect(await found(organiser, 'hiếm gặp')).toEqual(['Đã gửi']);
  expect(await found(await contest.as(district.people.leader), 'hiếm gặp')).toEqual(['Đã gửi']);
  expect(await found(elsewhere, 'hiếm gặp')).toEqual([]);
  expect(await found(others, 'hiếm gặp')).toEqual([]);
  expect((await contest.client().ask('{ winners(search: "hiếm gặp") { totalCount } }')).totalCount).toBe(0);
  const judge = await contest.as(district.people.judge);
  expect((await judge.send(FOUND('initiatives'), { search: 'hiếm gặp' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a word that many files hold finds them all, page by page, each once, its title beside', async () => {
  const small = await aContest(contest, district, { headConfirms: false });
  const { id } = await aSubmitted(contest, district, small, { title: 'Liên thông dữ liệu' });
  for (let n = 0; n < 205; n += 1) await said(id, `Liên thông dữ liệu, tệp ${String(n)}`);
  const { id: other } = await aSubmitted(contest, district, small, { title: 'Việc khác', authors: soleAuthor(district.people.submitter) });
  await said(other, 'Có liên thông dữ liệu');
  const first = await organiser.ask(FOUND('initiatives'), { search: 'liên thông dữ liệu', first: 1 });
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const second = await organiser.ask(FOUND('initiatives'), { search: 'liên thông dữ liệu', first: 1, after: first.pageInfo.endCursor });
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect([...titles(first), ...titles(second)].toSorted()).toEqual(['Liên thông dữ liệu', 'Việc khác']);
});

test('two letters are looked for in titles alone', async () => {
  const { id } = await aSubmitted(contest, district, year, { title: 'Tiêu đề' });
  await said(id, 'xq');
  expect(await found(organiser, 'xq')).toEqual([]);
});

test('a text that was read before it was searched is folded by the worker, however many there are', async () => {
  const { id } = await aSubmitted(contest, district, year, { title: 'Đọc từ trước' });
  for (let n = 0; n < 23; n += 1) await said(id, `Văn bản đọc từ trước số ${String(n)} hết`);
  await sql`update content_reading set folded = null`.execute(contest.em().getKysely());
  expect(await found(organiser, 'từ trước số 22')).toEqual([]);
  contest.clock.set(new Date(contest.clock.now().getTime() + 120_000));
  await read();
  expect(await found(organiser, 'từ trước số 22')).toEqual(['Đọc từ trước']);
  const { rows } = await sql<{
    left: number;
  }>`select count(*)::int as left from content_reading where text is not null and folded is null`.execute(contest.em().getKysely());
  expect(rows).toEqual([{ left: 0 }]);
});
