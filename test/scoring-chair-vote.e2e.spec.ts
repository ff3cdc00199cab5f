import { PrizeTier, Seat } from '#domain/contest';
import { SeatService } from '#lib/contest';
import { ChairVote, ContestResult } from '#domain/result';
import { AuditEntry } from '#lib/platform';
import { SYSTEM } from '#lib/kernel';
import { aRound, toPhase } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CAST_VOTE, type Judged, TIES, aResult, finalLines } from './support/results.js';
import { done } from './support/world.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const versions = (contestId: string) => contest.em().find(ContestResult, { contest: contestId }, { orderBy: { number: 'asc' } });
const vote = (client: Client, { contestId, initiatives }: Judged, order: number[]) =>
  client.ask(CAST_VOTE, { input: { contestId, initiativeIds: order.map((at) => initiatives[at]), reason: 'Dễ nhân rộng hơn.' } });

/** The ties that wait for whoever asks. */
const awaited = async (client: Client) =>
  (await client.ask(`{ awaiting(kinds: [tieDecide]) { edges { node { act count link } } } }`)).edges.map(({ node }: any) => node);

/** Refused, and nothing is written. */
async function refuses(judged: Judged, send: () => Promise<any>): Promise<any> {
  const before = [await contest.em().count(ChairVote), (await versions(judged.contestId)).length, await contest.em().count(AuditEntry)];
  const { __typename, code, path } = await send();
  expect([await contest.em().count(ChairVote), (await versions(judged.contestId)).length, await contest.em().count(AuditEntry)]).toEqual(
    before,
  );
  return [__typename, code, path];
}

test('the chair parts those who share a rank: another version of the result, with the step that decided, and the old one kept', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25', '20', '20'] });
  const { contestId, initiatives, chair, organiser } = judged;
  expect((await finalLines(organiser, judged)).toSorted()).toEqual([
    [0, 2, null, true],
    [1, 1, null, false],
    [2, 2, null, true],
    [3, 2, null, true],
  ]);
  const { ties } = await chair.ask(TIES, { contestId });
  expect(ties.map(({ rank, initiatives: tied }: any) => [rank, tied.map(({ id }: any) => initiatives.indexOf(id))])).toEqual([
    [2, [0, 2, 3]],
  ]);
  expect(await awaited(chair)).toEqual([{ act: 'castChairVote', count: 1, link: `/contests/${contestId}/final-standings` }]);
  expect(await awaited(await contest.as(judged.judges[1]!))).toEqual([]);

  expect(await vote(chair, judged, [3, 0, 2])).toMatchObject({
    __typename: 'ChairVote',
    resultNumber: 1,
    initiatives: [3, 0, 2].map((at) => ({ id: initiatives[at] })),
    reason: 'Dễ nhân rộng hơn.',
  });

  expect(await finalLines(organiser, judged)).toEqual([
    [1, 1, null, false],
    [3, 2, null, false],
    [0, 3, 'CHAIR_VOTE', false],
    [2, 4, 'CHAIR_VOTE', false],
  ]);
  expect((await versions(contestId)).map(({ number, cause, supersededAt }) => [number, cause, supersededAt !== null])).toEqual([
    [1, 'CLOSING', true],
    [2, 'CHAIR_VOTE', false],
  ]);
  expect((await chair.ask(TIES, { contestId })).ties).toEqual([]);
  expect(await awaited(chair)).toEqual([]);
  const votes = await organiser.ask(`query ($contestId: ID!) { chairVotes(contestId: $contestId) { initiatives { id } } }`, {
    contestId,
  });
  expect(votes).toHaveLength(1);
  expect(await refuses(judged, () => vote(chair, judged, [0, 3, 2]))).toEqual(['Refusal', 'NOT_A_TIE', 'initiativeIds']);
});

test('a vote is refused that is not the chair’s, or not exactly on a group that shares a rank', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25', '20', '25', '20'] });
  const { contestId, judges, chair } = judged;
  const refused = (client: Client, order: number[]) => refuses(judged, () => vote(client, judged, order));

  expect(await refused(await contest.as(judges[1]!), [0, 2, 4])).toEqual(['Refusal', 'NOT_CHAIR', null]);
  expect(await refused(await contest.as(district.people.judge), [0, 2, 4])).toEqual(['Refusal', 'NOT_CHAIR', null]);
  for (const order of [
    [0, 2],
    [0, 2, 4, 1],
    [0, 1],
    [0, 2, 2],
    [0, 0, 2, 4],
  ])
    expect(await refused(chair, order)).toEqual(['Refusal', 'NOT_A_TIE', 'initiativeIds']);
  expect(await (await contest.as(judges[1]!)).ask(TIES, { contestId })).toBeNull();
  expect((await chair.ask(TIES, { contestId })).ties.map(({ rank }: any) => rank)).toEqual([1, 3]);
});

