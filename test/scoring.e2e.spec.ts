import { Standing } from '#domain/result';
import { Scorecard } from '#domain/scoring';
import { AuditEntry, OutboxEvent } from '#lib/platform';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import {
  CLOSE_ROUND,
  EXCUSE,
  FINAL,
  type Judging,
  MY_ASSIGNMENTS,
  OPEN_DOSSIER,
  SAVE,
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

const GOOD = marksOf('25', '20.5', '30');
const ruleBook = { rounds: [aRound('dossier', { cutOff: { score: null, top: 2 } }), aRound('final')] };

/** One judge with one attested card of an open round. */
async function aCard(judging?: Judging) {
  const running = judging ?? (await aJudging(contest, district));
  await openRound(contest, running, running.rounds[0]!);
  const judge = await contest.as(running.judges[0]!);
  const [card] = await attestedCards(judge, running.rounds[0]!);
  return { ...running, judge, card: card! };
}

const rowOf = (id: string) => contest.em().findOneOrFail(Scorecard, { id });

test('two rounds are judged, closed and ranked: the second among those who passed, the result from both', async () => {
  const judging = await aJudging(contest, district, { initiatives: 4, ruleBook });
  const [dossier = '', final = ''] = judging.rounds;
  await openRound(contest, judging, dossier);
  await signAll(contest, judging, dossier, (judge, initiative) => marksOf(String(20 + initiative), '20', String(30 + judge)));
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId: dossier } })).toMatchObject({ __typename: 'Round', state: 'CLOSED' });

  const first = await judging.organiser.ask(STANDINGS, { roundId: dossier });
  expect(
    first.edges.map(({ node }: any) => [
      judging.initiatives.indexOf(node.initiative.id),
      node.rank,
      node.score,
      node.rounded,
      node.state,
      node.cards,
    ]),
  ).toEqual([
    [3, 1, '74', '74.00', 'PASSED', 3], // 23 + 20 + mean(30, 31, 32)
    [2, 2, '73', '73.00', 'PASSED', 3],
    [1, 3, '72', '72.00', 'CUT_OFF', 3],
    [0, 4, '71', '71.00', 'CUT_OFF', 3],
  ]);

  await openRound(contest, judging, final);
  await signAll(contest, judging, final, (judge, initiative) => marksOf(initiative === 2 ? '30' : '10', '20', String(20 + judge / 2)));
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId: final } })).toMatchObject({ state: 'CLOSED' });
  const result = await judging.organiser.ask(FINAL, { contestId: judging.contestId });
  expect(
    result.edges.map(({ node }: any) => [
      judging.initiatives.indexOf(node.initiative.id),
      node.rank,
      node.rounded,
      node.state,
      node.reached,
    ]),
  ).toEqual([
    [2, 1, '70.50', 'FINALIST', 'final'],
    [3, 2, '50.50', 'FINALIST', 'final'],
    [1, 3, '72.00', 'BELOW_FINAL', 'dossier'],
    [0, 4, '71.00', 'BELOW_FINAL', 'dossier'],
  ]);
});

test('a judge signs once; a second signature is refused, and the log has a hash and no mark', async () => {
  const { judge, card } = await aCard();
  const input = { scorecardId: card.id, version: card.version, marks: GOOD };

  expect(await judge.ask(SIGN, { input })).toMatchObject({
    __typename: 'Scorecard',
    total: '75.5',
    state: 'SIGNED',
    canMark: false,
    version: card.version + 1,
  });
  expect(await judge.ask(SIGN, { input })).toMatchObject({ __typename: 'Refusal', code: 'CARD_SIGNED' });
  expect(await judge.ask(SIGN, { input: { ...input, version: card.version + 1, clientMutationId: 'another-key' } })).toMatchObject({
    code: 'CARD_SIGNED',
  });

  const { hash } = await rowOf(card.id);
  const entries = await contest.em().find(AuditEntry, { operation: 'signScorecard', subjectId: card.id });
  expect(entries.map(({ body }) => JSON.parse(body).after)).toEqual([{ hash }]);
  const events = await contest.em().find(OutboxEvent, { type: 'scorecard.signed' });
  expect(JSON.stringify([entries, events])).not.toMatch(/(?<![:\d])(75|20)\.5(?!\d)/);
});

test('sent twice with one key, a signature has one effect and the same answer', async () => {
  const { judge, card } = await aCard();
  const input = { scorecardId: card.id, version: card.version, marks: GOOD, clientMutationId: 'sign-this-card' };
  const replies = await Promise.all([judge.ask(SIGN, { input }), judge.ask(SIGN, { input })]);
  expect(replies[0]).toEqual(replies[1]);
  expect(replies[0]).toMatchObject({ __typename: 'Scorecard', state: 'SIGNED' });
});

