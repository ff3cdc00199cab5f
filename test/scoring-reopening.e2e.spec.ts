import { Seat } from '#domain/contest';
import { Reopening, Scorecard, ScorecardVersion } from '#domain/scoring';
import { SeatService } from '#lib/contest';
import { GrantService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { AuditEntry, OutboxEvent } from '#lib/platform';
import { aRound } from './support/contests.js';
import { shutOut } from './support/conflicts.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import {
  CLOSE_ROUND,
  type Judging,
  MY_ASSIGNMENTS,
  SIGN,
  aJudging,
  attestedCards,
  marksOf,
  openRound,
  signAll,
} from './support/judging.js';

let contest: RunningContest;
let district: District;
let second: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  second = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
});
afterAll(() => contest.stop());

const REFUSAL = '... on Refusal { code message path }';
const ROW = `... on Reopening { id version state reason requestedByName decidedByName decisionReason canDecide whyNotDecide { code } canWithdraw } ${REFUSAL}`;
const REQUEST = `mutation ($input: RequestReopeningInput!) { requestReopening(input: $input) { __typename ${ROW} } }`;
const APPROVE = `mutation ($input: ApproveReopeningInput!) { approveReopening(input: $input) { __typename ${ROW} } }`;
const REFUSE = `mutation ($input: RefuseReopeningInput!) { refuseReopening(input: $input) { __typename ${ROW} } }`;
const WITHDRAW = `mutation ($input: WithdrawReopeningInput!) { withdrawReopening(input: $input) { __typename ${ROW} } }`;
const LIST = `query ($roundId: ID!) { reopenings(roundId: $roundId, first: 20) { totalCount edges { node { id state judge { fullName } reason canDecide whyNotDecide { code } } } } }`;
const VERSIONS = `query ($scorecardId: ID!) { scorecardVersions(scorecardId: $scorecardId) { number total hash marks { criterion points } } }`;
const OWN = `query ($id: ID!) { scorecard(id: $id) { id version state total canMark whyNotMark { code } marks { criterion points } } }`;

const REASON = 'Nhập nhầm cột điểm.';
const FIRST = marksOf('21.5', '17.5', '33.5');
const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, divergenceThreshold: '10' })];

/** A round of one initiative and two judges, of whom the first has signed. */
async function aSignedCard(ruleRounds = rounds): Promise<Judging & { judge: Client; other: Client; scorecardId: string }> {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds: ruleRounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const [card] = await attestedCards(judge, roundId);
  const signed = await judge.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: FIRST } });
  expect(signed.state).toBe('SIGNED');
  await contest.drain();
  return { ...judging, judge, other: await contest.as(judging.judges[1]!), scorecardId: card!.id };
}

const request = (client: Client, scorecardId: string) => client.ask(REQUEST, { input: { scorecardId, reason: REASON } });
const cardOf = (id: string) => contest.em().findOneOrFail(Scorecard, { id });
const written = async () => [
  await contest.em().count(AuditEntry),
  await contest.em().count(Reopening),
  await contest.em().count(ScorecardVersion),
];

async function refuses(send: () => Promise<any>): Promise<string> {
  const before = await written();
  const { __typename, code } = await send();
  expect(await written()).toEqual(before);
  return __typename === 'Refusal' ? code : __typename;
}

