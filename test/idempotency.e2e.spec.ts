import { A_NOTICE } from './support/calendars.js';
import { PERMISSION_TABLE } from './support/permission-table.js';
import { aRound, aRuleBook, plan, prizePlan, rules, toPhase } from './support/contests.js';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aLink, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { soleAuthor } from './support/initiatives.js';
import { type Judging, aJudging, marksOf, openRound } from './support/judging.js';
import { playInitiatives } from './support/initiative-plays.js';
import { playServices } from './support/service-plays.js';
import { playImports } from './support/import-plays.js';
import { playSheet } from './support/offline-sheets.js';
import { playReplacement } from './support/revoked-prize.js';
import { playRevisions } from './support/revisions.js';
import { adoptInput, anEligibleInitiative, aPastContest, sum } from './support/rollouts.js';
import { Twice, WHEN_LATE } from './support/twice.js';

/** What ends the session it is sent in cannot be sent in it again. */
const ENDS_ITS_SESSION = ['signOut', 'signOutEverywhere'];

let contest: RunningContest;
let district: District;
let twice: Twice;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  twice = new Twice(contest);
});
afterAll(() => contest.stop());

const one = async (sql: string, ...values: unknown[]): Promise<any> => (await contest.em().getConnection().execute(sql, values))[0];
const versionOf = async (table: string, id: string): Promise<number> => (await one(`select version from ${table} where id = ?`, id)).version;

test('units, people and sessions', async () => {
  const { units, people } = district;
  const send = (name: string, input: Record<string, unknown>) => twice.send(people.admin, name, input, 10);
  const unit = await send('createUnit', { kind: 'COMMUNE', nameVi: 'Xã Vân Côn', nameEn: 'Van Con', parentId: units.district, validFrom: '2021-01-01' });
  const edited = await send('editUnit', { unitId: unit.id, version: unit.version, kind: 'COMMUNE', nameVi: 'Xã Vân Côn', nameEn: 'Van Con Commune' });
  await send('closeUnit', { unitId: unit.id, version: edited.version, validTo: '2024-12-31', reason: 'Sáp nhập.' });
  await send('recordLineage', { fromId: unit.id, toId: units.anKhanh, kind: 'WHOLE', effectiveOn: '2025-01-01' });
  const { id: calendarId, version } = await twice.send(people.organiser, 'enterWorkingCalendar', { year: 2026, ...A_NOTICE }, 10);
  await twice.send(people.organiser, 'changeWorkingCalendar', { calendarId, version, ...A_NOTICE, daysOff: [], reason: 'Nhập nhầm.' }, 10);
  await playServices(contest, twice, district);
  await send('removeLineage', { lineageId: await aLink(contest, district), reason: 'Ghi nhầm.' });
  const person = await send('createPerson', { fullName: 'Đặng Thị Thu', email: 'thu@example.vn', unitId: units.culture });
  await send('invitePerson', { fullName: 'Bùi Văn An', email: 'an@example.vn', unitId: units.culture });
  await send('sendInvitationAgain', { personId: person.id });
  await send('editPerson', { personId: person.id, version: person.version, fullName: 'Đặng Thị Thu Hà', locale: 'vi' });
  await send('addPosition', { personId: person.id, unitId: units.culture, titleVi: 'Chuyên viên', titleEn: 'Officer', from: '2022-01-01', heads: false });
  await send('endPosition', { positionId: (await one(`select id from position where person_id = ?`, person.id)).id, to: '2025-12-31' });
  await send('grantRole', { personId: person.id, role: 'SUBMITTER', unitId: units.culture, validFrom: '2026-01-01' });
  await send('revokeGrant', { grantId: (await one(`select id from role_grant where person_id = ?`, person.id)).id, reason: 'Chuyển công tác.' });
  await send('disableAccount', { personId: person.id, reason: 'Chuyển công tác.' });
  await send('enableAccount', { personId: person.id, reason: 'Trở lại.' });
  await playImports(contest, twice, { personId: people.admin, unitId: units.district });
  expect(twice.wrong).toEqual([]);
});

