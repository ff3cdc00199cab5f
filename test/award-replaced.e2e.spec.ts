import { Award } from '#domain/award';
import { Initiative } from '#domain/initiative';
import { verifyPack } from '#domain/result';
import { localDate } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { PROPOSE_AWARDS, REPLACE_AWARD, REVOKE_AWARD, aDeliberated, published } from './support/awards.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging } from './support/judging.js';
import { downloaded, packsOf } from './support/pack-files.js';
import { anEligibleInitiative } from './support/rollouts.js';
import { TRACKED_PLAN, retrack } from './support/tracks.js';

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const LIST = `query ($contestId: ID!) { awardDecision(contestId: $contestId) { awards {
  id version tier { key } rank amount initiative { id } revokedAt replacesId replacedById replacementReason decisionNumber decidedOn }
  ties { decided } withheld { initiative { id } } } }`;
const WINNERS = `query ($year: Int!) { winners(year: $year) { edges { node { contest { id } id initiative { id } replacesId decisionNumber revokedAt } } } }`;
const BY = { decisionNumber: '1300/QĐ-UBND', decidedOn: '', reason: 'Hạng kế tiếp trong bảng.' };
const GIVEN_BY = '1234/QĐ-UBND';

interface Published {
  readonly judging: Judging;
  readonly awards: readonly any[];
}

/** Groups have one prize, of 80 points and more; of individuals one has the first and two the second. */
const PLAN = TRACKED_PLAN.filter(({ track, key }) => (track === 'GROUP' ? key === 'FIRST' : ['FIRST', 'SECOND'].includes(key))).map(
  (tier) => ({ ...tier, minimumScore: tier.track === 'GROUP' ? '80' : null }),
);

async function aPublished(novelty: readonly string[], tracks?: readonly ('INDIVIDUAL' | 'GROUP')[]): Promise<Published> {
  const judging = await aDeliberated(contest, district, { novelty });
  if (tracks) await retrack(contest, judging, { tracks, plan: PLAN });
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  const done = await published(contest, judging.organiser, { leader, decision, number: GIVEN_BY });
  BY.decidedOn = localDate(contest.clock.now());
  return { judging, awards: done.awards };
}

async function revoked({ id }: { id: string }): Promise<{ awardId: string; version: number }> {
  const { version } = await contest.em().findOneOrFail(Award, { id });
  const done = await leader.ask(REVOKE_AWARD, { input: { awardId: id, version, reason: 'Sao chép.' } });
  return { awardId: id, version: done.version };
}

const countOf = ({ contestId }: Judging) => contest.em().count(Award, { decision: { contest: contestId } });

test('a revoked prize is given to another by a decision of its own: both stay on record, and a new pack says so', async () => {
  const { judging, awards } = await aPublished(['28', '27', '26', '25', '24', '23', '22']);
  const { contestId, initiatives, organiser } = judging;
  const [first] = awards;
  const next = initiatives[6];
  const input = { ...(await revoked(first)), initiativeId: next, ...BY };

  const given = await leader.ask(REPLACE_AWARD, { input });
  expect(given).toMatchObject({
    __typename: 'Award',
    ...{ initiative: { id: next }, tier: { key: 'FIRST' }, amount: first.amount, rank: 7, departureKind: null, revokedAt: null },
    ...{
      replacesId: first.id,
      replacedById: null,
      replacementReason: BY.reason,
      decisionNumber: BY.decisionNumber,
      decidedOn: BY.decidedOn,
    },
  });
  const list = await organiser.ask(LIST, { contestId });
  expect(list.awards.filter(({ tier }: any) => tier.key === 'FIRST')).toEqual([
    expect.objectContaining({ id: first.id, revokedAt: expect.any(String), replacedById: given.id, decisionNumber: GIVEN_BY }),
    expect.objectContaining({ id: given.id, revokedAt: null, replacesId: first.id, decisionNumber: BY.decisionNumber }),
  ]);
  const { edges } = await contest.client().ask(WINNERS, { year: 2026 });
  expect(edges.map(({ node }: any) => node).filter((node: any) => node.contest.id === contestId && node.replacesId)).toEqual([
    {
      contest: { id: contestId },
      id: given.id,
      initiative: { id: next },
      replacesId: first.id,
      decisionNumber: BY.decisionNumber,
      revokedAt: null,
    },
  ]);
  const { body } = await contest.em().findOneOrFail(AuditEntry, { operation: 'replaceAward', subjectId: given.id });
  expect(JSON.parse(body)).toMatchObject({
    before: { awardId: first.id, initiativeId: first.initiative.id },
    after: { initiativeId: next, number: BY.decisionNumber, decidedOn: BY.decidedOn },
    reason: BY.reason,
  });

  await contest.drain();
  const [pack] = await packsOf(organiser, contestId);
  const verdict = verifyPack(await downloaded(contest, organiser, pack!));
  expect(verdict.fault).toBeNull();
  const prizes = 'pack' in verdict ? verdict.pack.prizes : null;
  const codes = new Map((await contest.em().find(Initiative, { contest: contestId })).map(({ id, code }) => [id, code]));
  expect([prizes?.number, prizes?.awards.filter(({ tier }) => tier === 'FIRST')]).toEqual([
    3,
    [
      expect.objectContaining({ initiative: codes.get(first.initiative.id), revoked: 'Sao chép.', replaces: null, decision: null }),
      expect.objectContaining({
        ...{ initiative: codes.get(next!), rank: 7, revoked: null, replaces: codes.get(first.initiative.id), reason: BY.reason },
        decision: { number: BY.decisionNumber, decidedOn: BY.decidedOn },
      }),
    ],
  ]);
});

