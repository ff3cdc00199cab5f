/** The part of the permission table that is about the services at the counter. */
export const OF_SERVICES: Readonly<Record<string, string>> = {
  procedures: 'public',
  procedure: 'public',
  procedureFields: 'public',
  checkProcedure: 'procedure:edit',
  counters: 'counter:read',
  counter: 'counter:read',
  counterSheet: 'counter:read',
  publicCounter: 'public',
  openCounter: 'counter:manage',
  editCounter: 'counter:manage',
  closeCounter: 'counter:manage',
};
