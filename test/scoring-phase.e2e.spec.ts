import { Scorecard } from '#domain/scoring';
import { PhaseService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  ASSIGN_ROUND,
  CLOSE_ROUND,
  OPEN_ROUND,
  SAVE,
  SIGN,
  aJudging,
  attestedCards,
  marksOf,
  openRound,
  signAll,
} from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** Tells no more than whether it was refused. */
const mutation = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Refusal { code } } }`;

test('a round is not opened while its contest goes out of judging, nor after', async () => {
  const { organiser, rounds, contestId } = await aJudging(contest, district, { initiatives: 1 });
  const { version } = await organiser.ask(ASSIGN_ROUND, { input: { roundId: rounds[0] } });
  const order = { input: { roundId: rounds[0], version } };
  const opening = await contest.em().transactional(async (em) => {
    await em
      .getConnection()
      .execute("update contest set phase = 'DELIBERATION' where id = ?", [contestId], 'run', em.getTransactionContext());
    const asked = organiser.ask(OPEN_ROUND, order);
    const early = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 500, 'waits'))]);
    expect(early).toBe('waits');
    return { asked };
  });
  expect(await opening.asked).toMatchObject({ __typename: 'Refusal', code: expect.not.stringMatching('NOT_FOUND') });
});

test('a card of a contest that was cancelled is neither saved nor signed, and stays as it was', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0] ?? '');
  const [card] = await attestedCards(judge, roundId);
  const order = { contestId: judging.contestId, decisionNumber: '9/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  await contest.get(PhaseService).cancelContest(SYSTEM, order);
  const before = await contest.em().findOneOrFail(Scorecard, card?.id ?? '');

  for (const operation of [SAVE, SIGN]) {
    const input = { scorecardId: card?.id, version: card?.version, marks: marksOf('20', '20', '20') };
    expect(await judge.ask(operation, { input })).toMatchObject({ __typename: 'Refusal', code: 'CONTEST_NOT_JUDGING' });
  }
  expect(await contest.em().findOneOrFail(Scorecard, before.id)).toMatchObject({ version: before.version, signedAt: null, marks: [] });
});

test('a round of a contest that was cancelled is not closed, and nothing is computed', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '20'));
  const order = { contestId: judging.contestId, decisionNumber: '9/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  await contest.get(PhaseService).cancelContest(SYSTEM, order);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ __typename: 'Refusal' });
});

test('in a contest that was cancelled no judging is prepared: no round planned, nobody assigned, and nothing is written', async () => {
  const { organiser, rounds, initiatives, judges, contestId } = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = rounds;
  await organiser.ask(mutation('assignJudge'), { input: { roundId, initiativeId: initiatives[0], judgeId: judges[0] } });
  const card = await contest.em().findOneOrFail(Scorecard, { round: roundId });
  await contest.get(PhaseService).cancelContest(SYSTEM, { contestId, decisionNumber: '9/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' });
  await contest.drain();

  const acts: [name: string, input: object][] = [
    ['planRounds', { contestId }],
    ['assignRound', { roundId }],
    ['proposeAssignment', { roundId }],
    ['assignJudge', { roundId, initiativeId: initiatives[0], judgeId: judges[1] }],
    ['unassignJudge', { scorecardId: card.id }],
    ['excuseCard', { scorecardId: card.id, reason: 'Bận công tác', replacementId: judges[1] }],
  ];
  for (const [name, input] of acts)
    expect([name, await organiser.ask(mutation(name), { input })]).toEqual([name, { __typename: 'Refusal', code: 'CONTEST_NOT_JUDGING' }]);
  expect((await contest.em().find(Scorecard, { round: roundId })).map(({ id, state }) => [id, state])).toEqual([[card.id, 'DRAFT']]);
});
