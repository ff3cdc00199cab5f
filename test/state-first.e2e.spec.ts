import { PROPOSE_AWARDS, aDeliberated, published } from './support/awards.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aJudging, openRound } from './support/judging.js';
import { aRollout } from './support/rollouts.js';
import { Twice } from './support/twice.js';

/** What is sent: by whom, which mutation, on what; its version is one that nobody has seen. */
type Sent = readonly [personId: string, mutation: string, input: Record<string, unknown>];

let contest: RunningContest;
let district: District;
let twice: Twice;

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  twice = new Twice(contest);
});
afterAll(() => contest.stop());

const OLD = 99;
let serial = 0;
const run = <T = object>(statement: string, values: unknown[] = []) => contest.em().getConnection().execute<T[]>(statement, values);

/** A report that was approved with a figure that is of days to come and was verified. */
async function anUnfitReport(): Promise<{ reportId: string; figureId: string; periodId: string }> {
  const { units, people } = district;
  const ask = (name: string, input: object) => twice.ask(people.organiser, name, input);
  const { indicators } = await aRollout(contest, district, await contest.as(people.organiser));
  serial += 1;
  const names = { key: `2025-${String(serial)}`, nameVi: 'Kỳ A', nameEn: 'A' };
  const window = { startsOn: '2025-01-01', endsOn: '2025-03-31', dueOn: '2026-03-20' };
  const period = await ask('openReportingPeriod', { hostUnitId: units.district, ...names, ...window });
  const figures = [{ indicatorId: indicators['qr.ratings'], value: '7' }];
  const draft = await twice.ask(people.communeOfficer, 'saveReport', { periodId: period.id, unitId: units.anKhanh, version: 0, figures });
  await run(`update report set state = 'APPROVED', submitted_at = now(), received_at = now(), decided_at = now() where id = ?`, [draft.id]);
  const [figure] = await run<{ id: string }>(
    `update figure set ends_on = '2026-03-31', verified = true, verified_at = now() where report_id = ? returning id`,
    [draft.id],
  );
  return { reportId: draft.id, figureId: figure!.id, periodId: period.id };
}

