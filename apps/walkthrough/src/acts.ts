/** The mutations that are played: the name of each one's input, and what it returns when nothing is refused. */
export const ACTS = {
  createContest: ['CreateContestInput', 'Contest'],
  copyContest: ['CopyContestInput', 'Contest'],
  editContest: ['EditContestInput', 'Contest'],
  setAreas: ['SetAreasInput', 'Contest'],
  setPrizePlan: ['SetPrizePlanInput', 'Contest'],
  setRuleBook: ['SetRuleBookInput', 'Contest'],
  setPhaseDates: ['SetPhaseDatesInput', 'Contest'],
  attachDocument: ['AttachDocumentInput', 'Contest'],
  advancePhase: ['AdvancePhaseInput', 'Contest'],
  seatPerson: ['SeatPersonInput', 'Seat'],

  draftInitiative: ['DraftInitiativeInput', 'Initiative'],
  saveDraft: ['SaveDraftInput', 'Initiative'],
  declareInitiative: ['DeclareInitiativeInput', 'Initiative'],
  confirmInitiative: ['InitiativeInput', 'Initiative'],
  submitInitiative: ['InitiativeInput', 'Initiative'],
  enterPaperInitiative: ['EnterPaperInitiativeInput', 'Initiative'],
  returnInitiative: ['ReturnInitiativeInput', 'Initiative'],
  screenInitiative: ['ScreenInitiativeInput', 'Initiative'],
  linkSimilar: ['LinkSimilarInput', 'Initiative'],
  requestUpload: ['RequestUploadInput', 'FileUpload'],
  confirmUpload: ['FileInput', 'StoredFile'],

  planRounds: ['PlanRoundsInput', 'Round'],
  proposeAssignment: ['ProposeAssignmentInput', 'Job'],
  applyAssignment: ['ApplyAssignmentInput', 'AssignmentProposal'],
  openRound: ['OpenRoundInput', 'Round'],
  closeRound: ['CloseRoundInput', 'Round'],
  declareConflict: ['DeclareConflictInput', 'Scorecard'],
  attest: ['CardInput', 'Scorecard'],
  openDossier: ['CardInput', 'Dossier'],
  saveScorecard: ['MarksInput', 'Scorecard'],
  signScorecard: ['MarksInput', 'Scorecard'],

  proposeAwards: ['ProposeAwardsInput', 'AwardDecision'],
  submitAwards: ['AwardDecisionInput', 'AwardDecision'],
  approveAwards: ['ApproveAwardsInput', 'AwardDecision'],
  publishAwards: ['AwardDecisionInput', 'AwardDecision'],

  adoptInitiative: ['AdoptInitiativeInput', 'Rollout'],
  changeAdoption: ['ChangeAdoptionInput', 'Adoption'],
  openReportingPeriod: ['OpenReportingPeriodInput', 'ReportingPeriod'],
  saveReport: ['SaveReportInput', 'Report'],
  submitReport: ['SubmitReportInput', 'Report'],
  returnReport: ['ReturnReportInput', 'Report'],
  approveReport: ['ApproveReportInput', 'Report'],
  recordFigure: ['RecordFigureInput', 'Figure'],

  signOut: ['SignOutInput', 'Session'],
} as const satisfies Record<string, readonly [input: string, result: string]>;

export type Verb = keyof typeof ACTS;
