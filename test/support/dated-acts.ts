import { AwardDecision } from '#domain/award';
import { Correction } from '#domain/result';
import { aContest, prizePlan } from './contests.js';
import { type District, aDistrict } from './factories.js';
import { type RunningContest } from './harness.js';
import { aDraft, aSubmitted, soleAuthor, tell, texts } from './initiatives.js';
import { DATED_DRAFTS } from './dated-drafts.js';
import { DATED_SERVICES } from './dated-licences.js';
import { type Operation } from './operations.js';
import { signedPaper } from './papers.js';
import { aRevokedPrize, replaceInput } from './revoked-prize.js';
import { adoptInput, aPastContest, anEligibleInitiative } from './rollouts.js';
import { type World, aWorld, done } from './world.js';

// 02:00 on 1 September 2026 in Hà Nội: in UTC it is August still.
export const TODAY = '2026-09-01';
export const TOMORROW = '2026-09-02';
export const YESTERDAY = '2026-08-31';
export const NOW = '2026-08-31T19:00:00Z';
export const SOON = '2026-08-31T19:00:01Z';
export const JUST_NOW = '2026-08-31T18:59:59Z';

/** Something of everything, on one day, with a past contest and a period that is closed. */
export interface DatedWorld {
  readonly district: District;
  readonly world: World;
  readonly revoked: Awaited<ReturnType<typeof aRevokedPrize>>;
  readonly past: Readonly<Record<'id' | 'areaId' | 'eligible' | 'adoptable' | 'prized', string>>;
  readonly closedPeriodId: string;
  readonly versionOf: (table: string, id: string) => Promise<number>;
}

export async function aDatedWorld(contest: RunningContest, operations: ReadonlyMap<string, Operation>): Promise<DatedWorld> {
  const versionOf = async (table: string, id: string): Promise<number> => {
    const [row] = await contest.em().getConnection().execute<{ version: number }[]>(`select version from ${table} where id = ?`, [id]);
    return row?.version ?? 0;
  };
  const district = await aDistrict(contest);
  const made = await aWorld(contest, district);
  contest.clock.set(NOW);
  const open = await aContest(contest, district);
  const draft = await aDraft(contest, district, open);
  const sent = await aSubmitted(contest, district, open);
  const begun = { openContestId: open.id, areaId: open.areaId, draftId: draft.id, sentId: sent.id };
  const recorded = await aPastContest(contest, district);
  const past = {
    ...recorded,
    eligible: await anEligibleInitiative(contest, district, recorded),
    adoptable: await anEligibleInitiative(contest, district, recorded),
    prized: await anEligibleInitiative(contest, district, recorded),
  };
  const organiser = await contest.as(district.people.organiser);
  const forThem = { contestId: open.id, areaId: open.areaId, ownerUnitId: district.units.finance, submitterId: district.people.submitter };
  const onBehalf = await tell(organiser, 'draftOnBehalf', forThem);
  const world: World = { ...made, ...begun, ...(await signedPaper(contest, organiser, made.paperId!)), onBehalfId: onBehalf.id as string };
  const hostUnitId = district.units.district;
  const order = { hostUnitId, key: 'DATED', nameVi: 'Kỳ', nameEn: 'Period', startsOn: '2026-01-01', endsOn: '2026-02-28' };
  const period = await done(organiser, 'openReportingPeriod', { ...order, dueOn: '2026-03-10' });
  await done(organiser, 'closePeriod', { periodId: period.id, version: period.version });
  const drawn = await contest.em().findOneOrFail(AwardDecision, { id: world.decisionId! });
  await contest.em().nativeDelete(Correction, { id: world.correctionId! });
  const tiers = { contestId: past.id, version: await versionOf('contest', past.id), tiers: prizePlan };
  await organiser.ask(operations.get('setPrizePlan')!.document, { input: tiers });
  await organiser.ask(operations.get('submitAwards')!.document, { input: { decisionId: drawn.id, version: drawn.version } });
  const revoked = await aRevokedPrize(contest, district, { operations, decidedOn: YESTERDAY });
  return { district, world, past, revoked, closedPeriodId: period.id as string, versionOf };
}

/** An act that takes a date which may not lie on either side of now. */
export interface Dated {
  readonly field: string;
  readonly by: keyof District['people'];
  readonly operation: string;
  readonly input: (date: string, at: DatedWorld) => object | Promise<object>;
  readonly path: string;
  /** One that is refused, and the last or first that is not. */
  readonly wrong?: string;
  readonly right?: string;
}

