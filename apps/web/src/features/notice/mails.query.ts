import { type ResultOf, graphql } from '../../api/graphql';

export const MAILS = graphql(`
  query Mails($search: String, $state: MailState, $topic: NoticeTopic, $order: AgeOrder, $after: String) {
    mails(first: 50, search: $search, state: $state, topic: $topic, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          state
          topic
          about
          recipient {
            id
            fullName
          }
          recipientAddress
          attempts
          error
          messageId
          createdAt
          sentAt
          nextAttemptAt
          canRetry
          canDiscard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type MailRow = ResultOf<typeof MAILS>['mails']['edges'][number]['node'];
