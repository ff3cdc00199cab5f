/**
 * Lists that look at more than they should: how many rows for each thing answered, and what they read from end to end. A list that has
 * become good is struck off, and none is added: `list-plans.e2e.spec.ts` holds both.
 */
export const NOT_YET_WELL_READ: Readonly<Record<string, { readonly times: number; readonly scans: readonly string[] }>> = {
  colleagues: { times: 49.6, scans: ['person'] },
  judgeStatistics: { times: 13.6, scans: [] },
  myInitiatives: { times: 47.2, scans: ['initiative'] },
  people: { times: 41.1, scans: ['person'] },
  possibleAuthors: { times: 74.6, scans: ['person'] },
  proposedGrants: { times: 85.3, scans: ['role_grant'] },
  similarInitiatives: { times: 159.2, scans: ['contest', 'initiative'] },
  undelivered: { times: 87.5, scans: ['job', 'outbox_event', 'schedule_fault'] },
  whatIf: { times: 13.4, scans: [] },
};
