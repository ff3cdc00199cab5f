import { Contest, PrizeTier } from '#domain/contest';
import { InitiativeVersion } from '#domain/initiative';
import { ContestPlanService, ContestService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { DECIDE_TIE, GIVE_AWARD, PROPOSE_AWARDS, SUBMIT_AWARDS, aDeliberated } from './support/awards.js';
import { aContest, prizePlan } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, refusal, soleAuthor, tell } from './support/initiatives.js';
import { FINAL } from './support/judging.js';
import { TRACKED_PLAN, retrack } from './support/tracks.js';

let contest: RunningContest;
let district: District;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const PLAN = `mutation ($input: SetPrizePlanInput!) { setPrizePlan(input: $input) { __typename ... on Contest { version prizePlan { track key quantity minimumScore } }
  ... on Refusal { code path problems { code path } } } }`;

test('a plan has tracks for all of its tiers or for none, each tier once in its track, and minima that are scores; all said at once', async () => {
  const { id: contestId } = await aContest(contest, district, { phase: 'DRAFT' });
  const { version } = await contest.em().findOneOrFail(Contest, { id: contestId });
  const [first, second] = TRACKED_PLAN;
  const wrong = [first, { ...first }, { ...second, track: null }, { ...second, minimumScore: '-1' }];
  expect((await organiser.ask(PLAN, { input: { contestId, version, tiers: wrong } })).problems).toEqual([
    { code: 'PRIZE_TIER_TWICE', path: 'tiers.1.key' },
    { code: 'PRIZE_TRACK_MISSING', path: 'tiers.2.track' },
    { code: 'PRIZE_MINIMUM_INVALID', path: 'tiers.3.minimumScore' },
  ]);
  expect(await contest.em().count(PrizeTier, { contest: contestId, track: { $ne: null } })).toBe(0);

  const tiers = TRACKED_PLAN.map((tier) => (tier.key === 'FIRST' ? { ...tier, minimumScore: '85.50' } : tier));
  const { prizePlan: plan } = await organiser.ask(PLAN, { input: { contestId, version, tiers } });
  expect(plan).toEqual(
    TRACKED_PLAN.map(({ track, key, quantity }) => ({ track, key, quantity, minimumScore: key === 'FIRST' ? '85.5' : null })),
  );
  const copied = await contest
    .get(ContestService)
    .copyContest(SYSTEM, { contestId, year: 2027, titleVi: 'Năm sau', titleEn: 'Next year', rosterAsOf: '2025-06-30' });
  const tracks = await contest.em().find(PrizeTier, { contest: copied.id }, { orderBy: { order: 'asc' } });
  expect(tracks.map(({ track, key, minimumScore }) => [track, key, minimumScore])).toEqual(
    TRACKED_PLAN.map(({ track, key }) => [track, key, key === 'FIRST' ? '85.5' : null]),
  );
});

test('where prizes have tracks, an initiative says whose it is, held against its authors, and what was sent says so', async () => {
  const year = await aContest(contest, district, { prizePlan: TRACKED_PLAN });
  const { id: initiativeId, version } = await aDraft(contest, district, year);
  const save = async (track: string | null) => tell(submitter, 'saveDraft', { initiativeId, version: await current(initiativeId), track });
  const submit = async () => tell(submitter, 'submitInitiative', { initiativeId, version: await current(initiativeId) });
  expect(version).toBe(await current(initiativeId));
  expect(await submit()).toEqual(refusal('TRACK_MISSING', 'track'));
  await save('GROUP');
  expect(await submit()).toEqual(refusal('TRACK_GROUP_OF_ONE', 'track'));
  const other = await aPerson(contest, { unitId: district.units.finance, role: 'SUBMITTER' });
  const authors = [district.people.submitter, other].map((personId, at) => ({ personId, share: '50', lead: at === 0 }));
  await tell(submitter, 'setAuthors', { initiativeId, version: await current(initiativeId), authors });
  await save('INDIVIDUAL');
  const declared = { ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true };
  await tell(submitter, 'declareInitiative', { initiativeId, version: await current(initiativeId), ...declared });
  expect(await submit()).toEqual(refusal('TRACK_INDIVIDUAL_OF_SEVERAL', 'track'));
  await save('GROUP');
  expect(await submit()).toMatchObject({ state: 'SUBMITTED' });
  const { content } = await contest.em().findOneOrFail(InitiativeVersion, { initiative: initiativeId });
  expect(content.track).toBe('GROUP');

  const plain = await aContest(contest, district);
  const draft = await aDraft(contest, district, plain);
  expect(await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, track: 'GROUP' })).toEqual(
    refusal('TRACK_NOT_ASKED', 'track'),
  );
  expect(await tell(submitter, 'submitInitiative', { initiativeId: draft.id, version: draft.version })).toMatchObject({
    state: 'SUBMITTED',
  });
  const sent = await contest.em().findOneOrFail(InitiativeVersion, { initiative: draft.id });
  expect('track' in sent.content).toBe(false);
});

