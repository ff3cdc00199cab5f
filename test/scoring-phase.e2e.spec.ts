import { PhaseService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, CLOSE_ROUND, OPEN_ROUND, aJudging, marksOf, openRound, signAll } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

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

test('a round of a contest that was cancelled is not closed, and nothing is computed', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '20'));
  const order = { contestId: judging.contestId, decisionNumber: '9/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  await contest.get(PhaseService).cancelContest(SYSTEM, order);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ __typename: 'Refusal' });
});
