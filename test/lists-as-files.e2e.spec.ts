import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import readXlsxFile from 'read-excel-file/node';
import { Exports } from '#lib/platform';
import { PERMISSION_TABLE } from './support/permission-table.js';
import { type RunningYear, aContest } from './support/contests.js';
import { askForList, exported, fetchFile, jobOf, rowsOf } from './support/exporting.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSubmitted, refusal } from './support/initiatives.js';
import { done } from './support/world.js';
import { CLOSE_ROUND, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { aRound } from './support/contests.js';

const DAY = 24 * 60 * 60 * 1000;
const TITLES = ['=SUM(A1)', 'Đăng ký khai sinh, tại nhà', 'Chứng thực "điện tử"'];
const LIST = `query ($contestId: ID, $order: InitiativeOrder, $search: String) { initiatives(contestId: $contestId, order: $order, search: $search, first: 100) {
  edges { node { receiptNumber title submittedAt owner { nameVi } } } } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let organiser: Client;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  for (const title of TITLES) await aSubmitted(contest, district, year, { title });
  [organiser, leader] = [await contest.as(district.people.organiser), await contest.as(district.people.leader)];
});
afterAll(() => contest.stop());

const run = (statement: string) => contest.em().getConnection().execute(statement);
const ofYear = () => ({ contestId: year.id, order: 'TITLE' });

test('a list as a workbook has the rows that its page shows, in its order, with text as text and moments as dates', async () => {
  const page = await organiser.ask(LIST, ofYear());
  const columns = ['receiptNumber', 'title', 'owner', 'submittedAt'];
  const { job, content } = await exported(contest, organiser, { list: 'initiatives', filter: ofYear(), columns });

  // Hà Nội's clock on the wall is seven hours ahead of Greenwich's.
  const shown = page.edges.map(({ node }: any) => [
    node.receiptNumber,
    node.title,
    node.owner.nameVi,
    new Date(Date.parse(node.submittedAt as string) + 7 * 3_600_000),
  ]);
  expect(await rowsOf(content)).toEqual([['Mã hồ sơ', 'Tên sáng kiến', 'Đơn vị', 'Nộp lúc'], ...shown]);
  expect(shown.map(([, title]: any) => title)).toContain('=SUM(A1)');
  expect(job).toMatchObject({
    kind: 'platform.export',
    state: 'DONE',
    export: {
      title: 'Danh sách hồ sơ sáng kiến',
      format: 'XLSX',
      fileName: 'danh-sach-ho-so-2026-03-02.xlsx',
      rows: 3,
      size: content.length,
    },
  });
  expect(await organiser.ask('{ myJobs(first: 1) { edges { node { id export { rows } } } } }')).toEqual({
    edges: [{ node: { id: job.id, export: { rows: 3 } } }],
  });
});

test('a list as CSV keeps typed text from being a formula, with the filter and the search of its query', async () => {
  const filter = { contestId: year.id, search: 'sum' };
  const { content } = await exported(contest, organiser, {
    list: 'initiatives',
    filter,
    columns: ['title', 'illustrative'],
    format: 'CSV',
  });
  expect(content.toString('utf8')).toBe("\uFEFFTên sáng kiến,Dữ liệu minh họa\r\n'=SUM(A1),Không\r\n");
});

test('every list that can be a file is a query of the schema, and asks for what that asks for', () => {
  const lists = contest
    .get(Exports)
    .all()
    .filter(({ isList }) => isList);
  expect(lists.map(({ name, permission }) => [name, permission])).toEqual(lists.map(({ name }) => [name, PERMISSION_TABLE[name]]));
  expect(lists.map(({ name }) => name).sort()).toEqual(
    expect.arrayContaining(['finalStandings', 'initiatives', 'people', 'reports', 'rolloutMatrix', 'standings', 'winners']),
  );
});

test('what a list does not take, columns that it has not and lists that are none are refused, and nothing is begun', async () => {
  const jobs = () => run('select count(*)::int as n from job');
  const before = await jobs();
  const asked = [
    { list: 'initiatives', filter: { state: 'DRAFT' } },
    { list: 'initiatives', filter: { states: ['NONE'] } },
    { list: 'initiatives', filter: { year: 'next' } },
    { list: 'initiatives', filter: [] },
    { list: 'initiatives', filter: { contestId: 'none' } },
    { list: 'initiatives', columns: ['title', 'password'] },
    { list: 'standings', filter: {} },
  ];
  const codes = [];
  for (const one of asked) codes.push((await askForList(organiser, one)).code);
  expect(codes).toEqual([
    'EXPORT_FILTER',
    'EXPORT_FILTER_VALUE',
    'EXPORT_FILTER_VALUE',
    'EXPORT_FILTER_SHAPE',
    'INPUT_INVALID',
    'EXPORT_COLUMN_UNKNOWN',
    'INPUT_INVALID',
  ]);
  for (const list of ['me', 'constructor']) await expect(askForList(organiser, { list })).rejects.toThrow('ExportedList');
  expect(await askForList(await contest.as(district.people.communeOfficer), { list: 'people' })).toMatchObject(
    refusal('NOT_FOUND', 'list'),
  );
  expect(await jobs()).toEqual(before);
});

test('a file has what its person may see when it is made, and is not made for who has lost the right', async () => {
  const someone = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  const client = await contest.as(someone);
  const { id } = await askForList(client, { list: 'initiatives', filter: ofYear() });
  await run(`update role_grant set valid_from = '2019-01-01', valid_to = '2020-01-01' where person_id = '${someone}'`);
  await contest.drain();
  expect(await jobOf(client, id as string)).toMatchObject({
    state: 'FAILED',
    failureCode: 'NOT_FOUND',
    export: { fileId: null, rows: null },
  });
});

test('a file is for who asked for it alone, and only as long as they have the right that it was made with', async () => {
  const someone = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  const client = await contest.as(someone);
  const { job, content } = await exported(contest, client, { list: 'initiatives', filter: ofYear() });
  const { fileId } = job.export;
  expect(content.subarray(0, 2).toString()).toBe('PK');
  expect([await fetchFile(contest, organiser, fileId as string), await fetchFile(contest, leader, fileId as string)]).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);

  // With a right to other units alone: another reach than the file was made with.
  await run(`update role_grant set unit_id = '${district.units.finance}' where person_id = '${someone}'`);
  expect(await fetchFile(contest, client, fileId as string)).toBe('NOT_FOUND');
  await run(`update role_grant set unit_id = '${district.units.district}' where person_id = '${someone}'`);
  expect(await fetchFile(contest, client, fileId as string)).toEqual(content);
});

test('a file is kept for a day; then it is gone, and with it what was asked', async () => {
  const { job } = await exported(contest, organiser, { list: 'initiatives', filter: { ...ofYear(), search: 'khai sinh' } });
  const { fileId, endsAt } = job.export;
  expect(endsAt).toBe(new Date(contest.clock.now().getTime() + DAY).toISOString());
  contest.clock.advance(DAY);
  expect(await fetchFile(contest, organiser, fileId as string)).toBe('NOT_FOUND');
  expect(await jobOf(organiser, job.id as string)).toMatchObject({ state: 'DONE', export: null });
  await contest.tick();
  const left = await run(
    `select (select count(*)::int from export where id = '${String(job.id)}') as asked, (select count(*)::int from stored_file where id = '${String(fileId)}') as files`,
  );
  expect(left).toEqual([{ asked: 0, files: 0 }]);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('export-'))).toEqual([]);
});

test('standings are a file only once their round is closed, with figures as numbers', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(20 + at), '25.5', '30'));
  const asked = { list: 'standings', filter: { roundId }, columns: ['rank', 'score', 'cards', 'state'] };
  expect(await rowsOf((await exported(contest, organiser, asked)).content)).toEqual([
    ['Xếp hạng', 'Điểm', 'Số phiếu được tính', 'Kết quả'],
  ]);
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(await rowsOf((await exported(contest, organiser, asked)).content)).toEqual([
    ['Xếp hạng', 'Điểm', 'Số phiếu được tính', 'Kết quả'],
    [1, 76.5, 2, 'Đạt'],
    [2, 75.5, 2, 'Đạt'],
  ]);
});

test('the judging of a closed round is one workbook: standings, cards, marks with comments, what counts and why; a conflict of its reader shuts it', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  const EXPORT_ROUND =
    'mutation ($input: ExportRoundInput!) { exportRound(input: $input) { __typename ... on Job { id } ... on Refusal { code } } }';
  const askFor = (client: Client) => client.ask(EXPORT_ROUND, { input: { roundId } });
  const someone = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  const reader = await contest.as(someone);
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(20 + at), '25.5', '30'));
  expect(await askFor(reader)).toMatchObject({ code: 'ROUND_NOT_CLOSED' });

  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const { id } = await askFor(reader);
  await contest.drain();
  const job = await jobOf(reader, id as string);
  const content = (await fetchFile(contest, reader, job.export.fileId as string)) as Buffer;
  const sheets = await readXlsxFile(content, { trim: false });
  expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
    ['Xếp hạng', 3],
    ['Phiếu chấm', 5],
    ['Điểm và nhận xét', 13],
    ['Mức thống nhất', expect.any(Number)],
  ]);
  expect(sheets[1]?.data[1]?.slice(3)).toEqual([expect.any(Number), expect.any(Date), 'Có', 'Phiếu đầu, được tính']);
  expect(await askFor(await contest.as(district.people.communeOfficer)).catch(() => 'FORBIDDEN')).toBe('FORBIDDEN');

  // Whoever is shut out of the judging after the file was made does not get it any more.
  const [initiativeId] = judging.initiatives;
  const conflict = { initiativeId, personId: someone, type: 'FAMILY', reason: 'Anh em ruột của tác giả.' };
  await done(reader, 'setConflict', conflict);
  expect(await fetchFile(contest, reader, job.export.fileId as string)).toBe('NOT_FOUND');
});

test('a filter that is refused is named, with what may stand there', async () => {
  const refused = async (filter: unknown) => {
    const { code, path, message } = await askForList(organiser, { list: 'initiatives', filter: filter as object });
    return [code, path, message];
  };
  expect(await refused({ states: ['DRAFT', 'NONE'] })).toEqual([
    'EXPORT_FILTER_VALUE',
    'filter.states.1',
    expect.stringContaining('states.1'),
  ]);
  expect(await refused({ title: 'x' })).toEqual(['EXPORT_FILTER', 'filter.title', expect.stringMatching(/title.*search/)]);
  expect(await refused(['x'])).toEqual(['EXPORT_FILTER_SHAPE', 'filter', expect.stringContaining('JSON')]);
});

test.each([{ first: 3 }, { last: 3 }, { after: 'x' }, { before: null }])(
  'a file is of the whole list, and of no page of it: %j',
  async (page) => {
    const [argument = ''] = Object.keys(page);
    expect(await askForList(organiser, { list: 'initiatives', filter: { states: ['SUBMITTED'], ...page } })).toMatchObject({
      code: 'EXPORT_FILTER_PAGE',
      path: `filter.${argument}`,
      message: expect.stringContaining(argument),
    });
  },
);

test('a list is asked for as what it can be written as, and as nothing else', async () => {
  const asked = await organiser.send('mutation ($input: ExportListInput!) { exportList(input: $input) { __typename } }', {
    input: { list: 'initiatives', format: 'PDF', clientMutationId: '018f2f3e-0000-7000-8000-000000000001' },
  });
  expect(asked.errors).toMatchObject([{ message: 'Dạng tệp không thuộc các lựa chọn được phép. Hãy chọn lại.' }]);
});

test('the log as a file has what its page finds and no act of an open round; a conflict of its reader shuts it', async () => {
  const judging = await aJudging(contest, district, {
    ...{ initiatives: 1, judges: 2 },
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })], tieBreak: [] },
  });
  await openRound(contest, judging, judging.rounds[0]!);
  await signAll(contest, judging, judging.rounds[0]!, () => marksOf('20', '25.5', '30'));
  const readerId = await aPerson(contest, { unitId: district.units.interior, role: 'ADMIN', roleUnitId: district.units.district });
  const reader = await contest.as(readerId);
  const { edges } = await reader.ask('{ auditEntries(first: 100) { edges { node { operation hash } } } }');
  const { job, content } = await exported(contest, reader, { list: 'auditEntries', columns: ['operation', 'hash', 'subjectId'] });
  const rows = (await rowsOf(content)).slice(1);
  const sealed = (await run(`select id from scorecard where round_id = '${judging.rounds[0]!}'`)).map(({ id }: any) => String(id));
  expect([sealed.length, rows.filter(([, , subjectId]) => sealed.includes(String(subjectId)))]).toEqual([2, []]);
  // Beside those that were written since: that the log was read, and that its file was asked for.
  const shown = edges.map(({ node }: any) => [node.operation, node.hash]);
  expect(
    rows
      .map(([operation, hash]) => [operation, hash])
      .slice(rows.findIndex(([, hash]) => hash === shown[0][1]))
      .slice(0, 100),
  ).toEqual(shown);

  const conflict = { initiativeId: judging.initiatives[0], personId: readerId, type: 'FAMILY', reason: 'Anh em ruột của tác giả.' };
  await done(judging.organiser, 'setConflict', conflict);
  expect(await fetchFile(contest, reader, job.export.fileId as string)).toBe('NOT_FOUND');
});

test.each(['people', 'winners', 'rolloutMatrix', 'reports', 'finalStandings'])(
  '%s as a workbook has the heads of all its columns, in the language of who asks',
  async (list) => {
    const client = contest.client({ ...(await contest.headersOf(district.people.admin)), 'accept-language': 'en' });
    const who = ['people', 'winners'].includes(list)
      ? client
      : contest.client({ ...(await contest.headersOf(district.people.organiser)), 'accept-language': 'en' });
    const filter = list === 'finalStandings' ? { contestId: year.id } : {};
    const [heads, ...rows] = await rowsOf((await exported(contest, who, { list, filter })).content);
    expect(heads).toContain(
      { people: 'Full name', winners: 'Prize', rolloutMatrix: 'Initiative', reports: 'Commune', finalStandings: 'Rank' }[list],
    );
    expect(rows.length > 0).toBe(list === 'people');
  },
);
