import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type District, aDistrict } from './support/factories.js';
import { statementsDuring } from './support/count-queries.js';
import { ASSIGN_ROUND, type Judging, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { PROPOSE } from './support/assigning.js';
import { aRound } from './support/contests.js';

let contest: RunningContest;
let district: District;
let judging: Judging;

const THREE_EACH = { rounds: [aRound('dossier', { judgesPerInitiative: 3, minimumCards: 3 }), aRound('final')] };
const ASSIGNMENTS = `query ($roundId: ID!, $judgeId: ID, $initiativeId: ID, $first: Int!, $after: String) {
  assignments(roundId: $roundId, judgeId: $judgeId, initiativeId: $initiativeId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id initiative { id receiptNumber } judge { id } } } } }`;
const MINE = `query ($roundId: ID, $first: Int!, $after: String) { myAssignments(roundId: $roundId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;

const PROPOSED = `query ($proposalId: ID!, $judgeId: ID, $fate: CardFate, $first: Int!, $after: String) {
  proposedCards(proposalId: $proposalId, judgeId: $judgeId, fate: $fate, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id initiative { receiptNumber } judge { id } fate } } } }`;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  // Another contest of the same host, whose initiatives have no part in it.
  await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook: THREE_EACH });
  judging = await aJudging(contest, district, { initiatives: 4, judges: 4, ruleBook: THREE_EACH });
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId: judging.rounds[0] } });
}, 120_000);
afterAll(() => contest.stop());

/** The rows of a list, so many to a page; each page counts them all. */
async function paged(client: Client, list: string, { first, ...asked }: { first: number } & Record<string, unknown>): Promise<any[]> {
  const rows: any[] = [];
  const counts = new Set<number>();
  for (let after: string | null = null, more = true; more;) {
    const page: any = await client.ask(list, { ...asked, first, after });
    rows.push(...page.edges.map(({ node }: any) => node));
    counts.add(page.totalCount);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect([...counts]).toEqual([rows.length]);
  return rows;
}

test.each([1, 2, 5, 100])(
  'the cards of a round stand by the codes of their initiatives, whichever are asked for, %s to a page',
  async (first) => {
    const [roundId] = judging.rounds;
    const all = await paged(judging.organiser, ASSIGNMENTS, { roundId, first });
    expect(all).toHaveLength(12);
    const places = all.map(({ initiative, id }) => `${String(initiative.receiptNumber)} ${String(id)}`);
    expect(places).toEqual([...places].sort());

    for (const judgeId of judging.judges)
      expect(await paged(judging.organiser, ASSIGNMENTS, { roundId, judgeId, first })).toEqual(
        all.filter(({ judge }) => judge.id === judgeId),
      );
    for (const { id: initiativeId } of all.slice(0, 4).map(({ initiative }) => initiative))
      expect(await paged(judging.organiser, ASSIGNMENTS, { roundId, initiativeId, first })).toEqual(
        all.filter(({ initiative }) => initiative.id === initiativeId),
      );
    expect(await paged(judging.organiser, ASSIGNMENTS, { roundId: judging.rounds[1], first })).toEqual([]);
  },
);

test('a judge has each of their cards once, however many are on a page', async () => {
  const [roundId] = judging.rounds;
  for (const personId of judging.judges) {
    const judge = await contest.as(personId);
    const whole = await paged(judge, MINE, { first: 100 });
    expect(new Set(whole.map(({ id }) => id)).size).toBe(3);
    expect(await paged(judge, MINE, { first: 1 })).toEqual(whole);
    expect(await paged(judge, MINE, { roundId, first: 2 })).toEqual(whole);
  }
});

test.each([1, 5, 100])('what is proposed for a round stands by the codes of its initiatives too, %s to a page', async (first) => {
  const [roundId = ''] = judging.rounds;
  const { id: proposalId } = await judging.organiser.ask(PROPOSE, { input: { roundId } });
  await contest.drain();
  const all = await paged(judging.organiser, PROPOSED, { proposalId, first });
  expect(all.map(({ fate }) => fate)).toEqual(Array.from({ length: 12 }, () => 'KEPT'));
  const places = all.map(({ initiative, id }) => `${String(initiative.receiptNumber)} ${String(id)}`);
  expect(places).toEqual([...places].sort());
  for (const judgeId of judging.judges)
    expect(await paged(judging.organiser, PROPOSED, { proposalId, judgeId, first })).toEqual(
      all.filter(({ judge }) => judge.id === judgeId),
    );
  expect(await paged(judging.organiser, PROPOSED, { proposalId, fate: 'NEW', first })).toEqual([]);
});

test('a card is signed in four trips to the database: who asks, the card held as the act begins, the card with its entry and event, commit', async () => {
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [personId = ''] = judging.judges;
  const judge = await contest.as(personId);
  const [card] = await attestedCards(judge, roundId);
  const input = { scorecardId: card?.id, version: card?.version, marks: marksOf('25', '20', '30') };
  const texts = await statementsDuring(async () => {
    expect(await judge.ask(SIGN, { input })).toMatchObject({ state: 'SIGNED' });
  });

  expect(texts.filter((text) => /update scorecard/.test(text) && /record_act/.test(text))).toHaveLength(1);
  expect(texts).toHaveLength(4);
});
