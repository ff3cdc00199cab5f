import fc from 'fast-check';
import { Scorecard } from '#domain/scoring';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
let readers: [string, Client][];

const CARD =
  'id version state extra total signedAt excuseReason round { state } initiative { id title } attested conflicted canAttest canOpenDossier canMark whyNotMark { code }';
const PLACED = 'totalCount edges { cursor node { id place rank score rounded decidedBy initiative { id } eligible } }';
const ROUND =
  'id version state openedAt closedAt aggregation ruleBookHash progress { due signed short initiatives } canOpen canAssign canClose whyNotClose { code }';

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 3, judges: 4 });
  await openRound(contest, judging, judging.rounds[0]!);
  for (const personId of judging.judges.slice(0, 2)) {
    const judge = await contest.as(personId);
    const [first, second] = await attestedCards(judge, judging.rounds[0]!);
    await judge.ask(SIGN, { input: { scorecardId: first!.id, version: first!.version, marks: marksOf('20', '20', '20') } });
    if (second) await judge.ask(SAVE, { input: { scorecardId: second.id, version: second.version, marks: marksOf('1', '2', '3') } });
  }
  await contest.drain();
  const { submitter, organiser, leader, communeOfficer, admin } = district.people;
  const people = { submitter, organiser, leader, communeOfficer, admin, 'a judge without cards': judging.judges[3]! };
  readers = await Promise.all(Object.entries(people).map(async ([name, id]): Promise<[string, Client]> => [name, await contest.as(id)]));
});
afterAll(() => contest.stop());

/** All that a person can ask about judging, and what closing says. */
async function answersTo(client: Client): Promise<unknown[]> {
  const { contestId, rounds, initiatives } = judging;
  const [roundId] = rounds;
  const cards = await contest.em().find(Scorecard, { round: roundId! }, { orderBy: { id: 'asc' }, fields: ['id', 'judge'] });
  const others = cards.filter(({ judge }) => judge.id !== judging.judges[3]);
  const replies = [
    client.send(`query ($c: ID!) { rounds(contestId: $c) { ${ROUND} } }`, { c: contestId }),
    client.send(`query ($r: ID!) { round(id: $r) { ${ROUND} } }`, { r: roundId }),
    client.send(`query ($r: ID!) { standings(roundId: $r) { ${PLACED} } }`, { r: roundId }),
    client.send(`query ($c: ID!) { finalStandings(contestId: $c) { ${PLACED} } }`, { c: contestId }),
    client.send('query ($r: ID!) { roundResults(roundId: $r) { id number } agreement(roundId: $r) { number } }', { r: roundId }),
    client.send('query ($c: ID!) { contestResults(contestId: $c) { id number } }', { c: contestId }),
    client.send('query ($r: ID!) { judgeStatistics(roundId: $r) { totalCount edges { node { judge { id } cards mean } } } }', {
      r: roundId,
    }),
    client.send('query ($r: ID!) { whatIf(roundId: $r) { totalCount edges { node { initiative { id } rank score } } } }', { r: roundId }),
    client.send('query ($r: ID!) { stability(roundId: $r) { totalCount edges { node { initiative { id } best worst } } } }', {
      r: roundId,
    }),
    client.send(`query { myAssignments { totalCount edges { cursor node { ${CARD} } } } }`),
    proposed(client, roundId!),
    client.send(
      'query ($r: ID!) { assignments(roundId: $r) { totalCount edges { cursor node { id state extra judge { id } initiative { id } attested canExcuse } } } }',
      { r: roundId },
    ),
    client.send(
      'query ($c: ID!) { conflicts(contestId: $c) { totalCount } jury(contestId: $c) { totalCount edges { cursor node { id version } } } }',
      { c: contestId },
    ),
    client.send(CLOSE_ROUND.replace('mutation', 'mutation Close'), { input: { roundId } }),
    ...others.flatMap(({ id }) => [
      client.send(`query ($id: ID!) { scorecard(id: $id) { ${CARD} marks { points } } }`, { id }),
      client.send(SIGN, { input: { scorecardId: id, version: 2, marks: marksOf('1', '1', '1') } }),
    ]),
  ];
  return [await Promise.all(replies), initiatives];
}

/** What is proposed anew for the round: who has begun may be moved, and yet nothing of what they wrote decides who is. */
async function proposed(client: Client, roundId: string): Promise<unknown> {
  const { data, errors } = await client.send(
    'mutation ($input: ProposeAssignmentInput!) { proposeAssignment(input: $input) { ... on Job { id } ... on Refusal { code } } }',
    { input: { roundId, reassignStarted: true } },
  );
  const id = data?.proposeAssignment?.id as string | undefined;
  if (id === undefined) return data?.proposeAssignment ?? errors;
  await contest.drain();
  const replies = [
    client.send('query ($id: ID!) { job(id: $id) { state failureCode } }', { id }),
    client.send(
      `query ($id: ID!) { assignmentProposal(id: $id) { kept added dropped released spread totalFit optimal canApply
        judgeLoads { judge { id } load before } short { initiative { receiptNumber } reason binding { kind judges } } } }`,
      { id },
    ),
    client.send(
      'query ($id: ID!) { proposedCards(proposalId: $id) { totalCount edges { node { initiative { receiptNumber } judge { id } fit fate } } } }',
      {
        id,
      },
    ),
  ];
  const [job, proposal, cards] = await Promise.all(replies);
  const nodes = cards?.data?.proposedCards?.edges.map(({ node }: any) => node);
  return [job, proposal, nodes?.map((node: unknown) => JSON.stringify(node)).sort()];
}

/** Other marks on the same cards, as if their judges had thought otherwise. */
async function remark(points: number[]): Promise<void> {
  const em = contest.em();
  const cards = await em.find(Scorecard, { round: judging.rounds[0]! }, { orderBy: { id: 'asc' } });
  for (const [at, card] of cards.entries()) {
    const given = String((points[at % points.length] ?? 0) / 2);
    if (card.marks.length > 0) card.marks = marksOf(given, '0.5', given).map((mark) => ({ ...mark, comment: null }));
    if (card.signedAt) Object.assign(card, { total: String(Number(given) * 2 + 0.5), nonce: given, hash: given });
  }
  const version = cards.map((card) => [card.id, card.version] as const);
  await em.flush();
  for (const [id, before] of version) await em.getConnection().execute('update scorecard set version = ? where id = ?', [before, id]);
}

test('to nobody but their judge does any query or act answer differently when only sealed marks differ', async () => {
  // One reader after another: what one sets going, another's waiting for it would find taken and unfinished.
  const before: unknown[] = [];
  for (const [, client] of readers) before.push(await answersTo(client));
  const seen = JSON.stringify(before);
  expect(seen).toContain('"signed":2');
  expect(seen).toContain('ROUND_INCOMPLETE');

  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), async (points) => {
      await remark(points);
      for (const [at, [, client]] of readers.entries()) expect(await answersTo(client)).toEqual(before[at]);
    }),
    { numRuns: 5 },
  );
});
