import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { awardList } from './prizes.query';

export const AREAS_OF_REGISTER = graphql(`
  query AreasOfRegister {
    reformAreas(first: 100) {
      edges {
        node {
          id
          nameVi
          nameEn
          retired
        }
      }
    }
  }
`);

export const PAST_CONTEST = graphql(
  `
    query PastContest($contestId: ID!, $after: String) {
      contest(id: $contestId) {
        id
        year
        titleVi
        titleEn
        recorded
        illustrative
        areas {
          id
          nameVi
          nameEn
        }
        prizePlan {
          id
          key
          nameVi
          nameEn
          quantity
          amount
          track
        }
      }
      initiatives(first: 100, contestId: $contestId, order: TITLE, after: $after) {
        totalCount
        edges {
          node {
            id
            title
            receiptNumber
            owner {
              id
              nameVi
              nameEn
            }
            authors {
              person {
                id
                fullName
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      contestAwards(contestId: $contestId) {
        id
        canRecord
      }
      awardDecision(contestId: $contestId) {
        ...AwardList
      }
    }
  `,
  [awardList],
);

export const UNITS_BY_NAME = graphql(`
  query UnitsByName($search: String!) {
    units(first: 20, search: $search) {
      edges {
        node {
          id
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const PEOPLE_BY_NAME = graphql(`
  query PeopleByName($search: String!) {
    people(first: 20, search: $search) {
      edges {
        node {
          id
          fullName
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const RECORD_PAST_CONTEST = graphql(
  `
    mutation RecordPastContest($input: RecordPastContestInput!) {
      answer: recordPastContest(input: $input) {
        ... on Contest {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RECORD_PAST_INITIATIVE = graphql(
  `
    mutation RecordPastInitiative($input: RecordPastInitiativeInput!) {
      answer: recordPastInitiative(input: $input) {
        ... on Initiative {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RECORD_PAST_AWARDS = graphql(
  `
    mutation RecordPastAwards($input: RecordPastAwardsInput!) {
      answer: recordPastAwards(input: $input) {
        ... on AwardDecision {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

type Past = ResultOf<typeof PAST_CONTEST>;
export type PastContestRead = NonNullable<Past['contest']>;
export type PastInitiative = Past['initiatives']['edges'][number]['node'];
