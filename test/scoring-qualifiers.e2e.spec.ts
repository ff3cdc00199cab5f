import { readFileSync } from 'node:fs';
import { Contest } from '#domain/contest';
import { Round } from '#domain/scoring';
import { projectFile } from '#lib/platform';
import { aCriterion, aRound, aRuleBook } from './support/contests.js';
import { APPLY, aReadyCorrection } from './support/corrections.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, CLOSE_ROUND, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { type Judged, aResult } from './support/results.js';

const MIGRATION = 'prisma-free-schema/migrations/20261129171000-round-qualifiers.sql';

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const round = (key: string, more: Parameters<typeof aRound>[1] = {}) => aRound(key, { judgesPerInitiative: 2, minimumCards: 2, ...more });
const DOSSIER = round('dossier', { cutOff: { score: null, top: 2 } });
const ruleBook = { rounds: [DOSSIER, round('final')], tieBreak: [], authorsRead: ['ROUNDS' as const] };
const run = <Row = unknown>(statement: string, values: readonly unknown[] = []) =>
  contest.em().getConnection().execute<Row[]>(statement, values);

/** Of three initiatives the first two passed the first round. */
const afterTheFirst = (judged?: number) => aResult(contest, district, { marks: ['28', '24', '22'], ruleBook, judged });

/** Who goes on from a round, as it is kept: by their places in the contest. */
async function goOn({ rounds, initiatives }: Pick<Judged, 'rounds' | 'initiatives'>, at = 0): Promise<number[]> {
  const rows = await run<{ initiative_id: string }>('select initiative_id from round_qualifier where round_id = ?', [rounds[at]]);
  return rows.map(({ initiative_id: id }) => initiatives.indexOf(id)).sort((a, b) => a - b);
}

/** Corrects the first card of an initiative, and so who passes the first round. */
async function correct(judged: Judged, of: { initiative: number; novelty: string }, more: object = {}): Promise<any> {
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: judged.organiser }, of);
  return leader.ask(APPLY, { input: { correctionId: id, version, ...more } });
}
/** The second of three falls behind the third. */
const FALLS = { initiative: 1, novelty: '16' };
const RISES = { initiative: 1, novelty: '24' };

/** How many are judged in a round. */
const judgedIn = async ({ organiser }: Judged, roundId = '') =>
  (await organiser.ask('query ($id: ID!) { round(id: $id) { progress { initiatives } } }', { id: roundId })).progress.initiatives as number;

/** How many rounds the way of an initiative tells its authors of. */
async function roundsTold({ initiatives }: Judged, at: number): Promise<number> {
  const submitter = await contest.as(district.people.submitter);
  const { steps } = await submitter.ask('query ($id: ID!) { initiativeWay(id: $id) { steps { kind } } }', { id: initiatives[at] });
  return steps.filter(({ kind }: { kind: string }) => kind === 'ROUND_REACHED').length;
}

