import { Conflict } from '#domain/jury';
import { Standing } from '#domain/result';
import { Scorecard } from '#domain/scoring';
import { Initiative } from '#domain/initiative';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  ASSIGN_ROUND,
  CLOSE_ROUND,
  DECLARE,
  type Judging,
  OPEN_DOSSIER,
  SIGN,
  STANDINGS,
  aJudging,
  anEligible,
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

const GOOD = marksOf('25', '20', '30');
const CONFLICTS =
  'query ($contestId: ID!) { conflicts(contestId: $contestId) { edges { node { id version type source active pinned person { id } initiative { id } canLift } } } }';
const CONFIRM = 'mutation ($input: DecideConflictInput!) { confirmConflict(input: $input) { __typename } }';
const SET =
  'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename ... on Conflict { id version type source } ... on Refusal { code } } }';
const LIFT =
  'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename ... on Conflict { id active pinned } ... on Refusal { code } } }';
const JURY = 'query ($contestId: ID!) { jury(contestId: $contestId) { totalCount edges { node { id version person { id } loadMax } } } }';

const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
const conflictsOf = async (judging: Judging) =>
  (await judging.organiser.ask(CONFLICTS, { contestId: judging.contestId })).edges.map(({ node }: any) => node);

test('who was author with an author in another year is in conflict; a lifted conflict stays lifted, an authorship cannot be', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2 });
  const colleague = await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district });
  const past = await aJudging(contest, district, { initiatives: 0, judges: 0 });
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  const authorIds = [colleague, district.people.submitter];
  await anEligible(contest, { contestId: past.contestId, areaId: area.id }, { ownerId: district.units.culture, authorIds });
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId: colleague, kind: 'JUDGE' });
  await contest.drain();
  const [found] = await conflictsOf(judging);
  expect(found).toMatchObject({ person: { id: colleague }, type: 'CO_AUTHOR', canLift: true });

  const input = { conflictId: found.id, version: found.version, reason: 'Chỉ cùng ký biên bản năm 2021' };
  expect(await judging.organiser.ask(LIFT, { input })).toMatchObject({ active: false, pinned: true });
  expect(await judging.organiser.ask(LIFT, { input })).toMatchObject({ code: 'CONFLICT_LIFTED' });
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId: judging.rounds[0] } });
  expect(await conflictsOf(judging)).toEqual([expect.objectContaining({ id: found.id, active: false })]);
  expect((await cardsOf(judging.rounds[0]!)).map(({ judge }) => judge.id)).toContain(colleague);
});

