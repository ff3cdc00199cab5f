import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const templateParts = graphql(`
  fragment LetterTemplateParts on LetterTemplate {
    id
    version
    unit {
      id
      nameVi
      nameEn
    }
    kind
    number
    text
    signerPosition
    state
    authorName
    approvedByName
    approvedOn
    illustrative
    asksWhoIsNamed
    usable
    whyNotApprove {
      code
      message
    }
  }
`);

export const LETTER_TEMPLATES = graphql(
  `
    query LetterTemplates($after: String) {
      letterTemplates(first: 25, current: true, after: $after) {
        edges {
          node {
            ...LetterTemplateParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [templateParts],
);

export const LETTER = graphql(`
  query Letter($letterTemplateId: ID!, $recipient: String!, $named: String, $day: LocalDate!, $format: LetterFormat!) {
    letter(letterTemplateId: $letterTemplateId, recipient: $recipient, named: $named, day: $day, format: $format) {
      fileName
      contentType
      content
    }
  }
`);

export const WRITE_TEMPLATE = graphql(
  `
    mutation WriteLetterTemplate($input: WriteLetterTemplateInput!) {
      answer: writeLetterTemplate(input: $input) {
        __typename
        ...LetterTemplateParts
        ...RefusalParts
      }
    }
  `,
  [templateParts, refusalParts],
);

export const APPROVE_TEMPLATE = graphql(
  `
    mutation ApproveLetterTemplate($input: ApproveLetterTemplateInput!) {
      answer: approveLetterTemplate(input: $input) {
        __typename
        ...LetterTemplateParts
        ...RefusalParts
      }
    }
  `,
  [templateParts, refusalParts],
);

export type TemplateRow = ResultOf<typeof LETTER_TEMPLATES>['letterTemplates']['edges'][number]['node'];
