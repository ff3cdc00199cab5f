import { graphql } from '../../api/graphql';

export const UPLOADS = graphql(`
  query UploadsOnTheirWay($after: String) {
    uploads(first: 50, after: $after) {
      edges {
        node {
          id
          fileName
          size
          expiresAt
          createdAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