test('on paper, an initiative that does not say whose it is is not entered', async () => {
  const year = await aContest(contest, district, { prizePlan: TRACKED_PLAN });
  const [texts, authors] = [
    { title: 'Trên giấy', problem: 'a', solution: 'b', novelty: 'c', effect: 'd' },
    soleAuthor(district.people.submitter),
  ];
  const order = {
    contestId: year.id,
    areaId: year.areaId,
    ownerUnitId: district.units.finance,
    authors,
    ...texts,
    receivedAt: contest.clock.now(),
  };
  expect(await tell(organiser, 'enterPaperInitiative', order)).toEqual(refusal('TRACK_MISSING', 'track'));
  expect(await tell(organiser, 'enterPaperInitiative', { ...order, track: 'INDIVIDUAL' })).toMatchObject({ state: 'SUBMITTED' });
});

const current = async (id: string): Promise<number> => {
  const [row] = await contest.em().getConnection().execute<{ version: number }[]>('select version from initiative where id = ?', [id]);
  return row!.version;
};

test('each track has its own ranks, prizes and ties; a prize of a track goes to nobody outside of it; a minimum holds', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '27', '26', '26', '20', '10'] });
  const { contestId, initiatives } = judging;
  const plan = TRACKED_PLAN.map((tier) =>
    tier.track === 'INDIVIDUAL' && tier.key !== 'CONSOLATION' ? { ...tier, minimumScore: '76' } : tier,
  );
  await retrack(contest, judging, { tracks: ['GROUP', 'INDIVIDUAL', 'GROUP', 'GROUP', 'INDIVIDUAL', 'INDIVIDUAL'], plan });

  const { edges } = await judging.organiser.ask(FINAL.replace('node { rank', 'node { track trackRank rank'), { contestId });
  expect(edges.map(({ node }: any) => [node.rank, node.track, node.trackRank].join(' '))).toEqual([
    ...['1 GROUP 1', '2 INDIVIDUAL 1', '3 GROUP 2', '3 GROUP 2', '5 INDIVIDUAL 2', '6 INDIVIDUAL 3'],
  ]);
  const decision = await judging.organiser.ask(PROPOSE_AWARDS.replace('ties {', 'ties { track'), { input: { contestId } });
  // 75 and 65 points of the last two are below 76, so that only consolation prizes are left for them.
  expect(decision.awards.map((award: any) => [initiatives.indexOf(award.initiative.id), award.tier.key, award.rank].join(' '))).toEqual([
    ...['1 FIRST 1', '4 CONSOLATION 2', '5 CONSOLATION 3', '0 FIRST 1'],
  ]);
  expect(decision.ties).toMatchObject([
    {
      track: 'GROUP',
      rank: 2,
      prizes: [
        { key: 'SECOND', quantity: 1 },
        { key: 'THIRD', quantity: 1 },
      ],
    },
  ]);

  const tier = await contest.em().findOneOrFail(PrizeTier, { contest: contestId, key: 'THIRD', track: 'INDIVIDUAL' });
  expect(
    await judging.organiser.ask(GIVE_AWARD, { input: { contestId, initiativeId: initiatives[2], tierId: tier.id, reason: 'Thêm.' } }),
  ).toMatchObject({
    code: 'AWARD_OTHER_TRACK',
    path: 'tierId',
  });
  const order = {
    decisionId: decision.id,
    version: decision.version,
    rank: 2,
    initiativeIds: [initiatives[3], initiatives[2]],
    reason: 'Rộng hơn.',
  };
  expect(await judging.organiser.ask(DECIDE_TIE, { input: order })).toMatchObject({ code: 'AWARD_NO_SUCH_TIE' });
  const decided = await judging.organiser.ask(DECIDE_TIE, { input: { ...order, track: 'GROUP' } });
  expect(await judging.organiser.ask(SUBMIT_AWARDS, { input: { decisionId: decision.id, version: decided.version } })).toMatchObject({
    state: 'SUBMITTED',
  });
});

test('whoever is in no track of the plan gets no prize, and a minimum above everybody leaves nobody one', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '27'] });
  const plan = TRACKED_PLAN.map((tier) => ({ ...tier, minimumScore: '99' }));
  await retrack(contest, judging, { tracks: [null, 'INDIVIDUAL'], plan });
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  expect([decision.awards, decision.ties]).toEqual([[], []]);
  expect(await judging.organiser.ask(SUBMIT_AWARDS, { input: { decisionId: decision.id, version: decision.version } })).toMatchObject({
    state: 'SUBMITTED',
  });
});

test('a plan without tracks stays as it was', async () => {
  const { id } = await aContest(contest, district, { phase: 'DRAFT' });
  const tiers = prizePlan.map((tier) => ({ ...tier, quantity: 2 }));
  await contest.get(ContestPlanService).setPrizePlan(SYSTEM, { contestId: id, tiers });
  const kept = await contest.em().find(PrizeTier, { contest: id }, { orderBy: { order: 'asc' } });
  expect(kept.map(({ key, quantity, track }) => [key, quantity, track])).toEqual(tiers.map(({ key }) => [key, 2, null]));
});
