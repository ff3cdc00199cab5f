import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from './contest.query';

const invitation = graphql(`
  fragment OfficeInvitation on JuryInvitation {
    id
    version
    person {
      fullName
    }
    chair
    state
    conflictsFound
    invitedAt
    invitedByName
    answeredAt
    reason
    canWithdraw
  }
`);

export type OfficeInvitation = ResultOf<typeof invitation>;

export const JURY_INVITATIONS = graphql(
  `
    query JuryInvitations($contestId: ID!, $states: [JuryInvitationState!], $search: String, $order: JuryInvitationOrder, $after: String) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      juryInvitations(contestId: $contestId, states: $states, search: $search, order: $order, first: 50, after: $after) {
        totalCount
        edges {
          node {
            ...OfficeInvitation
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [contestOfJudging, invitation],
);

/** What is known of somebody before they are asked; nothing is written. */
export const CONFLICT_CHECK = graphql(`
  query ConflictCheck($contestId: ID!, $personId: ID!) {
    conflictCheck(contestId: $contestId, personId: $personId, first: 100) {
      id
      fullName
      author
      judge
      seated
      invited
      initiatives
      whyNotInvite {
        code
        message
      }
      heads {
        id
        nameVi
        nameEn
        initiatives
      }
      conflicts {
        totalCount
        edges {
          node {
            id
            initiative {
              id
              receiptNumber
              title
            }
            owner {
              id
              nameVi
              nameEn
            }
            type
            source
          }
        }
      }
    }
  }
`);

export type Checked = NonNullable<ResultOf<typeof CONFLICT_CHECK>['conflictCheck']>;

export const INVITE = graphql(
  `
    mutation InviteToJury($input: InviteToJuryInput!) {
      answer: inviteToJury(input: $input) {
        __typename
        ... on JuryInvitation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const WITHDRAW_INVITATION = graphql(
  `
    mutation WithdrawInvitation($input: EndInvitationInput!) {
      answer: withdrawInvitation(input: $input) {
        __typename
        ... on JuryInvitation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
