import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const preferenceParts = graphql(`
  fragment PreferenceParts on NoticePreferences {
    id
    deliveries {
      topic
      delivery
      canChoose
    }
    quietHours {
      from
      until
    }
  }
`);

export const PREFERENCES = graphql(
  `
    query NoticePreferences {
      noticePreferences {
        ...PreferenceParts
      }
    }
  `,
  [preferenceParts],
);

export const SET_PREFERENCES = graphql(
  `
    mutation SetNoticePreferences($input: SetNoticePreferencesInput!) {
      answer: setNoticePreferences(input: $input) {
        __typename
        ...PreferenceParts
        ...RefusalParts
      }
    }
  `,
  [preferenceParts, refusalParts],
);

export type Preferences = ResultOf<typeof preferenceParts>;
