import { type Visibility } from '#domain/contest';
import { ContestService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { aContest, aRound, plan, prizePlan, rules } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor } from './support/initiatives.js';
import { ATTEST, type HeldCard, MY_ASSIGNMENTS, aJudging, openRound, retold } from './support/judging.js';

const SIMILAR =
  'query ($id: ID!) { similarToCard(id: $id) { id title contest { year } mayRead public verdict owner { nameVi } passages { field text otherText } } }';
const TITLE = 'Nhắc hạn giấy phép kinh doanh đặt hẹn giờ';
const SOLUTION = 'Bảng theo dõi có bộ hẹn giờ tự gửi tin nhắn trước 60, 30 và 7 ngày.';

let contest: RunningContest;
let district: District;
let past: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  const { areaId } = await aContest(contest, district, {});
  const year = await contest.get(ContestService).recordPastContest(SYSTEM, {
    ...{ hostUnitId: district.units.district, year: 2023, titleVi: 'Cuộc thi năm 2023', titleEn: 'Contest of 2023', objectives: 'Đã qua' },
    ...{ rosterAsOf: '2023-06-30', areaIds: [areaId], prizePlan, documents: [plan, rules] },
  });
  const authorId = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  const theirs = { areaId, ownerUnitId: district.units.culture, authors: soleAuthor(authorId) };
  past = (
    await contest.get(SubmissionService).recordPastInitiative(SYSTEM, { contestId: year.id, ...theirs, title: TITLE, solution: SOLUTION })
  ).id;
});
afterAll(() => contest.stop());

/** A judge with one card of each of two initiatives that say the same, before any attestation. */
async function aJudgeOf(visibility: Visibility): Promise<{ judge: Client; cards: HeldCard[]; other: Client }> {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility }), aRound('final')];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: { rounds } });
  for (const id of judging.initiatives) await retold(contest, id, { title: `${TITLE} ở ${id.slice(0, 4)}`, solution: SOLUTION });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const { edges } = await judge.ask(MY_ASSIGNMENTS, { roundId });
  const stranger = await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district });
  return { judge, cards: edges.map(({ node }: any) => node), other: await contest.as(stranger) };
}

const attest = (judge: Client, card: HeldCard | undefined) => judge.ask(ATTEST, { input: { scorecardId: card?.id } });

test('after attestation a judge of a round with names is told what is like an initiative, and where, of what they may read', async () => {
  const { judge, cards, other } = await aJudgeOf('NAMED');
  const [one, two] = cards;
  expect(await judge.ask(SIMILAR, { id: one?.id })).toBeNull();

  await attest(judge, one);
  const published = { id: past, title: TITLE, contest: { year: 2023 }, mayRead: false, public: false, verdict: null, passages: [] };
  expect(await judge.ask(SIMILAR, { id: one?.id })).toEqual([{ ...published, owner: { nameVi: expect.any(String) } }]);

  await attest(judge, two);
  const found = await judge.ask(SIMILAR, { id: one?.id });
  expect(found.map(({ id }: any) => id).sort()).toEqual([past, two?.initiative.id].sort());
  const theirs = found.find(({ id }: any) => id === two?.initiative.id);
  expect(theirs.passages).toContainEqual({ field: 'SOLUTION', text: SOLUTION, otherText: SOLUTION });
  expect(await other.ask(SIMILAR, { id: one?.id })).toBeNull();
});

test('in an anonymous round nothing is told of what is like an initiative', async () => {
  const { judge, cards } = await aJudgeOf('ANONYMOUS');
  for (const card of cards) await attest(judge, card);

  expect(await judge.ask(SIMILAR, { id: cards[0]?.id })).toBeNull();
});
