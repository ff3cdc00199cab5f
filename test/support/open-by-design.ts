/** Operations that take no id of another's thing, or only of what is one's own to begin with. They are not sent as strangers. */
export const NO_ID_OF_OTHERS: Readonly<Record<string, string>> = {
  acceptFirstAdministrator: 'by a printed link',
  changePassword: 'of oneself',
  createAccessToken: 'of oneself',
  createArea: 'a row of the list that all contests choose from',
  editArea: 'a row of the list that all contests choose from',
  me: 'of oneself',
  myData: 'of oneself',
  mySessions: 'of oneself',
  winners: 'what was published',
  requestPasswordReset: 'by a mailed link',
  resetPassword: 'by a mailed link',
  signIn: 'of oneself',
  signOut: 'of oneself',
  signOutEverywhere: 'of oneself',
};

/** What a stranger gets to know all the same, and why; all else is hidden. */
export const OPEN_BY_DESIGN: Readonly<Record<string, string>> = {
  publicContests: 'read',
  publicRollouts: 'read',
  // The list of areas is one for all contests.
  reformAreas: 'read',
  // Which units there are, and what became of them, is public law.
  roster: 'read',
  rosterUnits: 'read',
  unit: 'read',
  unitLineage: 'read',
  units: 'read',
};

/** Values an operation needs so that its input is looked at and not turned away for its shape; `@x` names the thing of the world that stands for `x`. */
export function fieldsOf(operation: string): Readonly<Record<string, string>> {
  return { ...EVERYWHERE, ...(FIELDS[operation] ?? {}) };
}

const EVERYWHERE: Readonly<Record<string, string>> = {
  ownerType: 'initiative',
  '@ownerId': 'draftId',
  contentType: 'application/pdf',
  fileName: 'thuyet-minh.pdf',
  criterion: 'novelty',
  locale: 'vi',
  number: '12/QĐ-UBND',
  key: 'key',
  code: 'KEY',
  year: '2027',
  maxFiles: '5',
  maxFileBytes: '1000000',
};

const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  adoption: { '@id': 'adoptionId' },
  award: { '@id': 'awardId' },
  awardDecision: { '@contestId': 'deliberationId' },
  chairVotes: { '@contestId': 'deliberationId' },
  colleagues: { search: 'Nguyễn' },
  conflicts: { '@personId': 'replacementId' },
  contest: { '@id': 'contestId' },
  figure: { '@id': 'figureId' },
  finalStandings: { '@contestId': 'deliberationId' },
  initiatives: { '@contestId': 'openContestId' },
  myInitiatives: { '@contestId': 'openContestId' },
  possibleAuthors: { '@contestId': 'openContestId', search: 'Nguyễn' },
  standings: { '@roundId': 'closedRoundId' },
  fileDownload: { '@id': 'fileId' },
  initiative: { '@id': 'initiativeId' },
  initiativeVersion: { '@id': 'versionId' },
  job: { '@id': 'jobId' },
  person: { '@id': 'personId' },
  report: { '@id': 'reportId' },
  reportingPeriod: { '@id': 'periodId' },
  rollout: { '@id': 'rolloutId' },
  roster: { '@id': 'rosterId' },
  round: { '@id': 'roundId' },
  scorecard: { '@id': 'scorecardId' },
  setPrizePlan: { key: 'FIRST' },
  unit: { '@id': 'unitId' },
};

/** What people of another department or commune of the same district ask about, and are not told. */
export const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  SUBMITTER: [
    'initiative',
    'initiatives',
    'myInitiatives',
    'initiativeVersion',
    'similarInitiatives',
    'confirmInitiative',
    'declareInitiative',
    'saveDraft',
    'setAuthors',
    'submitInitiative',
    'withdrawInitiative',
    'files',
    'fileDownload',
    'requestUpload',
    'confirmUpload',
    'removeFile',
    'adoption',
    'report',
    'figure',
    'awardDecision',
    'award',
    'markNoticeRead',
    'revokeSession',
  ],
  COMMUNE_OFFICER: [
    'adoption',
    'adoptions',
    'changeAdoption',
    'giveEvidence',
    'recordOwnAdoption',
    'report',
    'reports',
    'saveReport',
    'submitReport',
    'figure',
    'figures',
    'files',
    'fileDownload',
    'awardDecision',
    'award',
  ],
  JUDGE: [
    'scorecard',
    'myAssignments',
    'attest',
    'openDossier',
    'saveScorecard',
    'signScorecard',
    'declareConflict',
    'files',
    'fileDownload',
    'awardDecision',
    'award',
  ],
};
