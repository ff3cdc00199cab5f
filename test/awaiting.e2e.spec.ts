import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AwaitingQueries } from '#lib/platform';
import { PROPOSE_AWARDS, SUBMIT_AWARDS, aDeliberated } from './support/awards.js';
import { aContest, aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, allDeclared, tell } from './support/initiatives.js';
import { SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const AWAITING = `query ($first: Int! = 50, $after: String, $kinds: [AwaitedKind!]) { awaiting(first: $first, after: $after, kinds: $kinds) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { id kind label act subject since due late who count link } } } }`;

const seenBy = async (client: Client, variables = {}): Promise<any[]> =>
  (await client.ask(AWAITING, variables)).edges.map(({ node }: any) => node);
const countsOf = async (client: Client): Promise<Record<string, number>> =>
  Object.fromEntries((await seenBy(client)).map(({ kind, count }) => [kind, count]));

test('each kind names an act that the schema has, once, in both languages', () => {
  const { schema } = contest.get(GraphQLSchemaHost);
  const acts = schema.getMutationType()?.getFields() ?? {};
  const { kinds } = contest.get(AwaitingQueries);
  expect(kinds.filter(({ act }) => !(act in acts)).map(({ kind }) => kind)).toEqual([]);
  expect(kinds.filter(({ words }) => !words.vi.trim() || !words.en.trim())).toEqual([]);
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([...new Set(kinds.map(({ kind }) => kind))].sort());
});

test('a dossier waits for its authors, then for the head, then for who screens it, each time for nobody else', async () => {
  const { submitter, head, organiser, judge, leader } = district.people;
  const people = { submitter, head, organiser, judge, leader };
  const all = async () => {
    const told: Record<string, Record<string, number>> = {};
    for (const [name, id] of Object.entries(people)) {
      const counts = await countsOf(await contest.as(id));
      const ours = Object.entries(counts).filter(([kind]) => kind.startsWith('initiative'));
      if (ours.length > 0) told[name] = Object.fromEntries(ours);
    }
    return told;
  };
  const year = await aContest(contest, district, { headConfirms: true });
  const writing = await contest.as(submitter);
  expect(await all()).toEqual({});

  const { id, version } = await aDraft(contest, district, year);
  const declared = await tell(writing, 'declareInitiative', { initiativeId: id, version, ...allDeclared });
  const draft = (await all()).submitter;
  expect(draft).toEqual({ initiativeSubmit: 1 });
  expect((await all()).head).toMatchObject({ initiativeConfirm: 1 });
  const [seen] = await seenBy(await contest.as(head), { kinds: ['initiativeConfirm'] });
  expect(seen).toMatchObject({
    act: 'confirmInitiative',
    label: 'Xác nhận sáng kiến của đơn vị trước khi gửi',
    late: false,
    link: `/initiatives/${id}`,
  });

  const confirmed = await tell(await contest.as(head), 'confirmInitiative', { initiativeId: id, version: declared.version });
  expect((await all()).head?.['initiativeConfirm']).toBeUndefined();
  await tell(writing, 'submitInitiative', { initiativeId: id, version: confirmed.version });
  expect(await all()).toEqual({ organiser: { initiativeScreen: 1 } });
});

test('cards wait for their judges until they are signed, then the round for who closes it, and for nobody who is shut out', async () => {
  const judging = await aJudging(contest, district, {
    initiatives: 2,
    judges: 2,
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })], tieBreak: [] },
  });
  const [roundId = ''] = judging.rounds;
  expect(await countsOf(judging.organiser)).toMatchObject({ roundOpen: 1 });
  await openRound(contest, judging, roundId);
  const [first, second] = await Promise.all(judging.judges.map((id) => contest.as(id)));
  expect((await countsOf(judging.organiser))['roundOpen']).toBeUndefined();

  const held = await attestedCards(first!, roundId);
  expect(await countsOf(first!)).toEqual({ cardSign: held.length });
  const marks = marksOf('10', '10', '10');
  for (const [at, card] of held.entries()) {
    await first!.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks } });
    const left = held.length - at - 1;
    expect(await countsOf(first!)).toEqual(left > 0 ? { cardSign: left } : {});
    expect((await countsOf(judging.organiser))['roundClose']).toBeUndefined();
  }
  for (const card of await attestedCards(second!, roundId))
    await second!.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks } });
  expect((await countsOf(judging.organiser))['roundClose']).toBe(1);

  await contest
    .em()
    .getConnection()
    .execute(
      `insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at)
     values (gen_random_uuid(), '${judging.contestId}', '${judging.initiatives[0] ?? ''}', '${district.people.organiser}', 'OTHER', 'DECLARED', false, true, now())`,
    );
  expect((await countsOf(judging.organiser))['roundClose']).toBeUndefined();
});

test('a list of prizes waits for the leader’s signature, and says who waits', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['30', '20'] });
  const leader = await contest.as(district.people.leader);
  const drawn = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  expect((await countsOf(leader))['awardApprove']).toBeUndefined();
  await judging.organiser.ask(SUBMIT_AWARDS, { input: { decisionId: drawn.id, version: drawn.version } });
  expect(await seenBy(leader, { kinds: ['awardApprove'] })).toEqual([
    expect.objectContaining({ act: 'approveAwards', count: 1, who: expect.any(String), link: `/contests/${judging.contestId}/prizes` }),
  ]);
  expect((await countsOf(judging.organiser))['awardApprove']).toBeUndefined();
});

test('what is due first stands first, and a page goes on where the one before ended', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  for (let at = 0; at < 3; at += 1) await aDraft(contest, district, year);
  const client = await contest.as(district.people.submitter);
  const kinds = ['initiativeSubmit'];
  const whole = await client.ask(AWAITING, { first: 10, kinds });
  expect(whole.totalCount).toBe(3);
  const paged: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: any = await client.ask(AWAITING, { first: 1, after, kinds });
    paged.push(...page.edges.map(({ node }: any) => node.id as string));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(paged).toEqual(whole.edges.map(({ node }: any) => node.id));
  const other = await contest.as(await aPerson(contest, { unitId: null }));
  expect(await client.ask(AWAITING, { first: 1, kinds: ['indexSettle'] })).toMatchObject({ totalCount: 0 });
  expect(await seenBy(other)).toEqual([]);
});
