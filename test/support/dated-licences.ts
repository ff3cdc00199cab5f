import { DATED_CALENDARS } from './calendars.js';
import { type Dated } from './dated-acts.js';

const CALLED = { licenceNumber: '98/GP', holder: 'Cửa hàng Thu Hương' };

/** Acts of the services that take such a date; a reminder waits only as long as its licence was not renewed. */
const anApplication = (recognitionId: string, version: number) => ({ recognitionId, version, decisionNumber: '15/QĐ-UBND' });
const DATED_INSPECTIONS: readonly Dated[] = [
  {
    field: 'OrderInspectionInput.decidedOn',
    by: 'organiser',
    operation: 'orderInspection',
    input: (decidedOn, { district: { people, units } }) => ({
      ...{ kind: 'SURPRISE', unitId: units.anKhanh, decisionNumber: '12/QĐ', decidedOn, leadId: people.judge },
      ...{ memberIds: [], items: ['Niêm yết đủ'] },
    }),
    path: 'decidedOn',
  },
];
const HANDED = { venue: 'HOME', byLevel: 'OFFICER', askedFor: true, letter: 'NONE', outcome: 'ABSENT' };
const DATED_HANDOVERS: readonly Dated[] = [
  {
    field: 'EnterHandoverInput.day',
    by: 'communeOfficer',
    operation: 'enterHandover',
    input: (day, { world: { modelId, handedProcedureId }, district: { units } }) => ({
      ...{ ...HANDED, modelId, unitId: units.anKhanh, procedureId: handedProcedureId, day },
    }),
    path: 'day',
  },
  {
    field: 'CorrectHandoverInput.day',
    by: 'communeOfficer',
    operation: 'correctHandover',
    input: async (day, { world: { handoverId }, versionOf }) => ({
      ...{ ...HANDED, handoverId, version: await versionOf('handover', handoverId!), reason: 'TYPED_WRONG', day },
    }),
    path: 'day',
  },
];
const DATED_RECOGNITIONS: readonly Dated[] = [
  {
    field: 'ApplyForRecognitionInput.firstAppliedOn',
    by: 'submitter',
    operation: 'applyForRecognition',
    input: (firstAppliedOn, { world: { freeInitiativeId } }) => ({ initiativeId: freeInitiativeId, firstAppliedOn, benefit: 'Nhanh hơn.' }),
    path: 'firstAppliedOn',
  },
  {
    field: 'SeatRecognitionCouncilInput.decidedOn',
    by: 'organiser',
    operation: 'seatRecognitionCouncil',
    input: async (decidedOn, { world: { recognitionId }, district: { people }, versionOf }) => ({
      ...anApplication(recognitionId!, await versionOf('recognition', recognitionId!)),
      decidedOn,
      members: [people.judge, people.leader, people.communeOfficer].map((personId, at) => ({
        personId,
        role: ['CHAIR', 'SECRETARY', 'MEMBER'][at],
      })),
    }),
    path: 'decidedOn',
  },
  {
    field: 'RecordRecognitionDecisionInput.decidedOn',
    by: 'organiser',
    operation: 'recordRecognitionDecision',
    input: async (decidedOn, { world: { recognisedId }, versionOf }) => ({
      ...anApplication(recognisedId!, await versionOf('recognition', recognisedId!)),
      decidedOn,
    }),
    path: 'decidedOn',
  },
  {
    field: 'RevokeRecognitionInput.decidedOn',
    by: 'organiser',
    operation: 'revokeRecognition',
    input: async (decidedOn, { world: { recognisedId }, versionOf }) => ({
      ...anApplication(recognisedId!, await versionOf('recognition', recognisedId!)),
      decidedOn,
      reason: 'Sao chép.',
    }),
    path: 'decidedOn',
  },
];

const DATED_ACHIEVEMENTS: readonly Dated[] = [
  {
    field: 'DeclareAchievementInput.decidedOn',
    by: 'submitter',
    operation: 'declareAchievement',
    input: (decidedOn, { world: { titleKindId } }) => ({
      kindId: titleKindId,
      year: 2020,
      decisionNumber: '5/QĐ',
      issuer: 'UBND huyện',
      decidedOn,
    }),
    path: 'decidedOn',
  },
  {
    field: 'RevokeAchievementInput.decidedOn',
    by: 'organiser',
    operation: 'revokeAchievement',
    input: async (decidedOn, { world: { confirmedId }, versionOf }) => ({
      achievementId: confirmedId,
      version: await versionOf('achievement', confirmedId!),
      ...{ decisionNumber: '9/QĐ', decidedOn, reason: 'Sai.' },
    }),
    path: 'decidedOn',
  },
];

const SCHEME = {
  ...{ nameVi: 'Bộ tiêu chí', nameEn: 'Scheme', decisionNumber: '3/QĐ', issuer: 'Bộ Nội vụ', fromYear: 2030, total: '10', step: '0.5' },
  fields: [
    {
      ...{ criterionCode: '1', nameVi: 'Chỉ đạo', nameEn: 'Steering' },
      criteria: [{ criterionCode: '1.1', nameVi: 'Kế hoạch', nameEn: 'Plan', maximum: '10' }],
    },
  ],
};