test('closing a round writes who goes on: not those that were cut off or knocked out, and from the last round nobody', async () => {
  const rubric = [aCriterion('novelty', '30', { knockOutMinimum: '15' }), aCriterion('applicability', '30'), aCriterion('effect', '40')];
  const rounds = [round('dossier', { rubric, cutOff: { score: '76', top: null } }), round('final')];
  const judging = await aJudging(contest, district, { initiatives: 4, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [dossierId = '', finalId = ''] = judging.rounds;
  const close = (roundId: string) => judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await openRound(contest, judging, dossierId);
  expect(await close(dossierId)).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  expect(await goOn(judging)).toEqual([]);

  const marks = [marksOf('28', '20', '30'), marksOf('20', '20', '30'), marksOf('14', '30', '40'), marksOf('26', '20', '30')];
  await signAll(contest, judging, dossierId, (_, at) => marks[at]!);
  expect(await close(dossierId)).toMatchObject({ state: 'CLOSED' });
  expect(await goOn(judging)).toEqual([0, 3]);

  await openRound(contest, judging, finalId);
  await signAll(contest, judging, finalId, () => marksOf('20', '20', '30'));
  expect(await close(finalId)).toMatchObject({ state: 'CLOSED' });
  expect([await goOn(judging), await goOn(judging, 1)]).toEqual([[0, 3], []]);
});

test('a correction that changes who passes changes who goes on into a planned round, and changes it back', async () => {
  const judged = await afterTheFirst(1);
  expect(await goOn(judged)).toEqual([0, 1]);
  expect(await correct(judged, FALLS)).toMatchObject({ state: 'APPLIED' });
  expect(await goOn(judged)).toEqual([0, 2]);
  expect(await correct(judged, { ...RISES, novelty: '28' })).toMatchObject({ state: 'APPLIED' });
  expect(await goOn(judged)).toEqual([0, 1]);
});

test('into an open round more go on, and who fell stays in it; passing again, it is still in once', async () => {
  const judged = await afterTheFirst(1);
  await openRound(contest, judged, judged.rounds[1]!);
  expect(await correct(judged, FALLS)).toMatchObject({ state: 'APPLIED' });
  expect([await goOn(judged), await judgedIn(judged, judged.rounds[1]), await roundsTold(judged, 1)]).toEqual([[0, 1, 2], 3, 2]);

  expect(await correct(judged, { ...RISES, novelty: '28' })).toMatchObject({ state: 'APPLIED' });
  // The third has no cards there yet and falls out again.
  expect([await goOn(judged), await judgedIn(judged, judged.rounds[1])]).toEqual([[0, 1], 2]);
});

test('into a closed round nobody goes on any more, whatever a correction says; refused, it changes nothing', async () => {
  const judged = await afterTheFirst();
  expect(await correct(judged, FALLS)).toMatchObject({ code: 'CORRECTION_ADMITS' });
  expect(await goOn(judged)).toEqual([0, 1]);
  await run(`update correction set state = 'WITHDRAWN', decided_by_id = proposed_by_id, decided_at = now() where state = 'READY'`);

  expect(await correct(judged, FALLS, { acceptLate: true })).toMatchObject({ state: 'APPLIED' });
  expect([await goOn(judged), await judgedIn(judged, judged.rounds[1])]).toEqual([[0, 1], 2]);
  expect([await roundsTold(judged, 1), await roundsTold(judged, 2)]).toEqual([2, 1]);
});

test('who left the contest is judged no more, and went on all the same', async () => {
  const judged = await afterTheFirst(1);
  await run(`update initiative set state = 'DISQUALIFIED', end_reason = 'Sao chép.' where id = ?`, [judged.initiatives[0]]);
  expect(await correct(judged, FALLS)).toMatchObject({ state: 'APPLIED' });
  expect([await goOn(judged), await judgedIn(judged, judged.rounds[1])]).toEqual([[0, 1, 2], 2]);
});

test('the database refuses who did not pass, who is of another contest, a round that is not closed or the last, and twice', async () => {
  const judged = await afterTheFirst();
  const other = await afterTheFirst(0);
  const [dossierId, finalId] = judged.rounds;
  const letOn = (roundId = '', initiativeId = '') =>
    run('insert into round_qualifier (round_id, initiative_id) values (?, ?)', [roundId, initiativeId]);
  const strays: [string | undefined, string | undefined][] = [
    [dossierId, judged.initiatives[2]],
    [dossierId, other.initiatives[0]],
    [other.rounds[0], other.initiatives[0]],
    [finalId, judged.initiatives[0]],
  ];
  for (const [roundId, initiativeId] of strays) await expect(letOn(roundId, initiativeId)).rejects.toThrow('does not go on from round');
  await expect(run('update round_qualifier set initiative_id = ? where round_id = ?', [judged.initiatives[2], dossierId])).rejects.toThrow(
    'does not go on from round',
  );
  await expect(letOn(dossierId, judged.initiatives[0])).rejects.toThrow('round_qualifier_pkey');
});

/** Amends the rule book by decision, and lets the rounds follow it. */
async function amend({ organiser, contestId }: Judged, rounds: ReturnType<typeof aRound>[]): Promise<void> {
  const { version } = await contest.em().findOneOrFail(Contest, { id: contestId });
  const decided = { decisionNumber: '12/QĐ-UBND', reason: 'Thêm vòng.' };
  const input = { contestId, version, content: aRuleBook({ rounds, tieBreak: [] }), ...decided };
  const amended = await organiser.ask(
    'mutation ($input: AmendRuleBookInput!) { amendRuleBook(input: $input) { __typename ... on Refusal { code path } } }',
    { input },
  );
  expect(amended).toEqual({ __typename: 'Contest' });
  await contest.drain();
}

/** The rounds of a contest as `[key, state]`, in their order. */
async function roundsOf({ contestId }: Judged): Promise<[string, string][]> {
  const rounds = await contest.em().find(Round, { contest: contestId }, { orderBy: { ordinal: 'asc' } });
  return rounds.map(({ key, state }) => [key, state]);
}

test('an amended rule book puts a round before a planned one, has them change places and takes one away', async () => {
  const judged = await afterTheFirst(1);
  const [, finalId = ''] = judged.rounds;
  await judged.organiser.ask(ASSIGN_ROUND, { input: { roundId: finalId } });
  const cards = async () =>
    (await run<{ count: number }>('select count(*)::int as count from scorecard where round_id = ?', [finalId]))[0]!.count;
  expect(await cards()).toBe(4);

  await amend(judged, [DOSSIER, round('interview'), round('final')]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['interview', 'PLANNED'],
    ['final', 'PLANNED'],
  ]);
  const { id: interviewId } = await contest.em().findOneOrFail(Round, { contest: judged.contestId, key: 'interview' });
  // Who passed the first round is in the one after it, whichever that is.
  expect([await goOn(judged), await judgedIn(judged, interviewId), await judgedIn(judged, finalId), await cards()]).toEqual([
    [0, 1],
    2,
    0,
    0,
  ]);
  await amend(judged, [DOSSIER, round('final'), round('interview')]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['final', 'PLANNED'],
    ['interview', 'PLANNED'],
  ]);
  expect([await judgedIn(judged, finalId), await judgedIn(judged, interviewId)]).toEqual([2, 0]);
  await judged.organiser.ask(ASSIGN_ROUND, { input: { roundId: finalId } });
  await amend(judged, [DOSSIER, round('interview')]);
  expect([await judgedIn(judged, interviewId), await cards()]).toEqual([2, 0]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['interview', 'PLANNED'],
  ]);
});

test('of rounds closed before, the migration writes who goes on as closings and corrections did', async () => {
  const kept = () => run('select round_id, initiative_id from round_qualifier order by 1, 2');
  const before = await kept();
  expect(before.length).toBeGreaterThan(10);
  await run('drop table round_qualifier');
  await run(readFileSync(projectFile(MIGRATION), 'utf8'));

  expect(await kept()).toEqual(before);
});
