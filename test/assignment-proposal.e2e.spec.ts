import { setTimeout as pause } from 'node:timers/promises';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { AssignmentProposal, Scorecard } from '#domain/scoring';
import { Job } from '#lib/platform';
import { ProposalSweep } from '#lib/scoring';
import { APPLY, PROPOSE, SET_PAIR, assigning, proposed } from './support/assigning.js';
import { anArea, aRound } from './support/contests.js';
import { changed, content } from './support/content.js';
import { shutOut } from './support/conflicts.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound, signAll } from './support/judging.js';

let contest: RunningContest;
let district: District;
let by: ReturnType<typeof assigning>;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  by = assigning(contest, district);
});
afterAll(() => contest.stop());

const CONFLICT =
  'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename ... on Conflict { id } ... on Refusal { code } } }';
const ASSIGN_JUDGE =
  'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename ... on RoundAssignment { id } ... on Refusal { code } } }';
const CANCEL =
  'mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename ... on Job { id state } ... on Refusal { code } } }';
const JOB = 'query ($id: ID!) { job(id: $id) { state phase progress failureCode subjectId } }';
const two = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 }), aRound('final')] };

interface ProposedPair {
  readonly initiativeId: string;
  readonly judgeId: string;
}

test('a proposal is reckoned, looked at and applied in one act, once', async () => {
  const judging = await aJudging(contest, district, { initiatives: 5, judges: 4, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const job = await judging.organiser.ask(PROPOSE, { input: { roundId } });
  expect(await judging.organiser.ask(JOB, { id: job.id })).toEqual({
    state: 'QUEUED',
    phase: null,
    progress: null,
    failureCode: null,
    subjectId: roundId,
  });
  expect(await judging.organiser.ask('query ($id: ID!) { assignmentProposal(id: $id) { id } }', { id: job.id })).toBeNull();

  await contest.drain();
  expect(await judging.organiser.ask(JOB, { id: job.id })).toMatchObject({ state: 'DONE', failureCode: null });
  const proposal = await proposed(contest, judging.organiser, roundId, {
    objective: 'WORST_SERVED',
    keep: 'BEFORE_FIT',
    sameUnitAtMost: 2,
  });
  expect(proposal).toMatchObject({
    roundId,
    ...{ objective: 'WORST_SERVED', loads: 'SMALLEST_SPREAD', keep: 'BEFORE_FIT', sameUnitAtMost: 2, reassignStarted: false },
    ...{
      kept: 0,
      added: 10,
      dropped: 0,
      released: 0,
      spread: 1,
      optimal: true,
      gap: 0,
      worstGap: '0',
      shortCount: 0,
      short: [],
      canApply: true,
      appliedAt: null,
    },
  });
  expect(proposal.judgeLoads.map(({ load }: any) => load).sort()).toEqual([2, 2, 3, 3]);
  expect(proposal.cards).toHaveLength(10);
  expect(await by.cardsOf(roundId)).toEqual([]);

  expect(await by.apply(judging, proposal.id)).toMatchObject({
    __typename: 'AssignmentProposal',
    canApply: false,
    appliedAt: expect.any(String),
  });
  expect(await by.pairsOf(roundId)).toEqual(proposal.cards.map((one: ProposedPair) => `${one.initiativeId} ${one.judgeId}`).sort());
  const before = await content(contest, ['session', 'audit_entry', 'audit_personal']);
  expect(await by.apply(judging, proposal.id)).toMatchObject({ __typename: 'Refusal', code: 'PROPOSAL_APPLIED' });
  expect(await by.apply(judging, job.id)).toMatchObject({ code: 'PROPOSAL_OUTDATED' });
  expect(changed(before, await content(contest, ['session', 'audit_entry', 'audit_personal']))).toEqual([]);
  await contest.drain();
  expect(await contest.em().count(Notice, { person: { $in: judging.judges }, kind: 'judges.assigned' })).toBe(4);
  expect(await proposed(contest, judging.organiser, roundId)).toMatchObject({ kept: 10, added: 0, dropped: 0 });
});

test.each<[string, (judging: Judging) => Promise<unknown>]>([
  [
    'a conflict',
    ({ organiser, initiatives, judges }) =>
      organiser.ask(CONFLICT, { input: { initiativeId: initiatives[0], personId: judges[0], type: 'FAMILY', reason: 'Anh em.' } }),
  ],
  ['a judge, who takes fewer cards', (judging) => by.terms(judging, judging.judges[0]!, { loadMax: 2 })],
  ['a judge, who is away', (judging) => by.terms(judging, judging.judges[0]!, { absentFrom: '2026-01-01' })],
  ['the areas of a judge', async (judging) => by.terms(judging, judging.judges[0]!, { areaIds: [await anArea(contest)] })],
  ['the jury, by one more', (judging) => by.seated(judging, null)],
  [
    'a pair that is kept apart',
    ({ organiser, contestId, judges }) =>
      organiser.ask(SET_PAIR, { input: { contestId, judgeId: judges[0], otherId: judges[1], reason: 'Vợ chồng.' } }),
  ],
  [
    'a card, given by hand',
    ({ organiser, rounds, initiatives, judges }) =>
      organiser.ask(ASSIGN_JUDGE, { input: { roundId: rounds[0], initiativeId: initiatives[0], judgeId: judges[0] } }),
  ],
  [
    'an initiative, which is out',
    ({ initiatives }) => by.sql("update initiative set state = 'DISQUALIFIED', end_reason = 'Sao chép.' where id = ?", [initiatives[0]]),
  ],
])('a proposal is not applied once this has changed: %s', async (_, change) => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const proposal = await proposed(contest, judging.organiser, roundId);
  expect(JSON.stringify(await change(judging))).not.toContain('Refusal');
  const before = await by.pairsOf(roundId);

  expect(await by.apply(judging, proposal.id, { evenIfShort: true })).toMatchObject({ code: 'PROPOSAL_OUTDATED' });
  expect(await by.pairsOf(roundId)).toEqual(before);
});

test('a begun card is moved only where that is asked for, with a reason, and is kept; a signed one never is', async () => {
  const one = { rounds: [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })], tieBreak: [] };
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: one });
  const [roundId = ''] = judging.rounds;
  const [busy = ''] = judging.judges;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(busy);
  const [begun, signed] = await attestedCards(judge, roundId);
  await judge.ask(SAVE, { input: { scorecardId: begun!.id, version: begun!.version, marks: marksOf('1', '2', '3') } });
  const fresh = await by.seated(judging, null);
  // Everything would be better with the new judge.
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  await by.terms(judging, fresh, { areaIds: [area.id] });
  const wishes = { loads: 'STATED_BOUNDS' };

  expect(await proposed(contest, judging.organiser, roundId, wishes)).toMatchObject({ kept: 1, added: 1, dropped: 1, released: 0 });
  await judge.ask(SIGN, { input: { scorecardId: signed!.id, version: signed!.version, marks: marksOf('20', '20', '20') } });
  const proposal = await proposed(contest, judging.organiser, roundId, { ...wishes, reassignStarted: true });
  expect(proposal).toMatchObject({ kept: 1, added: 1, dropped: 0, released: 1 });
  expect(proposal.cards).toContainEqual({ initiativeId: begun!.initiative.id, judgeId: busy, fit: 1, fate: 'RELEASED' });

  expect(await by.apply(judging, proposal.id)).toMatchObject({ code: 'REASON_MISSING', path: 'reason' });
  expect(await contest.em().findOneOrFail(Scorecard, { id: begun!.id })).toMatchObject({ state: 'DRAFT' });
  expect(await by.apply(judging, proposal.id, { reason: 'Đi công tác dài ngày.' })).toMatchObject({ canApply: false });
  expect(await contest.em().findOneOrFail(Scorecard, { id: begun!.id })).toMatchObject({
    state: 'EXCUSED',
    excuseReason: 'Đi công tác dài ngày.',
    marks: expect.any(Array),
  });
  expect((await contest.em().findOneOrFail(Scorecard, { id: begun!.id })).marks).toHaveLength(3);
  expect(await contest.em().findOneOrFail(Scorecard, { id: signed!.id })).toMatchObject({ state: 'SIGNED' });
  expect(await by.pairsOf(roundId)).toEqual([`${begun!.initiative.id} ${fresh}`, `${signed!.initiative.id} ${busy}`].sort());
});