test.each([
  ['above its maximum', marksOf('30.5', '20', '30'), 'MARK_OUT_OF_RANGE', 'marks.0.points'],
  ['below nothing', marksOf('-0.5', '20', '30'), 'MARK_OUT_OF_RANGE', 'marks.0.points'],
  ['off its step', marksOf('25', '20.3', '30'), 'MARK_OFF_STEP', 'marks.1.points'],
  ['for a criterion that is not there', [...GOOD, { criterion: 'style', points: '1' }], 'MARK_NOT_IN_RUBRIC', 'marks.3.criterion'],
  ['given twice', [...GOOD, { criterion: 'effect', points: '1' }], 'MARK_TWICE', 'marks.3.criterion'],
  ['missing', GOOD.slice(1), 'MARK_MISSING', 'marks'],
])('a mark %s is refused with its place, in both languages, and nothing is written', async (_, marks, code, path) => {
  const { judge, card } = await aCard();
  const before = await rowOf(card.id);
  const audits = await contest.em().count(AuditEntry);

  const refused = await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks } });

  expect(refused).toMatchObject({ __typename: 'Refusal', code, path });
  expect(refused.message).not.toBe(code);
  expect(await rowOf(card.id)).toMatchObject({ version: before.version, marks: [], signedAt: null, state: 'DRAFT' });
  expect(await contest.em().count(AuditEntry)).toBe(audits);
});

test('all that is wrong or missing on a card is said at once, and its judge reads beforehand what keeps it from being signed', async () => {
  const { judge, judges, card } = await aCard();
  const said = ({ problems }: any) => problems.map(({ code, path }: any) => [code, path]);
  const asked = (
    act: string,
  ) => `mutation ($input: MarksInput!) { ${act}(input: $input) { ... on Scorecard { version problems { code path } }
    ... on Refusal { problems { code path } } } }`;
  const wrong = [
    { criterion: 'effect', points: '20.3' },
    { criterion: 'novelty', points: '30.5' },
  ];
  const input = { scorecardId: card.id, version: card.version, marks: wrong };
  const refused = [
    ['MARK_OFF_STEP', 'marks.0.points'],
    ['MARK_OUT_OF_RANGE', 'marks.1.points'],
  ];
  expect(said(await judge.ask(asked('saveScorecard'), { input }))).toEqual(refused);
  expect(said(await judge.ask(asked('signScorecard'), { input }))).toEqual([...refused, ['MARK_MISSING', 'marks']]);

  const kept = await judge.ask(asked('saveScorecard'), { input: { ...input, marks: [{ criterion: 'effect', comment: 'Có số liệu' }] } });
  const missing = [
    ['MARK_MISSING', 'marks'],
    ['MARK_MISSING', 'marks'],
    ['MARK_MISSING', 'marks.0.points'],
  ];
  const OWN = `query ($id: ID!) { scorecard(id: $id) { problems { code path } } }`;
  expect(said(kept)).toEqual(missing);
  expect(said(await judge.ask(OWN, { id: card.id }))).toEqual(missing);
  expect(await (await contest.as(judges[1]!)).ask(OWN, { id: card.id })).toBeNull();
  const signed = await judge.ask(asked('signScorecard'), { input: { ...input, version: kept.version, marks: GOOD } });
  expect(said(signed)).toEqual([]);
});

