import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const licenceParts = graphql(`
  fragment PublicLicenceParts on PublicLicence {
    id
    kind {
      name
    }
    lastFour
    expiresOn
    fileBy
    safeOn
    over
    unit {
      nameVi
      nameEn
    }
    procedure {
      id
      name
    }
    wantsNone
    illustrative
  }
`);

export const PUBLIC_LICENCE = graphql(
  `
    query PublicLicence($link: String!) {
      publicLicence(link: $link) {
        ...PublicLicenceParts
      }
    }
  `,
  [licenceParts],
);

export const LEAVE_REMINDERS = graphql(
  `
    mutation LeaveReminders($input: LeaveRemindersInput!) {
      answer: leaveReminders(input: $input) {
        __typename
        ...PublicLicenceParts
        ...RefusalParts
      }
    }
  `,
  [licenceParts, refusalParts],
);

export type PublicLicence = ResultOf<typeof licenceParts>;
