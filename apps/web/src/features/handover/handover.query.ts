import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { modelParts } from './model.query';

const handoverParts = graphql(`
  fragment HandoverParts on Handover {
    id
    version
    model {
      id
    }
    unit {
      id
      nameVi
      nameEn
    }
    procedure {
      id
      name
    }
    day
    venue
    byLevel
    askedFor
    letter
    outcome
    attempt
    voidedOn
    mayBeAskedToRate
    canFollow
    whyNotChange {
      code
      message
    }
    illustrative
  }
`);

export const HANDOVERS = graphql(
  `
    query Handovers($waiting: Boolean, $order: AgeOrder, $after: String) {
      serviceModels(first: 50) {
        edges {
          node {
            ...ServiceModelParts
          }
        }
      }
      handovers(first: 25, waiting: $waiting, order: $order, after: $after) {
        edges {
          node {
            ...HandoverParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [modelParts, handoverParts],
);

export const HANDOVER_COUNTS = graphql(`
  query HandoverCounts($month: LocalDate!, $order: NameOrder, $after: String) {
    handoverCounts(first: 50, month: $month, order: $order, after: $after) {
      edges {
        node {
          unit {
            id
            nameVi
            nameEn
          }
          handed
          home
          ceremonies
          absent
          declined
          firstTries
          handedFirstTry
          congratulations
          condolences
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AT_HOME = graphql(`
  query AtHome($after: String) {
    publicServiceModels(first: 25, after: $after) {
      edges {
        node {
          id
          kind
          title
          decisionText
          howToAsk
          startsOn
          endsOn
          procedures {
            procedure {
              id
              name
            }
          }
          units {
            id
            nameVi
            nameEn
          }
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ENTER_HANDOVER = graphql(
  `
    mutation EnterHandover($input: EnterHandoverInput!) {
      answer: enterHandover(input: $input) {
        __typename
        ...HandoverParts
        ...RefusalParts
      }
    }
  `,
  [handoverParts, refusalParts],
);

export const CORRECT_HANDOVER = graphql(
  `
    mutation CorrectHandover($input: CorrectHandoverInput!) {
      answer: correctHandover(input: $input) {
        __typename
        ...HandoverParts
        ...RefusalParts
      }
    }
  `,
  [handoverParts, refusalParts],
);

export const VOID_HANDOVER = graphql(
  `
    mutation VoidHandover($input: VoidHandoverInput!) {
      answer: voidHandover(input: $input) {
        __typename
        ...HandoverParts
        ...RefusalParts
      }
    }
  `,
  [handoverParts, refusalParts],
);

export type HandoverRow = ResultOf<typeof HANDOVERS>['handovers']['edges'][number]['node'];
export type CountsRow = ResultOf<typeof HANDOVER_COUNTS>['handoverCounts']['edges'][number]['node'];