test('a year is laid out, announced, held and cancelled', async () => {
  const { units, people } = district;
  const { organiser } = people;
  const send = (name: string, input: Record<string, unknown>) => twice.send(organiser, name, input, 3);
  const area = await send('createArea', { areaCode: 'MOT_CUA', nameVi: 'Một cửa', nameEn: 'One stop', ordinal: 1 });
  await send('editArea', { areaId: area.id, version: area.version, nameVi: 'Một cửa, một cửa liên thông', nameEn: 'One stop', ordinal: 1 });
  const whole = { hostUnitId: units.district, year: 2026, titleVi: 'Cuộc thi năm 2026', titleEn: 'Contest 2026', objectives: 'Phục vụ người dân.', rosterAsOf: '2025-06-30' };
  const made = await send('createContest', whole);
  const contestId = made.id as string;
  let version = made.version as number;
  const step = async (name: string, input: Record<string, unknown>, by = organiser): Promise<any> => {
    const answer = await twice.send(by, name, { contestId, version, ...input }, 3);
    ({ version } = await one(`select version from contest where id = ?`, contestId));
    return answer;
  };
  const day = (days: number) => new Date(contest.clock.now().getTime() + days * 86_400_000).toISOString();
  await step('editContest', { titleVi: 'Cuộc thi năm 2026', titleEn: 'Contest 2026', objectives: 'Phục vụ người dân tốt hơn.', graceMinutes: 15, headConfirms: true, maxFiles: 5, maxFileBytes: 1_000_000 });
  await step('setAreas', { areaIds: [area.id] });
  const phases = [['ANNOUNCED', 0], ['OPEN', 1], ['SCREENING', 60], ['JUDGING', 75], ['DELIBERATION', 100], ['PUBLISHED', 110]] as const;
  await step('setPhaseDates', { phases: phases.map(([kind, at]) => ({ kind, startsAt: day(at), ...(kind === 'OPEN' && { endsAt: day(60) }) })) });
  await step('setPrizePlan', { tiers: prizePlan });
  await step('setRuleBook', { content: aRuleBook() });
  await step('attachDocument', plan);
  const attached = await step('attachDocument', rules);
  const spare = await step('attachDocument', { ...rules, number: '02/TL-BTC' });
  await step('detachDocument', { documentId: spare.documents.find(({ number }: any) => number === '02/TL-BTC').id });
  expect(attached.documents).toHaveLength(2);
  const seat = await send('seatPerson', { contestId, personId: people.judge, kind: 'JUDGE' });
  await send('endSeat', { seatId: seat.id, reason: 'Xin thôi.' });
  await step('submitPlan', {});
  await step('returnPlan', { reason: 'Ghi rõ mức thưởng.' }, people.leader);
  await step('setPlanApproval', { asked: false }, people.leader);
  await step('setPlanApproval', { asked: true }, people.leader);
  await step('submitPlan', {});
  await step('approvePlan', {}, people.leader);
  await step('advancePhase', {});
  await step('holdPhase', { reason: 'Chờ ý kiến.' });
  await step('resumePhase', { reason: 'Đã có ý kiến.' });
  await send('copyContest', { contestId, year: 2027, titleVi: 'Cuộc thi năm 2027', titleEn: 'Contest 2027', rosterAsOf: '2025-06-30' });
  await step('cancelContest', { decisionNumber: '9/QĐ-UBND', reason: 'Dừng.' }, people.leader);
  expect(twice.wrong).toEqual([]);
});

test('initiatives with their files, sent in, screened and withdrawn', async () => {
  await playInitiatives(contest, district, twice);
  expect(twice.wrong).toEqual([]);
});

