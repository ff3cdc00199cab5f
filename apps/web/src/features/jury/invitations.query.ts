import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const invitationRow = graphql(`
  fragment InvitationRow on JuryInvitation {
    id
    version
    state
    chair
    contest {
      id
      titleVi
      titleEn
    }
    host {
      nameVi
      nameEn
    }
    invitedAt
    invitedByName
    answeredAt
    reason
    canAnswer
  }
`);

export type InvitationRow = ResultOf<typeof invitationRow>;

export const INVITATIONS = graphql(
  `
    query MyInvitations($after: String) {
      myInvitations(first: 100, after: $after) {
        edges {
          node {
            ...InvitationRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [invitationRow],
);

export const ACCEPT = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      answer: acceptInvitation(input: $input) {
        __typename
        ... on JuryInvitation {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const DECLINE = graphql(
  `
    mutation DeclineInvitation($input: EndInvitationInput!) {
      answer: declineInvitation(input: $input) {
        __typename
        ... on JuryInvitation {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const conflictRow = graphql(`
  fragment OwnConflict on Conflict {
    id
    version
    type
    source
    active
    reason
    answer
    canAnswer
    initiative {
      id
      receiptNumber
      title
    }
    createdAt
    waits
  }
`);

export type OwnConflict = ResultOf<typeof conflictRow>;

export const MY_CONFLICTS = graphql(
  `
    query MyConflicts($after: String) {
      myConflicts(first: 100, after: $after) {
        edges {
          node {
            ...OwnConflict
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [conflictRow],
);

export const ANSWER_CONFLICT = graphql(
  `
    mutation AnswerConflict($input: AnswerConflictInput!) {
      answer: answerConflict(input: $input) {
        __typename
        ... on Conflict {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
