import { Initiative } from '#domain/initiative';
import { Scorecard } from '#domain/scoring';
import { Unit } from '#domain/units';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { ConflictDetectionService } from '#lib/scoring';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, EXCUSE, type Judging, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const GOOD = marksOf('25', '20', '30');
const CONFLICTS =
  'query ($contestId: ID!) { conflicts(contestId: $contestId) { edges { node { id version personId type source canLift } } } }';
const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename } }';
const LIFT = 'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename ... on Refusal { code } } }';
const PROGRESS = 'query ($id: ID!) { round(id: $id) { progress { signed } } }';
const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
const conflictsOf = async (judging: Judging, asker = judging.organiser) =>
  (await asker.ask(CONFLICTS, { contestId: judging.contestId })).edges.map(({ node }: any) => node);

test('an organiser without a seat is in conflict as one with a seat is, cannot lift it, and finds nothing to run', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const tied = await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district });
  await contest.drain();
  const organiser = await contest.as(tied);
  expect(await organiser.ask(PROGRESS, { id: roundId })).toEqual({ progress: null });

  const own = (await conflictsOf(judging, organiser)).find(({ personId }: any) => personId === tied);
  expect(own).toMatchObject({ type: 'UNIT', source: 'DETECTED', canLift: false });
  const input = { conflictId: own.id, version: own.version, reason: 'Không đáng kể' };
  expect(await organiser.ask(LIFT, { input })).toMatchObject({ code: 'CONFLICT_OWN' });
  expect(await organiser.ask(PROGRESS, { id: roundId })).toEqual({ progress: null });
});

test('who comes to work in the unit of an initiative during the judging is in conflict with it', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  await openRound(contest, judging, judging.rounds[0]!);
  const [mover = ''] = judging.judges;
  await contest.get(PersonService).addPosition(SYSTEM, {
    personId: mover,
    unitId: district.units.finance,
    titleVi: 'Chuyên viên',
    titleEn: 'Official',
    from: '2021-01-01',
  });
  await contest.drain();
  expect(await conflictsOf(judging)).toContainEqual(expect.objectContaining({ personId: mover, type: 'UNIT' }));
  expect(await contest.em().findOneOrFail(Scorecard, { judge: mover })).toMatchObject({ state: 'EXCUSED' });
});

test('a conflict with an initiative that has cards outlives its withdrawal', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const tied = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  const em = contest.em();
  Object.assign(await em.findOneOrFail(Initiative, { id: judging.initiatives[0]! }), {
    owner: em.getReference(Unit, district.units.culture),
    state: 'WITHDRAWN',
    endReason: 'Tác giả xin rút',
  });
  await em.flush();
  await contest.get(ConflictDetectionService).detect(SYSTEM, judging.contestId);
  expect(await (await contest.as(tied)).ask(PROGRESS, { id: roundId })).toEqual({ progress: null });
});

test('who replaces a judge while a round settles can sign', async () => {
  const ruleBook = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20' }), aRound('final')] };
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 4, ruleBook });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first, second] = await cardsOf(roundId);
  for (const [card, marks] of [
    [first!, GOOD],
    [second!, marksOf('5', '5', '5')],
  ] as const) {
    const judge = await contest.as(card.judge.id);
    await attestedCards(judge, roundId);
    await judge.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks } });
  }
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'SETTLING' });
  await judging.organiser.ask(SET, {
    input: { initiativeId: judging.initiatives[0], personId: first!.judge.id, type: 'FAMILY', reason: 'Vợ là tác giả' },
  });
  const held = (await cardsOf(roundId)).map(({ judge }) => judge.id);
  const replacementId = judging.judges.find((id) => !held.includes(id));
  const excused = await judging.organiser.ask(EXCUSE, { input: { scorecardId: first!.id, reason: 'Có xung đột lợi ích', replacementId } });
  expect(excused).toMatchObject({ state: 'EXCUSED' });

  const replacement = await contest.as(replacementId!);
  const [card] = await attestedCards(replacement, roundId);
  expect(await replacement.ask(SIGN, { input: { scorecardId: card!.id, version: 1, marks: GOOD } })).toMatchObject({ state: 'SIGNED' });
});
