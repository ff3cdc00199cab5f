import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const personRow = graphql(`
  fragment PersonRow on Person {
    id
    fullName
    email
    phone
    locale
    external
    version
    hasAccount
    disabledAt
    mergedIntoId
    canManage
    canInviteAgain
    canGrantRole
    canResetSecondFactor
    unit {
      id
      nameVi
      nameEn
    }
    grants {
      id
      role
      state
      validFrom
      validTo
      unit {
        id
        nameVi
        nameEn
      }
    }
    positions {
      id
      titleVi
      titleEn
      heads
      from
      to
      canEnd
      unit {
        id
        nameVi
        nameEn
      }
    }
  }
`);

export const PEOPLE = graphql(
  `
    query People($search: String, $unitId: ID, $role: Role, $account: AccountState, $order: PeopleOrder, $after: String) {
      people(first: 50, search: $search, unitId: $unitId, role: $role, account: $account, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...PersonRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [personRow],
);

export const PERSON = graphql(
  `
    query Person($id: ID!) {
      person(id: $id) {
        ...PersonRow
      }
    }
  `,
  [personRow],
);

export type PersonRow = ResultOf<typeof personRow>;

export const FIND_UNITS = graphql(`
  query FindUnits($search: String) {
    units(first: 20, search: $search) {
      edges {
        node {
          id
          nameVi
          nameEn
          kind
          statisticsCode
        }
      }
    }
  }
`);

export const CREATE_PERSON = graphql(
  `
    mutation CreatePerson($input: CreatePersonInput!) {
      answer: createPerson(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const INVITE_PERSON = graphql(
  `
    mutation InvitePerson($input: InvitePersonInput!) {
      answer: invitePerson(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SEND_INVITATION_AGAIN = graphql(
  `
    mutation SendInvitationAgain($input: SendInvitationAgainInput!) {
      answer: sendInvitationAgain(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EDIT_PERSON = graphql(
  `
    mutation EditPerson($input: EditPersonInput!) {
      answer: editPerson(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const DISABLE_ACCOUNT = graphql(
  `
    mutation DisableAccount($input: AccountInput!) {
      answer: disableAccount(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ENABLE_ACCOUNT = graphql(
  `
    mutation EnableAccount($input: AccountInput!) {
      answer: enableAccount(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ADD_POSITION = graphql(
  `
    mutation AddPosition($input: AddPositionInput!) {
      answer: addPosition(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const END_POSITION = graphql(
  `
    mutation EndPosition($input: EndPositionInput!) {
      answer: endPosition(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
