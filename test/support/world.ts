import { Contest, Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { ExceptionRequest, ReportingPeriod } from '#domain/rollout';
import { ChairVote, ContestResult, Correction, type CorrectionKind } from '#domain/result';
import { Round, Scorecard } from '#domain/scoring';
import { Unit } from '#domain/units';
import { A_NOTICE } from './calendars.js';
import { aContest, aRound, toPhase } from './contests.js';
import { type District, aPerson, aUnit } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { aDraft, aSubmitted } from './initiatives.js';
import { CLOSE_ROUND, type Judging, SIGN, aJudging, attestedCards, marksOf, openRound, signAll } from './judging.js';
import { TYPES_OF_LICENCES, theirLicences } from './licences.js';
import { paperOf } from './papers.js';
import { certificatesOn } from './certificates.js';
import { aRatedCounter } from './ratings.js';
import { theirServices } from './their-services.js';
import { aRollout } from './rollouts.js';
import { aFile } from './uploads.js';

/** Ids of a district's things, by the name that the API gives them in its inputs. */
export type World = Readonly<Record<string, string>>;

/** Sends a mutation and returns what it answers, with its id and version; throws where it is refused. */
export async function done(
  client: Client,
  name: string,
  input: object,
  type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`,
): Promise<any> {
  const asked = ANSWERS[name] ?? 'id version';
  const on = TYPES[name] ?? 'Report';
  const reply = await client.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ${on} { ${asked} } ... on Refusal { code path } } }`,
    { input },
  );
  if (reply.__typename === 'Refusal') throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply;
}

const TYPES: Readonly<Record<string, string>> = {
  openReportingPeriod: 'ReportingPeriod',
  closePeriod: 'ReportingPeriod',
  grantException: 'ReportingPeriod',
  proposeAwards: 'AwardDecision',
  requestUpload: 'FileUpload',
  confirmUpload: 'StoredFile',
  closeUnit: 'Unit',
  recordLineage: 'UnitLineage',
  ...{ enterWorkingCalendar: 'WorkingCalendar', ...TYPES_OF_LICENCES },
  drawPresentationOrder: 'PresentationPanel',
  setCalibrationSamples: 'CalibrationOverview',
  grantRole: 'RoleGrant',
  resetSecondFactor: 'FactorReset',
  mergePersons: 'PersonMerge',
  setConflict: 'Conflict',
  inviteToJury: 'JuryInvitation',
  issueOfflineSheet: 'OfflineSheet',
  proposeAssignment: 'Job',
  beginImport: 'Import',
  setJuryPair: 'JuryPair',
};
const ANSWERS: Readonly<Record<string, string>> = {
  drawPresentationOrder: 'id',
  requestUpload: 'id',
  confirmUpload: 'id',
  recordLineage: 'id',
  issueOfflineSheet: 'id fileId',
  proposeAssignment: 'id',
  saveReport: 'id version figures { id version }',
  proposeAwards: 'id version awards { id version }',
};

/** A contest in deliberation: its one round is closed, and the list of awards drawn up. */
async function aDeliberation(contest: RunningContest, district: District, publicPack = false): Promise<Judging> {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, {
    initiatives: 2,
    judges: 2,
    ruleBook: { rounds, tieBreak: [], publicPack, publicRanking: publicPack },
  });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(28 - at), '25', '30'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  await toPhase(contest, judging.contestId, 'DELIBERATION');
  const em = contest.em();
  const result = await em.findOneOrFail(ContestResult, { contest: judging.contestId });
  const by = em.getReference(Person, judging.judges[0]!);
  await em
    .persist(ChairVote.cast(result, { initiatives: judging.initiatives, reason: 'Dễ nhân rộng.', by, at: contest.clock.now() }))
    .flush();
  return judging;
}

/** A sheet filled in that is on its way back. */
async function anUpload(judge: Client, ownerId: string): Promise<string> {
  const announced = { ownerType: 'offlineSheet', ownerId, fileName: 'Phiếu chấm.xlsx', contentType: '', size: 1000 };
  return (await done(judge, 'requestUpload', announced)).id as string;
}

