import { Notice } from '#domain/notice';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type HeldCard, type Judging, CLOSE_ROUND, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

const BEGUN = '2026-09-01T02:00:00Z';
const DUE = '2026-09-10T10:00:00Z';
/** The contest's grace is a quarter of an hour. */
const LAST = '2026-09-10T10:15:00Z';

const MOVE = `mutation ($input: MoveRoundDueInput!) { moveRoundDue(input: $input) { __typename ... on Round { dueAt version canMoveDue } ... on Refusal { code path message } } }`;
const CARD = 'query ($id: ID!) { scorecard(id: $id) { version dueAt signableUntil canMark canSign whyNotSign { code } } }';
const ROUND = 'query ($id: ID!) { round(id: $id) { version canClose whyNotClose { code } progress { due signed } } }';
const STATES = 'query ($roundId: ID!) { assignments(roundId: $roundId) { edges { node { state canExcuse } } } }';
const IN_STATE =
  'query ($roundId: ID!, $states: [ScorecardState!]) { assignments(roundId: $roundId, states: $states) { edges { node { id state } } } }';
const AWAITING = '{ awaiting(first: 50) { edges { node { kind due act count link } } } }';
const REOPEN = 'mutation ($input: RequestReopeningInput!) { requestReopening(input: $input) { ... on Reopening { id version } } }';
const APPROVE = 'mutation ($input: ApproveReopeningInput!) { approveReopening(input: $input) { __typename } }';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest(BEGUN);
  district = await aDistrict(contest);
});
beforeEach(() => {
  contest.clock.set(BEGUN);
});
afterAll(() => contest.stop());

interface Due extends Judging {
  readonly roundId: string;
  readonly judge: Client;
  readonly cards: HeldCard[];
  readonly move: (dueAt: string, reason?: string) => Promise<any>;
}

