import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ContestService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import { SYSTEM, byVietnamese } from '#lib/kernel';
import { Database, holds, projectFile, vietnamese } from '#lib/platform';
import { sql } from 'kysely';
import { plan, prizePlan, rules } from './support/contests.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor } from './support/initiatives.js';
import { mutation } from './support/sign-in.js';
import { typedText } from './support/typed-text.js';

const TITLES = [
  'Kỹ thuật số hóa 50% hồ sơ_cũ',
  'Quý khách & “một cửa” (thử nghiệm): bước 1 | 2 \\ 3',
  "Đơn vị trả lời 'ngay' trong 24h! 👩‍💻 *miễn phí*",
  'Tay nghề công chức',
  'Hải quan điện tử với mã M%QR',
  'Mã QR ở Mỹ Đình; quyết định <nhanh>',
];

let contest: RunningContest;
let district: District;
let organiser: Client;
let personId: string;
let ids: readonly { id: string; title: string }[];

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  personId = await aPerson(contest, { fullName: 'Lý Thị Mỹ 100%', unitId: district.units.culture, role: 'SUBMITTER' });
  ids = await aPast(2023, TITLES);
});
afterAll(() => contest.stop());

/** A contest of a past year whose initiatives, of these titles, all won. */
async function aPast(year: number, titles: readonly string[]): Promise<{ id: string; title: string }[]> {
  const { id: contestId } = await contest.get(ContestService).recordPastContest(SYSTEM, {
    ...{ hostUnitId: district.units.district, year, titleVi: `Cuộc thi năm ${String(year)}`, titleEn: `Contest of ${String(year)}` },
    ...{ objectives: 'Đã qua', rosterAsOf: '2023-06-30', areaIds: [await anyArea()], prizePlan, documents: [plan, rules] },
  });
  const made: { id: string; title: string }[] = [];
  for (const title of titles) {
    const order = { contestId, areaId: await anyArea(), ownerUnitId: district.units.culture, authors: soleAuthor(personId), title };
    made.push({ id: (await contest.get(SubmissionService).recordPastInitiative(SYSTEM, order)).id, title });
  }
  const awards = made.map(({ id }) => ({ initiativeId: id, tierKey: 'THIRD' }));
  const recorded = await organiser.ask(mutation('recordPastAwards', 'RecordPastAwardsInput', '... on AwardDecision { id }'), {
    input: { contestId, decisionNumber: '1/QĐ-UBND', decidedOn: '2023-12-01', awards },
  });
  expect(recorded).toMatchObject({ __typename: 'AwardDecision' });
  return made;
}

let areaId: string | undefined;
const anyArea = async (): Promise<string> =>
  (areaId ??= (
    await organiser.ask(mutation('createArea', 'CreateAreaInput', '... on ReformArea { id }'), {
      input: { areaCode: 'ANY', nameVi: 'Chuyển đổi số', nameEn: 'Digital', ordinal: 1 },
    })
  ).id as string);

const inInitiatives = async (search: string): Promise<string[]> =>
  (await organiser.ask('query ($s: String) { initiatives(search: $s, first: 100) { edges { node { title } } } }', { s: search })).edges.map(
    ({ node }: any) => node.title as string,
  );
const inWinners = async (search: string): Promise<string[]> =>
  (
    await contest
      .client()
      .ask('query ($s: String) { winners(search: $s, first: 100) { edges { node { initiative { title } } } } }', { s: search })
  ).edges.map(({ node }: any) => node.initiative.title as string);

describe.each([
  ['initiatives', inInitiatives],
  ['winners', inWinners],
])('%s', (_, found) => {
  test.each([
    ['kĩ thuật', ['Kỹ thuật số hóa 50% hồ sơ_cũ']],
    ['quí khach', ['Quý khách & “một cửa” (thử nghiệm): bước 1 | 2 \\ 3']],
    ['ở mĩ đình', ['Mã QR ở Mỹ Đình; quyết định <nhanh>']],
    ['QUY', ['Mã QR ở Mỹ Đình; quyết định <nhanh>', 'Quý khách & “một cửa” (thử nghiệm): bước 1 | 2 \\ 3']],
    ['tai nghe', []],
    ['hay quan', []],
    ['M%QR', ['Hải quan điện tử với mã M%QR']],
    ['m_qr', []],
    ['"mot cua"', ['Quý khách & “một cửa” (thử nghiệm): bước 1 | 2 \\ 3']],
    ['so\u0302\u0301 hóa'.normalize('NFD'), ['Kỹ thuật số hóa 50% hồ sơ_cũ']],
    [' mã\u00a0 \u200bM%\u00ad', ['Hải quan điện tử với mã M%QR']],
  ])('a search for %j finds what is called so, by no wildcard', async (search, titles) => {
    expect((await found(search)).sort()).toEqual(titles);
  });

  test('every character of a title, and every part of it, finds it', async () => {
    for (const title of TITLES) {
      const characters = Array.from(title);
      const parts = [
        ...characters.filter((one) => one.trim() !== ''),
        ...characters.map((__, at) => characters.slice(at, at + 4).join('')),
      ];
      for (const part of new Set(parts)) expect([part, await found(part)]).toEqual([part, expect.arrayContaining([title])]);
    }
  });
});