/** A report with a figure, sent in for An Khánh, on a rollout to all communes. */
async function reporting(contest: RunningContest, district: District): Promise<Record<string, string>> {
  const { units, people } = district;
  const organiser = await contest.as(people.organiser);
  const officer = await contest.as(people.communeOfficer);
  const rollout = await aRollout(contest, district, organiser);
  const window = { startsOn: '2023-12-15', endsOn: '2024-02-14', dueOn: '2026-12-20' };
  const names = { key: `P-${rollout.id}`, nameVi: 'Kỳ thử', nameEn: 'A period' };
  const period = await done(organiser, 'openReportingPeriod', { hostUnitId: units.district, ...names, ...window });
  const indicatorId = rollout.indicators['qr.ratings']!;
  const report = await done(officer, 'saveReport', {
    periodId: period.id,
    unitId: units.anKhanh,
    version: 0,
    figures: [{ indicatorId, value: '148' }],
  });
  const em = contest.em();
  const asked = { reason: 'Mất điện.', by: em.getReference(Person, people.communeOfficer), at: contest.clock.now() };
  const request = ExceptionRequest.of(em.getReference(ReportingPeriod, period.id), em.getReference(Unit, units.anKhanh), asked);
  await em.persist(request).flush();
  await done(officer, 'submitReport', { reportId: report.id, version: report.version });
  return {
    rolloutId: rollout.id,
    periodId: period.id,
    indicatorId,
    reportId: report.id,
    figureId: report.figures[0].id,
    requestId: request.id,
  };
}

const versionOf = async (contest: RunningContest, roundId: string): Promise<number> =>
  (await contest.em().findOneOrFail(Round, { id: roundId })).version;

