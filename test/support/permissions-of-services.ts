/** The part of the permission table that is about the services at the counter. */
export const OF_SERVICES: Readonly<Record<string, string>> = {
  procedures: 'public',
  procedure: 'public',
  procedureFields: 'public',
  checkProcedure: 'procedure:edit',
};
