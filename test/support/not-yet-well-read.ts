/**
 * Lists that look at more than they should: how many rows for each thing answered, and what they read from end to end. A list that has
 * become good is struck off, and none becomes worse: `list-plans.e2e.spec.ts` holds both.
 */
export const NOT_YET_WELL_READ: Readonly<Record<string, { readonly times: number; readonly scans: readonly string[] }>> = {
  // An import has no rows in what is filled here, and an empty table is read rather than looked up.
  importRows: { times: 10, scans: ['import', 'import_row'] },
  // Whose hand each of the people is, over all their records.
  personMerges: { times: 16, scans: ['person_merge'] },
  // Why somebody cannot confirm a reset asks where its person stands and whose hand its two people are; few ever wait at a time.
  factorResets: { times: 105, scans: [] },
  // Worked out of every card of a round, each of which it reads once.
  judgeStatistics: { times: 13.6, scans: [] },
};

/** Orders of lists that no index has, and how many rows are read for each thing answered: all that there is is put in order for one page. */
export const NOT_YET_WELL_ORDERED: Readonly<Record<string, number>> = {
  'awardRegister PRIZE': 21.6,
  'awardRegister TITLE': 24.7,
  'awardRegister UNIT': 43.5,
  'initiatives AREA': 60.3,
  'initiatives UNIT': 16.3,
  'myInitiatives AREA': 14.8,
  'personMerges NEWEST': 16,
  'personMerges OLDEST': 16,
  'winners PRIZE': 27.5,
  'winners TITLE': 32.4,
  'winners UNIT': 57.3,
};
