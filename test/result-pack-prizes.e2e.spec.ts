import { verifyPack } from '#domain/result';
import { DECIDE_TIE, PROPOSE_AWARDS, REVOKE_AWARD, aDeliberated, published } from './support/awards.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { contentAt, downloaded, packsOf } from './support/pack-files.js';
import { retrack } from './support/tracks.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const PUBLIC = 'query ($contestId: ID!) { publicResultPack(contestId: $contestId) { sha256 prizesNumber url } }';

test('prizes of two tracks, a decided tie and the decision stand in the pack of the publication, and a revocation makes another one', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '27', '27', '20'], ruleBook: { publicPack: true } });
  const { contestId, initiatives, organiser } = judging;
  const leader = await contest.as(district.people.leader);
  await retrack(contest, judging, { tracks: ['INDIVIDUAL', 'GROUP', 'GROUP', 'GROUP'] });
  const decision = await organiser.ask(PROPOSE_AWARDS, { input: { contestId } });
  const tie = {
    decisionId: decision.id,
    version: decision.version,
    track: 'GROUP',
    rank: 1,
    initiativeIds: [initiatives[2], initiatives[1]],
    reason: 'Rộng hơn.',
  };
  const decided = await organiser.ask(DECIDE_TIE, { input: tie });
  const before = await packsOf(organiser, contestId);
  expect(await published(contest, organiser, { leader, decision: decided, number: '99/QĐ-UBND' })).toMatchObject({ state: 'PUBLISHED' });

  const [pack, ...older] = await packsOf(organiser, contestId);
  expect(older.map(({ sha256 }) => sha256)).toEqual(before.map(({ sha256 }) => sha256));
  const verdict = verifyPack(await downloaded(contest, organiser, pack!));
  expect(verdict.fault).toBeNull();
  const { prizes } = 'pack' in verdict ? verdict.pack : { prizes: null };
  expect([
    prizes?.number,
    prizes?.decision.number,
    prizes?.awards.map(({ tier, rank, departure }) => [tier, rank, departure?.kind ?? null]),
  ]).toEqual([
    1,
    '99/QĐ-UBND',
    [
      ['FIRST', 1, null],
      ['FIRST', 1, 'TIE'],
      ['SECOND', 1, 'TIE'],
      ['THIRD', 3, null],
    ],
  ]);
  const open = await contest.client().ask(PUBLIC, { contestId });
  expect([open.sha256, open.prizesNumber]).toEqual([pack!.sha256, 1]);
  expect(verifyPack(await contentAt(contest, open.url)).fault).toBeNull();

  const [first] = decided.awards;
  const { version } = (await organiser.ask('query ($id: ID!) { award(id: $id) { version } }', { id: first.id })) as { version: number };
  expect(await leader.ask(REVOKE_AWARD, { input: { awardId: first.id, version, reason: 'Sao chép.' } })).toMatchObject({
    __typename: 'Award',
  });
  expect(await contest.client().ask(PUBLIC, { contestId })).toBeNull();
  await contest.drain();
  const [renewed, kept] = await packsOf(organiser, contestId);
  expect(kept!.sha256).toBe(pack!.sha256);
  const after = verifyPack(await downloaded(contest, organiser, renewed!));
  expect(after.fault).toBeNull();
  const revoked = 'pack' in after ? after.pack.prizes?.awards.map((award) => award.revoked) : [];
  expect([
    revoked?.filter((reason) => reason === 'Sao chép.').length,
    (await contest.client().ask(PUBLIC, { contestId })).prizesNumber,
  ]).toEqual([1, 2]);
});
