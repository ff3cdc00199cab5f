import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

/** A card as a list shows it. */
const cardRow = graphql(`
  fragment CardRow on MyCard {
    id
    initiative {
      id
      receiptNumber
      title
    }
    state
    version
    anonymous
    attested
    conflicted
    extra
    round {
      id
      nameVi
      nameEn
      state
    }
    dueAt
    signableUntil
    signedAt
    excuseReason
    total
    draftTotal
    canAttest
    canMark
    whyNotMark {
      code
      message
    }
    canSign
    whyNotSign {
      code
      message
    }
    canRequestReopening
    whyNotRequestReopening {
      code
      message
    }
    marks {
      criterion
      points
      comment
    }
    missing {
      criterion
      points
      comment
    }
    reopening {
      id
      version
      reason
      requestedAt
      requestedByName
      canWithdraw
    }
  }
`);

export type CardRow = ResultOf<typeof cardRow>;

/** In which rounds one has cards, and how far each card is. */
export const MY_ROUNDS = graphql(`
  query MyRounds($after: String) {
    myAssignments(first: 100, after: $after) {
      edges {
        node {
          id
          contestId
          round {
            id
            nameVi
            nameEn
            state
            dueAt
          }
          initiative {
            receiptNumber
          }
          state
          conflicted
          canMark
          whyNotMark {
            code
          }
          marks {
            points
            comment
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    contests(first: 100) {
      edges {
        node {
          id
          year
        }
      }
    }
  }
`);

export type OwnAssignment = ResultOf<typeof MY_ROUNDS>['myAssignments']['edges'][number]['node'];

/** Whose each initiative is, as far as its judge may be told before the dossier opens. */
export const whoseInitiatives = graphql(`
  fragment WhoseInitiatives on AssignmentConnection {
    edges {
      node {
        id
        authors
        owner {
          nameVi
          nameEn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const WHOSE = graphql(
  `
    query WhoseOfRound($roundId: ID!, $after: String) {
      myAssignments(first: 100, roundId: $roundId, after: $after) {
        ...WhoseInitiatives
      }
    }
  `,
  [whoseInitiatives],
);

/** A round as its judge sees it, with a page of their cards. */
export const cardsOfRound = graphql(
  `
    fragment CardsOfRound on Query {
      round(id: $roundId) {
        id
        nameVi
        nameEn
        state
        dueAt
        calibration
        presentation {
          presentMinutes
        }
        criteria {
          key
          nameVi
          nameEn
          partOfVi
          partOfEn
          max
        }
      }
      myCards(first: 100, roundId: $roundId, after: $after) {
        totalCount
        edges {
          node {
            ...CardRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [cardRow],
);

export const CARDS = graphql(
  `
    query MyCards($roundId: ID!, $after: String) {
      ...CardsOfRound
    }
  `,
  [cardsOfRound],
);

export type CardsAnswer = ResultOf<typeof cardsOfRound>;
export type RoundHead = NonNullable<CardsAnswer['round']>;

export const ATTEST = graphql(
  `
    mutation Attest($input: CardInput!) {
      answer: attest(input: $input) {
        __typename
        ... on Scorecard {
          id
          attested
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const DECLARE_CONFLICT = graphql(
  `
    mutation DeclareConflict($input: DeclareConflictInput!) {
      answer: declareConflict(input: $input) {
        __typename
        ... on Scorecard {
          id
          state
          conflicted
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REQUEST_REOPENING = graphql(
  `
    mutation RequestReopening($input: RequestReopeningInput!) {
      answer: requestReopening(input: $input) {
        __typename
        ... on Reopening {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const WITHDRAW_REOPENING = graphql(
  `
    mutation WithdrawReopening($input: WithdrawReopeningInput!) {
      answer: withdrawReopening(input: $input) {
        __typename
        ... on Reopening {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
