import { PrizeTier } from '#domain/contest';
import { Award, AwardDecision, WithheldPrize } from '#domain/award';
import { Initiative } from '#domain/initiative';
import { localDate } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import {
  APPROVE_AWARDS,
  DECIDE_TIE,
  GIVE_AWARD,
  PROPOSE_AWARDS,
  PUBLISH_AWARDS,
  REMOVE_AWARD,
  RETURN_AWARDS,
  SUBMIT_AWARDS,
  aDeliberated,
  published,
} from './support/awards.js';
import { toPhase } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging } from './support/judging.js';
import { TIES, aResult, finalLines } from './support/results.js';

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const REASON = 'Phạm vi áp dụng rộng hơn.';
const propose = ({ organiser, contestId }: Judging) => organiser.ask(PROPOSE_AWARDS, { input: { contestId } });
const on = ({ id, version }: { id: string; version: number }) => ({ decisionId: id, version });
interface Given {
  readonly awards: readonly {
    readonly initiative: { id: string };
    readonly tier: { key: string };
    readonly departureKind: string | null;
  }[];
}
const givenIn = (judging: Judging, { awards }: Given): string[] =>
  awards.map((award) => `${String(judging.initiatives.indexOf(award.initiative.id))} ${award.tier.key} ${award.departureKind ?? '-'}`);
const tier = async (contestId: string, key: string) => (await contest.em().findOneOrFail(PrizeTier, { contest: contestId, key })).id;

/** First one, second two, third three prizes: the two best are equal, and so are the third and the fourth, who have room. */
const TWO_EQUAL = ['28', '28', '20', '20', '10'];

test('a tie for too few prizes is left undecided and shown with those concerned; the proposal goes on below it', async () => {
  const judging = await aDeliberated(contest, district, { novelty: TWO_EQUAL });
  const decision = await propose(judging);
  const [a, b] = judging.initiatives;
  expect(decision.ties).toEqual([
    {
      rank: 1,
      score: '83',
      decided: false,
      initiatives: expect.arrayContaining([{ id: a }, { id: b }]),
      prizes: [
        { key: 'FIRST', quantity: 1 },
        { key: 'SECOND', quantity: 1 },
      ],
    },
    {
      rank: 3,
      score: '75',
      decided: false,
      initiatives: expect.any(Array),
      prizes: [
        { key: 'SECOND', quantity: 1 },
        { key: 'THIRD', quantity: 1 },
      ],
    },
  ]);
  expect(givenIn(judging, decision)).toEqual(['4 THIRD -']);

  const asked = 'query ($contestId: ID!) { awardDecision(contestId: $contestId) { whyNotSubmit { code problems { code } } } }';
  const told = async (client: Client) => (await client.ask(asked, { contestId: judging.contestId })).whyNotSubmit;
  const undecided = { code: 'AWARD_TIE_UNDECIDED' };
  expect(await told(judging.organiser)).toEqual({ ...undecided, problems: [undecided, undecided] });
  expect(await told(leader)).toMatchObject({ code: 'FORBIDDEN' });
  const refused = await judging.organiser.ask(SUBMIT_AWARDS, { input: on(decision) });
  expect([refused.code, refused.problems.map(({ code }: any) => code)]).toEqual([
    'AWARD_TIE_UNDECIDED',
    ['AWARD_TIE_UNDECIDED', 'AWARD_TIE_UNDECIDED'],
  ]);
  expect(refused.message).toMatch(
    /^Số giải không đủ cho các sáng kiến đồng hạng 1: 2026-\d+, 2026-\d+\. Phải quyết định sáng kiến nào nhận giải và nêu lý do\.$/,
  );
});