test('a card that was begun after the proposal is not taken by it', async () => {
  const one = { rounds: [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })], tieBreak: [] };
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: one });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  await by.terms(judging, await by.seated(judging, null), { areaIds: [area.id] });
  const proposal = await proposed(contest, judging.organiser, roundId, { loads: 'STATED_BOUNDS' });
  expect(proposal).toMatchObject({ added: 1, dropped: 1 });
  const before = await by.pairsOf(roundId);

  const judge = await contest.as(judging.judges[0]!);
  const [card] = await attestedCards(judge, roundId);
  await judge.ask(SAVE, { input: { scorecardId: card!.id, version: card!.version, marks: marksOf('1', '2', '3') } });
  expect(await by.apply(judging, proposal.id)).toMatchObject({ code: 'PROPOSAL_OUTDATED' });
  expect(await by.pairsOf(roundId)).toEqual(before);
});

test('a round that is closed takes no proposal, nor one that was made before', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const proposal = await proposed(contest, judging.organiser, roundId);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '20'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  expect(await proposed(contest, judging.organiser, roundId)).toMatchObject({ code: 'ROUND_CLOSED' });
  expect(await by.apply(judging, proposal.id)).toMatchObject({ code: 'ROUND_CLOSED' });
  expect(await contest.em().count(Job, { subjectId: roundId })).toBe(1);
});