test('what is no number is refused as such, and never as an unexpected error', async () => {
  const { judge, card } = await aCard();
  const { data, errors } = await judge.send(SIGN, {
    input: { scorecardId: card.id, version: card.version, marks: marksOf('nhiều', '20', '30') },
  });
  expect(data?.signScorecard ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('a draft may be incomplete; an edit made on an old version is refused', async () => {
  const { judge, card } = await aCard();
  const draft = { scorecardId: card.id, version: card.version, marks: [{ criterion: 'effect', points: '31', comment: 'Có số liệu' }] };

  expect(await judge.ask(SAVE, { input: draft })).toMatchObject({
    __typename: 'Scorecard',
    version: card.version + 1,
    marks: [{ criterion: 'effect', points: '31', comment: 'Có số liệu' }],
  });
  expect(await judge.ask(SAVE, { input: { ...draft, marks: [] } })).toMatchObject({ code: 'STALE' });
  expect(await judge.ask(SIGN, { input: { ...draft, marks: GOOD } })).toMatchObject({ code: 'STALE' });
  expect(await rowOf(card.id)).toMatchObject({ version: card.version + 1, total: null });
});

test("another judge's card is not found, and stays as it is", async () => {
  const { judges, card } = await aCard();
  const other = await contest.as(judges[1]!);
  const input = { scorecardId: card.id, version: card.version, marks: GOOD };
  for (const mutation of [SIGN, SAVE]) expect(await other.ask(mutation, { input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await other.ask('query ($id: ID!) { scorecard(id: $id) { id } }', { id: card.id })).toBeNull();
  expect(await rowOf(card.id)).toMatchObject({ version: card.version, signedAt: null });
});

test('no dossier opens and no card is marked before attestation; each reading is logged', async () => {
  const judging = await aJudging(contest, district);
  await openRound(contest, judging, judging.rounds[0]!);
  const judge = await contest.as(judging.judges[0]!);
  const [{ node }] = (await judge.ask(MY_ASSIGNMENTS, {})).edges;
  expect(node).toMatchObject({ attested: false, canMark: false, whyNotMark: { code: 'ATTESTATION_MISSING' } });
  const input = { scorecardId: node.id };
  expect(await judge.ask(OPEN_DOSSIER, { input })).toMatchObject({ code: 'ATTESTATION_MISSING' });
  expect(await judge.ask(SIGN, { input: { ...input, version: node.version, marks: GOOD } })).toMatchObject({ code: 'ATTESTATION_MISSING' });

  await attestedCards(judge, judging.rounds[0]!);
  expect(await judge.ask(OPEN_DOSSIER, { input })).toMatchObject({ __typename: 'Dossier', id: node.id });
  const logged = await contest.em().find(AuditEntry, { operation: 'openDossier', subjectId: node.initiative.id });
  expect(logged.map(({ actorId }) => actorId)).toEqual([judging.judges[0]]);
});

test('twenty signatures at once: one stands', async () => {
  const { judge, card } = await aCard();
  const input = { scorecardId: card.id, version: card.version, marks: GOOD };
  const replies = await Promise.all(Array.from({ length: 20 }, () => judge.ask(SIGN, { input })));
  expect(replies.map(({ code }) => code ?? 'signed').sort()).toEqual([...Array<string>(19).fill('CARD_SIGNED'), 'signed']);
  expect(await contest.em().count(AuditEntry, { operation: 'signScorecard', subjectId: card.id })).toBe(1);
});

test('a round with an open card is not closed, says how many, and stays open', async () => {
  const { organiser, rounds, judge, card } = await aCard();
  await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: GOOD } });
  const refused = await organiser.ask(CLOSE_ROUND, { input: { roundId: rounds[0] } });
  expect(refused).toMatchObject({ code: 'ROUND_INCOMPLETE', message: 'Còn 5 phiếu chưa ký và 0 sáng kiến chưa đủ số phiếu tối thiểu.' });
  const round = await organiser.ask('query ($id: ID!) { round(id: $id) { state whyNotClose { code } progress { due signed } } }', {
    id: rounds[0],
  });
  expect(round).toEqual({ state: 'OPEN', whyNotClose: { code: 'ROUND_INCOMPLETE' }, progress: { due: 6, signed: 1 } });
  expect(await contest.em().count(Standing, { result: { round: rounds[0] } })).toBe(0);
});

test('twenty closings at once: one stands, and no card is signed after', async () => {
  const judging = await aJudging(contest, district);
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => GOOD);
  const replies = await Promise.all(Array.from({ length: 20 }, () => judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })));
  expect(replies.map(({ code }) => code ?? 'closed').sort()).toEqual([...Array<string>(19).fill('ROUND_CLOSED'), 'closed']);
  expect(await contest.em().count(Standing, { result: { round: roundId } })).toBe(2);

  const card = await contest.em().findOneOrFail(Scorecard, { round: roundId, judge: judging.judges[0]! });
  const judge = await contest.as(judging.judges[0]!);
  expect(await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: GOOD } })).toMatchObject({
    code: 'CARD_SIGNED',
  });
});

test('signatures and closings at once: every signature that was acknowledged counts, and none slips in after', async () => {
  const judging = await aJudging(contest, district, { initiatives: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const signing: (() => Promise<any>)[] = [];
  for (const personId of judging.judges) {
    const judge = await contest.as(personId);
    for (const { id, version } of await attestedCards(judge, roundId))
      signing.push(() => judge.ask(SIGN, { input: { scorecardId: id, version, marks: GOOD } }));
  }
  const closing = () => judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const replies = await Promise.all(signing.flatMap((sign) => [sign(), closing()]));
  const closed = replies.filter(({ __typename }) => __typename === 'Round').length;
  const last = closed === 0 ? await closing() : null;
  expect(closed + (last?.__typename === 'Round' ? 1 : 0)).toBe(1);

  const standings = await judging.organiser.ask(STANDINGS, { roundId });
  expect(standings.edges.map(({ node }: any) => [node.rank, node.score, node.cards])).toEqual(Array(4).fill([1, '75.5', 3]));
});

test('a card that was left open is not saved or signed once the round is closed', async () => {
  const judging = await aJudging(contest, district, { judges: 4 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const [left] = await contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
  const judge = await contest.as(left!.judge.id);
  await attestedCards(judge, roundId);
  await judging.organiser.ask(EXCUSE, { input: { scorecardId: left!.id, reason: 'Đi công tác dài ngày' } });
  for (const personId of judging.judges) {
    const client = await contest.as(personId);
    for (const { id, version } of await attestedCards(client, roundId))
      await client.ask(SIGN, { input: { scorecardId: id, version, marks: GOOD } });
  }
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });

  const input = { scorecardId: left!.id, version: 2, marks: GOOD };
  for (const mutation of [SAVE, SIGN]) expect(await judge.ask(mutation, { input })).toMatchObject({ code: 'ROUND_CLOSED' });
  expect(await rowOf(left!.id)).toMatchObject({ state: 'EXCUSED', version: 2, marks: [], signedAt: null });
});

test('a judge without a seat in the contest has nothing in it', async () => {
  const stranger = await contest.as(await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district }));
  expect(await stranger.ask(MY_ASSIGNMENTS, {})).toMatchObject({ totalCount: 0, edges: [] });
});
