import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const REQUEST_UPLOAD = graphql(
  `
    mutation RequestDossierFile($input: RequestUploadInput!) {
      answer: requestUpload(input: $input) {
        __typename
        ... on FileUpload {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const UPLOAD = graphql(`
  query DossierFileOnItsWay($id: ID!) {
    upload(id: $id, parts: 10) {
      id
      missing
      parts {
        number
        offset
        size
        url
      }
    }
  }
`);

export const CONFIRM_UPLOAD = graphql(
  `
    mutation ConfirmDossierFile($input: FileInput!) {
      answer: confirmUpload(input: $input) {
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

export const GIVE_UP_UPLOAD = graphql(
  `
    mutation GiveUpDossierFile($input: FileInput!) {
      answer: giveUpUpload(input: $input) {
        __typename
        ... on FileUpload {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

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

export const FILE_DOWNLOAD = graphql(`
  query DossierFileDownload($id: ID!) {
    fileDownload(id: $id) {
      url
    }
  }
`);