test('a round without initiatives ends the job with that refusal', async () => {
  const judging = await aJudging(contest, district, { initiatives: 0, judges: 1, ruleBook: two });
  const job = await judging.organiser.ask(PROPOSE, { input: { roundId: judging.rounds[0] } });
  await contest.drain();
  expect(await judging.organiser.ask(JOB, { id: job.id })).toMatchObject({ state: 'FAILED', failureCode: 'ROUND_EMPTY' });
});

test('an organiser who is in conflict with an initiative finds neither the proposal nor its cards', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: two });
  const proposal = await proposed(contest, judging.organiser, judging.rounds[0]!);
  const colleague = await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.district });
  await shutOut(contest, district, { organiser: judging.organiser, initiativeId: judging.initiatives[0]!, personId: colleague });
  const shut = await contest.as(colleague);
  expect(await shut.ask('query ($id: ID!) { assignmentProposal(id: $id) { id } }', { id: proposal.id })).toBeNull();
  expect(await shut.ask('query ($id: ID!) { proposedCards(proposalId: $id) { totalCount } }', { id: proposal.id })).toEqual({
    totalCount: 0,
  });
  expect(await shut.ask(APPLY, { input: { proposalId: proposal.id } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await shut.ask(PROPOSE, { input: { roundId: judging.rounds[0] } })).toMatchObject({ code: 'NOT_FOUND' });
});

