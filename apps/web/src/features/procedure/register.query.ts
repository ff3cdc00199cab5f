import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { reminderParts } from './reminder.query';

const licenceParts = graphql(`
  fragment LicenceParts on Licence {
    id
    version
    kind {
      id
      name
    }
    licenceNumber
    unit {
      id
      nameVi
      nameEn
    }
    holder
    contact
    phone
    email
    address
    issuedOn
    expiresOn
    fileBy
    safeOn
    state
    standing
    renewedOn
    successorId
    predecessorId
    wantsNone
    illustrative
    canEdit
  }
`);

export const LICENCES = graphql(
  `
    query Licences(
      $search: String
      $unitId: ID
      $kindId: ID
      $state: LicenceState
      $standing: LicenceStanding
      $order: LicenceOrder
      $after: String
    ) {
      licences(
        first: 25
        search: $search
        unitId: $unitId
        kindId: $kindId
        state: $state
        standing: $standing
        order: $order
        after: $after
      ) {
        edges {
          node {
            ...LicenceParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [licenceParts],
);

/** What the register is narrowed to, and what a licence is entered for. */
export const LICENCE_CHOICES = graphql(`
  query LicenceChoices {
    licenceKinds {
      id
      name
      inForce
      startsOn
    }
    publicUnits {
      id
      nameVi
      nameEn
      validTo
    }
  }
`);

export const LICENCE = graphql(
  `
    query Licence($id: ID!, $after: String) {
      licence(id: $id) {
        ...LicenceParts
      }
      reminders(first: 25, licenceId: $id, after: $after) {
        edges {
          node {
            ...ReminderParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [licenceParts, reminderParts],
);

export const ENTER_LICENCE = graphql(
  `
    mutation EnterLicence($input: EnterLicenceInput!) {
      answer: enterLicence(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const EDIT_LICENCE_CONTACT = graphql(
  `
    mutation EditLicenceContact($input: EditLicenceContactInput!) {
      answer: editLicenceContact(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const CORRECT_LICENCE = graphql(
  `
    mutation CorrectLicence($input: CorrectLicenceInput!) {
      answer: correctLicence(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const RECORD_RENEWAL = graphql(
  `
    mutation RecordRenewal($input: RecordRenewalInput!) {
      answer: recordRenewal(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const END_LICENCE = graphql(
  `
    mutation EndLicence($input: EndLicenceInput!) {
      answer: endLicence(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const OPT_OUT = graphql(
  `
    mutation OptOutOfReminders($input: OptOutOfRemindersInput!) {
      answer: optOutOfReminders(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export const RESUME_REMINDERS = graphql(
  `
    mutation ResumeReminders($input: ResumeRemindersInput!) {
      answer: resumeReminders(input: $input) {
        __typename
        ...LicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export type LicenceRow = ResultOf<typeof licenceParts>;
export type LicenceChoices = ResultOf<typeof LICENCE_CHOICES>;
