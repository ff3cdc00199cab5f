import { InitiativeVersion } from '#domain/initiative';
import { Standing } from '#domain/result';
import { Scorecard } from '#domain/scoring';
import { AuditEntry, verifyAudit } from '#lib/platform';
import { PROPOSE } from './support/assigning.js';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aDraft, tell } from './support/initiatives.js';
import { CLOSE_ROUND, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const TWENTY = Array.from({ length: 20 }, (_, at) => at);
const key = (at: number) => `a-key-of-its-own-${String(at)}`;
const outcomes = (replies: any[]): string[] => replies.map(({ __typename, code }) => code ?? __typename);

test('of twenty who send one initiative at once, each under a key of their own, one does', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const { id, version } = await aDraft(contest, district, free);
  const submitter = await contest.as(district.people.submitter);

  const replies = await Promise.all(
    TWENTY.map((at) => tell(submitter, 'submitInitiative', { initiativeId: id, version, clientMutationId: key(at) })),
  );

  expect(outcomes(replies).sort()).toEqual(
    ['INITIATIVE_TRANSITION', 'Initiative'].flatMap((one) => (one === 'Initiative' ? [one] : Array<string>(19).fill(one))),
  );
  expect(await contest.em().count(InitiativeVersion, { initiative: id })).toBe(1);
  expect(await contest.em().count(AuditEntry, { operation: 'submitInitiative', subjectId: id })).toBe(1);
});

test('while the last card is signed twenty times and the round is closed twenty times at once, one signature and at most one closing stand', async () => {
  const judging = await aJudging(contest, district);
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const cards = [];
  for (const personId of judging.judges) {
    const judge = await contest.as(personId);
    for (const card of await attestedCards(judge, roundId)) cards.push({ ...card, judge });
  }
  const last = cards.pop();
  if (!last) throw new Error('The round has no cards');
  const marks = marksOf('25', '20.5', '30');
  for (const { judge, id, version } of cards) await judge.ask(SIGN, { input: { scorecardId: id, version, marks } });

  // Each signature gives marks of its own, so that one slipping in over another would show.
  const sign = (at: number): Promise<any> => {
    const input = { scorecardId: last.id, version: last.version, marks: marksOf(String(at), '20', '30'), clientMutationId: key(at) };
    return last.judge.ask(SIGN, { input });
  };
  const closing = (): Promise<any> => judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const replies = await Promise.all(TWENTY.flatMap((at) => [sign(at), closing()]));

  const signed = replies.filter(({ __typename }) => __typename === 'Scorecard');
  expect(signed).toHaveLength(1);
  const closed = replies.filter(({ __typename }) => __typename === 'Round').length;
  expect(closed + ((await closing()).__typename === 'Round' ? 1 : 0)).toBe(1);
  const refused = outcomes(replies).filter((outcome) => outcome !== 'Scorecard' && outcome !== 'Round');
  expect(['CARD_SIGNED', 'ROUND_CLOSED', 'ROUND_INCOMPLETE']).toEqual(expect.arrayContaining([...new Set(refused)]));

  const card = await contest.em().findOneOrFail(Scorecard, { id: last.id });
  expect(card.total).toBe(signed[0].total);
  const standing = await contest.em().findOneOrFail(Standing, { result: { round: roundId }, initiative: card.initiative.id });
  const sums = [75.5, 75.5, Number(card.total)];
  expect(Number(standing.score)).toBeCloseTo(sums.reduce((a, b) => a + b) / 3, 10);
  expect(await contest.em().count(AuditEntry, { operation: 'signScorecard', subjectId: card.id })).toBe(1);
  expect(await contest.em().count(Standing, { result: { round: roundId } })).toBe(2);
  expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
});

test('who asks for an assignment again and again while the round is being closed never waits in a circle', async () => {
  const judging = await aJudging(contest, district);
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const { organiser } = judging;

  const replies = await Promise.all(
    TWENTY.flatMap(() => [organiser.ask(CLOSE_ROUND, { input: { roundId } }), organiser.ask(PROPOSE, { input: { roundId } })]),
  );

  expect([...new Set(outcomes(replies))].sort()).toEqual(['Job', 'ROUND_INCOMPLETE']);
});
