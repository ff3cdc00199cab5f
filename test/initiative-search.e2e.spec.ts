import { InitiativeLink } from '#domain/initiative';
import { ContestService, SeatService } from '#lib/contest';
import { FilesService } from '#lib/platform';
import { InitiativeQueries, SubmissionService } from '#lib/initiative';
import { SYSTEM, localDate } from '#lib/kernel';
import { aContest, plan, prizePlan, rules, type RunningYear } from './support/contests.js';
import { countQueries } from './support/count-queries.js';
import { aDistrict, aPerson, type District } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, refusal, soleAuthor, tell } from './support/initiatives.js';

const LIST = `query ($contestId: ID, $search: String, $states: [InitiativeState!], $order: InitiativeOrder, $first: Int = 50, $after: String) {
  initiatives(contestId: $contestId, search: $search, states: $states, order: $order, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id receiptNumber title state submittedAt area { nameVi } owner { nameVi abbreviation } authors { person { fullName } share lead } } } } }`;
const MINE = LIST.replace('initiatives(', 'myInitiatives(');
const SIMILAR = `query ($id: ID!) { similarInitiatives(initiativeId: $id, first: 10) { totalCount edges { node { id title contest { year } likeness mayRead verdict owner { nameVi } } } } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;
let culture: Client;
let cultureId: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  cultureId = await aPerson(contest, { fullName: 'Trần Thị Tuyết', unitId: district.units.culture, role: 'SUBMITTER' });
  [submitter, organiser, culture] = [
    await contest.as(district.people.submitter),
    await contest.as(district.people.organiser),
    await contest.as(cultureId),
  ];
});

afterAll(() => contest.stop());

const ofCulture = () => ({ ownerUnitId: district.units.culture, authors: soleAuthor(cultureId) });
const titles = (page: any): string[] => page.edges.map(({ node }: any) => node.title as string);

test('a list is one statement, however many rows it has, with authors, unit and area', async () => {
  const small = await aContest(contest, district, { headConfirms: false });
  const count = (client: Client, query: string) => countQueries(() => client.ask(query, { contestId: small.id }));
  await aSubmitted(contest, district, small, { title: 'Đăng ký khai sinh tại nhà' });
  const one = [await count(organiser, LIST), await count(submitter, MINE)];
  await aSubmitted(contest, district, small, { title: 'Chứng thực điện tử' });
  await aSubmitted(contest, district, small, { title: 'An sinh trực tuyến' });

  expect([await count(organiser, LIST), await count(submitter, MINE)]).toEqual(one);
  // One for the session, one for the list.
  expect(one).toEqual([2, 2]);
  const page = await organiser.ask(LIST, { contestId: small.id, order: 'TITLE', first: 2 });
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(titles(page)).toEqual(['An sinh trực tuyến', 'Chứng thực điện tử']);
  expect(page.edges[0].node).toMatchObject({
    receiptNumber: '2026-003',
    area: { nameVi: 'Cải cách thủ tục hành chính' },
    owner: { nameVi: 'Phòng Tài chính - Kế hoạch', abbreviation: 'P.TCKH' },
    authors: [{ person: { fullName: 'Nguyễn Thị Hòa' }, share: '100', lead: true }],
  });
  const rest = await organiser.ask(LIST, { contestId: small.id, order: 'TITLE', first: 2, after: page.pageInfo.endCursor });
  expect(titles(rest)).toEqual(['Đăng ký khai sinh tại nhà']);
});

test('each sees their own: the office what was sent in, a unit its own, nobody else anything', async () => {
  const small = await aContest(contest, district, { headConfirms: false });
  await aDraft(contest, district, small, { title: 'Bản nháp' });
  await aSubmitted(contest, district, small, { title: 'Của Văn hóa', ...ofCulture() });

  expect(titles(await organiser.ask(LIST, { contestId: small.id }))).toEqual(['Của Văn hóa']);
  expect(titles(await submitter.ask(MINE, { contestId: small.id }))).toEqual(['Bản nháp']);
  expect(titles(await submitter.ask(LIST, { contestId: small.id }))).toEqual(['Bản nháp']);
  expect((await culture.ask(LIST, { contestId: small.id })).totalCount).toBe(1);
  const judge = await contest.as(district.people.judge);
  expect((await judge.send(LIST, { contestId: small.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const admin = await contest.as(district.people.admin);
  expect((await admin.send(LIST, { contestId: small.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('search ignores tone marks, reads đ as d, and takes a percent sign as one', async () => {
  const small = await aContest(contest, district, { headConfirms: false });
  const { receiptNumber: code } = await aSubmitted(contest, district, small, { title: 'Đổi mới tiếp nhận hồ sơ đất đai' });
  await aSubmitted(contest, district, small, { title: 'Giảm 50% thời gian chờ' });
  const found = async (search: string) => titles(await organiser.ask(LIST, { contestId: small.id, search }));

  expect(await found('doi moi tiep nhan')).toEqual(['Đổi mới tiếp nhận hồ sơ đất đai']);
  expect(await found('ĐẤT ĐAI')).toEqual(['Đổi mới tiếp nhận hồ sơ đất đai']);
  expect(await found('50%')).toEqual(['Giảm 50% thời gian chờ']);
  expect(await found('%')).toEqual(['Giảm 50% thời gian chờ']);
  expect(await found(code ?? '')).toEqual(['Đổi mới tiếp nhận hồ sơ đất đai']);
});

test('similar initiatives of all years: the drafter is shown what is published and their own, the screener all; the verdict stays as a link', async () => {
  const past = await contest.get(ContestService).recordPastContest(SYSTEM, {
    ...{
      hostUnitId: district.units.district,
      year: 2023,
      titleVi: 'Cuộc thi năm 2023',
      titleEn: 'Contest of 2023',
      objectives: 'Đã qua',
      rosterAsOf: '2023-06-30',
    },
    ...{ areaIds: [year.areaId], prizePlan, documents: [plan, rules] },
  });
  const winner = await contest.get(SubmissionService).recordPastInitiative(SYSTEM, {
    ...{ contestId: past.id, areaId: year.areaId, ownerUnitId: district.units.culture, authors: soleAuthor(cultureId) },
    ...{ title: 'Nhắc hạn giấy phép kinh doanh đặt hẹn giờ', solution: 'Bảng tính có bộ hẹn giờ.' },
  });
  expect(winner).toMatchObject({ state: 'ELIGIBLE', receiptNumber: '2023-001' });
  const rival = await aSubmitted(contest, district, year, { title: 'Nhắc hạn giấy phép xây dựng', ...ofCulture() });
  await aSubmitted(contest, district, year, {
    ...{ title: 'Trồng cây xanh ven kênh', problem: 'Kênh rạch ô nhiễm.', solution: 'Vận động nhân dân.', ...ofCulture() },
  });
  const mine = await aSubmitted(contest, district, year, {
    ...{ title: 'NHAC HAN GIAY PHEP KINH DOANH dat hen gio', problem: 'Quên ngày hết hạn.', solution: 'Bảng tính có bộ hẹn giờ.' },
    ...{ novelty: 'Lần đầu làm ở huyện.', effect: 'Không còn ai bị phạt.' },
  });

  const drafter = await submitter.ask(SIMILAR, { id: mine.id });
  expect(drafter.edges[0].node).toMatchObject({
    ...{ title: 'Nhắc hạn giấy phép kinh doanh đặt hẹn giờ', contest: { year: 2023 }, mayRead: false, verdict: null },
    owner: { nameVi: 'Phòng Văn hóa và Thông tin' },
  });
  expect(drafter.edges.slice(1).filter(({ node }: any) => node.owner.nameVi !== 'Phòng Tài chính - Kế hoạch')).toEqual([]);
  expect(Number(drafter.edges[0].node.likeness)).toBeGreaterThan(0.6);
  const screener = await organiser.ask(SIMILAR, { id: mine.id });
  expect(titles(screener).slice(0, 2)).toEqual(['Nhắc hạn giấy phép kinh doanh đặt hẹn giờ', 'Nhắc hạn giấy phép xây dựng']);

  expect(
    await tell(organiser, 'linkSimilar', { initiativeId: mine.id, earlierId: winner.id, verdict: 'IMPROVES', reason: 'Thêm tin nhắn.' }),
  ).toMatchObject({ id: mine.id });
  expect(await tell(organiser, 'linkSimilar', { initiativeId: mine.id, earlierId: mine.id, verdict: 'NEW' })).toEqual(
    refusal('LINK_NOT_EARLIER', 'earlierId'),
  );
  await tell(organiser, 'linkSimilar', { initiativeId: mine.id, earlierId: rival.id, verdict: 'DUPLICATES' });
  await tell(organiser, 'linkSimilar', { initiativeId: mine.id, earlierId: rival.id, verdict: 'NEW' });
  const verdicts = (await organiser.ask(SIMILAR, { id: mine.id })).edges.map(({ node }: any) => node.verdict as string);
  expect(verdicts.slice(0, 2)).toEqual(['IMPROVES', 'NEW']);
  expect(await contest.em().count(InitiativeLink)).toBe(2);
  const links = `query ($id: ID!) { initiative(id: $id) { links { verdict earlier { title } } } }`;
  expect((await submitter.ask(links, { id: mine.id })).links).toEqual([]);
  expect((await organiser.ask(links, { id: mine.id })).links.length).toBe(2);
  expect((await culture.send(SIMILAR, { id: mine.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('the dossier for judging has what was sent in, without what is confidential; a draft has none', async () => {
  const sent = await aSubmitted(contest, district, year, { confidential: 'Giá hợp đồng' });
  const draft = await aDraft(contest, district, year);

  const dossier = await contest.get(InitiativeQueries).dossier(sent.id, { nameless: false, locale: 'vi' });
  expect(dossier).toMatchObject({ id: sent.id, receiptNumber: sent.receiptNumber });
  expect(JSON.stringify(dossier)).not.toContain('Giá hợp đồng');
  expect(await contest.get(InitiativeQueries).dossier(draft.id, { nameless: false, locale: 'vi' })).toBeNull();
});

test('files hang on a draft, up to the limit of the contest, and not on what was sent in; the version names them', async () => {
  const small = await aContest(contest, district, { headConfirms: false, maxFiles: 1 });
  const draft = await aDraft(contest, district, small);
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  const request = { ownerType: 'initiative', ownerId: draft.id, fileName: 'Minh chứng.pdf', contentType: 'application/pdf' };
  const ask = (client: Client) =>
    client.ask(`mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename ... on Refusal { code } } }`, {
      input: { ...request, size: pdf.length },
    });

  expect(await ask(culture)).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  const file = await contest.get(FilesService).attach(SYSTEM, request, pdf);
  expect(await ask(submitter)).toEqual({ __typename: 'Refusal', code: 'FILE_TOO_MANY' });
  const sent = await contest.get(SubmissionService).submitInitiative(SYSTEM, { initiativeId: draft.id, version: draft.version + 1 });
  expect(await ask(submitter)).toEqual({ __typename: 'Refusal', code: 'NOT_OPEN_TO_EDITS' });
  const [kept] = await contest
    .em()
    .getConnection()
    .execute<{ files: unknown }[]>(`select content->'files' as files from initiative_version where initiative_id = '${sent.id}'`);
  expect(kept?.files).toEqual([{ id: file.id, name: 'Minh chứng.pdf', sha256: file.sha256 }]);
  const download = `query ($id: ID!) { fileDownload(id: $id) { url } }`;
  expect((await culture.send(download, { id: file.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await organiser.send(download, { id: file.id })).errors).toBeUndefined();
});

test('co-authors are found by a part of their name among the units of the roster, without those who have a seat', async () => {
  const ask = `query ($id: ID!, $search: String!) { possibleAuthors(contestId: $id, search: $search) { edges { node { fullName unit { nameVi } } } } }`;
  const found = async () => (await submitter.ask(ask, { id: year.id, search: 'tran thi' })).edges;

  expect(await found()).toEqual([{ node: { fullName: 'Trần Thị Tuyết', unit: { nameVi: 'Phòng Văn hóa và Thông tin' } } }]);
  const seated = await aPerson(contest, { fullName: 'Trần Thị Ghế', unitId: district.units.culture });
  await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: seated, kind: 'JUDGE' });
  expect((await found()).length).toBe(1);
});

test('the office finds dossiers by author, by who screened them and by the days of receipt, and orders them by what a column shows', async () => {
  const FIND = `query ($contestId: ID!, $author: String, $screenerId: ID, $receivedFrom: LocalDate, $receivedTo: LocalDate, $order: InitiativeOrder, $first: Int = 50, $after: String) {
    initiatives(contestId: $contestId, author: $author, screenerId: $screenerId, receivedFrom: $receivedFrom, receivedTo: $receivedTo, order: $order, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { title receiptNumber owner { nameVi } screenedBy { id } } } } }`;
  const found = await aContest(contest, district, { headConfirms: false });
  await aSubmitted(contest, district, found, { title: 'Bốc số trực tuyến' });
  const { id, version } = await aSubmitted(contest, district, found, { title: 'An toàn hồ sơ', ...ofCulture() });
  await aSubmitted(contest, district, found, { title: 'Chữ ký số' });
  const dueAt = new Date(contest.clock.now().getTime() + 86_400_000);
  const back = await tell(organiser, 'returnInitiative', { initiativeId: id, version, dueAt, reason: 'Thiếu minh chứng.' });
  expect(back).toMatchObject({ state: 'RETURNED' });
  const ask = async (filter: object, client = organiser) => titles(await client.ask(FIND, { contestId: found.id, ...filter }));
  expect(await ask({ author: 'tran thi tuyet' })).toEqual(['An toàn hồ sơ']);
  expect(await ask({ screenerId: district.people.organiser })).toEqual(['An toàn hồ sơ']);
  // Who screens is told to those who do it alone.
  expect(await ask({ screenerId: district.people.organiser }, culture)).toEqual([]);
  const day = localDate(contest.clock.now());
  expect((await ask({ receivedFrom: day, receivedTo: day })).length).toBe(3);
  expect(await ask({ receivedTo: '2026-01-01' })).toEqual([]);
  expect(await ask({ order: 'CODE_LAST' })).toEqual(['Chữ ký số', 'An toàn hồ sơ', 'Bốc số trực tuyến']);
  expect(await ask({ order: 'DUE' }).then(([first]) => first)).toBe('An toàn hồ sơ');
  for (const order of ['RECEIVED', 'RECEIVED_FIRST', 'SAVED', 'TITLE', 'CODE', 'CODE_LAST', 'UNIT', 'AREA', 'STATE', 'DUE']) {
    const whole = await ask({ order });
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: any = await organiser.ask(FIND, { contestId: found.id, order, first: 1, after });
      paged.push(...titles(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([order, paged]).toEqual([order, whole]);
  }
  const rows = (await organiser.ask(FIND, { contestId: found.id, order: 'UNIT' })).edges.map(({ node }: any) => [
    node.owner.nameVi,
    node.screenedBy?.id ?? null,
  ]);
  expect(rows).toEqual([
    ['Phòng Tài chính - Kế hoạch', null],
    ['Phòng Tài chính - Kế hoạch', null],
    ['Phòng Văn hóa và Thông tin', district.people.organiser],
  ]);
  expect((await culture.ask(FIND, { contestId: found.id })).edges[0].node.screenedBy).toBeNull();
});