test('a declared conflict takes the card out of the count and shuts the dossier; nobody lifts it', async () => {
  const judging = await aJudging(contest, district, { judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [card] = await cardsOf(roundId);
  const judge = await contest.as(card!.judge.id);
  await attestedCards(judge, roundId);

  const declared = await judge.ask(DECLARE, { input: { scorecardId: card!.id, type: 'FAMILY', reason: 'Tác giả là em ruột' } });
  expect(declared).toMatchObject({ __typename: 'Scorecard', state: 'EXCUSED', canMark: false });
  expect(await judge.ask(OPEN_DOSSIER, { input: { scorecardId: card!.id } })).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  expect(await judge.ask(SIGN, { input: { scorecardId: card!.id, version: declared.version, marks: GOOD } })).toMatchObject({
    code: 'CONFLICT_OF_INTEREST',
  });
  const [conflict] = await conflictsOf(judging);
  expect(conflict).toMatchObject({ source: 'DECLARED', type: 'FAMILY', canLift: false });
  expect(
    await judging.organiser.ask(LIFT, { input: { conflictId: conflict.id, version: conflict.version, reason: 'Không đáng kể' } }),
  ).toMatchObject({ code: 'CONFLICT_STAYS' });

  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const now = await cardsOf(roundId);
  expect(now.filter((one) => one.initiative.id === card!.initiative.id && one.state === 'DRAFT')).toHaveLength(3);
});

test('an organiser sets a conflict; the open card is excused', async () => {
  const judging = await aJudging(contest, district, { judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [card] = await cardsOf(roundId);
  const input = { initiativeId: card!.initiative.id, personId: card!.judge.id, type: 'FINANCIAL', reason: 'Có hợp đồng với đơn vị' };
  expect(await judging.organiser.ask(SET, { input })).toMatchObject({ __typename: 'Conflict', source: 'SET' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: card!.id })).toMatchObject({ state: 'EXCUSED' });
});

test('where first cards diverge a further judge is called, signing is locked for the others, and then the round closes', async () => {
  const ruleBook = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20' }), aRound('final')] };
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const cards = await cardsOf(roundId);
  const odd = judging.initiatives[0]!;
  const low = cards.find(({ initiative }) => initiative.id === odd)!.judge.id;
  await signAll(contest, judging, roundId, (judge, initiative) =>
    judging.judges[judge] === low && initiative === 0 ? marksOf('5', '5', '5') : GOOD,
  );

  const settling = await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(settling).toMatchObject({ __typename: 'Round', state: 'SETTLING', canClose: false, progress: { due: 5, signed: 4 } });
  expect(await contest.em().count(Standing, { result: { round: roundId } })).toBe(0);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  await contest.drain();

  const [called] = (await cardsOf(roundId)).filter(({ extra }) => extra);
  expect(called!.initiative.id).toBe(odd);
  const further = await contest.as(called!.judge.id);
  await attestedCards(further, roundId);
  expect(await further.ask(SIGN, { input: { scorecardId: called!.id, version: 1, marks: GOOD } })).toMatchObject({ state: 'SIGNED' });
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  const { edges } = await judging.organiser.ask(STANDINGS, { roundId });
  expect(edges.map(({ node }: any) => [node.initiative.id, node.score, node.cards])).toEqual([
    [judging.initiatives[1], '75', 2],
    [odd, '55', 3], // (15 + 75 + 75) / 3
  ]);
});

test('cards of an initiative that was withdrawn need no signature, and the signed ones are kept without counting', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const [mine] = (await attestedCards(judge, roundId)).filter(({ initiative }) => initiative.id === judging.initiatives[0]);
  await judge.ask(SIGN, { input: { scorecardId: mine!.id, version: 1, marks: GOOD } });
  await contest.get(UnitOfWork).act(SYSTEM, 'withdrawInitiative', async ({ em, at, emit }) => {
    (await em.findOneOrFail(Initiative, { id: judging.initiatives[0]! })).withdraw('Tác giả xin rút', at);
    emit({ type: 'initiative.withdrawn', payload: { initiativeId: judging.initiatives[0], contestId: judging.contestId } });
  });
  await contest.drain();

  const states = (await cardsOf(roundId)).filter(({ initiative }) => initiative.id === judging.initiatives[0]).map(({ state }) => state);
  expect(states.sort()).toEqual(['EXCUSED', 'EXCUSED', 'SIGNED']);
  const others = await contest.em().find(Scorecard, { round: roundId, state: 'DRAFT' });
  for (const card of others) {
    const other = await contest.as(card.judge.id);
    await attestedCards(other, roundId);
    await other.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks: GOOD } });
  }
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  expect((await judging.organiser.ask(STANDINGS, { roundId })).edges.map(({ node }: any) => node.initiative.id)).toEqual([
    judging.initiatives[1],
  ]);
});

test('an organiser in conflict with an initiative sees no judging of that contest, and runs none', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => GOOD);
  const shut = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  await judging.organiser.ask(SET, {
    input: { initiativeId: judging.initiatives[0], personId: shut, type: 'FAMILY', reason: 'Vợ là tác giả' },
  });
  const { id: conflictId, version } = await contest.em().findOneOrFail(Conflict, { contest: judging.contestId, person: shut });
  const leader = await contest.as(district.people.leader);
  await leader.ask(CONFIRM, { input: { conflictId, version, reason: 'Đã xác minh' } });
  const organiser = await contest.as(shut);

  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await organiser.ask('query ($id: ID!) { round(id: $id) { progress { signed } canClose } }', { id: roundId })).toEqual({
    progress: null,
    canClose: false,
  });
  expect(await organiser.ask('query ($id: ID!) { assignments(roundId: $id) { totalCount } }', { id: roundId })).toEqual({ totalCount: 0 });
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(await organiser.ask(STANDINGS, { roundId })).toMatchObject({ totalCount: 0 });
  expect(await judging.organiser.ask(STANDINGS, { roundId })).toMatchObject({ totalCount: 1 });
  expect(await contest.em().count(Conflict, { contest: judging.contestId, person: shut })).toBe(1);
});

test('who leaves the jury signs no more; the open cards are excused', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [leaver = ''] = judging.judges;
  const jury = (await judging.organiser.ask(JURY, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
  await contest
    .get(SeatService)
    .endSeat(SYSTEM, { seatId: jury.find(({ person }: any) => person.id === leaver).id, reason: 'Chuyển công tác' });
  await contest.drain();
  const cards = await contest.em().find(Scorecard, { round: roundId, judge: leaver });
  expect(cards.map(({ state }) => state)).toEqual(['EXCUSED', 'EXCUSED']);
});

test('an organiser who is an author in the contest is shut out without a seat or a conflict on record', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  await openRound(contest, judging, judging.rounds[0]!);
  const author = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  await anEligible(contest, { contestId: judging.contestId, areaId: area.id }, { ownerId: district.units.culture, authorIds: [author] });
  const reply = await (
    await contest.as(author)
  ).ask('query ($id: ID!) { round(id: $id) { progress { signed } canClose } }', { id: judging.rounds[0] });
  expect(reply).toEqual({ progress: null, canClose: false });
});