test('what was not revoked, or was given to another already, is not given; on an old version it is stale, and nothing is written', async () => {
  const { judging, awards } = await aPublished(['28', '27', '26', '25', '24', '23', '22', '21']);
  const [first, second] = awards;
  const [free, other] = judging.initiatives.slice(6);
  const { version } = await contest.em().findOneOrFail(Award, { id: second.id });
  const replace = (order: object) => leader.ask(REPLACE_AWARD, { input: { initiativeId: free, ...BY, ...order } });
  expect(await replace({ awardId: second.id, version })).toMatchObject({ code: 'AWARD_NOT_REVOKED' });
  const on = await revoked(first);
  expect(await replace({ ...on, version: 1 })).toMatchObject({ code: 'STALE' });
  const bare = await leader.send(REPLACE_AWARD, { input: { ...on, ...BY, initiativeId: free, reason: ' ' } });
  expect(bare.data?.replaceAward?.__typename ?? 'Refusal').toBe('Refusal');
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'LEADER' }));
  expect(await stranger.ask(REPLACE_AWARD, { input: { ...on, ...BY, initiativeId: free } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await countOf(judging)).toBe(6);

  const given = await replace(on);
  expect(await replace({ ...on, initiativeId: other })).toMatchObject({ code: 'AWARD_REPLACED' });
  expect(await replace({ awardId: given.id, version: given.version })).toMatchObject({ code: 'AWARD_NOT_REVOKED' });
  expect(await countOf(judging)).toBe(7);
  // Revoked in its turn it goes on to a third; who lost a prize may have another.
  expect(await replace({ ...(await revoked(given)), initiativeId: other })).toMatchObject({
    initiative: { id: other },
    replacesId: given.id,
  });
  expect(await replace({ ...(await revoked(second)), initiativeId: free })).toMatchObject({
    initiative: { id: free },
    tier: { key: 'SECOND' },
  });
});

test('nobody gets it who could not have it: out of the contest, of another one, of the other track, below the minimum, unranked, with a prize', async () => {
  // Two individuals with a prize each, a third without rank; the group of 27 has the prize, those of 24 and 26 reach 79 and 81 points.
  const { judging, awards } = await aPublished(
    ['28', '27', '26', '24', '20', '19', '18'],
    ['INDIVIDUAL', 'GROUP', 'GROUP', 'GROUP', 'INDIVIDUAL', 'INDIVIDUAL', 'INDIVIDUAL'],
  );
  const { contestId, initiatives } = judging;
  const [individual, group, nextGroup, lowGroup, , , last] = initiatives;
  const on = await revoked(awards.find(({ initiative }) => initiative.id === group));
  const replace = (initiativeId: string | undefined, more: object = {}) =>
    leader.ask(REPLACE_AWARD, { input: { ...on, ...BY, initiativeId, ...more } });
  const problems = async (...order: Parameters<typeof replace>) =>
    ((await replace(...order)).problems as { code: string }[]).map(({ code }) => code);

  expect(await replace(lowGroup)).toMatchObject({
    ...{ code: 'AWARD_BELOW_MINIMUM', path: 'initiativeId' },
    message: 'Điểm của sáng kiến này dưới mức tối thiểu của giải (80 điểm).',
  });
  expect([
    await problems(individual),
    await problems(group),
    await problems(last, { decidedOn: '2099-01-01' }),
    await problems(nextGroup, { decidedOn: '2026-01-01' }),
  ]).toEqual([
    ['AWARD_EXISTS', 'AWARD_OTHER_TRACK'],
    ['AWARD_TO_THE_SAME'],
    ['AWARD_OTHER_TRACK', 'DECISION_IN_FUTURE'],
    ['AWARD_DECISION_BEFORE_FIRST'],
  ]);
  const run = (statement: string, id: string | undefined) => contest.em().getConnection().execute(statement, [id]);
  await run("update final_standing set rank = null, state = 'KNOCKED_OUT' where initiative_id = ?", nextGroup);
  expect(await problems(nextGroup)).toEqual(['AWARD_UNRANKED']);
  await run("update final_standing set rank = 3, state = 'FINALIST' where initiative_id = ?", nextGroup);
  await contest.em().nativeUpdate(Initiative, { id: nextGroup! }, { state: 'WITHDRAWN', endReason: 'Xin rút.' });
  expect(await problems(nextGroup)).toEqual(['INITIATIVE_NOT_ELIGIBLE']);
  const { area } = await contest.em().findOneOrFail(Initiative, { id: group! }, { populate: ['area'] });
  const elsewhere = await aDeliberated(contest, district, { novelty: ['20'] });
  const stranger = await anEligibleInitiative(contest, district, { id: elsewhere.contestId, areaId: area.id });
  expect(await replace(stranger)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await contest.em().count(Award, { decision: { contest: contestId }, replaces: { $ne: null } })).toBe(0);
  await contest.em().nativeUpdate(Initiative, { id: nextGroup! }, { state: 'ELIGIBLE', endReason: null });
  expect(await replace(nextGroup)).toMatchObject({ __typename: 'Award', rank: 2, tier: { key: 'FIRST' } });
});

test('of twenty who give a revoked prize to others at once, one does', async () => {
  const { judging, awards } = await aPublished(['28', '27', '26', '25', '24', '23', '22', '21']);
  const on = await revoked(awards[0]);
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      leader.ask(REPLACE_AWARD, { input: { ...on, ...BY, initiativeId: judging.initiatives[6 + (at % 2)] } }),
    ),
  );
  const answers = replies.map(({ __typename, code }: any) => code ?? __typename);
  expect(answers.toSorted()).toEqual([...Array<string>(19).fill('AWARD_REPLACED'), 'Award'].toSorted());
  expect(await countOf(judging)).toBe(7);
});
