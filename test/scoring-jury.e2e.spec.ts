import { Conflict, Scorecard, Standing } from '#domain/scoring';
import { Initiative } from '#domain/initiative';
import { Notice } from '#domain/notice';
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
  EXCUSE,
  type Judging,
  MY_ASSIGNMENTS,
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
const PROPOSAL = 'query ($roundId: ID!) { assignmentProposal(roundId: $roundId) { added spread loads { judgeId load } short { code missing reason judges } } }';
const CONFLICTS = 'query ($contestId: ID!) { conflicts(contestId: $contestId) { edges { node { id version type source active pinned personId initiativeId canLift } } } }';
const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename ... on Conflict { id version type source } ... on Refusal { code } } }';
const LIFT = 'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename ... on Conflict { id active pinned } ... on Refusal { code } } }';
const TERMS = 'mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { __typename ... on JuryMember { id version loadMax absentFrom } ... on Refusal { code path } } }';
const JURY = 'query ($contestId: ID!) { jury(contestId: $contestId) { totalCount edges { node { id version personId loadMax } } } }';
const ASSIGN_JUDGE = 'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename ... on RoundAssignment { id state } ... on Refusal { code path } } }';
const UNASSIGN = 'mutation ($input: UnassignJudgeInput!) { unassignJudge(input: $input) { __typename ... on Round { id progress { due short } } ... on Refusal { code } } }';

const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
const conflictsOf = async (judging: Judging) => (await judging.organiser.ask(CONFLICTS, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
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
  const proposal = await judging.organiser.ask(PROPOSAL, { roundId });
  expect(proposal).toMatchObject({ added: 10, spread: 1, short: [] });
  expect(proposal.loads.map(({ load }: any) => load).sort()).toEqual([2, 2, 3, 3]);
  expect(await cardsOf(roundId)).toEqual([]);

  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const first = await cardsOf(roundId);
  expect(first).toHaveLength(10);
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  expect((await cardsOf(roundId)).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  await contest.drain();
  expect(await contest.em().count(Notice, { person: { $in: judging.judges }, kind: 'ASSIGNED' })).toBe(4);
});

test('a judge of the same unit is never assigned; where judges are lacking it is said for what and why, and nothing is written', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const insider = await seated(judging, district.units.finance);
  expect(await conflictsOf(judging)).toEqual([0, 1].map(() => expect.objectContaining({ personId: insider, type: 'UNIT', source: 'DETECTED', active: true, pinned: false })));

  const proposal = await judging.organiser.ask(PROPOSAL, { roundId });
  expect(proposal.short.map(({ missing, reason }: any) => [missing, reason])).toEqual([[1, 'TOO_FEW_JUDGES'], [1, 'TOO_FEW_JUDGES']]);
  expect(await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } })).toMatchObject({ code: 'ASSIGNMENT_SHORT', message: expect.stringContaining('2026-') });
  expect(await cardsOf(roundId)).toEqual([]);

  expect(await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId, evenIfShort: true } })).toMatchObject({ __typename: 'Round', progress: { due: 2, short: 2 } });
  const input = { roundId, initiativeId: judging.initiatives[0], judgeId: insider };
  expect(await judging.organiser.ask(ASSIGN_JUDGE, { input })).toMatchObject({ code: 'CONFLICT_OF_INTEREST', path: 'judgeId' });
  expect(await judging.organiser.ask(ASSIGN_JUDGE, { input: { ...input, judgeId: district.people.judge } })).toMatchObject({ code: 'NOT_ON_JURY' });
  expect(await cardsOf(roundId)).toHaveLength(2);
});

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
  expect(found).toMatchObject({ personId: colleague, type: 'CO_AUTHOR', canLift: true });

  const input = { conflictId: found.id, version: found.version, reason: 'Chỉ cùng ký biên bản năm 2021' };
  expect(await judging.organiser.ask(LIFT, { input })).toMatchObject({ active: false, pinned: true });
  expect(await judging.organiser.ask(LIFT, { input })).toMatchObject({ code: 'STALE' });
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
  expect(await judge.ask(SIGN, { input: { scorecardId: card!.id, version: declared.version, marks: GOOD } })).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  const [conflict] = await conflictsOf(judging);
  expect(conflict).toMatchObject({ source: 'DECLARED', type: 'FAMILY', canLift: false });
  expect(await judging.organiser.ask(LIFT, { input: { conflictId: conflict.id, version: conflict.version, reason: 'Không đáng kể' } })).toMatchObject({ code: 'CONFLICT_STAYS' });

  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const now = await cardsOf(roundId);
  expect(now.filter((one) => one.initiative.id === card!.initiative.id && one.state === 'DRAFT')).toHaveLength(3);
});

test('an organiser sets a conflict; the open card is excused', async () => {
  const judging = await aJudging(contest, district, { judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [card] = await cardsOf(roundId);
  const input = { initiativeId: card!.initiative.id, personId: card!.judge.id, type: 'INTEREST', reason: 'Có hợp đồng với đơn vị' };
  expect(await judging.organiser.ask(SET, { input })).toMatchObject({ __typename: 'Conflict', source: 'SET' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: card!.id })).toMatchObject({ state: 'EXCUSED' });
});

test('a card is excused with a replacement, or where the minimum still holds; a signed one is not', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first, second, third] = await cardsOf(roundId);
  const spare = judging.judges.find((id) => ![first, second, third].some((card) => card!.judge.id === id));
  const excuse = (scorecardId: string, more = {}) => judging.organiser.ask(EXCUSE, { input: { scorecardId, reason: 'Ốm dài ngày', ...more } });

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
  expect(await judging.organiser.ask(UNASSIGN, { input: { scorecardId: card!.id } })).toMatchObject({ __typename: 'Round', progress: { due: 2, short: 0 } });
});

