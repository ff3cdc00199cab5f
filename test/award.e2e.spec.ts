import { Award, AwardDecision } from '#domain/award';
import { Contest, PrizeTier, type RuleBookContent } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { SYSTEM, localDate } from '#lib/kernel';
import { AreaService, PhaseService } from '#lib/contest';
import { aRound, toPhase } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { approvedTexts, submittedTexts, toldOfList } from './support/signing.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';

const DECISION = `... on AwardDecision { id version state number decidedOn canChange canApprove canPublish
  awards { id version rank tier { key } amount departureReason initiative { id } authors { person { fullName } share } } }`;
const AWARD = '... on Award { id version rank tier { key } departureReason revokedAt }';
const REFUSAL = '... on Refusal { code path }';
const mutation = (name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${answer} ${REFUSAL} } }`;
const PROPOSE = mutation('proposeAwards', 'ProposeAwardsInput', DECISION);
const GIVE = mutation('giveAward', 'GiveAwardInput', AWARD);
const CHANGE = mutation('changeAward', 'ChangeAwardInput', AWARD);
const REMOVE = mutation('removeAward', 'RemoveAwardInput', DECISION);
const SUBMIT = mutation('submitAwards', 'AwardDecisionInput', DECISION);
const RETURN = mutation('returnAwards', 'ReturnAwardsInput', DECISION);
const APPROVE = mutation('approveAwards', 'ApproveAwardsInput', DECISION);
const PUBLISH = mutation('publishAwards', 'AwardDecisionInput', DECISION);
const REVOKE = mutation('revokeAward', 'RevokeAwardInput', AWARD);
const OF_CONTEST = `query ($contestId: ID!) { awardDecision(contestId: $contestId) { state awards { id } } }`;
const WINNERS = `query ($year: Int, $unitId: ID, $search: String) { winners(year: $year, unitId: $unitId, search: $search) {
  totalCount edges { node { initiative { id } tier { key } contest { year } unit { nameVi } revokedAt } } } }`;

const ONE_ROUND: Partial<RuleBookContent> = {
  rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })],
  tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'novelty' }],
};

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

/** A contest in deliberation: its only round is closed, the initiatives stand in the order they were made unless their novelty says otherwise. */
async function aDeliberation(initiatives: number, noveltyOf = (at: number) => 28 - at): Promise<Judging> {
  const judging = await aJudging(contest, district, { initiatives, judges: 2, ruleBook: ONE_ROUND });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(noveltyOf(at)), '25', '30'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  await toPhase(contest, judging.contestId, 'DELIBERATION');
  return judging;
}

const tierOf = async (contestId: string, key: string) => (await contest.em().findOneOrFail(PrizeTier, { contest: contestId, key })).id;
const awardsOf = (contestId: string) => contest.em().find(Award, { decision: { contest: contestId } });

/** Proposed and sent to the leader. */
async function submitted(judging: Judging): Promise<any> {
  const { id, version } = await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } });
  return judging.organiser.ask(SUBMIT, { input: { decisionId: id, version } });
}

test('awards are proposed by rank, signed with number and date, published to anyone, and may be revoked with a reason', async () => {
  const judging = await aDeliberation(3);
  const { contestId, initiatives, organiser } = judging;

  const sent = await submitted(judging);
  expect(sent).toMatchObject({ state: 'SUBMITTED', canChange: false, canApprove: false });
  expect(sent.awards.map(({ rank, initiative }: any) => [rank, initiative.id])).toEqual(initiatives.map((id, at) => [at + 1, id]));
  expect(await contest.client().ask(WINNERS, {})).toEqual({ totalCount: 0, edges: [] });
  await contest.drain();
  const { titleVi: title, titleEn } = await contest.em().findOneOrFail(Contest, contestId);
  expect(await toldOfList(contest, contestId, 'award.submitted')).toEqual([
    [district.people.leader, ...submittedTexts({ title, titleEn, prizes: 3 })],
  ]);

  const signed = await leader.ask(APPROVE, {
    input: { decisionId: sent.id, version: sent.version, decisionNumber: '1234/QĐ-UBND', decidedOn: localDate(contest.clock.now()) },
  });
  expect(signed).toMatchObject({
    __typename: 'AwardDecision',
    state: 'APPROVED',
    number: '1234/QĐ-UBND',
    decidedOn: localDate(contest.clock.now()),
  });
  await contest.drain();
  expect(await toldOfList(contest, contestId, 'award.approved')).toEqual([
    [district.people.organiser, ...approvedTexts({ title, titleEn, on: signed.decidedOn })],
  ]);
  const published = await organiser.ask(PUBLISH, { input: { decisionId: sent.id, version: signed.version } });
  expect(published).toMatchObject({ state: 'PUBLISHED' });
  expect((await contest.em().findOneOrFail(Contest, contestId)).phase).toBe('PUBLISHED');
  expect(await contest.client().ask(WINNERS, { search: 'rut ngan' })).toMatchObject({ totalCount: 3 });
  await contest.drain();
  expect(await contest.em().count(Notice, { kind: 'award.published', person: district.people.submitter })).toBe(1);

  const [first] = published.awards;
  const revoked = await leader.ask(REVOKE, {
    input: { awardId: first.id, version: first.version, reason: 'Sáng kiến bị phát hiện sao chép.' },
  });
  expect(revoked).toMatchObject({ __typename: 'Award', revokedAt: expect.any(String) });
  expect(await leader.ask(REVOKE, { input: { awardId: first.id, version: 2, reason: 'Lần nữa.' } })).toMatchObject({
    code: 'AWARD_REVOKED',
  });
});

test('a prize is not published on a decision of a day to come; winners are found by an area, not by whoever uses its code', async () => {
  const judging = await aDeliberation(1);
  const sent = await submitted(judging);
  const input = { decisionId: sent.id, version: sent.version, decisionNumber: '7/QĐ-UBND', decidedOn: localDate(contest.clock.now()) };
  const signed = await leader.ask(APPROVE, { input });
  const dated = (day: string) =>
    contest.em().getConnection().execute('update award_decision set decided_on = ? where id = ?', [day, sent.id]);
  await dated('2099-01-01');
  const publish = () => judging.organiser.ask(PUBLISH, { input: { decisionId: sent.id, version: signed.version } });
  expect(await publish()).toEqual({ __typename: 'Refusal', code: 'DECISION_IN_FUTURE', path: 'decidedOn' });
  await dated(input.decidedOn);
  expect(await publish()).toMatchObject({ state: 'PUBLISHED' });

  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! }, { populate: ['area'] });
  const { code, id: areaId } = area;
  const own = await contest.get(AreaService).createArea(SYSTEM, {
    ...{ areaCode: code, nameVi: 'Lĩnh vực của xã', nameEn: 'Of a commune', source: null, ordinal: 1, ownerUnitId: district.units.anKhanh },
  });
  const asked = async (by: string) => (await contest.client().ask(`{ winners(${by}) { edges { node { area { id } } } } }`)).edges.length;
  expect([await asked(`areaId: "${areaId}"`), await asked(`areaCode: "${code}"`)]).toEqual([1, 1]);
  await contest.em().nativeUpdate(Initiative, { id: judging.initiatives[0]! }, { area: own.id });
  expect([await asked(`areaId: "${areaId}"`), await asked(`areaCode: "${code}"`)]).toEqual([0, 0]);
  expect(await asked(`areaCode: "${code}", areaOwnerId: "${district.units.anKhanh}"`)).toBe(1);
});

test('winners of one prize stand by rank and those without one last, from page to page', async () => {
  const judging = await aDeliberation(4);
  const sent = await submitted(judging);
  const signed = await leader.ask(APPROVE, {
    input: { decisionId: sent.id, version: sent.version, decisionNumber: '99/QĐ-UBND', decidedOn: localDate(contest.clock.now()) },
  });
  const { awards } = await judging.organiser.ask(PUBLISH, { input: { decisionId: sent.id, version: signed.version } });
  const ids = awards.map(({ initiative }: any) => initiative.id);
  const ranks = [null, 3, 1, 2].slice(0, ids.length);
  const tier = await tierOf(judging.contestId, 'THIRD');
  for (const award of await awardsOf(judging.contestId))
    await contest.em().nativeUpdate(Award, award.id, { tier, rank: ranks[ids.indexOf(award.initiative.id)] ?? null });

  const seen: unknown[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: any = await contest
      .client()
      .ask(
        'query ($after: String) { winners(first: 1, after: $after) { edges { node { contest { id } rank } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
    seen.push(
      ...page.edges
        .map(({ node }: any) => node)
        .filter(({ contest: of }: any) => of.id === judging.contestId)
        .map(({ rank }: any) => rank),
    );
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  expect(seen).toEqual([1, 2, 3, null]);
});

test('a departure from the plan or the standings needs a reason; without one nothing is written', async () => {
  const judging = await aDeliberation(3);
  const { contestId, initiatives, organiser } = judging;
  const { id, awards } = await organiser.ask(PROPOSE, { input: { contestId } });
  const first = await tierOf(contestId, 'FIRST');
  const last = awards.at(-1);
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER' }));
  expect(await stranger.ask(REMOVE, { input: { awardId: last.id, version: 99, reason: 'Xem lại hồ sơ.' } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await organiser.ask(REMOVE, { input: { awardId: last.id, version: 99, reason: 'Xem lại hồ sơ.' } })).toMatchObject({
    code: 'STALE',
  });
  await organiser.ask(REMOVE, { input: { awardId: last.id, version: last.version, reason: 'Xem lại hồ sơ.' } });

  expect(await organiser.ask(GIVE, { input: { contestId, initiativeId: initiatives[2], tierId: first } })).toEqual({
    __typename: 'Refusal',
    code: 'PRIZE_BEYOND_PLAN',
    path: 'reason',
  });
  expect(await awardsOf(contestId)).toHaveLength(2);

  expect(
    await organiser.ask(GIVE, {
      input: { contestId, initiativeId: initiatives[2], tierId: first, reason: 'Hai sáng kiến ngang nhau về hiệu quả.' },
    }),
  ).toMatchObject({
    __typename: 'Award',
    tier: { key: 'FIRST' },
    departureReason: 'Hai sáng kiến ngang nhau về hiệu quả.',
  });
  expect(
    await organiser.ask(GIVE, { input: { contestId, initiativeId: initiatives[2], tierId: first, reason: 'Lần nữa.' } }),
  ).toMatchObject({ code: 'AWARD_EXISTS' });
  const given = awards[0];
  expect(
    await organiser.ask(CHANGE, { input: { awardId: given.id, version: Number(given.version) + 1, tierId: first, reason: 'Sửa.' } }),
  ).toMatchObject({ code: 'STALE' });

  const { version } = await contest.em().findOneOrFail(AwardDecision, id as string);
  await organiser.ask(SUBMIT, { input: { decisionId: id, version } });
  expect(await organiser.ask(GIVE, { input: { contestId, initiativeId: initiatives[2], tierId: first, reason: 'Muộn.' } })).toMatchObject({
    code: 'AWARDS_NOT_IN_DRAFT',
  });
});

test('what the leader returns can be changed and sent again; what is not submitted cannot be approved', async () => {
  const judging = await aDeliberation(2);
  const { id, version } = await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } });
  const approval = { decisionId: id, decisionNumber: '1/QĐ-UBND', decidedOn: localDate(contest.clock.now()) };
  expect(await leader.ask(APPROVE, { input: { ...approval, version } })).toMatchObject({ code: 'AWARDS_TRANSITION' });

  const sent = await judging.organiser.ask(SUBMIT, { input: { decisionId: id, version } });
  const back = await leader.ask(RETURN, { input: { decisionId: id, version: sent.version, reason: 'Bổ sung biên bản.' } });
  expect(back).toMatchObject({ state: 'DRAFT' });
  expect(await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } })).toMatchObject({
    code: 'AWARDS_ALREADY_PROPOSED',
  });
});

test('nothing is proposed before deliberation, and no contest is published past its result', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2 });
  expect(await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } })).toMatchObject({
    code: 'CONTEST_NOT_IN_DELIBERATION',
  });

  const deliberation = await aDeliberation(1);
  const { version } = await contest.em().findOneOrFail(Contest, deliberation.contestId);
  const advanced = contest.get(PhaseService).advancePhase(SYSTEM, { contestId: deliberation.contestId, version });
  await expect(advanced).rejects.toThrow();
  expect((await contest.em().findOneOrFail(Contest, deliberation.contestId)).phase).toBe('DELIBERATION');
});

test('of twenty who give the last prize at once, one does', async () => {
  const { contestId, organiser } = await aDeliberation(20);
  const { awards } = await organiser.ask(PROPOSE, { input: { contestId } });
  const [
    {
      id: awardId,
      version,
      initiative: { id: initiativeId },
    },
  ] = awards;
  await organiser.ask(REMOVE, { input: { awardId, version, reason: 'Làm lại.' } });
  const tierId = await tierOf(contestId, 'FIRST');

  const replies = await Promise.all(Array.from({ length: 20 }, () => organiser.ask(GIVE, { input: { contestId, initiativeId, tierId } })));

  expect(replies.map(({ __typename, code }: any) => code ?? __typename).sort()).toEqual([
    'Award',
    ...Array<string>(19).fill('PRIZE_BEYOND_PLAN'),
  ]);
  expect(await awardsOf(contestId)).toHaveLength(6);
});

test('of twenty who approve a result at once, one does', async () => {
  const sent = await submitted(await aDeliberation(1));
  const input = { decisionId: sent.id, version: sent.version, decisionNumber: '77/QĐ-UBND', decidedOn: localDate(contest.clock.now()) };

  const replies = await Promise.all(Array.from({ length: 20 }, () => leader.ask(APPROVE, { input })));

  expect(replies.map(({ __typename, code }: any) => code ?? __typename).sort()).toEqual([
    ...Array<string>(19).fill('AWARDS_TRANSITION'),
    'AwardDecision',
  ]);
});

test("before publication the list is the organiser's and the leader's; a submitter finds nothing", async () => {
  const judging = await aDeliberation(1);
  await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } });

  expect(await leader.ask(OF_CONTEST, { contestId: judging.contestId })).toMatchObject({ state: 'DRAFT' });
  expect(await (await contest.as(district.people.submitter)).ask(OF_CONTEST, { contestId: judging.contestId })).toBeNull();
});

test('past an initiative of a better rank, or below a better prize that is left, an award needs a reason', async () => {
  const { contestId, initiatives, organiser } = await aDeliberation(3);
  const { awards } = await organiser.ask(PROPOSE, { input: { contestId } });
  for (const { id: awardId, version } of awards) await organiser.ask(REMOVE, { input: { awardId, version, reason: 'Làm lại từ đầu.' } });
  const [first, second] = [await tierOf(contestId, 'FIRST'), await tierOf(contestId, 'SECOND')];
  const give = (initiativeId: string | undefined, tierId: string) => organiser.ask(GIVE, { input: { contestId, initiativeId, tierId } });

  const refused = { code: 'AWARD_DEPARTS_FROM_STANDINGS', path: 'reason' };
  expect(await give(initiatives[2], first)).toMatchObject(refused);
  expect(await give(initiatives[0], second)).toMatchObject(refused);
  expect(await give(initiatives[0], first)).toMatchObject({ __typename: 'Award' });
  expect(await give(initiatives[2], second)).toMatchObject(refused);
  expect(await give(initiatives[1], second)).toMatchObject({ __typename: 'Award' });
});

test('an initiative that was withdrawn since neither goes to the leader nor is signed', async () => {
  const judging = await aDeliberation(2);
  const { id, version } = await judging.organiser.ask(PROPOSE, { input: { contestId: judging.contestId } });
  const em = contest.em();
  const initiative = await em.findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  const setState = (state: 'ELIGIBLE' | 'WITHDRAWN') => {
    Object.assign(initiative, { state, endReason: state === 'WITHDRAWN' ? 'Tác giả xin rút' : null });
    return em.flush();
  };
  await setState('WITHDRAWN');
  expect(await judging.organiser.ask(SUBMIT, { input: { decisionId: id, version } })).toMatchObject({ code: 'AWARD_INITIATIVE_OUT' });
  await setState('ELIGIBLE');
  const sent = await judging.organiser.ask(SUBMIT, { input: { decisionId: id, version } });
  await setState('WITHDRAWN');
  const approval = { decisionId: id, version: sent.version, decisionNumber: '12/QĐ-UBND', decidedOn: localDate(contest.clock.now()) };
  expect(await leader.ask(APPROVE, { input: approval })).toMatchObject({ code: 'AWARD_INITIATIVE_OUT' });
});

test('an organiser in conflict neither sees nor draws up the list before it is published', async () => {
  const judging = await aDeliberation(1);
  const { contestId } = judging;
  const tied = await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district });
  await contest.drain();
  const organiser = await contest.as(tied);
  expect(await organiser.ask(PROPOSE, { input: { contestId } })).toMatchObject({ code: 'NOT_FOUND' });
  const { id, version } = await judging.organiser.ask(PROPOSE, { input: { contestId } });
  expect(await organiser.ask(OF_CONTEST, { contestId })).toBeNull();
  expect(await organiser.ask(SUBMIT, { input: { decisionId: id, version } })).toMatchObject({ code: 'NOT_FOUND' });
});

test('the result of a contest that was cancelled is not signed', async () => {
  const judging = await aDeliberation(1);
  const sent = await submitted(judging);
  const order = { contestId: judging.contestId, decisionNumber: '9/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  await contest.get(PhaseService).cancelContest(SYSTEM, order);
  const approval = { decisionId: sent.id, version: sent.version, decisionNumber: '10/QĐ-UBND', decidedOn: localDate(contest.clock.now()) };
  expect(await leader.ask(APPROVE, { input: approval })).toMatchObject({ code: 'CONTEST_NOT_IN_DELIBERATION' });
});