test('whatever a text holds is found in it, and in no other that lacks it', async () => {
  const database = contest.get(Database);
  await fc.assert(
    fc.asyncProperty(typedText, fc.nat(24), fc.integer({ min: 1, max: 6 }), async (text, from, length) => {
      const kept = text.replaceAll('\0', '');
      const part = Array.from(kept)
        .slice(from, from + length)
        .join('');
      const answer = await database.first(sql<{ found: boolean; other: boolean }>`
        select ${holds(sql`${kept}::text`, part)} as found, ${holds(sql`''::text`, `${part}x`)} as other`);
      expect(answer).toEqual({ found: true, other: false });
    }),
    { numRuns: 500 },
  );
});

test('units, people, co-authors and rollouts are searched as text too', async () => {
  await aUnit(contest, 'Xã Lý 5%_Nhân', { kind: 'COMMUNE', parentId: district.units.district });
  const units = async (search: string) =>
    (await organiser.ask('query ($s: String) { units(search: $s) { edges { node { nameVi } } } }', { s: search })).edges.map(
      ({ node }: any) => node.nameVi as string,
    );
  expect([await units('lí 5%_'), await units('l%n'), await units('5__')]).toEqual([['Xã Lý 5%_Nhân'], [], []]);
  const admin = await contest.as(district.people.admin);
  const people = async (search: string) =>
    (await admin.ask('query ($s: String) { people(search: $s) { edges { node { fullName } } } }', { s: search })).edges.map(
      ({ node }: any) => node.fullName as string,
    );
  expect([await people('lí thị mĩ 100%'), await people('l%y'), await people('mỹ _')]).toEqual([['Lý Thị Mỹ 100%'], [], []]);
  const submitter = await contest.as(district.people.submitter);
  const [held] = await contest.em().getConnection().execute('select contest_id as of from initiative where id = ?', [ids[0]!.id]);
  const authors = (search: string) =>
    submitter.send('query ($of: ID!, $s: String!) { possibleAuthors(contestId: $of, search: $s) { edges { node { fullName } } } }', {
      of: held?.of,
      s: search,
    });
  expect((await authors('li thi')).data).toEqual({ possibleAuthors: { edges: [{ node: { fullName: 'Lý Thị Mỹ 100%' } }] } });
  for (const nothing of ['\u0301\u0302', '\u200b\u200b ', 'l'])
    expect((await authors(nothing)).errors).toMatchObject([
      { extensions: { code: expect.stringMatching(/^(SEARCH_TOO_SHORT|INPUT_INVALID)$/) as string, path: 'search' } },
    ]);
  expect((await contest.client().ask('{ publicRollouts(search: "%") { totalCount } }')).totalCount).toBe(0);
});

test('a title with what cannot be seen between its letters, of before it was cleaned, is found and alike', async () => {
  const database = contest.get(Database);
  const row = await database.first(sql<object>`
    select fold_text(${'K\u200bỹ thu\u00adật'}) = fold_text('kĩ thuật') as found, similarity(fold_text(${'Tr\ufeffung tâm'}), fold_text('trung tam')) as alike`);
  expect(row).toEqual({ found: true, alike: 1 });
  expect(ids.length).toBe(TITLES.length);
});

test('the migration folds anew what was received before as a receipt does', async () => {
  const migration = readFileSync(projectFile('prisma-free-schema/migrations/20261125235300-text-folding.sql'), 'utf8');
  const rebuild = migration.split(/;\s*$/m).find((statement) => statement.includes('update initiative_search'))!;
  const database = contest.get(Database);
  const rows = () => database.rows(sql<object>`select title, title_marks, words::text from initiative_search order by initiative_id`);
  const written = await rows();
  await sql`update initiative_search set title = '', title_marks = '', words = ''`.execute(contest.em().getKysely());
  await sql.raw(rebuild).execute(contest.em().getKysely());

  expect(written.length).toBe(TITLES.length);
  expect(await rows()).toEqual(written);
});

test('a page of units goes on where the last one ended, in Vietnamese order', async () => {
  const names = ['Xã Đông', 'Xã Dương', 'Xã Tân', 'Xã Ân', 'Xã An', 'Xã Án', 'Xã đồng', 'Xã Ơn', 'Xã Tan'];
  const parentId = await aUnit(contest, 'Huyện Sắp Xếp', { kind: 'DISTRICT', parentId: null });
  for (const name of names) await aUnit(contest, name, { kind: 'COMMUNE', parentId });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: any = await organiser.ask(
      'query ($id: ID, $after: String) { units(belowId: $id, first: 2, after: $after) { edges { node { nameVi } } pageInfo { endCursor hasNextPage } } }',
      { id: parentId, after },
    );
    seen.push(...page.edges.map(({ node }: any) => node.nameVi as string));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['Xã An', 'Xã Án', 'Xã Ân', 'Xã Dương', 'Xã Đông', 'Xã đồng', 'Xã Ơn', 'Xã Tan', 'Xã Tân']);
});

test('the database and the program sort alike', async () => {
  const letter = fc.constantFrom(...Array.from('aáàảãạăắâấbcdđeéêếghiíklmnoóôốơớpqrstuúưứvxyýAĐÂƠƯ 019-'));
  const texts = [...new Set(fc.sample(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), 1000))];
  const rows = await contest
    .get(Database)
    .rows(sql<{ text: string }>`select text from unnest(${texts}::text[]) text order by ${vietnamese(sql`text`)}, text collate "C"`);
  const sorted = rows.map(({ text }) => text);
  expect(sorted.filter((text, at) => at > 0 && byVietnamese(sorted[at - 1]!, text) > 0)).toEqual([]);
});