test('a person decides with a reason, which stays with the prize; then it is signed and published', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '28', '15'] });
  const { initiatives, organiser } = judging;
  const decision = await propose(judging);
  const order = { ...on(decision), rank: 1, initiativeIds: [initiatives[1], initiatives[0]], reason: REASON };
  expect(await organiser.ask(DECIDE_TIE, { input: { ...order, rank: 3 } })).toMatchObject({ code: 'AWARD_NO_SUCH_TIE', path: 'rank' });
  expect(await organiser.ask(DECIDE_TIE, { input: { ...order, initiativeIds: [initiatives[1], initiatives[2]] } })).toMatchObject({
    code: 'AWARD_NOT_IN_TIE',
    path: 'initiativeIds.1',
  });
  expect(await organiser.ask(DECIDE_TIE, { input: { ...order, version: 99 } })).toMatchObject({ code: 'STALE' });
  const bare = await organiser.send(DECIDE_TIE, { input: { ...order, reason: ' ' } });
  expect(bare.data?.decideTie?.__typename ?? 'Refusal').toBe('Refusal');
  expect(await contest.em().count(Award, { decision: decision.id, departureKind: 'TIE' })).toBe(0);

  const decided = await organiser.ask(DECIDE_TIE, { input: order });
  const asked = 'query ($contestId: ID!) { awardDecision(contestId: $contestId) { whyNotSubmit { code } } }';
  expect(await organiser.ask(asked, { contestId: judging.contestId })).toEqual({ whyNotSubmit: null });
  expect(givenIn(judging, decided)).toEqual(['1 FIRST TIE', '0 SECOND TIE', '2 SECOND -']);
  expect([decided.ties[0].decided, decided.version]).toEqual([true, (decision.version as number) + 1]);
  expect(decided.awards.map(({ departureReason }: any) => departureReason)).toEqual([REASON, REASON, null]);
  const { body } = await contest.em().findOneOrFail(AuditEntry, { operation: 'decideTie', subjectId: decision.id });
  expect(JSON.parse(body)).toMatchObject({ reason: REASON, after: { given: order.initiativeIds } });

  const done = await published(contest, organiser, { leader, decision: decided });
  expect([done.state, givenIn(judging, done), done.ties[0].decided]).toEqual([
    'PUBLISHED',
    ['1 FIRST TIE', '0 SECOND TIE', '2 SECOND -'],
    true,
  ]);
  expect(await organiser.ask(DECIDE_TIE, { input: { ...order, version: done.version } })).toMatchObject({ code: 'AWARDS_NOT_IN_DRAFT' });
});

test('decided again, a tie has the last word; who is left out of the equals gets nothing, with that reason', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '28'] });
  const { initiatives, organiser } = judging;
  const decision = await propose(judging);
  const first = await organiser.ask(DECIDE_TIE, { input: { ...on(decision), rank: 1, initiativeIds: [...initiatives], reason: REASON } });
  const again = await organiser.ask(DECIDE_TIE, { input: { ...on(first), rank: 1, initiativeIds: [initiatives[1]], reason: 'Chỉ một.' } });
  expect([givenIn(judging, again), again.withheld, again.ties[0].decided]).toEqual([
    ['1 FIRST TIE'],
    [{ initiative: { id: initiatives[0] }, kind: 'TIE', reason: 'Chỉ một.' }],
    true,
  ]);
  expect(await organiser.ask(SUBMIT_AWARDS, { input: on(again) })).toMatchObject({ state: 'SUBMITTED' });
});

test('nobody gives a prize to one of equals without a reason, and a prize taken off the list is named with its reason', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '28', '15'] });
  const { contestId, initiatives, organiser } = judging;
  const decision = await propose(judging);
  const give = { contestId, initiativeId: initiatives[0], tierId: await tier(contestId, 'FIRST') };
  expect(await organiser.ask(GIVE_AWARD, { input: give })).toMatchObject({ code: 'AWARD_TIE_UNDECIDED', path: 'reason' });
  expect(await organiser.ask(GIVE_AWARD, { input: { ...give, reason: REASON } })).toMatchObject({
    departureKind: 'TIE',
    departureReason: REASON,
    rank: 1,
  });
  expect(await organiser.ask(SUBMIT_AWARDS, { input: on(decision) })).toMatchObject({ code: 'AWARD_TIE_UNDECIDED' });
  await organiser.ask(GIVE_AWARD, {
    input: { ...give, initiativeId: initiatives[1], tierId: await tier(contestId, 'SECOND'), reason: REASON },
  });
  const [last] = decision.awards;
  const removed = await organiser.ask(REMOVE_AWARD, { input: { awardId: last.id, version: last.version, reason: 'Chưa đủ minh chứng.' } });
  expect(removed.withheld).toEqual([{ initiative: { id: initiatives[2] }, kind: 'STANDINGS', reason: 'Chưa đủ minh chứng.' }]);
  expect(await organiser.ask(SUBMIT_AWARDS, { input: on(removed) })).toMatchObject({ state: 'SUBMITTED' });
});

test('a list that names no reason for what differs is neither submitted, nor signed, nor published; signed, it can be returned', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '20'] });
  const { organiser } = judging;
  const decision = await propose(judging);
  const [first] = decision.awards;
  const unname = () => contest.em().nativeDelete(Award, { id: first.id });
  const sent = await organiser.ask(SUBMIT_AWARDS, { input: on(decision) });
  const sign = (version: number) =>
    leader.ask(APPROVE_AWARDS, { input: { decisionId: decision.id, version, decisionNumber: '7/QĐ', decidedOn: '2026-03-02' } });
  const signed = await sign(sent.version);
  await unname();
  expect(await organiser.ask(PUBLISH_AWARDS, { input: on(signed) })).toMatchObject({ code: 'AWARD_DEPARTURE_UNNAMED' });
  const back = await leader.ask(RETURN_AWARDS, { input: { ...on(signed), reason: 'Thiếu lý do.' } });
  expect(back).toMatchObject({ state: 'DRAFT', number: null, decidedOn: null });
  expect(await organiser.ask(SUBMIT_AWARDS, { input: on(back) })).toMatchObject({ code: 'AWARD_DEPARTURE_UNNAMED' });
  await contest.em().nativeUpdate(AwardDecision, { id: decision.id }, { state: 'SUBMITTED' });
  expect(await sign((await contest.em().findOneOrFail(AwardDecision, { id: decision.id })).version)).toMatchObject({
    code: 'AWARD_DEPARTURE_UNNAMED',
  });
  expect((await contest.em().findOneOrFail(AwardDecision, { id: decision.id })).state).toBe('SUBMITTED');
});

