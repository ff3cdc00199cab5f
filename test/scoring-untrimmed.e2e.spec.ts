import { Round, Scorecard } from '#domain/scoring';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, EXCUSE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

test('where an excused card makes trimming fall away, the closing says so and does nothing before it is accepted', async () => {
  const trimmed = { judgesPerInitiative: 5, minimumCards: 4, aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' } } as const;
  const rounds = [aRound('dossier', trimmed), aRound('final')];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 5, ruleBook: { rounds } });
  const { organiser } = judging;
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [out, ...cards] = await contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
  const excused = await organiser.ask(EXCUSE, { input: { scorecardId: out!.id, reason: 'Đi công tác dài ngày' } });
  expect(excused).toMatchObject({ state: 'EXCUSED' });
  for (const [at, card] of cards.entries()) {
    const judge = await contest.as(card.judge.id);
    await attestedCards(judge, roundId);
    await judge.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks: marksOf(String(10 + at), '20', '30') } });
  }
  const read = () =>
    organiser.ask('query ($id: ID!) { round(id: $id) { state aggregation canClose progress { untrimmed } } }', { id: roundId });

  const refused = await organiser.ask(CLOSE_ROUND, {
    input: { roundId },
  });
  expect(refused).toEqual({
    __typename: 'Refusal',
    code: 'ROUND_UNTRIMMED',
    path: 'acceptUntrimmed',
    message:
      'Có 1 sáng kiến còn dưới 5 phiếu chấm, vì vậy cả vòng sẽ không bỏ điểm cao nhất và thấp nhất. Chỉ kết thúc vòng chấm khi đã xác nhận điều này.',
  });
  expect((await contest.em().findOneOrFail(Round, { id: roundId })).state).toBe('OPEN');
  expect(await read()).toEqual({ state: 'OPEN', aggregation: null, canClose: true, progress: { untrimmed: 1 } });

  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId, acceptUntrimmed: true } })).toMatchObject({ state: 'CLOSED' });
  expect(await read()).toEqual({ state: 'CLOSED', aggregation: 'MEAN', canClose: false, progress: { untrimmed: 1 } });
});
