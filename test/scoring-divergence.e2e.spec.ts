import { type FurtherMark } from '#domain/contest';
import { Standing } from '#domain/result';
import { Scorecard } from '#domain/scoring';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, EXCUSE, type Judging, SIGN, STANDINGS, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const LOW = marksOf('10', '20', '15'); // 45
const HIGH = marksOf('25', '20', '30'); // 75
const THIRD = marksOf('24', '20', '26'); // 70

const SET_CONFLICT = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename } }';

const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });

async function sign(card: Scorecard, marks: ReturnType<typeof marksOf>) {
  const judge = await contest.as(card.judge.id);
  await attestedCards(judge, card.round.id);
  return judge.ask(SIGN, { input: { scorecardId: card.id, version: 1, marks } });
}

/** One initiative that two judges see 30 points apart, its round settling; `further` is the card of the third. */
async function settling(furtherMark: FurtherMark, judges = 4): Promise<{ judging: Judging; roundId: string; further: Scorecard }> {
  const dossier = aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20', furtherMark });
  const judging = await aJudging(contest, district, { initiatives: 1, judges, ruleBook: { rounds: [dossier, aRound('final')] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [low, high] = await cardsOf(roundId);
  await sign(low!, LOW);
  await sign(high!, HIGH);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'SETTLING' });
  const [further] = (await cardsOf(roundId)).filter(({ extra }) => extra);
  return { judging, roundId, further: further! };
}

/** Takes a first card out for a conflict, signed or not; who replaces its judge is named. */
async function excuse({ organiser }: Judging, card: Scorecard, replacementId: string | undefined): Promise<void> {
  const conflict = { initiativeId: card.initiative.id, personId: card.judge.id, type: 'FAMILY', reason: 'Vợ là tác giả' };
  await organiser.ask(SET_CONFLICT, { input: conflict });
  const excused = await organiser.ask(EXCUSE, { input: { scorecardId: card.id, reason: 'Có xung đột lợi ích', replacementId } });
  expect(excused).toMatchObject({ state: 'EXCUSED' });
}

async function standingOf({ organiser }: Judging, roundId: string) {
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  const { edges } = await organiser.ask(STANDINGS, { roundId });
  return edges.map(({ node: { rounded, cards } }: any) => [rounded, cards]);
}

test.each([
  ['joins', 'JOINS', ['63.33', 3]], // (45 + 75 + 70) / 3
  ['replaces the one farthest from it', 'REPLACES', ['72.50', 2]], // (75 + 70) / 2
  ['decides', 'DECIDES', ['70.00', 1]],
] as const)('the mark of a further judge %s, and the standing counts the cards that count', async (_, furtherMark, expected) => {
  const { judging, roundId, further } = await settling(furtherMark);
  await sign(further, THIRD);
  expect(await standingOf(judging, roundId)).toEqual([expected]);
});

test('who replaces a further judge is one too', async () => {
  const { judging, roundId, further } = await settling('DECIDES');
  const held = (await cardsOf(roundId)).map(({ judge }) => judge.id);
  const replacementId = judging.judges.find((id) => !held.includes(id));
  await judging.organiser.ask(EXCUSE, { input: { scorecardId: further.id, reason: 'Ốm nặng, phải nằm viện', replacementId } });
  const [replacement] = (await cardsOf(roundId)).filter(({ judge }) => judge.id === replacementId);
  expect(replacement).toMatchObject({ extra: true, late: true });
  await sign(replacement!, THIRD);
  expect(await standingOf(judging, roundId)).toEqual([['70.00', 1]]);
});

test('who replaces a first judge while the round settles signs then, as a first judge', async () => {
  const { judging, roundId, further } = await settling('DECIDES');
  const [low] = await cardsOf(roundId);
  const held = (await cardsOf(roundId)).map(({ judge }) => judge.id);
  const replacementId = judging.judges.find((id) => !held.includes(id));
  await excuse(judging, low!, replacementId);
  const [replacement] = (await cardsOf(roundId)).filter(({ judge }) => judge.id === replacementId);
  expect(replacement).toMatchObject({ extra: false, late: true });
  expect(await sign(replacement!, marksOf('22', '20', '28'))).toMatchObject({ state: 'SIGNED' }); // 70
  await sign(further, THIRD);
  // 75 and 70 do not diverge, so the further mark decides nothing any more.
  expect(await standingOf(judging, roundId)).toEqual([['71.67', 3]]);
});

test('a settling round waits for its further judge, and no standing is kept before', async () => {
  const { judging, roundId } = await settling('REPLACES');
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  expect(await contest.em().count(Standing, { result: { round: roundId } })).toBe(0);
});

test('a first card that comes in while the round settles is held against the others too, and a further judge is called for it', async () => {
  const dossier = aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '20', furtherMark: 'DECIDES' });
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 4, ruleBook: { rounds: [dossier, aRound('final')] } });
  const { organiser, initiatives, judges, rounds } = judging;
  const [roundId = ''] = rounds;
  await openRound(contest, judging, roundId);
  const of = (cards: Scorecard[], at: number) => cards.filter(({ initiative }) => initiative.id === initiatives[at]);
  const first = await cardsOf(roundId);
  for (const [at, card] of of(first, 0).entries()) await sign(card, at === 0 ? LOW : HIGH);
  for (const card of of(first, 1)) await sign(card, HIGH);
  const close = async () => organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(await close()).toMatchObject({ state: 'SETTLING' });
  const [further] = (await cardsOf(roundId)).filter(({ extra }) => extra);
  await sign(further!, THIRD);

  const seen = of(first, 1).map(({ judge }) => judge.id);
  const replacementId = judges.find((id) => !seen.includes(id));
  await excuse(judging, of(first, 1)[0]!, replacementId);
  const [late] = of(await cardsOf(roundId), 1).filter(({ judge }) => judge.id === replacementId);
  await sign(late!, LOW);
  expect(await close()).toMatchObject({ state: 'SETTLING' });
  const called = (await cardsOf(roundId)).filter(({ extra }) => extra);
  expect(called.map(({ initiative, state }) => [initiatives.indexOf(initiative.id), state]).toSorted()).toEqual([
    [0, 'SIGNED'],
    [1, 'DRAFT'],
  ]);
  await sign(of(called, 1)[0]!, THIRD);
  expect(await standingOf(judging, roundId)).toEqual([
    ['70.00', 1],
    ['70.00', 1],
  ]);
});
