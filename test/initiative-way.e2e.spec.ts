import { sql } from 'kysely';
import { Award } from '#domain/award';
import { type AuthorRead } from '#domain/contest';
import { Notice } from '#domain/notice';
import { PROPOSE_AWARDS, REVOKE_AWARD, aDeliberated, published } from './support/awards.js';
import { type RunningYear, aContest, aRound } from './support/contests.js';
import { countQueries } from './support/count-queries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSubmitted, tell } from './support/initiatives.js';
import { CLOSE_ROUND, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { ADOPT, aPastContest, adoptInput, anEligibleInitiative } from './support/rollouts.js';

const WAY = `query ($id: ID!) { initiativeWay(id: $id) { initiativeId steps { kind at reason dueAt roundNameVi rank score prizeNameVi decisionNumber
  communesUsing comments { roundNameVi criterionNameVi text } } } }`;

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

const wayOf = async (id: string, client = submitter): Promise<any[]> => (await client.ask(WAY, { id })).steps;
const kinds = async (id: string, client = submitter) => (await wayOf(id, client)).map(({ kind }) => kind as string);
const step = async (id: string, kind: string, client = submitter) => (await wayOf(id, client)).find((one) => one.kind === kind);
const toldOf = async (kind: string, id: string) =>
  (await contest.em().find(Notice, { kind, person: district.people.submitter })).filter(({ path }) => path === `/initiatives/${id}`).length;

test('the way to the jury: what was sent in, returned with its reason and due date, completed and found eligible, each with its moment', async () => {
  const year: RunningYear = await aContest(contest, district, { headConfirms: false });
  const { id, version } = await aSubmitted(contest, district, year);
  const on = async (client: Client, act: string, input: object, at: number) => {
    contest.clock.advance(60_000);
    const done = await tell(client, act, { initiativeId: id, version: at, ...input });
    return done.version as number;
  };
  const back = await on(organiser, 'returnInitiative', { dueAt: '2026-06-01T10:00:00.000Z', reason: 'Thiếu số liệu.' }, version);
  const moved = await on(organiser, 'moveReturnDue', { dueAt: '2026-06-08T10:00:00.000Z', reason: 'Nghỉ lễ.' }, back);
  const sent = await on(submitter, 'submitInitiative', {}, moved);
  await on(organiser, 'screenInitiative', { verdict: 'ELIGIBLE', reason: 'Đủ hồ sơ.' }, sent);

  const way = await wayOf(id);
  expect(way.map(({ kind, reason, dueAt }) => [kind, reason, dueAt])).toEqual([
    ['DRAFTED', null, null],
    ['SUBMITTED', null, null],
    ['RETURNED', 'Thiếu số liệu.', '2026-06-01T10:00:00.000Z'],
    ['DUE_MOVED', 'Nghỉ lễ.', '2026-06-08T10:00:00.000Z'],
    ['COMPLETED', null, null],
    ['ELIGIBLE', 'Đủ hồ sơ.', null],
  ]);
  expect(new Set(way.slice(1).map(({ at }) => at)).size).toBe(5);
  expect(way.map(({ at }) => at)).toEqual(way.map(({ at }) => at as string).sort());
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  expect(await stranger.ask(WAY, { id })).toBeNull();
});

/** One of seven with the best card, its result published; judges have remarked on it. */
async function aPublished(authorsRead: readonly AuthorRead[]): Promise<{ id: string; last: string; leader: Client; awardId: string }> {
  const judging = await aDeliberated(contest, district, {
    novelty: ['28', '27', '26', '25', '24', '23', '22'],
    ruleBook: { authorsRead },
  });
  const [id = ''] = judging.initiatives;
  await sql`update scorecard set marks = jsonb_set(marks, '{0,comment}', to_jsonb('Ý hay ' || right(judge_id::text, 1))) where initiative_id = ${id}`.execute(
    contest.em().getKysely(),
  );
  const leader = await contest.as(district.people.leader);
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  expect(await kinds(id)).toEqual(['ROUND_REACHED']);
  const { awards } = await published(contest, judging.organiser, { leader, decision });
  const awardId = awards.find((award: any) => award.initiative.id === id).id as string;
  return { id, last: judging.initiatives[6]!, leader, awardId };
}

test('of the result authors read as much as the rule book lets them: without a word of it only that it was published, and their prize', async () => {
  const { id, last } = await aPublished([]);
  const nothing = { rank: null, score: null, comments: [] };

  expect(await step(id, 'PUBLISHED')).toMatchObject({ ...nothing, decisionNumber: '1234/QĐ-UBND' });
  expect(await step(id, 'PRIZE')).toMatchObject({ prizeNameVi: expect.stringContaining('Giải'), decisionNumber: '1234/QĐ-UBND' });
  expect((await kinds(id)).sort()).toEqual(['PRIZE', 'PUBLISHED', 'ROUND_REACHED']);
  expect((await kinds(last)).sort()).toEqual(['PUBLISHED', 'ROUND_REACHED']);
});

test('with leave they read rank, rounded score and the remarks without names; the office reads none of it here; a revoked prize is told with its reason', async () => {
  const { id, leader, awardId } = await aPublished(['RANK', 'SCORE', 'COMMENTS']);
  const { comments, ...result } = await step(id, 'PUBLISHED');

  expect(result).toMatchObject({ rank: 1, score: '83' });
  expect(comments).toHaveLength(2);
  expect(comments[0]).toEqual({
    roundNameVi: expect.any(String),
    criterionNameVi: expect.any(String),
    text: expect.stringMatching(/^Ý hay /),
  });
  expect(comments.map(({ text }: any) => text as string)).toEqual(comments.map(({ text }: any) => text as string).sort());
  expect(await step(id, 'PUBLISHED', organiser)).toMatchObject({ rank: null, score: null, comments: [] });

  const { version } = await contest.em().findOneOrFail(Award, { id: awardId });
  contest.clock.advance(60_000);
  await (await contest.as(district.people.leader)).ask(REVOKE_AWARD, { input: { awardId, version, reason: 'Sao chép.' } });
  await contest.drain();
  expect(leader).toBeDefined();
  expect(await step(id, 'PRIZE_REVOKED')).toMatchObject({ reason: 'Sao chép.' });
  expect(await toldOf('award.revoked', id)).toBe(1);
});

/** Two rounds, the first closed, the second open, for one of two. */
async function inSecondRound(authorsRead: readonly AuthorRead[]): Promise<string[]> {
  const cutOff = { score: null, top: 1 };
  const rounds = [
    aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, cutOff }),
    aRound('final', { judgesPerInitiative: 2, minimumCards: 2 }),
  ];
  const judging = await aJudging(contest, district, {
    initiatives: 2,
    judges: 2,
    ruleBook: { rounds, authorsRead },
  });
  const [first = '', second = ''] = judging.rounds;
  await openRound(contest, judging, first);
  await signAll(contest, judging, first, (_, at) => marksOf(at === 0 ? '28' : '10', '25', '30'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId: first } });
  await contest.drain();
  await openRound(contest, judging, second);
  await contest.drain();
  return judging.initiatives;
}

