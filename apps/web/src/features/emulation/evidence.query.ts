import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const EVIDENCE = graphql(`
  query EvidenceOfAchievement($achievementId: ID!) {
    files(ownerType: achievement, ownerId: $achievementId, first: 10) {
      edges {
        node {
          id
          fileName
          size
        }
      }
    }
  }
`);

export const REMOVE_EVIDENCE = graphql(
  `
    mutation RemoveEvidence($input: FileInput!) {
      answer: removeFile(input: $input) {
        __typename
        ... on StoredFile {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type EvidenceFile = ResultOf<typeof EVIDENCE>['files']['edges'][number]['node'];
