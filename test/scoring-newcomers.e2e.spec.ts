import { PresentationSlot, Scorecard } from '#domain/scoring';
import { APPLY, aReadyCorrection } from './support/corrections.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, ATTEST, CLOSE_ROUND, SIGN, marksOf, openRound } from './support/judging.js';
import { type Judged, aResult } from './support/results.js';

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const PANEL = `__typename ... on PresentationPanel { draws { receiptNumbers } slots { id initiative { id } place drawnPlace eligible state canStart } } ... on Refusal { code }`;
const act = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${PANEL} } }`;
const ORDER =
  'query ($roundId: ID!) { presentationOrder(roundId: $roundId) { draws { receiptNumbers } places { place drawnPlace initiative { id } } } }';

const ruleBook = {
  rounds: [
    aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, cutOff: { score: null, top: 2 } }),
    aRound('final', {
      judgesPerInitiative: 2,
      minimumCards: 2,
      presentation: { presentMinutes: 10, questionMinutes: 5, marksInRoom: true },
    }),
  ],
  tieBreak: [],
};

/** Of three initiatives the first two passed into a round with presentations. */
async function beforeTheFinal(): Promise<Judged & { finalId: string }> {
  const judged = await aResult(contest, district, { marks: ['28', '24', '22'], ruleBook, judged: 1 });
  return { ...judged, finalId: judged.rounds[1]! };
}

/** The second falls behind the third. */
async function correct(judged: Judged): Promise<void> {
  const { id, version } = await aReadyCorrection(
    contest,
    { judging: judged, proposer: judged.organiser },
    { initiative: 1, novelty: '16' },
  );
  expect(await leader.ask(APPLY, { input: { correctionId: id, version } })).toMatchObject({ state: 'APPLIED' });
}

const told = ({ initiatives }: Judged, slots: { initiative: { id: string }; place: number; drawnPlace: number | null }[]) =>
  slots.map(({ initiative, place, drawnPlace }) => [initiatives.indexOf(initiative.id), place, drawnPlace]);

async function to(organiser: Client, mutation: string, id: string) {
  const { version } = await contest.em().findOneOrFail(PresentationSlot, { id });
  return organiser.ask(mutation, { input: { slotId: id, version } });
}

test('who comes into an open round by a correction presents after all others, and is judged then; the draw stands as it was', async () => {
  const judged = await beforeTheFinal();
  const { organiser, initiatives, judges, finalId } = judged;
  await openRound(contest, judged, finalId);
  const drawn = await organiser.ask(act('drawPresentationOrder'), { input: { roundId: finalId } });
  await to(organiser, act('startPresentation'), drawn.slots[0].id);
  await correct(judged);

  const ended = await to(organiser, act('endPresentation'), drawn.slots[0].id);
  expect(told(judged, ended.slots)).toEqual([...told(judged, drawn.slots), [2, 3, null]]);
  expect(ended.slots.map(({ eligible }: any) => eligible)).toEqual([true, true, true]);
  expect(ended.draws).toEqual(drawn.draws);
  for (const judgeId of judges)
    await organiser.ask(`mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename } }`, {
      input: { roundId: finalId, initiativeId: initiatives[2], judgeId },
    });
  await to(organiser, act('startPresentation'), drawn.slots[1].id);
  await to(organiser, act('endPresentation'), drawn.slots[1].id);
  expect((await to(organiser, act('startPresentation'), ended.slots[2].id)).slots[2]).toMatchObject({ state: 'PRESENTING' });

  for (const card of await contest.em().find(Scorecard, { round: finalId })) {
    const judge = await contest.as(card.judge.id);
    await judge.ask(ATTEST, { input: { scorecardId: card.id } });
    const signed = await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: marksOf('20', '20', '20') } });
    expect(signed).toMatchObject({ state: 'SIGNED' });
  }
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId: finalId } })).toMatchObject({ state: 'CLOSED' });
});

test('of a planned round whose order is drawn, who falls by a correction does not present', async () => {
  const judged = await beforeTheFinal();
  const { organiser, finalId } = judged;
  await organiser.ask(ASSIGN_ROUND, { input: { roundId: finalId } });
  const drawn = await organiser.ask(act('drawPresentationOrder'), { input: { roundId: finalId } });
  await correct(judged);

  const order = await organiser.ask(ORDER, { roundId: finalId });
  const [[, , first]] = told(judged, drawn.slots).filter(([at]) => at === 0) as [[number, number, number]];
  expect(told(judged, order.places)).toEqual([
    [0, 1, first],
    [2, 2, null],
  ]);
  expect(order.draws).toEqual(drawn.draws);
});
