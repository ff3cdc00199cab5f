import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const RATING_WEEK = graphql(`
  query RatingWeek($day: LocalDate!) {
    ratingWeek(day: $day) {
      startsOn
      endsOn
      rows {
        unit {
          id
          nameVi
          nameEn
        }
        fieldName
        ratings
        slipRatings
        heldRatings
        excludedRatings
        illustrative
        reading {
          satisfied {
            percent
            low
            high
          }
          dissatisfied {
            percent
          }
          reasons {
            reason
            ratings
          }
        }
      }
    }
  }
`);

const commentsWritten = graphql(`
  fragment CommentsWritten on RatingCommentConnection {
    edges {
      node {
        id
        week
        unit {
          id
          nameVi
          nameEn
        }
        fieldName
        level
        givenReasons
        text
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const MORE_COMMENTS = graphql(
  `
    query MoreRatingComments($after: String) {
      ratingComments(first: 25, after: $after) {
        ...CommentsWritten
      }
    }
  `,
  [commentsWritten],
);

const holdParts = graphql(`
  fragment HoldParts on RatingHold {
    id
    version
    day
    counter {
      id
      name
    }
    unit {
      id
      nameVi
      nameEn
    }
    heldRatings
    bursts {
      startedAt
      endedAt
      ratings
      usual
      networkMark
    }
    verdict
    reason
    whyNotDecide {
      code
      message
    }
  }
`);

const ratingsHeld = graphql(
  `
    fragment RatingsHeld on RatingHoldConnection {
      edges {
        node {
          ...HoldParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [holdParts],
);

export const MORE_HOLDS = graphql(
  `
    query MoreRatingHolds($after: String) {
      ratingHolds(first: 25, after: $after) {
        ...RatingsHeld
      }
    }
  `,
  [ratingsHeld],
);

export const DECIDE_RATINGS = graphql(
  `
    mutation DecideRatings($input: DecideRatingsInput!) {
      answer: decideRatings(input: $input) {
        __typename
        ...HoldParts
        ...RefusalParts
      }
    }
  `,
  [holdParts, refusalParts],
);

const transactionsCounted = graphql(`
  fragment TransactionsCounted on TransactionCountConnection {
    edges {
      node {
        id
        month
        unit {
          id
          nameVi
          nameEn
        }
        fieldName
        transactions
        source
        illustrative
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const MORE_TRANSACTIONS = graphql(
  `
    query MoreTransactionCounts($order: AgeOrder, $after: String) {
      transactionCounts(first: 25, order: $order, after: $after) {
        ...TransactionsCounted
      }
    }
  `,
  [transactionsCounted],
);

/** What stands on the page whichever week is read, each as far as its reader may: the first page of what is held, of comments, of transactions. */
export const BESIDE_RATINGS = graphql(
  `
    query BesideRatings($holds: Boolean!, $comments: Boolean!, $order: AgeOrder) {
      ratingHolds(first: 25) @include(if: $holds) {
        ...RatingsHeld
      }
      ratingComments(first: 25) @include(if: $comments) {
        ...CommentsWritten
      }
      transactionCounts(first: 25, order: $order) {
        ...TransactionsCounted
      }
    }
  `,
  [ratingsHeld, commentsWritten, transactionsCounted],
);

export const RECORD_TRANSACTIONS = graphql(
  `
    mutation RecordTransactions($input: RecordTransactionsInput!) {
      answer: recordTransactions(input: $input) {
        __typename
        ... on TransactionCount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ISSUE_SLIPS = graphql(
  `
    mutation IssueSlips($input: IssueSlipsInput!) {
      answer: issueSlips(input: $input) {
        __typename
        ... on SlipBatch {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SLIP_SHEET = graphql(`
  query SlipSheet($batchId: ID!) {
    slipSheet(batchId: $batchId) {
      url
    }
  }
`);

const shareParts = graphql(`
  fragment ShareParts on RatingShare {
    percent
    low
    high
    ratings
    weighted
    transactions
    coverage
  }
`);

export const PUBLIC_RATINGS = graphql(
  `
    query PublicRatings($month: LocalDate) {
      publicRatings(month: $month) {
        month
        publishedOn
        illustrative
        share {
          ...ShareParts
        }
        levels {
          level
          rated
          counted
          held
          excluded
        }
        units {
          unit {
            id
            nameVi
            nameEn
          }
          rank
          share {
            ...ShareParts
          }
          fields {
            fieldName
            share {
              ...ShareParts
            }
            openShare {
              ...ShareParts
            }
            slipShare {
              ...ShareParts
            }
          }
        }
      }
      publicRatingMonths {
        month
      }
    }
  `,
  [shareParts],
);

export type Share = ResultOf<typeof shareParts>;
export type HoldRow = ResultOf<typeof holdParts>;
export type WeekRow = NonNullable<ResultOf<typeof RATING_WEEK>['ratingWeek']>['rows'][number];
export type BesideRatings = ResultOf<typeof BESIDE_RATINGS>;
export type CommentRow = ResultOf<typeof commentsWritten>['edges'][number]['node'];
export type TransactionRow = ResultOf<typeof transactionsCounted>['edges'][number]['node'];
export type PublishedRatings = NonNullable<ResultOf<typeof PUBLIC_RATINGS>['publicRatings']>;
