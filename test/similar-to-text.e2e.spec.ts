import { ContestService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { changed, content } from './support/content.js';
import { type RunningYear, aContest, plan, prizePlan, rules } from './support/contests.js';
import { countQueries } from './support/count-queries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, soleAuthor } from './support/initiatives.js';

const PASSAGES = 'passages { field text otherField otherText }';
const TYPED = `query ($title: String!, $problem: String, $solution: String, $initiativeId: ID) {
  similarToText(title: $title, problem: $problem, solution: $solution, initiativeId: $initiativeId) { id title mayRead verdict ${PASSAGES} } }`;
const SAVED = `query ($id: ID!) { similarInitiatives(initiativeId: $id, first: 10) { edges { node { id ${PASSAGES} } } } }`;
const TITLE = 'Nhắc hạn giấy phép kinh doanh đặt hẹn giờ';
const SOLUTION = 'Bảng theo dõi có bộ hẹn giờ tự gửi tin nhắn trước 60, 30 và 7 ngày. Ai cũng dùng được.';

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;
let cultureId: string;
let published: string;
let rival: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  cultureId = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  const past = await contest.get(ContestService).recordPastContest(SYSTEM, {
    ...{ hostUnitId: district.units.district, year: 2023, titleVi: 'Cuộc thi năm 2023', titleEn: 'Contest of 2023', objectives: 'Đã qua' },
    ...{ rosterAsOf: '2023-06-30', areaIds: [year.areaId], prizePlan, documents: [plan, rules] },
  });
  const theirs = { areaId: year.areaId, ownerUnitId: district.units.culture, authors: soleAuthor(cultureId) };
  const recorded = await contest
    .get(SubmissionService)
    .recordPastInitiative(SYSTEM, { contestId: past.id, ...theirs, title: TITLE, solution: SOLUTION });
  published = recorded.id;
  rival = (await aSubmitted(contest, district, year, { title: `${TITLE} xây dựng`, solution: SOLUTION, ...theirs })).id;
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const found = (client: Client, typed: object): Promise<any[]> => client.ask(TYPED, { ...typed });

test('what is typed is compared before anything is saved: with what was published, and never with what the drafter may not know of', async () => {
  const before = await content(contest, ['session']);
  const answer = await found(submitter, { title: 'NHAC HAN GIAY PHEP KINH DOANH', solution: SOLUTION });

  expect(answer).toEqual([{ id: published, title: TITLE, mayRead: false, verdict: null, passages: [] }]);
  expect((await found(organiser, { title: 'Nhắc hạn giấy phép kinh doanh' })).map(({ id }) => id).sort()).toEqual(
    [published, rival].sort(),
  );
  expect(await found(submitter, { title: '' })).toEqual([]);
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('whoever may open the other is shown the passages that are alike, of what is typed as of what is saved', async () => {
  const own = 'Bảng theo dõi có bộ hẹn giờ tự gửi tin nhắn trước 60, 30 và 15 ngày.';
  const passages = [{ field: 'PROBLEM', text: own, otherField: 'SOLUTION', otherText: SOLUTION.split(' Ai')[0] }];
  const typed = await found(organiser, { title: TITLE, problem: own });
  expect(typed.find(({ id }) => id === rival).passages).toEqual([
    ...passages,
    { field: 'TITLE', text: TITLE, otherField: 'TITLE', otherText: `${TITLE} xây dựng` },
  ]);
  const saved = await aSubmitted(contest, district, year, {
    title: `Việc ${TITLE}`,
    problem: own,
    solution: 'Khác.',
    novelty: 'Mới.',
    effect: 'Tốt.',
  });
  const node = (await organiser.ask(SAVED, { id: saved.id })).edges.find(({ node }: any) => node.id === rival).node;
  expect(node.passages).toEqual(expect.arrayContaining(passages));
  const drafter = (await submitter.ask(SAVED, { id: saved.id })).edges.find(({ node }: any) => node.id === published).node;
  expect(drafter.passages).toEqual([]);
});

test('the initiative that is being changed is left out, and a draft of anybody is found by nobody', async () => {
  const { id } = await aSubmitted(contest, district, year, { title: 'Chứng thực điện tử tại thôn' });
  await aDraft(contest, district, year, { title: 'Chứng thực điện tử tại thôn xa' });

  expect((await found(submitter, { title: 'Chứng thực điện tử tại thôn' })).map((one) => one.id)).toEqual([id]);
  expect(await found(submitter, { title: 'Chứng thực điện tử tại thôn', initiativeId: id })).toEqual([]);
});

test('ten at most, by as many statements as one, and a text that is too long is refused', async () => {
  for (let at = 0; at < 11; at += 1) await aSubmitted(contest, district, year, { title: `Số hóa sổ hộ tịch của xã thứ ${String(at)}` });
  const one = await countQueries(() => found(submitter, { title: 'Chứng thực điện tử tại thôn' }));

  expect(await found(submitter, { title: 'Số hóa sổ hộ tịch của xã' })).toHaveLength(10);
  expect(await countQueries(() => found(submitter, { title: 'Số hóa sổ hộ tịch của xã' }))).toBe(one);
  const long = await submitter.send(TYPED, { title: TITLE, problem: 'x'.repeat(20_001) });
  expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path: 'problem' });
});