test('a winner that leaves the contest after the signing is not published', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '20'] });
  const { organiser, initiatives } = judging;
  const decision = await propose(judging);
  const sent = await organiser.ask(SUBMIT_AWARDS, { input: on(decision) });
  const signed = await leader.ask(APPROVE_AWARDS, { input: { ...on(sent), decisionNumber: '8/QĐ', decidedOn: '2026-03-02' } });
  await contest.em().nativeUpdate(Initiative, { id: initiatives[0]! }, { state: 'DISQUALIFIED', endReason: 'Sao chép.' });
  expect(await organiser.ask(PUBLISH_AWARDS, { input: on(signed) })).toMatchObject({ code: 'AWARD_INITIATIVE_OUT' });
});

test('who shares the tie and leaves the contest leaves no tie behind: the reason falls, and the list still goes on', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '28'] });
  const { organiser, initiatives } = judging;
  const decision = await propose(judging);
  const decided = await organiser.ask(DECIDE_TIE, { input: { ...on(decision), rank: 1, initiativeIds: [initiatives[0]], reason: REASON } });
  await contest.em().nativeUpdate(Initiative, { id: initiatives[1]! }, { state: 'WITHDRAWN', endReason: 'Xin rút.' });
  const sent = await organiser.ask(SUBMIT_AWARDS, { input: on(decided) });
  expect([sent.state, givenIn(judging, sent), sent.withheld]).toEqual(['SUBMITTED', ['0 FIRST -'], []]);
  expect(await contest.em().count(WithheldPrize, { decision: decision.id })).toBe(0);
});

test('where nobody can have a prize, an empty list is submitted, signed and published', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28'] });
  await contest
    .em()
    .getConnection()
    .execute("update final_standing set rank = null, state = 'KNOCKED_OUT' where initiative_id = ?", [judging.initiatives[0]]);
  const decision = await propose(judging);
  expect((await published(contest, judging.organiser, { leader, decision })).state).toBe('PUBLISHED');
});

test('of twenty who decide a tie at once, one does', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '28'] });
  const decision = await propose(judging);
  const input = { ...on(decision), rank: 1, initiativeIds: [...judging.initiatives], reason: REASON };
  const replies = await Promise.all(Array.from({ length: 20 }, () => judging.organiser.ask(DECIDE_TIE, { input })));
  expect(replies.map(({ __typename, code }: any) => code ?? __typename).sort()).toEqual([
    'AwardDecision',
    ...Array<string>(19).fill('STALE'),
  ]);
});

test('what the list has decided among equals, and what is signed for, waits for the chair’s vote no more; what it has not, does', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '28', '20', '20', '10'] });
  const { contestId, initiatives, chair, organiser } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const waiting = async () => {
    const { edges } = await chair.ask(`{ awaiting(kinds: [tieDecide]) { edges { node { count } } } }`);
    const { ties } = await chair.ask(TIES, { contestId });
    return [ties.map(({ rank }: any) => rank), edges.map(({ node }: any) => node.count)];
  };
  const drawn = await propose(judged);
  expect(await waiting()).toEqual([[1, 3], [2]]);

  const first = { ...on(drawn), rank: 1, initiativeIds: [initiatives[1], initiatives[0]], reason: REASON };
  const halfway = await organiser.ask(DECIDE_TIE, { input: first });
  expect(await waiting()).toEqual([[3], [1]]);
  const rest = { ...on(halfway), rank: 3, initiativeIds: [initiatives[3]], reason: REASON };
  await organiser.ask(DECIDE_TIE, { input: rest });
  expect(await waiting()).toEqual([[], []]);
  expect((await finalLines(organiser, judged)).map((line) => (line as unknown[])[3])).toEqual([false, false, false, false, false]);
});

test('once the prizes are signed for, no tie waits for the chair’s vote', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '20', '20'] });
  const { contestId, chair, organiser } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const sent = await organiser.ask(SUBMIT_AWARDS, { input: on(await propose(judged)) });
  expect((await chair.ask(TIES, { contestId })).ties).toHaveLength(1);
  await leader.ask(APPROVE_AWARDS, { input: { ...on(sent), decisionNumber: '77/QĐ-UBND', decidedOn: localDate(contest.clock.now()) } });
  expect((await chair.ask(TIES, { contestId })).ties).toEqual([]);
});