const DATED_INDEX: readonly Dated[] = [
  {
    field: 'EnterIndexSchemeInput.decidedOn',
    by: 'organiser',
    operation: 'enterIndexScheme',
    input: (decidedOn) => ({ ...SCHEME, decidedOn }),
    path: 'decidedOn',
  },
  {
    field: 'EditIndexSchemeInput.decidedOn',
    by: 'organiser',
    operation: 'editIndexScheme',
    input: async (decidedOn, { world: { draftSchemeId }, versionOf }) => ({
      ...{ ...SCHEME, decidedOn, schemeId: draftSchemeId },
      version: await versionOf('index_scheme', draftSchemeId!),
    }),
    path: 'decidedOn',
  },
  {
    field: 'OpenIndexYearInput.selfDueOn',
    by: 'organiser',
    operation: 'openIndexYear',
    input: (selfDueOn, { world: { schemeId }, district }) => ({ schemeId, year: 2022, selfDueOn, unitIds: [district.units.anKhanh] }),
    path: 'selfDueOn',
    wrong: '2026-08-31',
    right: '2026-09-01',
  },
];

export const DATED_SERVICES: readonly Dated[] = [
  ...DATED_INDEX,
  ...DATED_CALENDARS,
  {
    field: 'OpenActionInput.dueOn',
    by: 'organiser',
    operation: 'openAction',
    input: (dueOn, { world: { signalId } }) => ({ signalId, rootCause: 'Thiếu người trực.', remedy: 'Thêm người.', dueOn }),
    path: 'dueOn',
    wrong: '2026-08-31',
    right: '2026-09-01',
  },
  {
    field: 'ReopenActionInput.dueOn',
    by: 'organiser',
    operation: 'reopenAction',
    input: async (dueOn, { world: { actionId }, versionOf }) => {
      return { actionId, version: await versionOf('corrective_action', actionId!), reason: 'Chưa làm.', dueOn };
    },
    path: 'dueOn',
    wrong: '2026-08-31',
    right: '2026-09-01',
  },
  {
    field: 'SnoozeReminderInput.dueOn',
    by: 'communeOfficer',
    operation: 'snoozeReminder',
    input: async (dueOn, { world: { reminderId }, versionOf }) => {
      return { reminderId, version: await versionOf('reminder', reminderId!), dueOn, reason: 'Hẹn gọi lại.' };
    },
    path: 'dueOn',
    wrong: '2026-09-01',
    right: '2026-09-02',
  },
  {
    field: 'EnterLicenceInput.issuedOn',
    by: 'communeOfficer',
    operation: 'enterLicence',
    input: (issuedOn, { world, district }) => ({ ...CALLED, kindId: world.licenceKindId, unitId: district.units.anKhanh, issuedOn }),
    path: 'issuedOn',
  },
  {
    field: 'CorrectLicenceInput.issuedOn',
    by: 'communeOfficer',
    operation: 'correctLicence',
    input: async (issuedOn, { world: { correctableId }, versionOf }) => {
      const version = await versionOf('licence', correctableId!);
      return { licenceId: correctableId, version, licenceNumber: '10A/GP', holder: 'Cửa hàng Hòa Bình', issuedOn, reason: 'Gõ nhầm ngày.' };
    },
    path: 'issuedOn',
  },
  {
    field: 'RecordRenewalInput.issuedOn',
    by: 'communeOfficer',
    operation: 'recordRenewal',
    input: async (issuedOn, { world: { licenceId }, versionOf }) => {
      const version = await versionOf('licence', licenceId!);
      return { licenceId, version, licenceNumber: '97/GP', issuedOn, filedOn: '2026-08-31' };
    },
    path: 'issuedOn',
  },
  {
    field: 'RecordRenewalInput.filedOn',
    by: 'communeOfficer',
    operation: 'recordRenewal',
    input: async (filedOn, { world: { renewableId }, versionOf }) => {
      const version = await versionOf('licence', renewableId!);
      return { licenceId: renewableId, version, licenceNumber: '96/GP', issuedOn: '2026-08-31', filedOn };
    },
    path: 'filedOn',
  },
  {
    field: 'RegisterPaperInput.signedOn',
    by: 'organiser',
    operation: 'registerPaper',
    input: async (signedOn, { world: { paperId, signedFileId }, versionOf }) => {
      return { paperId, version: await versionOf('paper', paperId!), number: 1, signedOn, fileId: signedFileId };
    },
    path: 'signedOn',
  },
  {
    field: 'ReplaceCertificateInput.decidedOn',
    by: 'organiser',
    operation: 'replaceCertificate',
    input: async (decidedOn, { world: { certificateId }, versionOf }) => {
      const version = await versionOf('certificate', certificateId!);
      return {
        certificateId,
        version,
        decisionNumber: '15/QĐ-UBND',
        decidedOn,
        reason: 'Sai họ tên.',
        name: 'Lê Thị Ứng',
        unitName: 'Xã An Khánh',
      };
    },
    path: 'decidedOn',
  },
  {
    field: 'RevokeCertificateInput.decidedOn',
    by: 'organiser',
    operation: 'revokeCertificate',
    input: async (decidedOn, { world: { otherCertificateId }, versionOf }) => {
      const version = await versionOf('certificate', otherCertificateId!);
      return { certificateId: otherCertificateId, version, decisionNumber: '15/QĐ-UBND', decidedOn, reason: 'Cấp nhầm.' };
    },
    path: 'decidedOn',
  },
  ...DATED_INSPECTIONS,
  ...DATED_HANDOVERS,
  ...DATED_RECOGNITIONS,
  {
    field: 'PilotFileInput.doneOn',
    by: 'communeOfficer',
    operation: 'enterPilotFiles',
    input: async (doneOn, { world: { pilotUnitId }, versionOf }) => ({
      pilotUnitId,
      version: await versionOf('pilot_unit', pilotUnitId!),
      files: [{ receivedOn: '2026-02-27', doneOn }],
    }),
    path: 'files.0.doneOn',
  },
  ...DATED_ACHIEVEMENTS,
];
