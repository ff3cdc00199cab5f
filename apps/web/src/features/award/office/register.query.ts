import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const registered = graphql(`
  fragment Registered on RegisteredAward {
    __typename
    id
    version
    contest {
      id
      year
      titleVi
      titleEn
    }
    recorded
    illustrative
    initiative {
      id
      receiptNumber
      title
    }
    unit {
      nameVi
      nameEn
    }
    tier {
      nameVi
      nameEn
    }
    amount
    decisionNumber
    decidedOn
    revokedAt
    authors {
      person {
        id
        fullName
      }
    }
    canRecordPayment
    payment {
      version
      paidOn
      amount
      document
      recordedByName
      recordedAt
    }
  }
`);

export const AWARD_REGISTER = graphql(
  `
    query AwardRegister($search: String, $year: Int, $decision: String, $paid: Boolean, $order: WinnerOrder, $after: String) {
      awardRegister(first: 50, search: $search, year: $year, decision: $decision, paid: $paid, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...Registered
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [registered],
);

export const CONTESTS_OF_REGISTER = graphql(`
  query ContestsOfRegister {
    contests(first: 100) {
      edges {
        node {
          id
          year
          titleVi
          titleEn
          recorded
          host {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const RECORD_AWARD_PAYMENT = graphql(
  `
    mutation RecordAwardPayment($input: RecordAwardPaymentInput!) {
      answer: recordAwardPayment(input: $input) {
        ...Registered
        ...RefusalParts
      }
    }
  `,
  [registered, refusalParts],
);

export type RegisteredAward = ResultOf<typeof registered>;
