import { PersonMerge, RoleGrant } from '#domain/identity';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { mutation } from './support/sign-in.js';
import { suspected } from './support/suspected.js';

const OUTLOOK = `query ($mergedId: ID!, $keptId: ID!) { mergeOutlook(mergedId: $mergedId, keptId: $keptId) { needsSecond whyNotMerge { problems { code } } } }`;

let contest: RunningContest;
let district: District;
let admin: Client;
let judging: Judging;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
  judging = await aJudging(contest, district, { initiatives: 1 });
  const [round] = judging.rounds as [string];
  await openRound(contest, judging, round);
  await signAll(contest, judging, round, () => marksOf('5', '20', '20'));
});
afterAll(() => contest.stop());

const run = (statement: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(statement, values);
const inPhase = (phase: string) => run('update contest set phase = ? where id = ?', [phase, judging.contestId]);
const codes = async (mergedId: string, keptId: string): Promise<string[]> => {
  await suspected(contest, mergedId, keptId);
  const { whyNotMerge } = await admin.ask(OUTLOOK, { mergedId, keptId });
  return (whyNotMerge?.problems ?? []).map(({ code }: any) => code);
};
const anybody = () => aPerson(contest, { unitId: district.units.interior });

/** What stands in the way is the same whichever record goes on, and neither the outlook nor the act writes anything. */
async function refused(first: string, second: string): Promise<string[]> {
  const either = [await codes(first, second), await codes(second, first)].map((found) => found.toSorted());
  expect(either[0]).toEqual(either[1]);
  const input = { mergedId: first, keptId: second, reason: 'Một người có hai hồ sơ.' };
  const { code } = await admin.ask(mutation('mergePersons', 'MergePersonsInput', '... on PersonMerge { id }'), { input });
  expect(either[0]).toContain(code);
  expect(await contest.em().count(PersonMerge, { merged: first })).toBe(0);
  return either[0] ?? [];
}

test('two who judged one initiative are not one person; that is told once the result is public, and only their seats before', async () => {
  const [first, second] = judging.judges as [string, string];
  expect(await refused(first, second)).toEqual(['MERGE_SEATED', 'MERGE_SEATS_BOTH']);
  await inPhase('ARCHIVED');
  expect(await refused(first, second)).toEqual(['MERGE_JUDGED_BOTH']);
  await inPhase('JUDGING');
});

test('two who had seats in one contest are not one person as long as it goes on, held or given up', async () => {
  const [first, second] = judging.judges as [string, string];
  const seats = [first, second];
  await run(`update seat set ended_at = now(), end_reason = 'Thôi nhiệm vụ' where person_id = any(?::uuid[])`, [`{${seats.join(',')}}`]);
  expect(await refused(first, second)).toEqual(['MERGE_SEATS_BOTH']);
  await run('update seat set ended_at = null, end_reason = null where person_id = any(?::uuid[])', [`{${seats.join(',')}}`]);
});

test('who confirmed a role that the other proposed is not the same person: the second person would have been the first', async () => {
  const [first, second, other] = [await anybody(), await anybody(), await anybody()];
  const held = await aPerson(contest, { unitId: district.units.interior, role: 'SUBMITTER' });
  expect(await codes(first, second)).toEqual([]);
  await contest.em().nativeUpdate(RoleGrant, { person: held }, { proposedBy: first, decidedBy: second, decidedAt: contest.clock.now() });
  expect(await refused(first, second)).toEqual(['MERGE_SECOND_PERSON']);
  expect(await codes(first, other)).toEqual([]);
});

test('nor who decided on a conflict that the other proposed, told once the result is public', async () => {
  const [first, second] = [await anybody(), await anybody()];
  await run(
    `insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, waits, proposed_by, decided_by, created_at, version)
     values (gen_random_uuid(), ?, ?, ?, 'OTHER', 'SET', true, true, false, ?, ?, now(), 1)`,
    [judging.contestId, judging.initiatives[0], judging.judges[2], first, second],
  );
  expect(await codes(first, second)).toEqual([]);
  await inPhase('ARCHIVED');
  expect(await refused(first, second)).toEqual(['MERGE_SECOND_PERSON']);
  await inPhase('JUDGING');
});

test('a second person is needed while any contest is being judged, and not otherwise', async () => {
  const [first, second] = [await anybody(), await anybody()];
  const needsSecond = async () => (await admin.ask(OUTLOOK, { mergedId: first, keptId: second })).needsSecond;
  expect(await needsSecond()).toBe(true);
  await inPhase('DELIBERATION');
  expect(await needsSecond()).toBe(true);
  await inPhase('ARCHIVED');
  expect(await needsSecond()).toBe(false);
});