test('a chair in conflict with one of a group does not vote on it and is not told of it; another chair does', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '20', '30', '30'] });
  const { contestId, initiatives, judges, chair, organiser } = judged;
  await done(organiser, 'setConflict', { initiativeId: initiatives[1], personId: judges[0], type: 'FAMILY', reason: 'Anh em.' });

  expect((await chair.ask(TIES, { contestId })).ties.map(({ rank }: any) => rank)).toEqual([1]);
  expect(await refuses(judged, () => vote(chair, judged, [0, 1]))).toEqual(['Refusal', 'CONFLICT_OF_INTEREST', 'initiativeIds']);
  // Not even that these two are no tie.
  expect(await refuses(judged, () => vote(chair, judged, [1, 2]))).toEqual(['Refusal', 'CONFLICT_OF_INTEREST', 'initiativeIds']);

  const seat = await contest.em().findOneOrFail(Seat, { contest: contestId, chair: true });
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: seat.id, reason: 'Xung đột lợi ích.' });
  const other = await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district });
  await contest.get(SeatService).seat(SYSTEM, { contestId, personId: other, kind: 'JUDGE', chair: true });
  await contest.drain();
  expect(await refuses(judged, () => vote(chair, judged, [2, 3]))).toEqual(['Refusal', 'NOT_CHAIR', null]);
  expect(await vote(await contest.as(other), judged, [1, 0])).toMatchObject({ __typename: 'ChairVote' });
});

test('where the rule book does not leave ties to the chair, nothing is due and a vote is refused', async () => {
  const judged = await aResult(contest, district, {
    marks: ['20', '20'],
    ruleBook: { tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'effect' }] },
  });
  expect((await finalLines(judged.organiser, judged)).toSorted()).toEqual([
    [0, 1, null, false],
    [1, 1, null, false],
  ]);
  expect((await judged.chair.ask(TIES, { contestId: judged.contestId })).ties).toEqual([]);
  expect(await refuses(judged, () => vote(judged.chair, judged, [0, 1]))).toEqual(['Refusal', 'NO_CHAIR_VOTE', null]);
});

test('nobody votes once the prizes are signed', async () => {
  const judged = await aResult(contest, district, {
    marks: ['20', '20', '10'],
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })] },
  });
  const { contestId, organiser, chair } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  await organiser.ask(`mutation ($input: ProposeAwardsInput!) { proposeAwards(input: $input) { __typename } }`, { input: { contestId } });
  await contest
    .em()
    .getConnection()
    .execute(
      `update award_decision set state = 'APPROVED', number = '1', decided_on = '2026-11-10', approved_at = now() where contest_id = ?`,
      [contestId],
    );
  expect(await refuses(judged, () => vote(chair, judged, [0, 1]))).toEqual(['Refusal', 'AWARDS_SIGNED', null]);
  await contest.em().getConnection().execute(`update contest set phase = 'PUBLISHED' where id = ?`, [contestId]);
  expect(await refuses(judged, () => vote(chair, judged, [0, 1]))).toEqual(['Refusal', 'RESULT_STANDS', null]);
});

test('of two votes sent at once one stands', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '20'] });
  const answers = await Promise.all([vote(judged.chair, judged, [0, 1]), vote(judged.chair, judged, [1, 0])]);
  expect(answers.map(({ __typename, code }) => code ?? __typename).toSorted()).toEqual(['ChairVote', 'NOT_A_TIE']);
  expect(await versions(judged.contestId)).toHaveLength(2);
});

test('a list of awards drawn before the vote waits to be proposed again', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '20', '10'] });
  const { contestId, initiatives, organiser, chair } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const propose = () =>
    organiser.ask(
      `mutation ($input: ProposeAwardsInput!) { proposeAwards(input: $input) { __typename
        ... on AwardDecision { id version state standingsChanged awards { initiative { id } tier { key } rank } } ... on Refusal { code } } }`,
      { input: { contestId } },
    );
  const drawn = await propose();
  // Two first places for one first prize: left to a person. Whoever comes after them has their prize.
  expect(drawn).toMatchObject({
    awards: [{ initiative: { id: initiatives[2] }, tier: { key: 'SECOND' }, rank: 3 }],
    standingsChanged: false,
  });
  expect(await propose()).toMatchObject({ code: 'AWARDS_ALREADY_PROPOSED' });

  await vote(chair, judged, [1, 0]);

  const submit = (input: object) =>
    organiser.ask(
      `mutation ($input: AwardDecisionInput!) { submitAwards(input: $input) { __typename ... on AwardDecision { state } ... on Refusal { code } } }`,
      { input },
    );
  const tier = await contest.em().findOneOrFail(PrizeTier, { contest: contestId, key: 'FIRST' });
  await organiser.ask(`mutation ($input: GiveAwardInput!) { giveAward(input: $input) { __typename ... on Refusal { code } } }`, {
    input: { contestId, initiativeId: initiatives[0], tierId: tier.id, reason: 'Tạm giữ.' },
  });
  const stale = await organiser.ask(
    `query ($contestId: ID!) { awardDecision(contestId: $contestId) { id version standingsChanged awards { initiative { id } } } }`,
    { contestId },
  );
  expect(stale).toMatchObject({
    standingsChanged: true,
    awards: [{ initiative: { id: initiatives[0] } }, { initiative: { id: initiatives[2] } }],
  });
  expect(await submit({ decisionId: stale.id, version: stale.version })).toMatchObject({ code: 'AWARD_STANDINGS_CHANGED' });

  const again = await propose();
  expect(again).toMatchObject({
    id: drawn.id,
    state: 'DRAFT',
    standingsChanged: false,
    awards: [
      { initiative: { id: initiatives[1] }, tier: { key: 'FIRST' }, rank: 1 },
      { initiative: { id: initiatives[0] }, tier: { key: 'SECOND' }, rank: 2 },
      { initiative: { id: initiatives[2] }, tier: { key: 'SECOND' }, rank: 3 },
    ],
  });
  expect(await submit({ decisionId: again.id, version: again.version })).toMatchObject({ state: 'SUBMITTED' });
});
