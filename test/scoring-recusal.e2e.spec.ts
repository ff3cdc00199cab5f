import { Notice } from '#domain/notice';
import { Conflict } from '#domain/jury';
import { Scorecard } from '#domain/scoring';
import { SeatService } from '#lib/contest';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { changed, content } from './support/content.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  ASSIGN_ROUND,
  CLOSE_ROUND,
  DECLARE,
  type Judging,
  SIGN,
  STANDINGS,
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

const GOOD = marksOf('25', '20', '30');
const ASSIGNMENTS = `query ($roundId: ID!, $initiativeId: ID) { assignments(roundId: $roundId, initiativeId: $initiativeId, first: 100) {
  edges { node { id judge { id } state declined excuseReason conflict { type source reason } } } } }`;
const twoJudges = (changes = {}) => ({
  rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, ...changes })],
  tieBreak: [],
});

const cardsOf = (roundId: string, where = {}) =>
  contest.em().find(Scorecard, { round: roundId, ...where }, { orderBy: { assignedAt: 'asc', id: 'asc' } });
const live = async (roundId: string) => (await cardsOf(roundId)).filter(({ state }) => state !== 'EXCUSED').map(({ judge }) => judge.id);
const toldTo = async (personId: string, kind: string, judging?: Judging) =>
  (await contest.em().find(Notice, { person: personId, kind }))
    .filter(({ path }) => path.includes(judging?.contestId ?? ''))
    .map(({ textVi }) => textVi);
const decline = async (card: Scorecard, reason = 'Tác giả là em ruột') =>
  (await contest.as(card.judge.id)).ask(DECLARE, { input: { scorecardId: card.id, type: 'FAMILY', reason } });
const sign = async (card: Scorecard, marks = GOOD) => {
  const judge = await contest.as(card.judge.id);
  await attestedCards(judge, card.round.id);
  return judge.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks } });
};
/** An organiser of the host whose own department has the initiatives. */
const tiedOrganiser = () => aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district });

test('a judge steps back from a card they have signed: it is kept, counts no more, and another judge has it at once', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first, second] = await cardsOf(roundId);
  await sign(first!);
  await sign(second!);
  expect(await decline(first!)).toMatchObject({ __typename: 'Scorecard', state: 'EXCUSED', total: '75', canMark: false });

  const kept = await contest.em().findOneOrFail(Scorecard, { id: first!.id });
  expect({ total: kept.total, hash: kept.hash === null, marks: kept.marks.length }).toEqual({ total: '75', hash: false, marks: 3 });
  const [, , third] = await cardsOf(roundId);
  expect(third).toMatchObject({ state: 'DRAFT', extra: false });
  expect(judging.judges).toContain(third!.judge.id);
  expect(new Set([first!.judge.id, second!.judge.id, third!.judge.id]).size).toBe(3);

  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  await sign(third!);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  expect((await judging.organiser.ask(STANDINGS, { roundId })).edges.map(({ node }: any) => node.cards)).toEqual([2]);
});

test('organisers see who stepped back and why, and are told of it without a name; who is shut out of the judging is not', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const tied = await tiedOrganiser();
  await contest.drain();
  const [first] = await cardsOf(roundId);
  await decline(first!);
  await contest.drain();

  const nodes = (await judging.organiser.ask(ASSIGNMENTS, { roundId })).edges.map(({ node }: any) => node);
  expect(nodes.find(({ id }: any) => id === first!.id)).toEqual({
    id: first!.id,
    judge: { id: first!.judge.id },
    state: 'EXCUSED',
    declined: true,
    excuseReason: 'Giám khảo từ chối chấm vì xung đột lợi ích',
    conflict: { type: 'FAMILY', source: 'DECLARED', reason: 'Tác giả là em ruột' },
  });
  expect(nodes.filter(({ declined }: any) => declined)).toHaveLength(1);
  const [told = '', ...more] = await toldTo(district.people.organiser, 'judge.recused', judging);
  expect([told.includes('vẫn đủ giám khảo'), told.includes('em ruột'), more]).toEqual([true, false, []]);
  expect(await toldTo(tied, 'judge.recused')).toEqual([]);
  expect(await (await contest.as(tied)).ask(ASSIGNMENTS, { roundId })).toEqual({ edges: [] });
});

test('where nobody is free the initiative stays short, and the organisers are told so', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const before = (await toldTo(district.people.organiser, 'judge.recused')).length;
  const [first] = await cardsOf(roundId);
  expect(await decline(first!)).toMatchObject({ state: 'EXCUSED' });
  await contest.drain();
  expect(await live(roundId)).toHaveLength(1);
  const told = await toldTo(district.people.organiser, 'judge.recused');
  expect([told.length, told.at(-1)?.includes('Chưa có giám khảo nào khác nhận chấm thay')]).toEqual([before + 1, true]);
});