test('before publication authors know of the first round, of later ones where the rule book says so, and nobody else of any', async () => {
  const silent = await inSecondRound([]);
  const telling = await inSecondRound(['ROUNDS']);
  const rounds = async (id: string, client = submitter) => (await kinds(id, client)).filter((kind) => kind === 'ROUND_REACHED').length;

  expect([await rounds(silent[0]!), await rounds(silent[1]!)]).toEqual([1, 1]);
  expect([await rounds(telling[0]!), await rounds(telling[1]!)]).toEqual([2, 1]);
  expect([await rounds(telling[0]!, organiser), await rounds(silent[0]!, organiser)]).toEqual([0, 0]);
  expect([await toldOf('initiative.roundReached', silent[0]!), await toldOf('initiative.roundReached', telling[0]!)]).toEqual([1, 2]);
});

test('authors are told that theirs is rolled out, and read how many communes use it', async () => {
  const id = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  await organiser.ask(ADOPT, { input: adoptInput(district, id) });
  await contest.drain();

  expect(await step(id, 'ROLLED_OUT', organiser)).toMatchObject({ decisionNumber: '8451/QĐ-UBND', communesUsing: 0 });
  const [{ authors } = { authors: 0 }] = await contest
    .em()
    .getConnection()
    .execute<{ authors: number }[]>('select count(*)::int as authors from initiative_author where initiative_id = ?', [id]);
  expect(await contest.em().count(Notice, { kind: 'initiative.rolledOut', path: `/initiatives/${id}` })).toBe(authors);
});

test('a co-author is told that it was withdrawn, and the way ends with the reason, by as many statements as any', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  const { id, version } = await aSubmitted(contest, district, year);
  const one = await countQueries(() => submitter.ask(WAY, { id }));
  await tell(submitter, 'withdrawInitiative', { initiativeId: id, version, reason: 'Làm lại từ đầu.' });
  await contest.drain();

  expect((await wayOf(id)).at(-1)).toMatchObject({ kind: 'WITHDRAWN', reason: 'Làm lại từ đầu.' });
  expect(await toldOf('initiative.withdrawn', id)).toBe(1);
  expect(await countQueries(() => submitter.ask(WAY, { id }))).toBe(one);
});
