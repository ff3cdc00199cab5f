import { Scorecard } from '#domain/scoring';
import { Notice } from '#domain/notice';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { assigning, proposed } from './support/assigning.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  ASSIGN_ROUND,
  EXCUSE,
  type Judging,
  MY_ASSIGNMENTS,
  SIGN,
  aJudging,
  attestedCards,
  marksOf,
  openRound,
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
const TERMS =
  'mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { __typename ... on JuryMember { id version loadMax absentFrom } ... on Refusal { code path } } }';
const JURY = 'query ($contestId: ID!) { jury(contestId: $contestId) { totalCount edges { node { id version person { id } loadMax } } } }';
const ASSIGN_JUDGE =
  'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename ... on RoundAssignment { id state } ... on Refusal { code path } } }';
const UNASSIGN =
  'mutation ($input: UnassignJudgeInput!) { unassignJudge(input: $input) { __typename ... on Round { id progress { due short } } ... on Refusal { code } } }';

const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
const conflictsOf = async (judging: Judging) =>
  (await judging.organiser.ask(CONFLICTS, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
const two = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 }), aRound('final')] };

/** Seats a further judge, of a unit. */
async function seated(judging: Judging, unitId: string): Promise<string> {
  const personId = await aPerson(contest, { unitId, role: 'JUDGE', roleUnitId: district.units.district });
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId, kind: 'JUDGE' });
  await contest.drain();
  return personId;
}

test('judges are assigned with the smallest spread of loads, and told once', async () => {
  const judging = await aJudging(contest, district, { initiatives: 5, judges: 4, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const proposal = await proposed(contest, judging.organiser, roundId);
  expect(proposal).toMatchObject({ added: 10, spread: 1, short: [] });
  expect(proposal.judgeLoads.map(({ load }: any) => load).sort()).toEqual([2, 2, 3, 3]);
  expect(await cardsOf(roundId)).toEqual([]);

  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const first = await cardsOf(roundId);
  expect(first).toHaveLength(10);
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  expect((await cardsOf(roundId)).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  await contest.drain();
  expect(await contest.em().count(Notice, { person: { $in: judging.judges }, kind: 'judges.assigned' })).toBe(4);
});

test('a judge of the same unit is never assigned; where judges are lacking it is said for what and why, and nothing is written', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const insider = await seated(judging, district.units.finance);
  expect(await conflictsOf(judging)).toEqual(
    [0, 1].map(() =>
      expect.objectContaining({ person: { id: insider }, type: 'SAME_UNIT', source: 'DETECTED', active: true, pinned: false }),
    ),
  );

  const proposal = await proposed(contest, judging.organiser, roundId);
  expect(proposal.short.map(({ missing, reason }: any) => [missing, reason])).toEqual([
    [1, 'TOO_FEW_JUDGES'],
    [1, 'TOO_FEW_JUDGES'],
  ]);
  expect(await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } })).toMatchObject({
    code: 'ASSIGNMENT_SHORT',
    message: expect.stringContaining('2026-'),
  });
  expect(await cardsOf(roundId)).toEqual([]);

  expect(await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId, evenIfShort: true } })).toMatchObject({
    __typename: 'Round',
    progress: { due: 2, short: 2 },
  });
  const input = { roundId, initiativeId: judging.initiatives[0], judgeId: insider };
  expect(await judging.organiser.ask(ASSIGN_JUDGE, { input })).toMatchObject({ code: 'CONFLICT_OF_INTEREST', path: 'judgeId' });
  expect(await judging.organiser.ask(ASSIGN_JUDGE, { input: { ...input, judgeId: district.people.judge } })).toMatchObject({
    code: 'NOT_ON_JURY',
  });
  expect(await cardsOf(roundId)).toHaveLength(2);
});