const paper = ({ world, district }: DatedWorld, firstAppliedOn: string | null, receivedAt: string) => ({
  contestId: world.openContestId,
  areaId: world.areaId,
  ownerUnitId: district.units.finance,
  authors: soleAuthor(district.people.submitter),
  ...texts,
  firstAppliedOn,
  receivedAt,
});
const due = async (dueAt: string, { world: { sentId = '' }, versionOf }: DatedWorld) => ({
  initiativeId: sentId,
  version: await versionOf('initiative', sentId),
  dueAt,
  reason: 'Thiếu số liệu.',
});
const plan = (issuedOn: string) => ({ kind: 'OTHER', number: `1/${issuedOn}`, issuedOn, title: 'Văn bản' });
export const newContest = ({ district }: DatedWorld, changes: object) => ({
  hostUnitId: district.units.district,
  year: 2026,
  titleVi: `Cuộc thi ${JSON.stringify(changes).slice(0, 100)}`,
  titleEn: 'A contest',
  objectives: 'Mục tiêu',
  rosterAsOf: TODAY,
  ...changes,
});
const adoption = async ({ world, versionOf }: DatedWorld) => ({
  adoptionId: world.adoptionId,
  version: await versionOf('adoption', world.adoptionId!),
});
export const figure = ({ world, district }: DatedWorld, endsOn: string, startsOn = '2026-01-01') => ({
  indicatorId: world.indicatorId,
  unitId: district.units.anKhanh,
  startsOn,
  endsOn,
  value: '5',
  source: 'Báo Hà Nội mới',
});

