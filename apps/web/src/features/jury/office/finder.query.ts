import { graphql } from '../../../api/graphql';

export const FIND_PEOPLE = graphql(`
  query FindPeople($search: String!) {
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

export const FIND_INITIATIVES = graphql(`
  query FindInitiatives($contestId: ID!, $search: String!) {
    initiatives(contestId: $contestId, search: $search, first: 8) {
      edges {
        node {
          id
          title
          receiptNumber
        }
      }
    }
  }
`);