/** An open round of two initiatives, each with one card, that has a deadline. */
async function aRoundWithDue(judges = 1): Promise<Due> {
  const rounds = [aRound('dossier', { judgesPerInitiative: judges, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges, ruleBook: { rounds, tieBreak: [] } });
  const roundId = judging.rounds[0]!;
  contest.clock.set(BEGUN);
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const move = async (dueAt: string, reason = 'Theo kế hoạch chấm.') => {
    const { version } = await judging.organiser.ask(ROUND, { id: roundId });
    return judging.organiser.ask(MOVE, { input: { roundId, version, dueAt, reason } });
  };
  const cards = await attestedCards(judge, roundId);
  contest.clock.set('2026-09-01T02:00:30Z');
  expect(await move(DUE)).toMatchObject({ __typename: 'Round', dueAt: '2026-09-10T10:00:00.000Z', canMoveDue: true });
  await contest.drain();
  return { ...judging, roundId, judge, cards, move };
}

const sign = (judge: Client, { id, version }: { id: string; version: number }) =>
  judge.ask(SIGN, { input: { scorecardId: id, version, marks: marksOf('20', '20', '20') } });
const told = async (personId: string, kind: string) =>
  (await contest.em().find(Notice, { person: personId, kind }, { orderBy: { createdAt: 'asc' } })).map(({ subjectVi }) => subjectVi);

test('cards are signed to the last moment of the grace and no longer, what is entered after it is kept, and a deadline that is moved lets sign again', async () => {
  const { judge, cards, move } = await aRoundWithDue();
  const [first, second] = cards;
  contest.clock.set(new Date(new Date(LAST).getTime() - 1));
  expect(await judge.ask(CARD, { id: first!.id })).toEqual({
    ...{ version: 1, dueAt: new Date(DUE).toISOString(), signableUntil: new Date(LAST).toISOString() },
    ...{ canMark: true, canSign: true, whyNotSign: null },
  });
  expect(await sign(judge, first!)).toMatchObject({ __typename: 'Scorecard', state: 'SIGNED' });

  contest.clock.set(LAST);
  const refused = await sign(judge, second!);
  expect(refused).toMatchObject({
    __typename: 'Refusal',
    code: 'ROUND_DUE_PASSED',
    message: expect.stringContaining('17 giờ 15 ngày 10/09/2026'),
  });
  expect(await judge.ask(CARD, { id: second!.id })).toMatchObject({
    version: 1,
    canMark: true,
    canSign: false,
    whyNotSign: { code: 'ROUND_DUE_PASSED' },
  });
  const kept = await judge.ask(SAVE, { input: { scorecardId: second!.id, version: 1, marks: marksOf('1', '2', '3') } });
  expect(kept).toMatchObject({ __typename: 'Scorecard', version: 2 });

  expect(await move('2026-09-12T10:00:00Z')).toMatchObject({ __typename: 'Round' });
  expect(await sign(judge, { id: second!.id, version: 2 })).toMatchObject({ __typename: 'Scorecard', state: 'SIGNED' });
});

test('who runs the round alone moves its deadline, ahead of now, while it is not closed; judges who have not signed are told why', async () => {
  const { judges, organiser, roundId, move } = await aRoundWithDue();
  expect(await move(BEGUN)).toMatchObject({ __typename: 'Refusal', code: 'ROUND_DUE_PAST', path: 'dueAt' });
  const judge = await contest.as(judges[0]!);
  await expect(judge.ask(MOVE, { input: { roundId, version: 1, dueAt: DUE, reason: 'Xin thêm.' } })).rejects.toThrow('FORBIDDEN');
  expect(await organiser.ask(MOVE, { input: { roundId, version: 1, dueAt: LAST, reason: 'Nghỉ lễ.' } })).toMatchObject({ code: 'STALE' });

  await move('2026-09-12T10:00:00Z', 'Nghỉ lễ.');
  await contest.drain();
  expect(await told(judges[0]!, 'round.dueMoved')).toEqual([
    expect.stringMatching(/^Hạn chấm .*: 17 giờ 00 ngày 10\/09\/2026$/),
    expect.stringMatching(/^Hạn chấm .*: 17 giờ 00 ngày 12\/09\/2026$/),
  ]);
});

test('a card that is reopened after the deadline can be signed, until another deadline is set', async () => {
  const { judge, cards, organiser, move } = await aRoundWithDue();
  const [first] = cards;
  await sign(judge, first!);
  contest.clock.set('2026-09-11T02:00:00Z');
  const asked = await judge.ask(REOPEN, { input: { scorecardId: first!.id, reason: 'Nhập nhầm.' } });
  await organiser.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } });

  const open = await judge.ask(CARD, { id: first!.id });
  expect(open).toMatchObject({ dueAt: null, signableUntil: null, canSign: true });
  await move('2026-09-12T10:00:00Z');
  expect(await judge.ask(CARD, { id: first!.id })).toMatchObject({ dueAt: '2026-09-12T10:00:00.000Z' });
  contest.clock.set('2026-09-12T10:15:00Z');
  expect(await sign(judge, { id: first!.id, version: open.version })).toMatchObject({ code: 'ROUND_DUE_PASSED' });
});

test('judges with unsigned cards are reminded three days and one day before the deadline, once each, and nobody else', async () => {
  const { judges, cards, move } = await aRoundWithDue(2);
  const other = await contest.as(judges[1]!);
  for (const card of await attestedCards(other, (await cardsRound(cards[0]!.id))!)) await sign(other, card);
  const reminded = async () => [await told(judges[0]!, 'round.due'), await told(judges[1]!, 'round.due')].map(({ length }) => length);

  contest.clock.set('2026-09-07T09:59:00Z');
  await contest.tick();
  expect(await reminded()).toEqual([0, 0]);
  for (const at of ['2026-09-07T10:00:00Z', '2026-09-08T10:00:00Z', '2026-09-09T10:00:00Z', '2026-09-09T20:00:00Z']) {
    contest.clock.set(at);
    await contest.tick();
  }
  expect(await reminded()).toEqual([2, 0]);
  await move('2026-09-20T10:00:00Z');
  contest.clock.set('2026-09-19T10:00:00Z');
  await contest.tick();
  expect(await reminded()).toEqual([3, 0]);
});

