import { graphql } from '../../../api/graphql';

export const TO_SIGN = graphql(`
  query ToSign($after: String) {
    awaiting(first: 100, kinds: [contestApprovePlan, awardApprove, correctionDecide], after: $after) {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