test('a round is assigned, judged and closed; a card signed under another key stays as it is', async () => {
  const { organiser } = district.people;
  const send = (name: string, input: Record<string, unknown>) => twice.send(organiser, name, input, 3);
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 4, ruleBook: { rounds, tieBreak: [] } });
  const { contestId, initiatives, judges } = judging;
  const roundId = judging.rounds[0]!;
  const cards = (): Promise<{ id: string; judge_id: string; initiative_id: string; version: number }[]> => contest.em().getConnection().execute(`select * from scorecard where round_id = ? and state <> 'EXCUSED' order by initiative_id, id`, [roundId]);
  await send('planRounds', { contestId });
  const { id: seatId } = await one(`select id from seat where contest_id = ? and kind = 'JUDGE' and person_id = ?`, contestId, judges[0]);
  const { version: terms } = (await one(`select version from jury_member where seat_id = ?`, seatId)) ?? { version: 0 };
  await send('setJuryTerms', { seatId, version: terms, loadMin: 0, loadMax: 9 });
  const conflict = await send('setConflict', { initiativeId: initiatives[0], personId: judges[0], type: 'FAMILY', reason: 'Anh em.' });
  const lifted = await send('liftConflict', { conflictId: conflict.id, version: conflict.version, reason: 'Nhầm người.' });
  const pinned = await send('pinConflict', { conflictId: conflict.id, version: lifted.version, reason: 'Đúng là anh em.' });
  await send('liftConflict', { conflictId: conflict.id, version: pinned.version, reason: 'Đã xác minh, không phải.' });
  const pair = await send('setJuryPair', { contestId, judgeId: judges[0], otherId: judges[1], reason: 'Vợ chồng.' });
  await send('removeJuryPair', { pairId: pair.id, version: pair.version, reason: 'Nhầm người.' });
  await send('cancelJob', { jobId: (await send('proposeAssignment', { roundId })).id });
  await send('exportMyData', {});
  await send('exportList', { list: 'initiatives', format: 'CSV' });
  await twice.send(district.people.admin, 'verifyAudit', {}, 3);
  const { id: proposalId } = await send('proposeAssignment', { roundId, objective: 'WORST_SERVED' });
  await contest.drain();
  await send('applyAssignment', { proposalId });
  await send('assignRound', { roundId });
  const [first] = await cards();
  await send('unassignJudge', { scorecardId: first!.id });
  await send('assignJudge', { roundId, initiativeId: first!.initiative_id, judgeId: first!.judge_id });
  await send('openRound', { roundId, version: await versionOf('round', roundId) });
  await send('moveRoundDue', { roundId, version: await versionOf('round', roundId), dueAt: '2027-01-15T10:00:00Z', reason: 'Theo kế hoạch.' });
  await send('nudge', { kind: 'cardSign', subjectId: roundId });
  await contest.drain();
  await send('amendRuleBook', { contestId, version: await versionOf('contest', contestId), content: aRuleBook({ rounds, tieBreak: [], rounding: { places: 3 } }), decisionNumber: '12/QĐ', reason: 'Làm tròn ba chữ số.' });
  const all = await cards();
  for (const [at, { id, judge_id, version }] of all.entries()) {
    const scorecardId = id;
    await twice.send(judge_id, 'attest', { scorecardId }, 3);
    if (at === 0) await twice.send(judge_id, 'declareConflict', { scorecardId, type: 'FAMILY', reason: 'Họ hàng.' }, 3);
    if (at === 2) await send('excuseCard', { scorecardId, reason: 'Ốm.' });
    if (at % 2 === 0) continue;
    const marks = marksOf('20', '20', String(30 + at));
    await twice.send(judge_id, 'openDossier', { scorecardId }, 3);
    await twice.send(judge_id, 'saveScorecard', { scorecardId, version, marks: marksOf('10', '10', '10') }, 10);
    if (at === 1) await twice.send(judge_id, 'saveNote', { scorecardId, version: 0, text: 'So với SK-1.' }, 3);
    if (at === 1) await playSheet(contest, twice, { judgeId: judge_id, roundId });
    const signed = await twice.send(judge_id, 'signScorecard', { scorecardId, version: await versionOf('scorecard', id), marks }, 20);
    expect(await twice.ask(judge_id, 'signScorecard', { scorecardId, version: signed.version, marks, clientMutationId: `another-key-${id}` })).toMatchObject({ __typename: 'Refusal', refusalCode: 'CARD_SIGNED' });
  }
  // Who took over from the judge who stepped back.
  for (const { id: scorecardId, judge_id, version } of (await cards()).filter(({ id }) => !all.some((known) => known.id === id))) {
    await twice.ask(judge_id, 'attest', { scorecardId });
    await twice.ask(judge_id, 'signScorecard', { scorecardId, version, marks: marksOf('20', '20', '20') });
  }
  await send('closeRound', { roundId });
  await send('exportRound', { roundId });
  const invited = async (): Promise<any> => send('inviteToJury', { contestId, personId: district.people.judge });
  const answered = async (by: string, name: string, more = {}): Promise<any> => {
    const { id: invitationId, version } = await invited();
    return twice.send(by, name, { invitationId, version, ...more }, 3);
  };
  await answered(organiser, 'withdrawInvitation', { reason: 'Mời nhầm.' });
  await answered(district.people.judge, 'declineInvitation', { reason: 'Bận công tác.' });
  await answered(district.people.judge, 'acceptInvitation');
  expect(twice.wrong).toEqual([]);
  await contest.drain();
  await toPhase(contest, contestId, 'DELIBERATION');
  await awards(judging);
  expect(twice.wrong).toEqual([]);
});

