import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const REMOVE_FILE = graphql(
  `
    mutation RemoveDossierFile($input: FileInput!) {
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
