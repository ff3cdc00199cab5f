import { jest } from '@jest/globals';
import { Initiative } from '#domain/initiative';
import { PresentationDraw, PresentationSlot, Round, Scorecard, drawnOrder } from '#domain/scoring';
import { Randomness } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { aRound } from './support/contests.js';
import { shutOut } from './support/conflicts.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, type Judging, MY_ASSIGNMENTS, OPEN_ROUND, SAVE, SIGN, aJudging, attestedCards, marksOf } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const REFUSAL = '... on Refusal { code path }';
const PANEL = `id now draws { number seed receiptNumbers reason } currentSlotId presentingUntil questionsUntil canDraw whyNotDraw { code }
  slots { id version place drawnPlace initiative { receiptNumber } state eligible plannedAt skipReason startedAt endedAt canStart canEnd canSkip judges { judge { id } signed } }`;
const act = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on PresentationPanel { ${PANEL} } ${REFUSAL} } }`;
const [DRAW, START, END, SKIP] = ['drawPresentationOrder', 'startPresentation', 'endPresentation', 'skipPresentation'].map(act);
const READ_PANEL = `query ($roundId: ID!) { presentationPanel(roundId: $roundId) { ${PANEL} } }`;
const ORDER =
  'query ($roundId: ID!) { presentationOrder(roundId: $roundId) { id presentMinutes questionMinutes draws { number seed receiptNumbers reason } places { place drawnPlace initiative { receiptNumber title } state plannedAt } } }';
const ENDS = 'query ($roundId: ID!) { presentationOrder(roundId: $roundId) { presentingUntil questionsUntil } }';
const GOOD = marksOf('20', '20', '30');

const inRoom = { presentMinutes: 10, questionMinutes: 5, marksInRoom: true };
const roundOf = (marksInRoom = true) =>
  aRound('final', { judgesPerInitiative: 2, minimumCards: 1, presentation: { ...inRoom, marksInRoom } });

interface Presenting {
  readonly judging: Judging;
  readonly roundId: string;
  readonly organiser: Client;
  readonly draw: (input?: object) => Promise<any>;
  readonly panel: () => Promise<any>;
  /** Does something to a slot as it now stands. */
  readonly to: (mutation: string | undefined, slot: { id: string }, input?: object) => Promise<any>;
}

/** A round with presentations of three initiatives, planned. */
async function planned(rule = roundOf()): Promise<Presenting> {
  const judging = await aJudging(contest, district, { initiatives: 3, judges: 2, ruleBook: { rounds: [rule], tieBreak: [] } });
  const { organiser } = judging;
  const [roundId = ''] = judging.rounds;
  const panel = () => organiser.ask(READ_PANEL, { roundId });
  return {
    ...{ judging, roundId, organiser, panel },
    draw: (input = {}) => organiser.ask(DRAW!, { input: { roundId, ...input } }),
    to: async (mutation, { id }, input = {}) => {
      const { version } = await contest.em().findOneOrFail(PresentationSlot, { id });
      return organiser.ask(mutation!, { input: { slotId: id, version, ...input } });
    },
  };
}

async function open({ organiser, roundId }: Presenting): Promise<void> {
  await organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  const { version } = await contest.em().findOneOrFail(Round, { id: roundId });
  expect(await organiser.ask(OPEN_ROUND, { input: { roundId, version } })).toMatchObject({ state: 'OPEN' });
}

async function opened(rule = roundOf()): Promise<Presenting> {
  const presenting = await planned(rule);
  await open(presenting);
  return presenting;
}

const later = (minutes: number) => new Date(contest.clock.now().getTime() + minutes * 60_000).toISOString();

test('the order is drawn by a seed that is kept, shown and logged, and whoever has the codes draws the same', async () => {
  const presenting = await planned();
  expect(await presenting.draw()).toMatchObject({ code: 'ROUND_NOT_ASSIGNED' });
  await open(presenting);
  expect(await presenting.organiser.ask(ORDER, { roundId: presenting.roundId })).toBeNull();
  jest.spyOn(contest.get(Randomness), 'seed').mockReturnValueOnce(20261123);
  const startsAt = later(60);

  const drawn = await presenting.draw({ startsAt });

  const codes = drawn.slots.map(({ initiative }: any) => initiative.receiptNumber);
  expect(codes).toEqual(drawnOrder(codes.toSorted(), 20261123));
  expect(codes).toHaveLength(3);
  expect(drawn).toMatchObject({
    __typename: 'PresentationPanel',
    id: presenting.roundId,
    draws: [{ number: 1, seed: 20261123, receiptNumbers: codes, reason: null }],
  });
  expect(drawn.slots.map(({ plannedAt }: any) => plannedAt)).toEqual([startsAt, later(75), later(90)]);
  const [entry] = await contest.em().find(AuditEntry, { operation: 'drawPresentationOrder', subjectId: presenting.roundId });
  expect(JSON.parse(entry!.body)).toMatchObject({ after: { draw: 1, seed: 20261123, order: codes } });

  const author = await contest.as(district.people.submitter);
  expect(await author.ask(ORDER, { roundId: presenting.roundId })).toMatchObject({
    ...{ id: presenting.roundId, presentMinutes: 10, questionMinutes: 5, draws: drawn.draws },
    places: codes.map((code: string, at: number) => ({
      place: at + 1,
      drawnPlace: at + 1,
      initiative: { receiptNumber: code },
      state: 'WAITING',
      plannedAt: later(60 + 15 * at),
    })),
  });
});

test('it is drawn again with a reason, until the first presentation begins, and the earlier draw is kept', async () => {
  const presenting = await opened();
  const first = await presenting.draw();
  expect(await presenting.draw()).toMatchObject({ code: 'PRESENTATION_DRAWN', path: 'reason' });
  expect(await contest.em().count(PresentationDraw, { round: presenting.roundId })).toBe(1);

  const second = await presenting.draw({ reason: 'Bốc thăm lại trước đại diện các đơn vị' });
  expect(second.draws).toEqual([first.draws[0], expect.objectContaining({ number: 2, reason: 'Bốc thăm lại trước đại diện các đơn vị' })]);
  expect(await presenting.to(START, first.slots[0])).toMatchObject({ code: 'NOT_FOUND' });
  expect(await presenting.to(START, second.slots[0])).toMatchObject({
    currentSlotId: second.slots[0].id,
    whyNotDraw: { code: 'PRESENTATION_BEGUN' },
  });
  expect(await presenting.draw({ reason: 'Muốn thứ tự khác' })).toMatchObject({ code: 'PRESENTATION_BEGUN' });
  expect(await contest.em().count(PresentationDraw, { round: presenting.roundId })).toBe(2);
});

test('of those who draw at once, one draws', async () => {
  const presenting = await opened();
  const replies = await Promise.all(Array.from({ length: 5 }, () => presenting.draw()));
  expect(replies.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
    ...Array.from({ length: 4 }, () => 'PRESENTATION_DRAWN'),
    'PresentationPanel',
  ]);
});

test('a judge in the room is told until when whoever presents may speak and be asked, and of nothing once they have ended', async () => {
  const presenting = await opened();
  const judge = await contest.as(presenting.judging.judges[0]!);
  const ends = async () => judge.ask(ENDS, { roundId: presenting.roundId });
  const [first] = (await presenting.draw()).slots;
  expect(await ends()).toEqual({ presentingUntil: null, questionsUntil: null });

  const begun = await presenting.to(START, first);

  expect(await ends()).toEqual({ presentingUntil: later(10), questionsUntil: later(15) });
  expect(begun).toMatchObject(await ends());
  await presenting.to(END, first);
  expect(await ends()).toEqual({ presentingUntil: null, questionsUntil: null });
});

test('they present one at a time, in their order, and who is absent comes at the end with the reason', async () => {
  const presenting = await opened();
  const {
    slots: [first, second, third],
  } = await presenting.draw();
  expect(await presenting.to(START, second)).toMatchObject({ code: 'PRESENTATION_OUT_OF_ORDER' });
  expect(await presenting.to(END, first)).toMatchObject({ code: 'PRESENTATION_NOT_BEGUN' });
  expect(await presenting.to(SKIP, second, { reason: 'Vắng mặt' })).toMatchObject({ code: 'PRESENTATION_OUT_OF_ORDER' });

  const skipped = await presenting.to(SKIP, first, { reason: 'Xe đến trễ' });
  expect(skipped.slots.map(({ initiative, place, drawnPlace, skipReason }: any) => [initiative, place, drawnPlace, skipReason])).toEqual([
    [second.initiative, 2, 2, null],
    [third.initiative, 3, 3, null],
    [first.initiative, 4, 1, 'Xe đến trễ'],
  ]);
  const running = await presenting.to(START, second);
  expect(running).toMatchObject({ currentSlotId: second.id, presentingUntil: later(10), questionsUntil: later(15) });
  expect(running.slots.map(({ state, canStart, canEnd, canSkip }: any) => [state, canStart, canEnd, canSkip])).toEqual([
    ['PRESENTING', false, true, false],
    ['WAITING', false, false, true],
    ['WAITING', false, false, false],
  ]);
  expect(await presenting.to(START, third)).toMatchObject({ code: 'PRESENTATION_RUNNING' });
  contest.clock.advance(14 * 60_000);
  expect(await presenting.panel()).toMatchObject({
    now: contest.clock.now().toISOString(),
    presentingUntil: later(-4),
    questionsUntil: later(1),
  });
  expect(await presenting.to(END, second)).toMatchObject({ currentSlotId: null, presentingUntil: null });
  expect(await presenting.to(END, second)).toMatchObject({ code: 'PRESENTATION_ENDED' });
  await presenting.to(START, third);
  await presenting.to(END, third);
  expect(await presenting.to(SKIP, first, { reason: 'Vẫn chưa đến' })).toMatchObject({ code: 'PRESENTATION_LAST' });
  expect((await presenting.to(START, first)).currentSlotId).toBe(first.id);
});

test('an act on what another has changed meanwhile is refused; of two who begin at once, one does', async () => {
  const presenting = await opened();
  const {
    slots: [first],
  } = await presenting.draw();
  const input = { slotId: first.id, version: first.version };
  const replies = await Promise.all([START!, START!].map((mutation) => presenting.organiser.ask(mutation, { input })));
  expect(replies.map(({ __typename, code }) => code ?? __typename).sort()).toEqual(['PRESENTATION_BEGUN', 'PresentationPanel']);
  expect(await presenting.organiser.ask(END!, { input })).toMatchObject({ code: 'STALE', path: 'version' });
  expect(await contest.em().findOneOrFail(PresentationSlot, { id: first.id })).toMatchObject({ version: 2, endedAt: null });
});

test('who was withdrawn since the draw is passed over', async () => {
  const presenting = await opened();
  const {
    slots: [first, second],
  } = await presenting.draw();
  const em = contest.em();
  Object.assign(await em.findOneOrFail(Initiative, { code: first.initiative.receiptNumber, contest: presenting.judging.contestId }), {
    state: 'WITHDRAWN',
    endReason: 'Tác giả xin rút',
  });
  await em.flush();

  expect(await presenting.to(START, first)).toMatchObject({ code: 'INITIATIVE_NOT_JUDGED' });
  expect((await presenting.to(START, second)).currentSlotId).toBe(second.id);
  const { places } = await presenting.organiser.ask(ORDER, { roundId: presenting.roundId });
  expect(places.map(({ place, drawnPlace }: any) => [place, drawnPlace])).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('where marks are typed in the room, a card opens when its presentation begins, and the panel tells who has signed', async () => {
  const presenting = await opened();
  const {
    slots: [first],
  } = await presenting.draw();
  const [judgeId = '', otherId = ''] = presenting.judging.judges;
  const judge = await contest.as(judgeId);
  const { id: initiativeId } = await contest
    .em()
    .findOneOrFail(Initiative, { code: first.initiative.receiptNumber, contest: presenting.judging.contestId });
  const cards = await attestedCards(judge, presenting.roundId);
  const mine = cards.find((card) => card.initiative.id === initiativeId)!;
  const input = { scorecardId: mine.id, version: mine.version, marks: GOOD };
  const whyNot = async () =>
    (await judge.ask(MY_ASSIGNMENTS, { roundId: presenting.roundId })).edges.map(({ node }: any) => [
      node.id === mine.id,
      node.whyNotMark?.code ?? null,
    ]);
  const notBegun = cards.map(({ id }) => [id === mine.id, 'PRESENTATION_NOT_BEGUN']);

  expect(await whyNot()).toEqual(notBegun);
  for (const mutation of [SAVE, SIGN]) expect(await judge.ask(mutation, { input })).toMatchObject({ code: 'PRESENTATION_NOT_BEGUN' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: mine.id })).toMatchObject({ state: 'DRAFT', marks: [], version: mine.version });

  await presenting.to(START, first);
  expect(await whyNot()).toEqual(notBegun.map(([own, code]) => [own, own ? null : code]));
  expect(await judge.ask(SIGN, { input })).toMatchObject({ state: 'SIGNED' });
  const panel = await presenting.panel();
  expect(panel.slots.map(({ judges }: any) => judges.filter(({ signed }: any) => signed))).toEqual([
    [{ judge: { id: judgeId }, signed: true }],
    [],
    [],
  ]);
  expect(panel.slots[0].judges).toEqual(expect.arrayContaining([{ judge: { id: otherId }, signed: false }]));
});

test('where they are not, a card is marked at any time in the open round', async () => {
  const presenting = await opened(roundOf(false));
  const judge = await contest.as(presenting.judging.judges[0]!);
  const [card] = await attestedCards(judge, presenting.roundId);
  expect(await judge.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: GOOD } })).toMatchObject({
    state: 'SIGNED',
  });
});

test('a round without presentations has none; an organiser in conflict neither sees the panel nor draws', async () => {
  const plain = await opened(aRound('final', { judgesPerInitiative: 2, minimumCards: 1 }));
  expect(await plain.draw()).toMatchObject({ code: 'PRESENTATION_NOT_ASKED' });
  expect(await contest.em().count(PresentationDraw, { round: plain.roundId })).toBe(0);

  const presenting = await opened();
  const { units } = district;
  const tied = await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district });
  await shutOut(contest, district, { organiser: presenting.organiser, initiativeId: presenting.judging.initiatives[0]!, personId: tied });
  const client = await contest.as(tied);
  expect(await client.ask(READ_PANEL, { roundId: presenting.roundId })).toBeNull();
  expect(await client.ask(DRAW!, { input: { roundId: presenting.roundId } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await contest.em().count(PresentationDraw, { round: presenting.roundId })).toBe(0);
});
