import { graphql } from '../../../api/graphql';

export const TO_SIGN = graphql(`
  query ToSign {
    awaiting(first: 100, kinds: ["award.approve", "correction.decide"]) {
      totalCount
      edges {
        node {
          id
          kind
          subject
          subjectId
          since
          who
        }
      }
    }
  }
`);
