/**
 * What no page asks or does yet, by the reason: pages of the Interior Office, leaders, communes and administrators come after those of the public,
 * of writers and of judges. Whoever builds one takes its operations from here.
 */
export const NO_PAGE_YET: Readonly<Record<string, string>> = {
  'Reports, adoption and evidence: with the pages of communes and of the office that takes their reports.': `
    query overdue query report
    query rollouts query unitsWithoutSubmission
    mutation adoptInitiative mutation editRollout
    mutation giveNoSubmissionReason mutation openReportingPeriod
    mutation recordOwnAdoption
    mutation revokeException mutation setIndicators
  `,
  'People, units, rights and the machine: with the pages of administrators and leaders.': `
    query colleagues query roster query rosterUnits
    query undelivered
    mutation discardUndelivered
    mutation retryUndelivered
  `,
  'Prizes, results and corrections: with the pages of the office and of those who sign.': `
    query agreement query award query awardDecision query chairVotes query contestResults query correction query correctionImpact
    query corrections query correctionsToSign query finalStandings query judgeStatistics query resultPacks query roundResults
    query stability query standings query tiesToDecide query whatIf mutation applyCorrection mutation approveAwards
    mutation castChairVote mutation changeAward mutation decideTie mutation giveAward mutation makeResultPack
    mutation proposeAwards mutation proposeCorrection mutation publishAwards mutation recordPastAwards
    mutation recordPastInitiative mutation rejectCorrection mutation removeAward mutation replaceAward mutation returnAwards
    mutation revokeAward mutation signCorrection mutation submitAwards mutation withdrawCorrection
  `,
  'Judging as the office arranges it: with its pages.': `
    query assignmentProposal query assignments query proposedCards mutation applyAssignment mutation assignJudge
    mutation assignRound mutation excuseCard mutation proposeAssignment mutation unassignJudge
  `,
  'Contests and dossiers as the office runs them: with its pages.': `
    query similarInitiatives mutation amendRuleBook
    mutation disqualifyInitiative mutation draftOnBehalf
    mutation enterPaperInitiative mutation linkSimilar mutation moveReturnDue mutation recordPastContest
    mutation returnInitiative mutation saveDraftOnBehalf mutation screenInitiative
    mutation setRuleBook subscription contest
  `,
  'Jobs of the office and files seen apart: with the pages that start them.': `
    query files query job query myJobs query uploads mutation cancelJob mutation exportList subscription job subscription myJobs
  `,
};
