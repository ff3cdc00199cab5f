const each = (why: string, ...lists: readonly string[]): Record<string, string> => Object.fromEntries(lists.map((list) => [list, why]));

/** Lists that have one order, and why it is the one that people need. */
export const IN_ONE_ORDER: Readonly<Record<string, string>> = {
  ...each('the order of the dossiers, or a judge’s own', 'assignments', 'myCards', 'myAssignments', 'proposedCards', 'nameLooks'),
  ...each('the order is the result', 'finalStandings', 'standings', 'publicRanking', 'stability', 'whatIf', 'judgeStatistics'),
  ...each('work, in the order in which it is done', 'awaiting', 'conflictsToDecide', 'reminders', 'ratingHolds', 'proposedGrants'),
  ...each('work, in the order in which it is done', 'factorResets'),
  ...each(
    'one’s own, the newest on top',
    'myAuthorships',
    'myConflicts',
    'myInvitations',
    'myJobs',
    'myNotices',
    'myReports',
    'mySessions',
  ),
  ...each('few, the newest on top', 'corrections', 'exceptionRequests', 'reopenings', 'resultPacks', 'letterTemplates'),
  ...each('few, the newest on top', 'serviceModels', 'publicServiceModels', 'ratingComments'),
  ...each('by name, as one looks for it', 'possibleAuthors', 'rosterUnits'),
  ...each(
    'as it was entered, or the sheet or the paper has it',
    'certificates',
    'importRows',
    'files',
    'uploads',
    'juryPairs',
    'reformAreas',
  ),
  ...each('by unit and time, as a table of figures is read', 'figures', 'unitLineage'),
  ...each('the most alike on top', 'similarInitiatives'),
  ...each('the newest on top, for anyone who looks', 'publicContests', 'publicRollouts'),
};
