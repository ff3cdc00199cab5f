import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const HOLDS = graphql(`
  query Holds($personId: ID, $order: AgeOrder, $after: String) {
    holds(first: 25, personId: $personId, order: $order, after: $after) {
      edges {
        node {
          id
          version
          person {
            id
            fullName
          }
          startsOn
          endsOn
          ground
          placedByName
          inForce
          illustrative
          whyNotEnd {
            code
            message
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PLACE_HOLD = graphql(
  `
    mutation PlaceHold($input: PlaceHoldInput!) {
      answer: placeHold(input: $input) {
        __typename
        ... on Hold {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const END_HOLD = graphql(
  `
    mutation EndHold($input: EndHoldInput!) {
      answer: endHold(input: $input) {
        __typename
        ... on Hold {
          id
          version
          endsOn
          inForce
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const FIND_OFFICIALS = graphql(`
  query FindOfficials($search: String!) {
    people(search: $search, first: 8) {
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

export type HoldRow = ResultOf<typeof HOLDS>['holds']['edges'][number]['node'];