test('who asked takes the request back, nobody else does, and then another can be made', async () => {
  const { judge, other, organiser, scorecardId } = await aSignedCard();
  const asked = await request(judge, scorecardId);
  expect(asked).toMatchObject({ state: 'REQUESTED', canWithdraw: true });
  const input = { reopeningId: asked.id, version: asked.version };
  const withdraw = (client: Client, more = {}) => refuses(() => client.ask(WITHDRAW, { input: { ...input, ...more } }));
  expect(await withdraw(second)).toBe('REOPENING_NOT_REQUESTER');
  expect(await withdraw(organiser)).toBe('REOPENING_NOT_REQUESTER');
  expect(await withdraw(other)).toBe('NOT_FOUND');
  expect(await withdraw(judge, { version: 9 })).toBe('STALE');

  const name = asked.requestedByName;
  expect(await judge.ask(WITHDRAW, { input })).toEqual({
    ...{
      __typename: 'Reopening',
      id: asked.id,
      version: Number(asked.version) + 1,
      state: 'WITHDRAWN',
      reason: REASON,
      requestedByName: name,
    },
    ...{ decidedByName: name, decisionReason: null, canDecide: false, whyNotDecide: { code: expect.any(String) }, canWithdraw: false },
  });
  expect((await cardOf(scorecardId)).state).toBe('SIGNED');
  const { body } = await contest.em().findOneOrFail(AuditEntry, { operation: 'withdrawReopening', subjectId: scorecardId });
  expect(JSON.parse(body)).toMatchObject({ before: { reopening: 'REQUESTED' }, after: { reopening: 'WITHDRAWN' } });
  expect(await withdraw(judge, { version: 9 })).toBe('REOPENING_DECIDED');
  expect(await refuses(() => second.ask(APPROVE, { input }))).toBe('REOPENING_DECIDED');
  expect(await request(judge, scorecardId)).toMatchObject({ state: 'REQUESTED' });
});

test('a signed card is reopened by two people; its judge marks and signs anew, and what was signed is kept', async () => {
  const {
    judge,
    scorecardId,
    rounds: [roundId = ''],
  } = await aSignedCard();
  const signed = await cardOf(scorecardId);

  const asked = await request(judge, scorecardId);
  expect(asked).toMatchObject({ __typename: 'Reopening', state: 'REQUESTED', reason: REASON, canDecide: false });
  expect(await second.ask(LIST, { roundId })).toMatchObject({ totalCount: 1, edges: [{ node: { id: asked.id, canDecide: true } }] });
  expect((await cardOf(scorecardId)).state).toBe('SIGNED');
  await contest.drain();
  expect(await second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } })).toMatchObject({
    state: 'APPROVED',
    canDecide: false,
  });

  expect(await cardOf(scorecardId)).toMatchObject({
    state: 'DRAFT',
    total: null,
    nonce: null,
    hash: null,
    pseudonym: null,
    signedAt: null,
    late: false,
  });
  const draft = await judge.ask(OWN, { id: scorecardId });
  expect(draft).toMatchObject({ state: 'DRAFT', total: null, canMark: true, marks: FIRST });
  const again = await judge.ask(SIGN, { input: { scorecardId, version: draft.version, marks: marksOf('22', '17.5', '33.5') } });
  expect(again).toMatchObject({ state: 'SIGNED', total: '73' });

  const kept = await contest.em().find(ScorecardVersion, { scorecard: scorecardId });
  expect(kept).toMatchObject([
    { number: 1, total: '72.5', nonce: signed.nonce, hash: signed.hash, pseudonym: signed.pseudonym, signedAt: signed.signedAt },
  ]);
  expect(await judge.ask(VERSIONS, { scorecardId })).toEqual([{ number: 1, total: '72.5', hash: signed.hash, marks: FIRST }]);
  expect(await cardOf(scorecardId)).not.toMatchObject({ hash: signed.hash });
});

test('the judge is told, and nothing of the marks stands in the log, in an event or in a notice', async () => {
  const { judge, organiser, scorecardId, judges } = await aSignedCard();
  const asked = await request(organiser, scorecardId);
  await contest.drain();
  await second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } });
  await contest.drain();

  const notices = await judge.ask(`query { myNotices(first: 20) { edges { node { kind subject } } } }`);
  expect(notices.edges.map(({ node }: any) => node.kind)).toContain('reopening.decided');
  const em = contest.em();
  const entries = await em.find(AuditEntry, { subjectId: scorecardId });
  const events = await em.find(OutboxEvent, { type: { $like: 'reopening.%' } });
  const told = await em.getConnection().execute(`select * from notice where person_id = ?`, [judges[0]]);
  expect(entries.map(({ operation }) => operation)).toEqual(['signScorecard', 'requestReopening', 'approveReopening']);
  expect(JSON.stringify([entries, events, told])).not.toMatch(/(?<![:\d])(21|17|33|72)\.5(?!\d)/);
});

