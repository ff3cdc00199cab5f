import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { EXCUSE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { done } from './support/world.js';

const MATRIX = `query ($roundId: ID!, $first: Int! = 100, $after: String, $shortOnly: Boolean) { assignmentMatrix(roundId: $roundId, first: $first, after: $after, shortOnly: $shortOnly) {
  needed totalCount pageInfo { hasNextPage endCursor } judges { judge { id fullName } unit { nameVi } seated available load signed loadMin loadMax }
  rows { initiative { id receiptNumber } missing cells { judgeId scorecardId state extra attested conflicted } } } }`;

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

async function assigned() {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 3, judges: 3, ruleBook: { rounds, tieBreak: [] } });
  await openRound(contest, judging, judging.rounds[0]!);
  return { ...judging, roundId: judging.rounds[0]! };
}

test('the office sees initiatives by judges in one answer: cards, conflicts, who is short, and each judge’s load', async () => {
  const { organiser, roundId, judges, initiatives } = await assigned();
  const judge = await contest.as(judges[0]!);
  const [card] = await attestedCards(judge, roundId);
  await judge.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: marksOf('20', '20', '20') } });
  const before = await organiser.ask(MATRIX, { roundId });
  const free = before.rows.flatMap(({ initiative, cells }: any) =>
    judges.filter((id) => !cells.some(({ judgeId }: any) => judgeId === id)).map((judgeId) => ({ initiativeId: initiative.id, judgeId })),
  )[0];
  await done(organiser, 'setConflict', { initiativeId: free.initiativeId, personId: free.judgeId, type: 'FAMILY', reason: 'Anh em.' });
  const excused = before.rows.at(-1).cells.find(({ state }: any) => state === 'DRAFT');
  await organiser.ask(EXCUSE, { input: { scorecardId: excused.scorecardId, reason: 'Ốm.' } });

  const matrix = await organiser.ask(MATRIX, { roundId });

  expect(matrix).toMatchObject({ needed: 2, totalCount: 3, pageInfo: { hasNextPage: false } });
  expect(matrix.rows.map(({ initiative }: any) => initiative.id).sort()).toEqual([...initiatives].sort());
  expect(matrix.rows.map(({ missing }: any) => missing)).toEqual([0, 0, 1]);
  const cellOf = (initiativeId: string, judgeId: string) =>
    matrix.rows.find((row: any) => row.initiative.id === initiativeId).cells.find((cell: any) => cell.judgeId === judgeId);
  expect(cellOf(free.initiativeId, free.judgeId)).toEqual({
    ...{ judgeId: free.judgeId, scorecardId: null, state: null, extra: false, attested: false, conflicted: true },
  });
  expect(cellOf(card!.initiative.id, judges[0]!)).toMatchObject({
    scorecardId: card!.id,
    state: 'SIGNED',
    attested: true,
    conflicted: false,
  });
  const loads = matrix.judges.map(({ judge: { id }, load, signed }: any) => [id, load, signed]);
  const count = (judgeId: string, state?: string) =>
    matrix.rows
      .flatMap(({ cells }: any) => cells)
      .filter((cell: any) => cell.judgeId === judgeId && (state ? cell.state === state : ['DRAFT', 'SIGNED'].includes(cell.state))).length;
  expect(loads.sort()).toEqual(judges.map((id) => [id, count(id), count(id, 'SIGNED')]).sort());
  expect(loads.reduce((sum: number, [, load]: any) => sum + Number(load), 0)).toBe(5);
});

test('the table is paged by initiatives with all judges on each page, and shows those that are short alone where asked', async () => {
  const { organiser, roundId } = await assigned();
  const first = await organiser.ask(MATRIX, { roundId, first: 2 });
  const second = await organiser.ask(MATRIX, { roundId, first: 2, after: first.pageInfo.endCursor });

  expect([first.rows.length, second.rows.length, first.judges.length, second.judges.length]).toEqual([2, 1, 3, 3]);
  expect((await organiser.ask(MATRIX, { roundId, shortOnly: true })).totalCount).toBe(0);
  const [cell] = first.rows[0].cells;
  await organiser.ask(EXCUSE, { input: { scorecardId: cell.scorecardId, reason: 'Ốm.' } });
  const short = await organiser.ask(MATRIX, { roundId, shortOnly: true });
  expect(short.rows.map(({ initiative, missing }: any) => [initiative.id, missing])).toEqual([[first.rows[0].initiative.id, 1]]);
});

test('who is shut out of the judging, or is of the jury, sees nothing of the table', async () => {
  const { roundId, judges } = await assigned();
  const judge = await contest.as(judges[0]!);
  expect((await judge.send(MATRIX, { roundId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const leader = await contest.as(district.people.leader);
  expect((await leader.send(MATRIX, { roundId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

const STABILITY = `query ($roundId: ID!, $seed: Int) { stability(roundId: $roundId, seed: $seed) { totalCount edges { node {
  initiative { id } place rank best worst unrankedWithout seed replicates chances { key chance } } } } }`;

test('how firm places are is kept with the version of the result, and reckoned anew where the prizes have changed or somebody has left', async () => {
  const { organiser, roundId, judges, contestId, initiatives } = await assigned();
  for (const id of judges) {
    const judge = await contest.as(id);
    for (const card of await attestedCards(judge, roundId))
      await judge.ask(SIGN, {
        input: {
          scorecardId: card.id,
          version: card.version,
          marks: marksOf(String(10 + initiatives.indexOf(card.initiative.id)), '20', '20'),
        },
      });
  }
  await organiser.ask('mutation ($input: CloseRoundInput!) { closeRound(input: $input) { __typename } }', { input: { roundId } });
  const kept = async () =>
    (
      await contest
        .em()
        .getConnection()
        .execute<{ stability_of: string | null }[]>('select stability_of from round_result where round_id = ? and superseded_at is null', [
          roundId,
        ])
    )[0]!.stability_of;
  expect(await kept()).toBeNull();
  await contest.drain();
  const first = await kept();
  expect(first).toMatch(/^[0-9a-f]{32}$/);

  const shown = await organiser.ask(STABILITY, { roundId });
  const seed = Number(shown.edges[0].node.seed);
  expect(await organiser.ask(STABILITY, { roundId, seed })).toEqual(shown);
  expect(shown.edges[0].node).toMatchObject({
    place: 1,
    rank: 1,
    best: 1,
    replicates: 1000,
    chances: [{ key: 'FIRST', chance: 1 }, { key: 'SECOND' }, { key: 'THIRD' }],
  });
  // What is kept is what is shown: nothing is reckoned for a look.
  await contest
    .em()
    .getConnection()
    .execute(`update standing set best_rank = 9 from round_result v where v.id = result_id and v.round_id = ?`, [roundId]);
  expect((await organiser.ask(STABILITY, { roundId })).edges[0].node.best).toBe(9);

  await contest.em().getConnection().execute(`update prize_tier set quantity = quantity + 1 where contest_id = ?`, [contestId]);
  expect((await organiser.ask(STABILITY, { roundId })).edges[0].node.best).toBe(1);
  const second = await kept();
  expect(second).not.toBe(first);
  await contest
    .em()
    .getConnection()
    .execute(`update initiative set state = 'WITHDRAWN', end_reason = 'Rút.' where id = ?`, [initiatives[0]]);
  await organiser.ask(STABILITY, { roundId });
  expect(await kept()).not.toBe(second);
  const other = await organiser.ask(STABILITY, { roundId, seed: seed + 1 });
  expect(other.edges[0].node.seed).toBe(seed + 1);
  expect(other.totalCount).toBe(3);
});
