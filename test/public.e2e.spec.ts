import { InitiativeLink } from '#domain/initiative';
import { Person } from '#domain/identity';
import { newId } from '#lib/kernel';
import { PROPOSE_AWARDS, aDeliberated, published } from './support/awards.js';
import { aContest, aRuleBook, toPhase } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { aPdf } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft } from './support/initiatives.js';
import { ADOPT, adoptInput } from './support/rollouts.js';
import { streamOf } from './support/looking-on.js';
import { sendFile } from './support/uploads.js';

let contest: RunningContest;
let district: District;
let anyone: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  anyone = contest.client();
});
afterAll(() => contest.stop());

const INITIATIVE = `query ($id: ID!) { publicInitiative(id: $id) { id title receiptNumber illustrative contest { id year titleVi titleEn } unit { nameVi } area { areaCode nameVi nameEn }
  authors { person { fullName } share } texts { kind text } prizes { nameVi rank decisionNumber decidedOn revokedAt }
  rollout { adoptions { unit { nameVi } state since confirmed } } grewFrom { id } grewInto { id } } }`;
const CONTEST = `query ($id: ID!) { publicContest(id: $id) { id phase phases { kind startsAt } documents { id number fileId }
  judging { publicText publicRanking rounds { key rubric { key nameVi max } } } } }`;

test('anybody reads the server’s clock', async () => {
  expect(await anyone.ask('{ serverTime }')).toBe('2026-03-02T02:00:00.000Z');
});

test('of a winner everybody reads what its rule book lets be public, and nothing before the prizes are', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['30', '20'], ruleBook: { publicText: ['EFFECT', 'PROBLEM'] } });
  const [first = '', second = ''] = judging.initiatives;
  expect(await anyone.ask(INITIATIVE, { id: first })).toBeNull();
  expect(await (await contest.as(district.people.leader)).ask(INITIATIVE, { id: first })).toBeNull();

  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  await published(contest, judging.organiser, { leader: await contest.as(district.people.leader), decision });
  const seen = await anyone.ask(INITIATIVE, { id: first });
  expect(seen).toMatchObject({
    contest: { id: judging.contestId, year: expect.any(Number), titleVi: expect.any(String), titleEn: expect.any(String) },
    receiptNumber: expect.any(String),
    texts: [
      { kind: 'PROBLEM', text: 'Hồ sơ chậm.' },
      { kind: 'EFFECT', text: 'Đúng hạn.' },
    ],
    prizes: [{ rank: 1, decisionNumber: '1234/QĐ-UBND', revokedAt: null }],
    rollout: null,
    grewFrom: [],
    grewInto: [],
  });

  const em = contest.em();
  const link = {
    id: newId(),
    initiative: first,
    earlier: second,
    verdict: 'IMPROVES',
    by: em.getReference(Person, district.people.organiser),
  };
  await em.insert(InitiativeLink, { ...link, at: contest.clock.now() } as never);
  expect(await anyone.ask(INITIATIVE, { id: first })).toMatchObject({ grewFrom: [{ id: second }] });
  expect(await anyone.ask(INITIATIVE, { id: second })).toMatchObject({ grewInto: [{ id: first }] });

  const organiser = await contest.as(district.people.organiser);
  const adopted = await organiser.ask(ADOPT, { input: adoptInput(district, first) });
  expect(adopted.__typename).toBe('Rollout');
  const { rollout } = await anyone.ask(INITIATIVE, { id: first });
  expect(rollout.adoptions.map(({ state }: any) => state)).toEqual(rollout.adoptions.map(() => 'NOT_STARTED'));
  expect(rollout.adoptions.length).toBeGreaterThan(0);
});

test('a draft, what is no id and what is nobody’s are nothing to the public', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  const { id } = await aDraft(contest, district, year);
  for (const asked of [id, newId(), 'x']) expect(await anyone.ask(INITIATIVE, { id: asked })).toBeNull();
});

test('of a contest everybody reads how it is judged and its papers once it is announced, and not before', async () => {
  const year = await aContest(contest, district, { headConfirms: false, phase: 'DRAFT' });
  const organiser = await contest.as(district.people.organiser);
  const file = { ownerType: 'contest', ownerId: year.id, fileName: 'Thể lệ.pdf', contentType: 'application/pdf' };
  const fileId = await sendFile(contest, organiser, file, aPdf('Thể lệ'));
  await organiser.ask('mutation ($input: FileInput!) { confirmUpload(input: $input) { __typename } }', { input: { fileId } });
  await contest
    .em()
    .getConnection()
    .execute(`update contest_document set file_id = '${fileId}' where contest_id = '${year.id}' and kind = 'RULES'`);

  await toPhase(contest, year.id, 'OPEN');
  const seen = await anyone.ask(CONTEST, { id: year.id });
  expect(seen).toMatchObject({
    id: year.id,
    judging: {
      publicText: [],
      publicRanking: false,
      rounds: [
        { key: aRuleBook().rounds[0]!.key },
        ...aRuleBook()
          .rounds.slice(1)
          .map(({ key }) => ({ key })),
      ],
    },
  });
  const document = seen.documents.find((one: any) => one.fileId === fileId);
  const { url } = await anyone.ask('query ($id: ID!) { publicDocument(id: $id) { url expiresAt } }', { id: document.id });
  const paper = await fetch(new URL(url, streamOf(contest.app)));
  expect(Buffer.from(await paper.arrayBuffer()).equals(aPdf('Thể lệ'))).toBe(true);
  expect(await anyone.ask('query ($id: ID!) { publicDocument(id: $id) { url } }', { id: newId() })).toBeNull();

  await contest.em().getConnection().execute(`update contest set phase = 'DRAFT', announced_at = null where id = '${year.id}'`);
  expect(await anyone.ask(CONTEST, { id: year.id })).toBeNull();
  expect(await anyone.ask('query ($id: ID!) { publicDocument(id: $id) { url } }', { id: document.id })).toBeNull();
});