test('a judge who is away or full gets no more cards; an edit on an old version is refused', async () => {
  const judging = await aJudging(contest, district, { initiatives: 4, judges: 4, ruleBook: two });
  const jury = (await judging.organiser.ask(JURY, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
  const [away, full] = jury;
  const day = contest.clock.now().toISOString().slice(0, 10);
  expect(await judging.organiser.ask(TERMS, { input: { seatId: away.id, version: 0, loadMin: 0, absentFrom: day } })).toMatchObject({ version: 1, absentFrom: day });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 0, loadMin: 0, loadMax: 1 } })).toMatchObject({ version: 1, loadMax: 1 });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 0, loadMin: 0 } })).toMatchObject({ code: 'STALE' });
  expect(await judging.organiser.ask(TERMS, { input: { seatId: full.id, version: 1, loadMin: 3, loadMax: 1 } })).toMatchObject({ code: 'JURY_LOAD', path: 'loadMax' });

  const { loads } = await judging.organiser.ask(PROPOSAL, { roundId: judging.rounds[0] });
  const load = (id: string) => loads.find(({ judgeId }: any) => judgeId === id).load;
  expect([load(away.personId), load(full.personId)]).toEqual([0, 1]);
});

test('where first cards diverge a further judge is called, signing is locked for the others, and then the round closes', async () => {
  const ruleBook = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20' }), aRound('final')] };
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const cards = await cardsOf(roundId);
  const odd = judging.initiatives[0]!;
  const low = cards.find(({ initiative }) => initiative.id === odd)!.judge.id;
  await signAll(contest, judging, roundId, (judge, initiative) => (judging.judges[judge] === low && initiative === 0 ? marksOf('5', '5', '5') : GOOD));

  const settling = await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(settling).toMatchObject({ __typename: 'Round', state: 'SETTLING', canClose: false, progress: { due: 5, signed: 4 } });
  expect(await contest.em().count(Standing, { round: roundId })).toBe(0);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  await contest.drain();

  const [called] = (await cardsOf(roundId)).filter(({ extra }) => extra);
  expect(called!.initiative.id).toBe(odd);
  const further = await contest.as(called!.judge.id);
  await attestedCards(further, roundId);
  expect(await further.ask(SIGN, { input: { scorecardId: called!.id, version: 1, marks: GOOD } })).toMatchObject({ state: 'SIGNED' });
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  const { edges } = await judging.organiser.ask(STANDINGS, { roundId });
  expect(edges.map(({ node }: any) => [node.initiativeId, node.score, node.cards])).toEqual([
    [judging.initiatives[1], '75', 2],
    [odd, '55', 3], // (15 + 75 + 75) / 3
  ]);
});

test('cards of an initiative that was withdrawn need no signature, and the signed ones are kept without counting', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const [mine] = (await attestedCards(judge, roundId)).filter(({ initiativeId }) => initiativeId === judging.initiatives[0]);
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
  expect((await judging.organiser.ask(STANDINGS, { roundId })).edges.map(({ node }: any) => node.initiativeId)).toEqual([judging.initiatives[1]]);
});

test('an organiser in conflict with an initiative sees no judging of that contest, and runs none', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => GOOD);
  const shut = await aPerson(contest, { unitId: district.units.culture, role: 'ORGANISER', roleUnitId: district.units.district });
  await judging.organiser.ask(SET, { input: { initiativeId: judging.initiatives[0], personId: shut, type: 'FAMILY', reason: 'Vợ là tác giả' } });
  const organiser = await contest.as(shut);

  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await organiser.ask('query ($id: ID!) { round(id: $id) { progress { signed } canClose } }', { id: roundId })).toEqual({ progress: null, canClose: false });
  expect(await organiser.ask('query ($id: ID!) { assignments(roundId: $id) { totalCount } }', { id: roundId })).toEqual({ totalCount: 0 });
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(await organiser.ask(STANDINGS, { roundId })).toMatchObject({ totalCount: 0 });
  expect(await judging.organiser.ask(STANDINGS, { roundId })).toMatchObject({ totalCount: 1 });
  expect(await contest.em().count(Conflict, { person: shut })).toBe(1);
});

test('a judge finds their cards in myAssignments, and only theirs', async () => {
  const judging = await aJudging(contest, district, { initiatives: 3 });
  await openRound(contest, judging, judging.rounds[0]!);
  for (const personId of judging.judges) {
    const page = await (await contest.as(personId)).ask(MY_ASSIGNMENTS, { roundId: judging.rounds[0] });
    expect(page.edges.map(({ node }: any) => node.initiativeId).sort()).toEqual([...judging.initiatives].sort());
  }
});

test('who leaves the jury signs no more; the open cards are excused', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [leaver = ''] = judging.judges;
  const jury = (await judging.organiser.ask(JURY, { contestId: judging.contestId })).edges.map(({ node }: any) => node);
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: jury.find(({ personId }: any) => personId === leaver).id, reason: 'Chuyển công tác' });
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
  const reply = await (await contest.as(author)).ask('query ($id: ID!) { round(id: $id) { progress { signed } canClose } }', { id: judging.rounds[0] });
  expect(reply).toEqual({ progress: null, canClose: false });
});
