/** The part of the permission table that is about persons, their accounts and the mails to them. */
export const OF_ADMINISTRATORS: Readonly<Record<string, string>> = {
  // Queries
  people: 'person:read',
  person: 'person:read',
  mails: 'delivery:manage',
  personDoubles: 'account:manage',
  personMerges: 'grant:confirm',
  mergeOutlook: 'grant:confirm',
  myEmailChange: 'self',
  // Mutations
  changeEmail: 'self',
  giveUpEmailChange: 'self',
  confirmEmail: 'public',
  createPerson: 'account:manage',
  invitePerson: 'account:manage',
  editPerson: 'self',
  disableAccount: 'account:manage',
  enableAccount: 'account:manage',
  sendInvitationAgain: 'account:manage',
  mergePersons: 'account:manage',
  confirmPersonMerge: 'grant:confirm',
  refusePersonMerge: 'grant:confirm',
  undoPersonMerge: 'account:manage',
  keepPersonsApart: 'account:manage',
};