test('a card is excused with a replacement, or where the minimum still holds; a signed one is not', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first, second, third] = await cardsOf(roundId);
  const spare = judging.judges.find((id) => ![first, second, third].some((card) => card!.judge.id === id));
  const excuse = (scorecardId: string, more = {}) =>
    judging.organiser.ask(EXCUSE, { input: { scorecardId, reason: 'Ốm dài ngày', ...more } });

  expect(await excuse(first!.id)).toMatchObject({ state: 'EXCUSED' });
  expect(await excuse(second!.id)).toMatchObject({ code: 'BELOW_MINIMUM_CARDS', path: 'replacementId' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: second!.id })).toMatchObject({ state: 'DRAFT', version: 1 });
  expect(await excuse(second!.id, { replacementId: third!.judge.id })).toMatchObject({ code: 'CARD_EXISTS' });
  expect(await excuse(second!.id, { replacementId: spare })).toMatchObject({ state: 'EXCUSED' });

  const judge = await contest.as(third!.judge.id);
  await attestedCards(judge, roundId);
  await judge.ask(SIGN, { input: { scorecardId: third!.id, version: 1, marks: GOOD } });
  expect(await excuse(third!.id)).toMatchObject({ code: 'CARD_SIGNED' });
  expect(await judging.organiser.ask(UNASSIGN, { input: { scorecardId: third!.id } })).toMatchObject({ code: 'CARD_STARTED' });
});

test('an untouched assignment is taken back', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId: judging.rounds[0] } });
  const [card] = await cardsOf(judging.rounds[0]!);
  expect(await judging.organiser.ask(UNASSIGN, { input: { scorecardId: card!.id } })).toMatchObject({
    __typename: 'Round',
    progress: { due: 2, short: 0 },
  });
});

test('a judge who is away or full gets no more cards; an edit on an old version is refused', async () => {
  const judging = await aJudging(contest, district, { initiatives: 4, judges: 4, ruleBook: two });
  const jury = (await judging.organiser.ask(JURY, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
  const [away, full] = jury;
  const day = contest.clock.now().toISOString().slice(0, 10);
  expect(await judging.organiser.ask(TERMS, { input: { seatId: away.id, version: 0, loadMin: 0, absentFrom: day } })).toMatchObject({
    version: 1,
    absentFrom: day,
  });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 0, loadMin: 0, loadMax: 1 } })).toMatchObject({
    version: 1,
    loadMax: 1,
  });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 0, loadMin: 0 } })).toMatchObject({ code: 'STALE' });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 1, loadMin: 3, loadMax: 1 } })).toMatchObject({
    code: 'JURY_LOAD',
    path: 'loadMax',
  });

  const { judgeLoads } = await proposed(contest, judging.organiser, judging.rounds[0]!);
  const load = (id: string) => judgeLoads.find(({ judge }: any) => judge.id === id).load;
  expect([load(away.person.id), load(full.person.id)]).toEqual([0, 1]);
});

test('a judge finds their cards in myAssignments, and only theirs', async () => {
  const judging = await aJudging(contest, district, { initiatives: 3 });
  await openRound(contest, judging, judging.rounds[0]!);
  for (const personId of judging.judges) {
    const page = await (await contest.as(personId)).ask(MY_ASSIGNMENTS, { roundId: judging.rounds[0] });
    expect(page.edges.map(({ node }: any) => node.initiative.id).sort()).toEqual([...judging.initiatives].sort());
  }
});

test('a card that was signed once is begun: it is kept, or excused with a reason where it goes to another judge, and never dropped', async () => {
  const by = assigning(contest, district);
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const [card] = await by.cardsOf(roundId);
  await by.sql(
    `insert into scorecard_version (id, scorecard_id, number, marks, total, nonce, hash, signed_at, kept_at)
     values (gen_random_uuid(), ?, 1, '[]', 60, 'n', 'h', now(), now())`,
    [card!.id],
  );
  await by.terms(judging, card!.judge.id, { absentFrom: contest.clock.now().toISOString().slice(0, 10) });
  expect(await judging.organiser.ask(UNASSIGN, { input: { scorecardId: card!.id } })).toEqual({
    __typename: 'Refusal',
    code: 'CARD_STARTED',
  });
  expect(await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } })).toMatchObject({ __typename: 'Round' });
  expect((await by.cardsOf(roundId)).map(({ state }) => state)).toEqual(['DRAFT', 'DRAFT']);

  const { id, released } = await proposed(contest, judging.organiser, roundId, { reassignStarted: true });
  expect(released).toBe(1);
  expect(await by.apply(judging, id)).toMatchObject({ code: 'REASON_MISSING' });
  expect(await by.apply(judging, id, { reason: 'Vắng mặt.' })).toMatchObject({ __typename: 'AssignmentProposal' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: card!.id })).toMatchObject({ state: 'EXCUSED', excuseReason: 'Vắng mặt.' });
});