test('a judge steps back before the round opens, and while it settles; whoever takes over then can sign', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 6, ruleBook: twoJudges({ divergenceThreshold: '20' }) });
  const [roundId = ''] = judging.rounds;
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const [planned] = await cardsOf(roundId);
  expect(await decline(planned!)).toMatchObject({ state: 'EXCUSED' });
  expect(await live(roundId)).toHaveLength(2);

  await openRound(contest, judging, roundId);
  const [low] = await cardsOf(roundId, { state: 'DRAFT' });
  await sign(low!, marksOf('5', '5', '5'));
  for (const card of await cardsOf(roundId, { state: 'DRAFT' })) await sign(card);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'SETTLING' });
  const [called] = await cardsOf(roundId, { state: 'DRAFT', extra: true });
  expect(await decline(called!)).toMatchObject({ state: 'EXCUSED' });
  const [over] = await cardsOf(roundId, { state: 'DRAFT' });
  expect(over).toMatchObject({ extra: true });
  expect(await sign(over!)).toMatchObject({ state: 'SIGNED' });
  // A first card is taken over as one.
  expect(await decline(low!)).toMatchObject({ state: 'EXCUSED' });
  const [again] = await cardsOf(roundId, { state: 'DRAFT' });
  expect(again).toMatchObject({ extra: false });
  expect(await sign(again!)).toMatchObject({ state: 'SIGNED' });
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
});

test('from a closed round nobody steps back, and nothing is written', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => GOOD);
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const [first] = await cardsOf(roundId);
  const judge = await contest.as(first!.judge.id);
  const before = await content(contest, ['session']);
  const input = { scorecardId: first!.id, type: 'FAMILY', reason: 'Tác giả là em ruột' };
  expect(await judge.ask(DECLARE, { input })).toMatchObject({ code: 'ROUND_CLOSED' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('the cards of a judge who leaves are taken over, but where an initiative has its judges without', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 4, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [first] = await cardsOf(roundId);
  const leaver = first!.judge.id;
  const there = (await cardsOf(roundId, { initiative: first!.initiative.id })).map(({ judge }) => judge.id);
  const extra = judging.judges.find((id) => !there.includes(id));
  const ASSIGN = 'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename } }';
  await judging.organiser.ask(ASSIGN, { input: { roundId, initiativeId: first!.initiative.id, judgeId: extra } });
  await endSeat(judging, leaver);
  await contest.drain();

  const now = await cardsOf(roundId);
  expect(now.filter(({ judge, state }) => judge.id === leaver && state !== 'EXCUSED')).toEqual([]);
  const counted = judging.initiatives.map(
    (id) => now.filter(({ initiative, state }) => initiative.id === id && state !== 'EXCUSED').length,
  );
  expect(counted).toEqual([2, 2]);
});

test('the cards of a judge whom a conflict catches up with are taken over; where nobody is free the organisers are told of all of them at once', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const move = (personId: string) =>
    contest.get(PersonService).addPosition(SYSTEM, {
      personId,
      unitId: district.units.finance,
      titleVi: 'Chuyên viên',
      titleEn: 'Official',
      from: '2021-01-01',
    });
  const [first = '', second = ''] = judging.judges;
  await move(first);
  await contest.drain();
  expect((await live(roundId)).sort()).toEqual([...judging.judges.slice(1), ...judging.judges.slice(1)].sort());
  expect(await toldTo(district.people.organiser, 'round.short')).toEqual([]);

  await move(second);
  await contest.drain();
  expect(await live(roundId)).toEqual([judging.judges[2], judging.judges[2]]);
  const told = await toldTo(district.people.organiser, 'round.short');
  expect(told).toEqual([expect.stringContaining('2 sáng kiến')]);
});

test('all judges of an initiative step back at the same moment: each conflict stands, and nobody waits for ever', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 4, ruleBook: twoJudges() });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const cards = await cardsOf(roundId);
  const answers = await Promise.all(cards.map((card) => decline(card)));
  expect(answers.map(({ state }: any) => state)).toEqual(['EXCUSED', 'EXCUSED']);
  const taken = await live(roundId);
  expect(taken).toHaveLength(2);
  expect(taken.filter((id) => cards.some(({ judge }) => judge.id === id))).toEqual([]);
  expect(await contest.em().count(Conflict, { contest: judging.contestId, source: 'DECLARED' })).toBe(2);
});

async function endSeat({ contestId, organiser }: Judging, personId: string): Promise<void> {
  const { edges } = await organiser.ask('query ($id: ID!) { jury(contestId: $id, first: 100) { edges { node { id person { id } } } } }', {
    id: contestId,
  });
  const { node } = edges.find((edge: any) => edge.node.person.id === personId);
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: node.id, reason: 'Chuyển công tác' });
}
