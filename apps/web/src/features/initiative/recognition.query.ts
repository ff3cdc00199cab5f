import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const APPLY_FOR_RECOGNITION = graphql(
  `
    mutation ApplyForRecognition($input: ApplyForRecognitionInput!) {
      answer: applyForRecognition(input: $input) {
        __typename
        ... on Recognition {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