/** The round of a contest with so many initiatives and judges, written straight into the database. */
async function aLargeRound(initiatives: number, judges: number): Promise<Judging> {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const areas = [await anArea(contest), await anArea(contest), await anArea(contest)];
  const copy = (name: string, changes: string) =>
    `select (jsonb_populate_record(x, jsonb_build_object(${changes}))).* from ${name} x, generate_series(2, ?::int) n where x.id = ?`;
  const area = `(array[${areas.map((id) => `'${id}'`).join(', ')}])[1 + n % 3]`;
  await by.sql(
    `insert into initiative ${copy('initiative', `'id', gen_random_uuid(), 'receipt_number', 10000 + n, 'code', '2026-' || (10000 + n), 'area_id', ${area}`)}`,
    [initiatives, judging.initiatives[0]],
  );
  const [judge = ''] = judging.judges;
  await by.sql(
    `with people as (insert into person ${copy('person', `'id', gen_random_uuid(), 'email', 'large' || n || '@example.vn'`)} returning id),
    seats as (insert into seat (id, contest_id, person_id, kind, chair, "from") select gen_random_uuid(), ?, id, 'JUDGE', false, now() from people returning id, person_id),
    members as (insert into jury_member (id, seat_id, load_min, edits) select gen_random_uuid(), id, 0, 1 from seats returning id)
    insert into jury_expertise (member_id, area_id) select m.id, (array[${areas.map((id) => `'${id}'`).join(', ')}])[1 + (row_number() over ())::int % 3]::uuid from members m`,
    [judges, judge, judging.contestId],
  );
  return judging;
}

test('the loads of a proposal stand in the Vietnamese order of the names of its judges', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 4, ruleBook: two });
  const names = ['Trần Văn An', 'Đỗ Thị Hoa', 'Dương Văn Bình', 'Ân Thị Lý'];
  const em = contest.em();
  for (const [at, id] of judging.judges.entries()) (await em.findOneOrFail(Person, { id })).fullName = names[at]!;
  await em.flush();
  const { judgeLoads } = await proposed(contest, judging.organiser, judging.rounds[0]!);
  expect(judgeLoads.map(({ judge }: any) => judge.fullName)).toEqual(['Ân Thị Lý', 'Dương Văn Bình', 'Đỗ Thị Hoa', 'Trần Văn An']);
});

test('a proposal that is being reckoned says how far it is, and is called off in the middle of it', async () => {
  const judging = await aLargeRound(1_000, 60);
  const [roundId = ''] = judging.rounds;
  const { id } = await judging.organiser.ask(PROPOSE, { input: { roundId, objective: 'WORST_SERVED' } });
  const drained = contest.drain();
  const read = () => judging.organiser.ask(JOB, { id });
  for (let i = 0; i < 200 && (await read()).phase === null; i += 1) await pause(25);
  expect(await read()).toMatchObject({
    state: 'RUNNING',
    phase: expect.stringMatching(/^(SERVING|LEVELLING|FITTING)$/),
    progress: expect.any(Number),
  });
  const begun = performance.now();
  expect(await judging.organiser.ask(CANCEL, { input: { jobId: id } })).toMatchObject({ __typename: 'Job' });
  await drained;
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(await read()).toMatchObject({ state: 'CANCELLED' });
  expect(await judging.organiser.ask('query ($id: ID!) { assignmentProposal(id: $id) { id } }', { id })).toBeNull();
});

test('a proposal that nobody applied goes after thirty days, with its cards; one that was applied stays', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const seen = await proposed(contest, judging.organiser, roundId);
  const applied = await proposed(contest, judging.organiser, roundId);
  await by.apply(judging, applied.id);
  const left = async () => {
    const rows = await by.sql<{ id: string }>('select distinct proposal_id as id from proposed_card where proposal_id in (?, ?)', [
      seen.id,
      applied.id,
    ]);
    return [rows.map(({ id }) => id).sort(), await contest.em().count(AssignmentProposal, { round: roundId })];
  };
  contest.clock.advance(29 * 86_400_000);
  await contest.get(ProposalSweep).sweep();
  expect(await left()).toEqual([[seen.id, applied.id].sort(), 2]);

  contest.clock.advance(2 * 86_400_000);
  await contest.get(ProposalSweep).sweep();
  expect(await left()).toEqual([[applied.id], 1]);
});
