import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const heldGrant = graphql(`
  fragment HeldGrantRow on HeldGrant {
    id
    person {
      id
      fullName
    }
    role
    state
    validFrom
    validTo
    decisionNumber
    decidedOn
    revocationWaits
    proposedByName
    version
    canConfirm
    canRefuse
    canWithdraw
    canRevoke
    whyNotConfirm {
      message
    }
    unit {
      id
      nameVi
      nameEn
    }
  }
`);

export const GRANTS = graphql(
  `
    query Grants($search: String, $role: Role, $unitId: ID, $endsUntil: LocalDate, $order: GrantOrder, $after: String) {
      grants(first: 50, search: $search, role: $role, unitId: $unitId, endsUntil: $endsUntil, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...HeldGrantRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [heldGrant],
);

export const GRANTS_OF = graphql(
  `
    query GrantsOf($personId: ID!) {
      grants(first: 50, personId: $personId) {
        edges {
          node {
            ...HeldGrantRow
          }
        }
      }
    }
  `,
  [heldGrant],
);

/** Those that wait for a second person, for whoever decides on roles of their units. */
export const PROPOSED_GRANTS = graphql(
  `
    query ProposedGrants($after: String) {
      proposedGrants(first: 50, after: $after) {
        totalCount
        edges {
          node {
            ...HeldGrantRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [heldGrant],
);

export type HeldGrantRow = ResultOf<typeof heldGrant>;

export const GRANT_ROLE = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      answer: grantRole(input: $input) {
        __typename
        ... on RoleGrant {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const NAME_LEADER = graphql(
  `
    mutation NameLeader($input: NameLeaderInput!) {
      answer: nameLeader(input: $input) {
        __typename
        ... on RoleGrant {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_GRANT = graphql(
  `
    mutation ConfirmGrant($input: ConfirmGrantInput!) {
      answer: confirmGrant(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_GRANT = graphql(
  `
    mutation RefuseGrant($input: RefuseGrantInput!) {
      answer: refuseGrant(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_REVOCATION = graphql(
  `
    mutation ConfirmRevocation($input: ConfirmGrantInput!) {
      answer: confirmRevocation(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_REVOCATION = graphql(
  `
    mutation RefuseRevocation($input: RefuseGrantInput!) {
      answer: refuseRevocation(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const WITHDRAW_GRANT = graphql(
  `
    mutation WithdrawGrant($input: RevokeGrantInput!) {
      answer: withdrawGrant(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REVOKE_GRANT = graphql(
  `
    mutation RevokeGrant($input: RevokeGrantInput!) {
      answer: revokeGrant(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