test.each<[string, string, () => Promise<Sent>]>([
  [
    'a report that is approved, with a figure that does not fit',
    'REPORT_NOT_SUBMITTED',
    async () => [district.people.organiser, 'approveReport', { reportId: (await anUnfitReport()).reportId }],
  ],
  [
    'a figure that is verified and does not fit',
    'FIGURE_VERIFIED',
    async () => [district.people.organiser, 'verifyFigure', { figureId: (await anUnfitReport()).figureId }],
  ],
  [
    'an exception for a report that is approved, until a day gone by',
    'REPORT_APPROVED',
    async () => {
      const { periodId } = await anUnfitReport();
      await run('update reporting_period set closed_at = now() where id = ?', [periodId]);
      const terms = { unitId: district.units.anKhanh, until: '2026-03-01', reason: 'Chậm.' };
      return [district.people.organiser, 'grantException', { periodId, ...terms }];
    },
  ],
  [
    'a list that is published, with an initiative that has left since',
    'AWARDS_TRANSITION',
    async () => {
      const { decision, judging } = await aPublished();
      await run(`update initiative set state = 'WITHDRAWN', end_reason = 'Xin rút.' where id = ?`, [judging.initiatives[0]]);
      return [district.people.leader, 'approveAwards', { decisionId: decision.id, decisionNumber: '2/QĐ', decidedOn: '2026-03-01' }];
    },
  ],
  [
    'a list that is published, sent again after its standings were superseded',
    'AWARDS_TRANSITION',
    async () => {
      const { decision } = await aPublished();
      await run('update award_decision set drawn_from_id = null where id = ?', [decision.id]);
      return [district.people.organiser, 'submitAwards', { decisionId: decision.id }];
    },
  ],
  [
    'a role that was refused, of somebody without an account',
    'GRANT_DECIDED',
    async () => {
      const personId = await aPerson(contest, { unitId: district.units.culture });
      const asked = { personId, role: 'JUDGE', unitId: district.units.culture };
      const { id: grantId, version } = await twice.ask(district.people.admin, 'grantRole', asked);
      await twice.ask(district.people.leader, 'refuseGrant', { grantId, version, reason: 'Không đúng thẩm quyền.' });
      await run(`update account set disabled_at = now(), disabled_reason = 'Nghỉ.' where person_id = ?`, [personId]);
      return [district.people.leader, 'confirmGrant', { grantId }];
    },
  ],
  [
    'samples of a round that is open, too few of them',
    'ROUND_OPENED',
    async () => {
      const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })];
      const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds, tieBreak: [] } });
      await openRound(contest, judging, judging.rounds[0]!);
      return [district.people.organiser, 'setCalibrationSamples', { roundId: judging.rounds[0], samples: [] }];
    },
  ],
  [
    'dates of a phase that is over, named twice',
    'PHASE_OVER',
    async () => {
      const judging = await aJudging(contest, district, { initiatives: 1, judges: 1 });
      const phase = { kind: 'OPEN', startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-02-20T00:00:00Z' };
      const decided = { decisionNumber: '3/TB', reason: 'Chuyển hạn nhận.' };
      return [district.people.organiser, 'setPhaseDates', { contestId: judging.contestId, ...decided, phases: [phase, phase] }];
    },
  ],
])('where it stands is said before its version and its content: %s', async (_, code, prepare) => {
  const [personId, mutation, input] = await prepare();
  const versioned = mutation === 'grantException' ? input : { ...input, version: OLD };
  expect((await twice.ask(personId, mutation, versioned)).refusalCode).toBe(code);
});

async function aPublished() {
  const judging = await aDeliberated(contest, district, { novelty: ['28', '15'] });
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  await published(contest, judging.organiser, {
    leader: await contest.as(district.people.leader),
    decision,
    number: `${String((serial += 1))}/QĐ`,
  });
  return { decision, judging };
}

test('all that is asked of who applies a proposal is said at once, and after it that the proposal is outdated', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const roundId = judging.rounds[0]!;
  await judging.organiser.ask('mutation ($input: AssignRoundInput!) { assignRound(input: $input) { __typename } }', { input: { roundId } });
  const [card] = await run<Record<'id' | 'judge_id' | 'initiative_id', string>>(
    'select id, judge_id, initiative_id from scorecard where round_id = ? order by id limit 1',
    [roundId],
  );
  await run('update scorecard set version = version + 1 where id = ?', [card!.id]);
  const { id: proposalId } = await twice.ask(district.people.organiser, 'proposeAssignment', { roundId });
  await contest.drain();
  await run(`update proposed_card set fate = 'RELEASED' where proposal_id = ? and initiative_id = ? and judge_id = ?`, [
    proposalId,
    card!.initiative_id,
    card!.judge_id,
  ]);
  await run('update assignment_proposal set short_count = 1 where id = ?', [proposalId]);
  const apply = async () => {
    const document =
      'mutation ($input: ApplyAssignmentInput!) { applyAssignment(input: $input) { ... on Refusal { problems { code path } } } }';
    const reply = await judging.organiser.ask(document, { input: { proposalId } });
    return reply.problems.map(({ code, path }: any) => [code, path]);
  };
  expect(await apply()).toEqual([
    ['ASSIGNMENT_SHORT', null],
    ['REASON_MISSING', 'reason'],
  ]);
  await run(`update proposed_card set fate = 'DROPPED' where proposal_id = ? and initiative_id = ? and judge_id = ?`, [
    proposalId,
    card!.initiative_id,
    card!.judge_id,
  ]);
  expect(await apply()).toEqual([['PROPOSAL_OUTDATED', null]]);
});