test('who asked does not decide, nor does the judge of the card, nor is a decision made twice', async () => {
  const { judge, organiser, scorecardId, judges } = await aSignedCard();
  const asked = await request(organiser, scorecardId);
  const input = { reopeningId: asked.id, version: asked.version };
  expect(await refuses(() => organiser.ask(APPROVE, { input }))).toBe('SECOND_PERSON_DUE');
  expect(await refuses(() => organiser.ask(REFUSE, { input: { ...input, reason: 'Không.' } }))).toBe('SECOND_PERSON_DUE');
  await contest
    .get(GrantService)
    .grantRole(SYSTEM, { personId: judges[0]!, role: 'ORGANISER', unitId: district.units.district, validFrom: '2021-01-01' });
  expect(await refuses(() => judge.ask(APPROVE, { input }))).toBe('SECOND_PERSON_DUE');
  expect(await refuses(() => second.ask(APPROVE, { input: { ...input, version: 9 } }))).toBe('STALE');
  expect(await refuses(() => request(judge, scorecardId))).toBe('REOPENING_WAITS');

  expect(await second.ask(REFUSE, { input: { ...input, reason: 'Không có căn cứ.' } })).toMatchObject({
    state: 'REFUSED',
    decisionReason: 'Không có căn cứ.',
  });
  expect(await cardOf(scorecardId)).toMatchObject({ state: 'SIGNED', total: '72.5' });
  expect(await refuses(() => second.ask(APPROVE, { input: { ...input, version: Number(asked.version) + 1 } }))).toBe('REOPENING_DECIDED');
  expect(await contest.em().count(ScorecardVersion, { scorecard: scorecardId })).toBe(0);
});

test('of two who approve at once one does, and one version is kept', async () => {
  const { judge, scorecardId } = await aSignedCard();
  const asked = await request(judge, scorecardId);
  const third = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  const input = { reopeningId: asked.id, version: asked.version };
  const answers = await Promise.all([second.ask(APPROVE, { input }), third.ask(APPROVE, { input })]);
  expect(answers.map(({ state, code }) => state ?? code).toSorted()).toEqual(['APPROVED', 'REOPENING_DECIDED']);
  expect(await contest.em().count(ScorecardVersion, { scorecard: scorecardId })).toBe(1);
});

test('only its judge and who runs the round ask for it, and only for a card that is signed, in a round that runs', async () => {
  const {
    judge,
    other,
    organiser,
    scorecardId,
    rounds: [roundId = ''],
    initiatives,
  } = await aSignedCard();
  const hidden = async (client: Client) =>
    (await client.send(REQUEST, { input: { scorecardId, reason: REASON } })).data?.requestReopening?.code;
  for (const id of [district.people.submitter, district.people.admin, district.people.leader])
    expect(await hidden(await contest.as(id))).toBe('NOT_FOUND');
  expect(await hidden(other)).toBe('NOT_FOUND');
  expect(await other.ask(VERSIONS, { scorecardId })).toEqual([]);
  const [theirs] = await attestedCards(other, roundId);
  expect(await refuses(() => request(other, theirs!.id))).toBe('CARD_NOT_SIGNED');
  expect(await refuses(() => request(organiser, theirs!.id))).toBe('CARD_NOT_SIGNED');

  const shut = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  const { id: shutId } = await shut.ask('query { me { id } }');
  await shutOut(contest, district, { organiser, initiativeId: initiatives[0]!, personId: shutId });
  expect(await hidden(shut)).toBe('NOT_FOUND');
  expect(await shut.ask(LIST, { roundId })).toMatchObject({ totalCount: 0 });

  await other.ask(SIGN, { input: { scorecardId: theirs!.id, version: theirs!.version, marks: FIRST } });
  const asked = await request(judge, scorecardId);
  await second.ask(REFUSE, { input: { reopeningId: asked.id, version: asked.version, reason: 'Đã đối chiếu.' } });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  expect(await refuses(() => request(judge, theirs!.id))).toBe('NOT_FOUND');
  expect(await refuses(() => request(other, theirs!.id))).toBe('ROUND_CLOSED');
});