test('samples are written, scored by the judges and looked at', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, calibration: true })];
  const { judges, rounds: [roundId = ''] } = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const sample = { title: 'Lấy số qua mạng', problem: 'Chờ lâu.', solution: 'Lấy số.', novelty: 'Mới.', effect: 'Nhanh.' };
  const { samples } = await twice.send(district.people.organiser, 'setCalibrationSamples', { roundId, version: await versionOf('round', roundId), samples: [sample, sample] }, 3);
  for (const { id } of samples) await twice.send(judges[0]!, 'signCalibrationCard', { sampleId: id, marks: marksOf('20', '20', '30') }, 3);
  await twice.send(judges[0]!, 'finishCalibration', { roundId }, 3);
  expect(twice.wrong).toEqual([]);
});

test('the order of presentations is drawn, and they begin and end', async () => {
  const presentation = { presentMinutes: 10, questionMinutes: 5, marksInRoom: false };
  const rounds = [aRound('final', { judgesPerInitiative: 1, minimumCards: 1, presentation })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const send = (name: string, input: Record<string, unknown>) => twice.send(district.people.organiser, name, input, 3);
  const { slots: [first, second] } = await send('drawPresentationOrder', { roundId });
  const slot = async ({ id }: { id: string }) => ({ slotId: id, version: await versionOf('presentation_slot', id) });
  await send('skipPresentation', { ...(await slot(first)), reason: 'Xe đến trễ.' });
  await send('startPresentation', await slot(second));
  await send('endPresentation', await slot(second));
  expect(twice.wrong).toEqual([]);
});

test('signed cards are reopened, a closed round is corrected, a tie is decided by the chair', async () => {
  await playRevisions(contest, district, twice);
  expect(twice.wrong).toEqual([]);
});

/** From the proposal and a tie that is decided to the publication and a revocation. */
async function awards({ contestId, initiatives }: Judging): Promise<void> {
  const { organiser, leader } = district.people;
  await contest.em().getConnection().execute('update final_standing set rank = 1 from contest_result v where v.id = result_id and rank is not null and contest_id = ?', [contestId]);
  const { id: decisionId, version, ties } = await twice.send(organiser, 'proposeAwards', { contestId }, 10);
  const decision = await twice.send(organiser, 'decideTie', { decisionId, version, rank: 1, initiativeIds: ties[0].initiatives.map(({ id }: any) => id), reason: 'Bỏ phiếu kín.' }, 10);
  const step = async (by: string, name: string, input: Record<string, unknown> = {}): Promise<any> => twice.send(by, name, { decisionId, version: await versionOf('award_decision', decisionId), ...input }, 3);
  const [first, second] = decision.awards;
  const { id: third } = await one(`select id from prize_tier where contest_id = ? and key = 'THIRD'`, contestId);
  await twice.send(organiser, 'changeAward', { awardId: first.id, version: first.version, tierId: third, reason: 'Ban Tổ chức thống nhất.' }, 3);
  await twice.send(organiser, 'removeAward', { awardId: second.id, version: second.version, reason: 'Xem lại.' }, 3);
  await twice.send(organiser, 'giveAward', { contestId, initiativeId: initiatives.find((id) => id !== first.initiative.id), tierId: third, reason: 'Ngang nhau.' }, 3);
  await step(organiser, 'submitAwards');
  await step(leader, 'returnAwards', { reason: 'Giải trình thêm.' });
  await step(organiser, 'submitAwards');
  await step(leader, 'approveAwards', { decisionNumber: '1234/QĐ-UBND', decidedOn: '2026-03-02' });
  await playReplacement(contest, twice, { organiser, leader, decisionId, awardId: first.id });
}

test('past winners, rollouts, adoptions, figures and reports', async () => {
  const { units, people } = district;
  const send = (name: string, input: Record<string, unknown>) => twice.send(people.organiser, name, input, 3);
  const report = (name: string, input: Record<string, unknown>) => twice.send(people.communeOfficer, name, input, 3);
  const elsewhere = await aPastContest(contest, district);
  const { areaId } = elsewhere;
  const past = await send('recordPastContest', { hostUnitId: units.district, year: 2022, titleVi: 'Cuộc thi năm 2022', titleEn: 'Contest 2022', objectives: 'Mục tiêu.', rosterAsOf: '2022-06-30', areaIds: [areaId], prizePlan });
  const winner = await send('recordPastInitiative', { contestId: past.id, areaId, ownerUnitId: units.finance, authors: soleAuthor(people.submitter), title: 'Phần mềm khen thưởng' });
  const prizes = await send('recordPastAwards', { contestId: past.id, decisionNumber: '99/QĐ-UBND', decidedOn: '2022-11-10', awards: [{ initiativeId: winner.id, tierKey: 'FIRST' }] });
  await send('recordAwardPayment', { awardId: prizes.awards[0].id, version: 0, paidOn: '2022-12-01', amount: 2_000_000, document: '15/PC' });
  const rollout = await send('adoptInitiative', adoptInput(district, winner.id as string));
  const rolloutId = rollout.id as string;
  const names = { titleVi: 'Nhân rộng phần mềm', titleEn: 'Rollout', reason: 'Hiệu quả.', leadUnitId: units.interior, dueOn: '2024-07-31' };
  const edited = await send('editRollout', { rolloutId, version: rollout.version, ...names });
  const { indicators } = await send('setIndicators', { rolloutId, version: edited.version, indicators: [sum] });
  const indicatorId = indicators[0].id as string;
  const { id: adoptionId } = await one(`select id from adoption where unit_id = ? and rollout_id = ?`, units.anKhanh, rolloutId);
  const adoption = async () => ({ adoptionId, version: await versionOf('adoption', adoptionId) });
  await report('changeAdoption', { ...(await adoption()), to: 'PREPARING', effectiveOn: '2024-01-08' });
  await report('giveEvidence', { adoptionId, givenOn: '2024-02-01', note: 'Biên bản.' });
  const { id: exempt } = await one(`select id from adoption where unit_id = ? and rollout_id = ?`, units.laPhu, rolloutId);
  await send('setAdoptionBasis', { adoptionId: exempt, version: await versionOf('adoption', exempt), basis: 'EXEMPT', reason: 'Đang sáp nhập.', effectiveOn: '2024-03-01' });
  const own = await anEligibleInitiative(contest, district, elsewhere);
  await report('recordOwnAdoption', { initiativeId: own, unitId: units.anKhanh, startedOn: '2024-02-01', reason: 'Tự làm.' });
  const period = await send('openReportingPeriod', { hostUnitId: units.district, key: '2024-H1', nameVi: '6 tháng', nameEn: 'Half-year', startsOn: '2023-12-15', endsOn: '2024-06-14', dueOn: '2026-06-20' });
  const draft = await report('saveReport', { periodId: period.id, unitId: units.anKhanh, version: 0, figures: [{ indicatorId, value: '148' }] });
  const reported = async (by: typeof send, name: string, more: Record<string, unknown> = {}) => by(name, { reportId: draft.id, version: await versionOf('report', draft.id), ...more });
  await reported(report, 'submitReport');
  await reported(send, 'returnReport', { reason: 'Thiếu số.' });
  await reported(report, 'submitReport');
  await send('verifyFigure', { figureId: draft.figures[0].id, version: await versionOf('figure', draft.figures[0].id) });
  await reported(send, 'approveReport');
  await send('recordFigure', { indicatorId, unitId: units.anKhanh, startsOn: '2023-12-15', endsOn: '2024-06-14', source: 'Báo Hà Nội mới', value: '150', verified: true });
  await send('closePeriod', { periodId: period.id, version: await versionOf('reporting_period', period.id) });
  const ofSonDong = await aPerson(contest, { unitId: units.sonDong, role: 'COMMUNE_OFFICER' });
  const asked = await twice.send(ofSonDong, 'requestException', { periodId: period.id, unitId: units.sonDong, reason: 'Mất điện.' }, 3);
  await send('refuseException', { requestId: asked.id, reason: 'Chưa đủ căn cứ.' });
  await send('grantException', { periodId: period.id, unitId: units.sonDong, reason: 'Mất điện.', until: '2029-12-31' });
  await send('revokeException', { exceptionId: (await one(`select id from period_exception where period_id = ?`, period.id)).id, reason: 'Cấp nhầm.' });
  expect(twice.wrong).toEqual([]);
});

test('every mutation but the public ones was played', () => {
  const owed = twice.names().filter((name) => PERMISSION_TABLE[name] !== 'public' && !ENDS_ITS_SESSION.includes(name));
  expect(owed.filter((name) => !twice.played.some((played) => played.name === name))).toEqual([]);
});

test('what has moved on says so, and is not merely called stale: state comes before version', () => {
  expect(twice.told()).toEqual(WHEN_LATE);
});

test.each(ENDS_ITS_SESSION)('%s sent again finds its session ended, and changes nothing', async (name) => {
  const own = new Twice(contest);
  const personId = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  const input = { clientMutationId: `key-of-${name}` };
  expect(await own.ask(personId, name, input)).not.toMatchObject({ __typename: 'Refusal' });
  const before = await content(contest, []);
  await expect(own.ask(personId, name, input)).rejects.toThrow('UNAUTHENTICATED');
  expect(changed(before, await content(contest, []))).toEqual([]);
});

test('another input under a key that was used is refused, and nothing is written', async () => {
  const before = await content(contest, ['session']);
  const answers = new Set<string>();
  for (const { name, personId, input } of twice.played) {
    const [field] = Object.keys(input).filter((key) => typeof input[key] === 'string' && key !== 'clientMutationId' && !/^[A-Z_]+$/.test(input[key]) && /reason|title|nameVi|note|objectives|label|fullName/.test(key));
    if (!field) continue;
    const { refusalCode } = await twice.ask(personId, name, { ...input, [field]: 'Một nội dung khác' });
    answers.add(refusalCode === 'KEY_REUSED' ? 'KEY_REUSED' : `${name}: ${String(refusalCode)}`);
  }
  expect([...answers]).toEqual(['KEY_REUSED']);
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('after a restart on the same database each is answered as before, and nothing is written', async () => {
  // A unit without one above it was made meanwhile: who keeps the whole platform running administers that too.
  const { personId: keeper } = twice.played.find(({ name }) => name === 'retryUndelivered')!;
  await contest.em().getConnection().execute(
    `insert into role_grant (id, person_id, role, unit_id, valid_from, state) select gen_random_uuid(), ?, 'ADMIN', id, '2000-01-01', 'IN_FORCE' from unit where parent_id is null`, [keeper]);
  const before = await content(contest, ['session', 'audit_entry', 'audit_personal']);
  const restarted = await startContest(contest.clock.now().toISOString(), { DATABASE_URL: contest.config.databaseUrl });
  try {
    const again = new Twice(restarted);
    const wrong: string[] = [];
    for (const { name, personId, input, answer } of twice.played) {
      const found = await again.ask(personId, name, input);
      if (found.__typename !== answer.__typename || found.id !== answer.id) wrong.push(`${name}: ${JSON.stringify(found).slice(0, 150)}`);
    }
    expect(wrong).toEqual([]);
    expect(changed(before, await content(contest, ['session', 'audit_entry', 'audit_personal']))).toEqual([]);
  } finally {
    await restarted.stop();
  }
});