const cardsRound = async (id: string): Promise<string | undefined> =>
  (await contest.em().getConnection().execute<{ round_id: string }[]>('select round_id from scorecard where id = ?', [id]))[0]?.round_id;

test('what awaits a judge is due by the deadline; once it has passed, cards that are not signed wait for who runs the round', async () => {
  const { judge, organiser, roundId } = await aRoundWithDue();
  const seen = async (client: Client) =>
    (await client.ask(AWAITING)).edges.map(({ node: { link, ...node } }: any) => (link.includes(roundId) ? node : null));
  expect(await seen(judge)).toEqual([{ kind: 'cardSign', act: 'signScorecard', due: new Date(DUE).toISOString(), count: 2 }]);
  const overdue = async () => (await seen(organiser)).filter((node: any) => node?.kind === 'roundOverdue');
  contest.clock.set('2026-09-10T10:14:59Z');
  expect(await overdue()).toEqual([]);
  contest.clock.set(LAST);
  expect(await overdue()).toEqual([{ kind: 'roundOverdue', act: 'moveRoundDue', due: new Date(DUE).toISOString(), count: 2 }]);
});

test('how far a round is, is told as it stood at the last full minute, by every way and to leaders too', async () => {
  const { judge, cards, organiser, roundId } = await aRoundWithDue();
  const leader = await contest.as(district.people.leader);
  contest.clock.set('2026-09-02T02:00:10Z');
  for (const card of cards) await sign(judge, card);
  const looks = async () => {
    const [run, led] = [await organiser.ask(ROUND, { id: roundId }), await leader.ask(ROUND, { id: roundId })];
    const states = (await organiser.ask(STATES, { roundId })).edges.map(
      ({ node }: any) => `${String(node.state)} ${String(node.canExcuse)}`,
    );
    return [run.progress, led.progress, run.canClose, led.canClose, run.whyNotClose?.code ?? null, states];
  };

  contest.clock.set('2026-09-02T02:00:59Z');
  const before = { due: 2, signed: 0 };
  expect(await looks()).toEqual([before, before, false, false, 'ROUND_INCOMPLETE', ['DRAFT true', 'DRAFT true']]);
  contest.clock.set('2026-09-02T02:01:00Z');
  const after = { due: 2, signed: 2 };
  expect(await looks()).toEqual([after, after, true, false, null, ['SIGNED false', 'SIGNED false']]);
});

test('the cards of a round are found by the state that is told of them: a signature of this minute by none', async () => {
  const { judge, cards, organiser, roundId } = await aRoundWithDue();
  const found = async (state: string) =>
    (await organiser.ask(IN_STATE, { roundId, states: [state] })).edges.map(({ node }: any) => [node.state, node.id]);
  const id = (at: number) => cards[at]!.id;
  contest.clock.set('2026-09-02T02:00:10Z');
  await sign(judge, cards[0]!);

  contest.clock.set('2026-09-02T02:00:59Z');
  expect([(await found('DRAFT')).length, await found('SIGNED')]).toEqual([2, []]);
  contest.clock.set('2026-09-02T02:01:00Z');
  expect([await found('DRAFT'), await found('SIGNED')]).toEqual([[['DRAFT', id(1)]], [['SIGNED', id(0)]]]);
});

test('a closing that is refused says no more than is told already', async () => {
  const { judge, cards, organiser, roundId } = await aRoundWithDue();
  const close = () => organiser.ask(CLOSE_ROUND, { input: { roundId } });
  contest.clock.set('2026-09-02T02:00:10Z');
  await sign(judge, cards[0]!);
  const refused = await close();
  expect(refused).toMatchObject({ code: 'ROUND_INCOMPLETE', message: expect.stringContaining('Còn 2 phiếu chưa ký') });
  contest.clock.set('2026-09-02T02:01:00Z');
  expect((await close()).message).toContain('Còn 1 phiếu chưa ký');
  await sign(judge, cards[1]!);
  expect(await close()).toMatchObject({ __typename: 'Round', state: 'CLOSED' });
});
