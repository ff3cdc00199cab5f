import { AwaitingQueries } from '#lib/platform';
import { noticeOn, topicOf } from '../libs/notice/src/domain/delivery.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { mutation } from './support/sign-in.js';

const NUDGE = mutation('nudge', 'NudgeInput', '... on Nudge { id kind subjectId byName people { id } }');
const AWAITING = '{ awaiting(kinds: [cardSign]) { edges { node { subjectId count nudgedAt } } } }';
const NOTICES = '{ myNotices(first: 20) { edges { node { kind subject text link } } } }';
const DAY = 24 * 60 * 60 * 1000;

let contest: RunningContest;
let district: District;
let judging: Judging;
let organiser: Client;
let roundId: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  roundId = judging.rounds[0]!;
  await openRound(contest, judging, roundId);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const nudge = (client: Client, input: object): Promise<any> => client.ask(NUDGE, { input });
const nudgesOf = async (personId: string): Promise<any[]> =>
  (await (await contest.as(personId)).ask(NOTICES)).edges.map(({ node }: any) => node).filter(({ kind }: any) => kind === 'card.nudged');
const kept = async (): Promise<number> =>
  Number((await contest.em().getConnection().execute('select count(*)::int as n from nudge'))[0]?.n);

test('the office nudges a judge about the cards that are left: it is kept, told, and stands in what awaits them', async () => {
  const [judgeId = '', other = ''] = judging.judges;
  const done = await nudge(organiser, { kind: 'cardSign', subjectId: roundId, personId: judgeId });
  expect(done).toEqual({
    __typename: 'Nudge',
    ...{ id: done.id, kind: 'cardSign', subjectId: roundId, byName: 'Lê Thị Minh' },
    people: [{ id: judgeId }],
  });
  expect(await nudgesOf(judgeId)).toEqual([
    {
      kind: 'card.nudged',
      subject: 'Nhắc: Chấm và ký các phiếu còn lại',
      text: expect.stringContaining('Huyện Hoài Đức đang chờ.') as string,
      link: `/judging/${roundId}`,
    },
  ]);
  expect(await nudgesOf(other)).toEqual([]);
  const [{ node }] = (await (await contest.as(judgeId)).ask(AWAITING)).edges;
  expect(node).toEqual({ subjectId: roundId, count: 2, nudgedAt: contest.clock.now().toISOString() });
  expect(await organiser.ask('{ nudges { kind subjectId byName people { id } } }')).toEqual([
    { kind: 'cardSign', subjectId: roundId, byName: 'Lê Thị Minh', people: [{ id: judgeId }] },
  ]);
});

test('whatever people are nudged about, and whatever is told to their heads, is a notice of a topic that they choose by', () => {
  const { kinds } = contest.get(AwaitingQueries);
  const nudged = kinds.filter(({ nudge }) => nudge).map(({ kind }) => noticeOn(kind, 'nudged'));
  const escalated = kinds.filter(({ escalation }) => escalation).map(({ kind }) => noticeOn(kind, 'escalated'));
  expect([nudged.length > 0, escalated.length > 0]).toEqual([true, true]);
  for (const kind of [...nudged, ...escalated]) expect([kind, topicOf(kind)]).toEqual([kind, expect.any(String)]);
  expect(() => noticeOn('signature.sign', 'nudged')).toThrow('Notices about signature have no topic');
});

test('nobody is nudged twice a day about one thing, whoever would; all who are left are, and the next day again', async () => {
  const [judgeId = '', other = ''] = judging.judges;
  const order = { kind: 'cardSign', subjectId: roundId };
  const before = await kept();
  expect(await nudge(organiser, { ...order, personId: judgeId })).toMatchObject({ code: 'NUDGED_TODAY' });
  expect(await kept()).toBe(before);
  expect(await nudge(organiser, order)).toMatchObject({ people: [{ id: other }] });
  expect(await nudge(organiser, order)).toMatchObject({ code: 'NUDGED_TODAY' });
  contest.clock.set(new Date(contest.clock.now().getTime() + DAY));
  const again = await nudge(organiser, order);
  expect(again.people).toHaveLength(2);
  expect(await nudgesOf(judgeId)).toHaveLength(2);
});

test('who does not wait for it nudges nobody, and nobody is nudged whom it does not await', async () => {
  const [judgeId = ''] = judging.judges;
  const { leader, submitter, admin } = district.people;
  const before = await kept();
  for (const personId of [leader, submitter, admin, judgeId])
    expect(await nudge(await contest.as(personId), { kind: 'cardSign', subjectId: roundId })).toMatchObject({ code: 'NOT_FOUND' });
  const other = await aDistrict(contest);
  expect(await nudge(await contest.as(other.people.organiser), { kind: 'cardSign', subjectId: roundId })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await nudge(organiser, { kind: 'cardSign', subjectId: roundId, personId: submitter })).toMatchObject({
    code: 'NUDGE_NOTHING_WAITS',
  });
  expect(await nudge(organiser, { kind: 'roundClose', subjectId: roundId })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await kept()).toBe(before);
  expect(await (await contest.as(leader)).ask('{ nudges { id } }')).toEqual([]);
});

test('a signature is told to who nudges by the minute, as progress is: until then the nudge is kept and reaches nobody', async () => {
  contest.clock.set(new Date(Math.ceil(contest.clock.now().getTime() / DAY) * DAY + DAY + 1000));
  const [judgeId = ''] = judging.judges;
  const judge = await contest.as(judgeId);
  const told = (await nudgesOf(judgeId)).length;
  for (const card of await attestedCards(judge, roundId))
    await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: marksOf('10', '10', '10') } });
  const order = { kind: 'cardSign', subjectId: roundId, personId: judgeId };
  expect(await nudge(organiser, order)).toMatchObject({ people: [{ id: judgeId }] });
  expect(await nudgesOf(judgeId)).toHaveLength(told);
  contest.clock.set(new Date(contest.clock.now().getTime() + 60_000));
  expect(await nudge(organiser, order)).toMatchObject({ code: 'NUDGE_NOTHING_WAITS' });
});

test('who is shut out of the judging learns of it by no nudge, whether they ask for one or look at those of others', async () => {
  const { organiser: organiserId } = district.people;
  const before = await kept();
  expect(await organiser.ask('{ nudges { id } }')).not.toEqual([]);
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at)
     values (gen_random_uuid(), '${judging.contestId}', '${judging.initiatives[0] ?? ''}', '${organiserId}', 'OTHER', 'DECLARED', false, true, now())`,
    );
  const refused = { __typename: 'Refusal', code: 'NOT_FOUND', path: 'subjectId' };
  for (const personId of [...judging.judges, null])
    expect(await nudge(organiser, { kind: 'cardSign', subjectId: roundId, personId })).toMatchObject(refused);
  expect(await organiser.ask('{ nudges { id } }')).toEqual([]);
  expect(await kept()).toBe(before);
});
