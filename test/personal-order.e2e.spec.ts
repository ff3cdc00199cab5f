import { Initiative } from '#domain/initiative';
import { Scorecard } from '#domain/scoring';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, aJudging, anEligible, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;
let judging: Judging;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 9, judges: 3 });
  await openRound(contest, judging, judging.rounds[0]!);
});
afterAll(() => contest.stop());

const LIST = `query ($roundId: ID, $first: Int!, $after: String) { myAssignments(roundId: $roundId, first: $first, after: $after) {
  edges { cursor node { initiative { id } round { id } } } pageInfo { hasNextPage endCursor } } }`;

/** The initiatives as a judge sees them, read in pages of the given size. */
async function seenBy(judge: Client, pageSize = 100): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const page: any = await judge.ask(LIST, { roundId: judging.rounds[0], first: pageSize, after });
    seen.push(...page.edges.map(({ node }: any) => node.initiative.id));
    if (!page.pageInfo.hasNextPage) return seen;
    after = page.pageInfo.endCursor;
  }
}

const each = () => Promise.all(judging.judges.map(async (id) => seenBy(await contest.as(id))));

test('each judge sees the same initiatives in another order, and the same order every time', async () => {
  const orders = await each();
  expect(new Set(orders.map((order) => order.join())).size).toBe(3);
  expect(orders.map((order) => [...order].sort())).toEqual(orders.map(() => [...judging.initiatives].sort()));
  expect(await each()).toEqual(orders);
});

test('pages of two join to the same order', async () => {
  const judge = await contest.as(judging.judges[0]!);
  expect(await seenBy(judge, 2)).toEqual(await seenBy(judge));
});

test('a new card takes a place of its own and leaves the others in theirs', async () => {
  const before = await each();
  const em = contest.em();
  const areaId = (await em.findOneOrFail(Initiative, { id: judging.initiatives[0]! })).area.id;
  const added: string[] = [];
  for (let at = 0; at < 6; at += 1) {
    const by = { ownerId: district.units.finance, authorIds: [district.people.submitter] };
    added.push(await anEligible(contest, { contestId: judging.contestId, areaId }, by));
  }
  for (const judge of judging.judges)
    for (const initiative of added)
      em.persist(Scorecard.assign({ round: judging.rounds[0], initiative, judge, extra: false } as never, contest.clock.now()));
  await em.flush();

  const after = await each();
  expect(after.map((order) => order.filter((id) => !added.includes(id)))).toEqual(before);
  expect(after.map((order) => order.length)).toEqual([15, 15, 15]);
  expect(after.some((order) => order.slice(0, 9).some((id) => added.includes(id)))).toBe(true);
});