/** A card that was signed once before, and another judge's of which somebody asks that it be reopened. */
async function aReopening(contest: RunningContest, of: { roundId: string; scorecardId: string; judgeId: string }): Promise<string> {
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into scorecard_version (id, scorecard_id, number, marks, total, nonce, hash, signed_at, kept_at)
     values (gen_random_uuid(), ?, 1, '[]', 60, 'nonce', 'hash', now(), now())`,
      [of.scorecardId],
    );
  // Signed and opened again.
  await contest.em().getConnection().execute('update scorecard set version = version + 2 where id = ?', [of.scorecardId]);
  const em = contest.em();
  const card = await em.findOneOrFail(Scorecard, { round: of.roundId, judge: { $ne: of.judgeId } }, { orderBy: { id: 'asc' } });
  const judge = await contest.as(card.judge.id);
  await attestedCards(judge, of.roundId);
  await judge.ask(SIGN, { input: { scorecardId: card.id, version: card.version, marks: marksOf('20', '20', '20') } });
  const asked = await judge.ask(
    `mutation ($input: RequestReopeningInput!) { requestReopening(input: $input) { ... on Reopening { id } ... on Refusal { code } } }`,
    { input: { scorecardId: card.id, reason: 'Nhập nhầm điểm.' } },
  );
  return asked.id as string;
}

/** A card that its judge is to sign anew, and another that waits for a second person to take it out of the count. Returns the latter. */
async function aCorrection(contest: RunningContest, of: { roundId: string; scorecardId: string; closedRoundId: string }): Promise<string> {
  const em = contest.em();
  const by = em.getReference(Person, (await em.findOneOrFail(Seat, { kind: 'JUDGE' })).person.id);
  const correct = async (roundId: string, card: Partial<Scorecard>, kind: CorrectionKind) => {
    const scorecard = await em.findOneOrFail(Scorecard, card);
    const at = contest.clock.now();
    return Correction.propose({ round: em.getReference(Round, roundId), scorecard, kind, reason: 'Cộng nhầm điểm.', by, at });
  };
  const waiting = await correct(of.closedRoundId, { round: em.getReference(Round, of.closedRoundId), state: 'SIGNED' }, 'CARD_EXCUSED');
  await em.persist([waiting, await correct(of.roundId, { id: of.scorecardId }, 'CARD_RESIGNED')]).flush();
  return waiting.id;
}

/**
 * A district with something of everything: a call that is open with a draft and its file, a contest in judging with a signed card,
 * one in deliberation with its list of awards, and a rollout with its reports.
 */
export async function aWorld(contest: RunningContest, district: District): Promise<World> {
  const { units, people } = district;
  const found = async (sql: string, ...values: string[]): Promise<string> => {
    const [row] = await contest.em().getConnection().execute<{ id: string }[]>(`${sql} limit 1`, values);
    if (!row) throw new Error(`Nothing found by ${sql}`);
    return row.id;
  };
  const reports = await reporting(contest, district);
  const open = await aContest(contest, district);
  const draft = await aDraft(contest, district, open);
  const fileId = await aFile(contest, await contest.as(people.submitter), { ownerType: 'initiative', ownerId: draft.id });
  const sent = await aSubmitted(contest, district, open);
  const deliberation = await aDeliberation(contest, district);
  const presentation = { presentMinutes: 10, questionMinutes: 5, marksInRoom: false };
  const rounds = [aRound('dossier', { presentation }), aRound('final', { calibration: true })];
  const published = await aDeliberation(contest, district, true);
  await contest.em().nativeUpdate(Contest, { id: published.contestId }, { phase: 'PUBLISHED' });
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 4, ruleBook: { rounds } });
  const [roundId = '', calibratedRoundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const scorecardId = await found(`select id from scorecard where round_id = ? order by id`, roundId);
  const judgeId = await found(`select judge_id as id from scorecard where id = ?`, scorecardId);
  await contest.em().nativeUpdate(Seat, { contest: judging.contestId, person: judgeId, kind: 'JUDGE' }, { chair: true });
  const judge = await contest.as(judgeId);
  const cards = await attestedCards(judge, roundId);
  for (const { id, version } of cards.filter((card) => card.id !== scorecardId))
    await judge.ask(SIGN, { input: { scorecardId: id, version, marks: marksOf('20', '20', '20') } });
  const sample = { title: 'Sáng kiến mẫu', problem: 'Chờ lâu.', solution: 'Lấy số.', novelty: 'Mới.', effect: 'Nhanh.' };
  await done(judging.organiser, 'setCalibrationSamples', {
    roundId: calibratedRoundId,
    version: await versionOf(contest, calibratedRoundId),
    samples: [sample, sample],
  });
  const sheet = await done(judge, 'issueOfflineSheet', { roundId });
  await done(judging.organiser, 'drawPresentationOrder', { roundId });
  const initiativeId = await found(`select initiative_id as id from scorecard where id = ?`, scorecardId);
  const reopeningId = await aReopening(contest, { roundId, scorecardId, judgeId });
  const correctionId = await aCorrection(contest, { roundId, scorecardId, closedRoundId: deliberation.rounds[0]! });
  const conflict = await done(judging.organiser, 'setConflict', {
    initiativeId,
    personId: people.judge,
    type: 'FAMILY',
    reason: 'Anh em.',
  });
  // Of two who have a say in the judging: they wait for a second person.
  const colleague = await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district });
  for (const personId of [colleague, people.leader])
    await done(judging.organiser, 'setConflict', { initiativeId, personId, type: 'OTHER', reason: 'Họ hàng.' });
  const invitation = await done(judging.organiser, 'inviteToJury', { contestId: open.id, personId: judgeId });
  const proposal = await done(judging.organiser, 'proposeAssignment', { roundId });
  const [one, other] = judging.judges;
  const pair = await done(judging.organiser, 'setJuryPair', {
    contestId: judging.contestId,
    judgeId: one,
    otherId: other,
    reason: 'Vợ chồng.',
  });
  const decision = await done(judging.organiser, 'proposeAwards', { contestId: deliberation.contestId });
  const admin = await contest.as(people.admin);
  await done(admin, 'grantRole', { personId: people.head, role: 'JUDGE', unitId: units.district });
  const insert = (row: string, id: string) => contest.em().getConnection().execute(`insert into ${row}`, [id]);
  await insert(
    `second_factor (id, person_id, secret, created_at, confirmed_at, last_step) values (gen_random_uuid(), ?, '', now(), now(), 1)`,
    colleague,
  );
  const reset = await done(admin, 'resetSecondFactor', { personId: colleague, reason: 'Mất điện thoại.' });
  const brought = await done(admin, 'beginImport', { kind: 'units', unitId: units.district });
  await insert(
    `import_row (import_id, number, fate, subject, typed, "values", steps, problems) values (?, 2, 'LEAVE', 'Xã An Khánh', '{}', '{}', '[]', '[]')`,
    brought.id as string,
  );
  const older = await aUnit(contest, 'Xã Vân Côn', { kind: 'COMMUNE', parentId: units.district });
  await done(admin, 'closeUnit', { unitId: older, version: 1, validTo: '2024-12-31', reason: 'Sáp nhập.' });
  const link = await done(admin, 'recordLineage', { fromId: older, toId: units.anKhanh, kind: 'WHOLE', effectiveOn: '2025-01-01' });
  const calendar = await done(judging.organiser, 'enterWorkingCalendar', { year: 2026, ...A_NOTICE });
  const namesake = { fullName: 'Phí Thị Hai Lần', unitId: units.culture };
  const [mergedId, keptId] = [await aPerson(contest, namesake), await aPerson(contest, namesake)];
  const merge = await done(admin, 'mergePersons', { mergedId, keptId, reason: 'Một người.' });
  await contest.drain();

  return {
    ...reports,
    ...(await aRatedCounter(contest, judging.organiser, units.anKhanh)),
    ...{ calendarId: calendar.id, mergedId, keptId, mergeId: merge.id },
    ...(await theirLicences(contest, done, [judging.organiser, await contest.as(people.communeOfficer)], units.anKhanh)),
    ...(await theirServices(contest, district)),
    ...(await paperOf(judging.organiser, units.district, deliberation.rounds[0]!)),
    // Not of the award that operations are tried on: one with certificates is published, and is not taken off a list.
    ...(await certificatesOn(contest, judging.organiser, {
      ...{ unitId: units.district, contestId: deliberation.contestId, awardId: decision.awards.at(-1).id },
      people: [people.submitter, people.head],
    })),
    doubleId: await found(`select id from person_double where first_id = least(?::uuid, ?::uuid)`, mergedId, keptId),
    fileId,
    uploadId: await anUpload(judge, sheet.id as string),
    ...{ roundId, calibratedRoundId, slotId: await found(`select id from presentation_slot order by place`) },
    sampleId: await found(`select id from calibration_sample where round_id = ?`, calibratedRoundId),
    importId: brought.id,
    ...{ jobId: proposal.id, proposalId: proposal.id },
    pairId: pair.id,
    otherId: people.judge,
    scorecardId,
    sheetFileId: sheet.fileId,
    judgeId,
    initiativeId,
    draftId: draft.id,
    authorshipId: await found(`select id from initiative_author where initiative_id = ?`, draft.id),
    submitterId: people.submitter,
    sentId: sent.id,
    earlierId: deliberation.initiatives[0]!,
    versionId: await found(`select id from initiative_version where initiative_id = ?`, sent.id),
    reopeningId,
    correctionId,
    closedRoundId: deliberation.rounds[0]!,
    contestId: judging.contestId,
    openContestId: open.id,
    deliberationId: deliberation.contestId,
    publishedId: published.contestId,
    areaId: open.areaId,
    conflictId: conflict.id,
    invitationId: invitation.id,
    decisionId: decision.id,
    awardId: decision.awards[0].id,
    tierId: await found(`select id from prize_tier where contest_id = ? order by "order"`, deliberation.contestId),
    seatId: await found(`select id from seat where contest_id = ?`, judging.contestId),
    documentId: await found(`select id from contest_document where contest_id = ?`, judging.contestId),
    rosterId: await found(`select roster_id as id from contest where id = ?`, judging.contestId),
    adoptionId: await found(`select id from adoption where unit_id = ?`, units.anKhanh),
    noticeId: await found(`select id from notice where person_id = ?`, people.submitter),
    resetId: reset.id,
    grantId: await found(`select id from role_grant where person_id = ?`, people.submitter),
    positionId: await found(`select id from position where person_id = ?`, people.head),
    sessionId: await found(`select id from session where person_id = ?`, people.submitter),
    personId: people.submitter,
    replacementId: people.judge,
    unitId: units.anKhanh,
    ownerUnitId: units.finance,
    leadUnitId: units.interior,
    ...{ hostUnitId: units.district, parentId: units.district, belowId: units.district },
    lineageId: link.id,
    fromId: units.laPhu,
    toId: units.sonDong,
  };
}