test('a reopened card keeps its round open; while the round settles it is signed again, and nobody is called twice', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3, ruleBook: { rounds, tieBreak: [] } });
  const {
    organiser,
    rounds: [roundId = ''],
  } = judging;
  await openRound(contest, judging, roundId);
  const held = await contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
  for (const [at, card] of held.entries()) {
    const judge = await contest.as(card.judge.id);
    await attestedCards(judge, roundId);
    await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: marksOf(String(10 + at * 15), '20', '20') } });
  }
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'SETTLING' });
  await contest.drain();
  const first = await contest.as(held[0]!.judge.id);
  const asked = await request(first, held[0]!.id);
  await second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } });

  const own = await first.ask(OWN, { id: held[0]!.id });
  expect(own).toMatchObject({ state: 'DRAFT', canMark: true, whyNotMark: null });
  const further = await contest.em().findOneOrFail(Scorecard, { round: roundId, extra: true });
  const called = await contest.as(further.judge.id);
  await attestedCards(called, roundId);
  await called.ask(SIGN, { input: { scorecardId: further.id, version: further.version, marks: marksOf('20', '20', '20') } });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ code: 'ROUND_INCOMPLETE' });

  // Further apart than the threshold still: nobody else is called.
  await first.ask(SIGN, { input: { scorecardId: held[0]!.id, version: own.version, marks: marksOf('5', '20', '20') } });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
  expect(await contest.em().count(Scorecard, { round: roundId })).toBe(3);
});

test('a card of a judge who left the jury, or who is in conflict since, is not reopened', async () => {
  const { organiser, scorecardId, judges, initiatives, contestId } = await aSignedCard();
  const asked = await request(organiser, scorecardId);
  const seat = await contest.em().findOneOrFail(Seat, { contest: contestId, person: judges[0]!, kind: 'JUDGE' });
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: seat.id, reason: 'Xin thôi.' });
  await contest.drain();
  expect(await refuses(() => second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } }))).toBe('NOT_ON_JURY');
  await organiser.ask(`mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename } }`, {
    input: { initiativeId: initiatives[0], personId: judges[0], type: 'FAMILY', reason: 'Anh em.' },
  });
  expect(await refuses(() => second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } }))).toBe(
    'CONFLICT_OF_INTEREST',
  );
  expect(await second.ask(REFUSE, { input: { reopeningId: asked.id, version: asked.version, reason: 'Đã thôi.' } })).toMatchObject({
    state: 'REFUSED',
  });
});

test('the list of a judge says that the card is theirs to mark again', async () => {
  const judging = await aSignedCard([aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })]);
  const {
    judge,
    scorecardId,
    rounds: [roundId = ''],
  } = judging;
  const asked = await request(judge, scorecardId);
  await second.ask(APPROVE, { input: { reopeningId: asked.id, version: asked.version } });
  const { edges } = await judge.ask(MY_ASSIGNMENTS, { roundId });
  expect(edges.map(({ node }: any) => [node.id, node.canMark, node.total])).toEqual([[scorecardId, true, null]]);
  await signAll(contest, judging, roundId, () => FIRST);
  expect(await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
});

test('a round is not closed over a request that nobody has decided on', async () => {
  const {
    organiser,
    judge,
    other,
    scorecardId,
    rounds: [roundId = ''],
  } = await aSignedCard();
  const [card] = await attestedCards(other, roundId);
  await other.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: FIRST } });
  const asked = await request(judge, scorecardId);
  const standing = `query ($id: ID!) { round(id: $id) { canClose whyNotClose { code } progress { due signed reopenings } } }`;
  expect(await organiser.ask(standing, { id: roundId })).toEqual({
    canClose: false,
    whyNotClose: { code: 'ROUND_REOPENINGS' },
    progress: { due: 2, signed: 2, reopenings: 1 },
  });
  expect(await refuses(() => organiser.ask(CLOSE_ROUND, { input: { roundId } }))).toBe('ROUND_REOPENINGS');
  await second.ask(REFUSE, { input: { reopeningId: asked.id, version: asked.version, reason: 'Đã đối chiếu, không nhầm.' } });
  expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
});
