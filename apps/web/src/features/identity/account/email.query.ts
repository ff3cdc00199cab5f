import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const MY_EMAIL_CHANGE = graphql(`
  query MyEmailChange {
    myEmailChange {
      id
      email
      expiresAt
    }
  }
`);

export const CHANGE_EMAIL = graphql(
  `
    mutation ChangeEmail($input: ChangeEmailInput!) {
      answer: changeEmail(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const GIVE_UP_EMAIL_CHANGE = graphql(
  `
    mutation GiveUpEmailChange($input: GiveUpEmailChangeInput!) {
      answer: giveUpEmailChange(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_EMAIL = graphql(
  `
    mutation ConfirmEmail($input: ConfirmEmailInput!) {
      answer: confirmEmail(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