export const DATED_ACTS: readonly Dated[] = [
  {
    field: 'ApproveAwardsInput.decidedOn',
    by: 'leader',
    operation: 'approveAwards',
    input: async (decidedOn, at) => ({
      decisionId: at.world.decisionId,
      version: await at.versionOf('award_decision', at.world.decisionId!),
      decisionNumber: '1/QĐ-UBND',
      decidedOn,
    }),
    path: 'decidedOn',
  },
  {
    field: 'RecordPastAwardsInput.decidedOn',
    by: 'organiser',
    operation: 'recordPastAwards',
    input: (decidedOn, at) => ({
      contestId: at.past.id,
      decisionNumber: '9/QĐ-UBND',
      decidedOn,
      awards: [{ initiativeId: at.past.prized, tierKey: 'FIRST' }],
    }),
    path: 'decidedOn',
  },
  {
    field: 'RecordAwardPaymentInput.paidOn',
    by: 'organiser',
    operation: 'recordAwardPayment',
    input: (paidOn, at) => ({ awardId: at.revoked.awardId, version: 0, paidOn, amount: 1_000_000, document: '15/PC' }),
    path: 'paidOn',
  },
  { field: 'ReplaceAwardInput.decidedOn', by: 'leader', operation: 'replaceAward', input: replaceInput, path: 'decidedOn' },
  {
    field: 'RolloutDecisionInput.decidedOn',
    by: 'organiser',
    operation: 'adoptInitiative',
    input: (date, at) => adoptInput(at.district, at.past.eligible, { decision: { number: '8/QĐ-UBND', decidedOn: date, title: null } }),
    path: 'decision.decidedOn',
  },
  {
    field: 'GrantDecisionInput.decidedOn',
    by: 'admin',
    operation: 'grantRole',
    input: (date, { district: { units, people } }) => ({
      personId: people.head,
      role: 'SUBMITTER',
      unitId: units.culture,
      decision: { number: '8/QĐ-UBND', decidedOn: date },
    }),
    path: 'decision.decidedOn',
  },
  {
    field: 'AttachDocumentInput.issuedOn',
    by: 'organiser',
    operation: 'attachDocument',
    input: async (issuedOn, at) => ({
      contestId: at.world.openContestId,
      version: await at.versionOf('contest', at.world.openContestId!),
      ...plan(issuedOn),
    }),
    path: 'issuedOn',
  },
  {
    field: 'ContestDocumentInput.issuedOn',
    by: 'organiser',
    operation: 'createContest',
    input: (issuedOn, at) => newContest(at, { documents: [plan(TODAY), plan(issuedOn === TODAY ? YESTERDAY : issuedOn)] }),
    path: 'documents.1.issuedOn',
  },
  {
    field: 'RecordPastContestInput.rosterAsOf',
    by: 'organiser',
    operation: 'recordPastContest',
    input: (rosterAsOf, at) => newContest(at, { rosterAsOf }),
    path: 'rosterAsOf',
  },
  ...DATED_SERVICES,
  ...DATED_DRAFTS,
  {
    field: 'EnterPaperInitiativeInput.firstAppliedOn',
    by: 'organiser',
    operation: 'enterPaperInitiative',
    input: (firstAppliedOn, at) => paper(at, firstAppliedOn, NOW),
    path: 'firstAppliedOn',
  },
  {
    field: 'EnterPaperInitiativeInput.receivedAt',
    by: 'organiser',
    operation: 'enterPaperInitiative',
    input: (receivedAt, at) => paper(at, null, receivedAt),
    path: 'receivedAt',
    wrong: SOON,
    right: NOW,
  },
  {
    field: 'RecordPastInitiativeInput.firstAppliedOn',
    by: 'organiser',
    operation: 'recordPastInitiative',
    input: (firstAppliedOn, at) => ({
      contestId: at.past.id,
      areaId: at.past.areaId,
      ownerUnitId: at.district.units.finance,
      authors: soleAuthor(at.district.people.submitter),
      title: 'Sáng kiến đã qua',
      firstAppliedOn,
    }),
    path: 'firstAppliedOn',
  },
  {
    field: 'RecordOwnAdoptionInput.startedOn',
    by: 'communeOfficer',
    operation: 'recordOwnAdoption',
    input: (startedOn, at) => ({ initiativeId: at.past.adoptable, unitId: at.district.units.anKhanh, startedOn, reason: 'Thấy hiệu quả.' }),
    path: 'startedOn',
  },
  {
    field: 'ChangeAdoptionInput.effectiveOn',
    by: 'communeOfficer',
    operation: 'changeAdoption',
    input: async (effectiveOn, at) => ({ ...(await adoption(at)), to: 'PREPARING', effectiveOn }),
    path: 'effectiveOn',
  },
  {
    field: 'SetAdoptionBasisInput.effectiveOn',
    by: 'organiser',
    operation: 'setAdoptionBasis',
    input: async (effectiveOn, at) => ({ ...(await adoption(at)), basis: 'VOLUNTARY', effectiveOn }),
    path: 'effectiveOn',
  },
  {
    field: 'GiveEvidenceInput.givenOn',
    by: 'communeOfficer',
    operation: 'giveEvidence',
    input: (givenOn, at) => ({ adoptionId: at.world.adoptionId, givenOn, note: 'Ảnh chụp.' }),
    path: 'givenOn',
  },
  {
    field: 'RecordFigureInput.endsOn',
    by: 'organiser',
    operation: 'recordFigure',
    input: (endsOn, at) => figure(at, endsOn),
    path: 'endsOn',
  },
  {
    // A window that begins ahead ends ahead.
    field: 'RecordFigureInput.startsOn',
    by: 'organiser',
    operation: 'recordFigure',
    input: (on, at) => figure(at, on, on),
    path: 'endsOn',
  },
  {
    field: 'GrantExceptionInput.until',
    by: 'organiser',
    operation: 'grantException',
    input: (until, at) => ({ periodId: at.closedPeriodId, unitId: at.district.units.anKhanh, reason: 'Mất điện.', until }),
    path: 'until',
    wrong: YESTERDAY,
    right: TODAY,
  },
  {
    field: 'ReturnInitiativeInput.dueAt',
    by: 'organiser',
    operation: 'returnInitiative',
    input: due,
    path: 'dueAt',
    wrong: NOW,
    right: SOON,
  },
  { field: 'MoveReturnDueInput.dueAt', by: 'organiser', operation: 'moveReturnDue', input: due, path: 'dueAt', wrong: NOW, right: SOON },
  {
    field: 'MoveRoundDueInput.dueAt',
    by: 'organiser',
    operation: 'moveRoundDue',
    input: async (dueAt, { world, versionOf }) => {
      const roundId = world.roundId!;
      return { roundId, version: await versionOf('round', roundId), dueAt, reason: 'Giám khảo đi công tác.' };
    },
    path: 'dueAt',
    wrong: NOW,
    right: SOON,
  },
  {
    field: 'CreateAccessTokenInput.expiresAt',
    by: 'organiser',
    operation: 'createAccessToken',
    input: (expiresAt) => ({ label: 'Máy', scopes: ['AWARD_READ'], expiresAt }),
    path: 'expiresAt',
    wrong: JUST_NOW,
    right: SOON,
  },
];
