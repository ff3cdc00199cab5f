import { graphql } from './graphql';
import { refusalParts } from './refusal';

export const REQUEST_UPLOAD = graphql(
  `
    mutation RequestUpload($input: RequestUploadInput!) {
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
  query UploadOnItsWay($id: ID!) {
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
    mutation ConfirmUpload($input: FileInput!) {
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

export const FILE_DOWNLOAD = graphql(`
  query FileDownload($id: ID!) {
    fileDownload(id: $id) {
      url
    }
  }
`);

export const GIVE_UP_UPLOAD = graphql(
  `
    mutation GiveUpUpload($input: FileInput!) {
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
