const each = (why: string, ...lists: readonly string[]): Record<string, string> => Object.fromEntries(lists.map((list) => [list, why]));

/** Lists that nobody has as a file, and why. A list that people look at as a table is none of these: it is registered (`docs/lists.md`). */
export const NOT_A_FILE: Readonly<Record<string, string>> = {
  ...each(
    'one’s own: all that the system holds of a person is a file by `exportMyData`',
    ...['myAssignments', 'myAuthorships', 'myCards', 'myConflicts', 'myInitiatives', 'myInvitations', 'myJobs', 'myNotices', 'myReports'],
    ...['mySessions', 'uploads'],
  ),
  ...each('what waits to be done, gone when it is done', 'awaiting', 'conflictsToDecide', 'factorResets', 'proposedGrants', 'ratingHolds'),
  ...each('a plan that nobody has applied yet; what comes of it is `assignments`', 'proposedCards'),
  ...each('chosen from while something is entered', 'possibleAuthors', 'reformAreas', 'rosterUnits', 'similarInitiatives'),
  ...each('few, and read where they are set', 'juryPairs', 'serviceModels', 'unitLineage'),
  ...each('the files of one dossier are fetched one by one, as they are', 'files'),
  ...each('what is in each is a file by itself: `importRows`, `indexYear`', 'imports', 'indexYears'),
  ...each('what it says of people leaves the system in no file', 'holds', 'ratingComments'),
  ...each('each look is an act in the audit log, and a file is read where nothing can be written', 'whatIf'),
  ...each(
    'for anyone, who has no account to keep a file for; the office has the same, and more, as a list of its own',
    ...['publicAchievements', 'publicContests', 'publicIndexYears', 'publicPilots', 'publicRanking', 'publicServiceModels'],
  ),
};
