import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const signalParts = graphql(`
  fragment SignalParts on Signal {
    id
    version
    unit {
      id
      nameVi
      nameEn
    }
    rule
    week
    latestWeek
    ratings
    lowRatings
    usualPercent
    openedOn
    closedAt
    conclusion
    illustrative
    canOpenAction
    whyNotClose {
      code
      message
    }
  }
`);

const signalsFound = graphql(
  `
    fragment SignalsFound on SignalConnection {
      edges {
        node {
          ...SignalParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [signalParts],
);

export const MORE_SIGNALS = graphql(
  `
    query MoreSignals($open: Boolean, $order: AgeOrder, $after: String) {
      signals(first: 25, open: $open, order: $order, after: $after) {
        ...SignalsFound
      }
    }
  `,
  [signalsFound],
);

export const CLOSE_SIGNAL = graphql(
  `
    mutation CloseSignal($input: CloseSignalInput!) {
      answer: closeSignal(input: $input) {
        __typename
        ...SignalParts
        ...RefusalParts
      }
    }
  `,
  [signalParts, refusalParts],
);

/** What was counted, and what it is held against. */
export const SIGNALS_PAGE = graphql(
  `
    query SignalsPage($open: Boolean, $order: AgeOrder) {
      signals(first: 25, open: $open, order: $order) {
        ...SignalsFound
      }
      signalTerms {
        checksAYear
        falseLowShares
        falseWorseRuns
        bases {
          id
          version
          unit {
            id
            nameVi
            nameEn
          }
          startsOn
          lastWeek
          ratings
          lowRatings
          usualPercent
          reason
          canRebase
        }
      }
    }
  `,
  [signalsFound],
);

export const REBASE_SIGNALS = graphql(
  `
    mutation RebaseSignals($input: RebaseSignalsInput!) {
      answer: rebaseSignals(input: $input) {
        __typename
        ... on SignalBase {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const caseParts = graphql(`
  fragment CaseParts on ReportedCase {
    id
    version
    counter {
      id
      name
    }
    unit {
      id
      nameVi
      nameEn
    }
    day
    kind
    ratings
    texts
    pastHead
    reply
    finding
    conclusion
    closedAt
    illustrative
    canAnswer
    canPass
    canOpenAction
    whyNotClose {
      code
      message
    }
  }
`);

export const REPORTED_CASES = graphql(
  `
    query ReportedCases($open: Boolean, $order: AgeOrder, $after: String) {
      reportedCases(first: 25, open: $open, order: $order, after: $after) {
        edges {
          node {
            ...CaseParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [caseParts],
);

export const ANSWER_CASE = graphql(
  `
    mutation AnswerCase($input: AnswerCaseInput!) {
      answer: answerCase(input: $input) {
        __typename
        ...CaseParts
        ...RefusalParts
      }
    }
  `,
  [caseParts, refusalParts],
);

export const PASS_CASE = graphql(
  `
    mutation PassCase($input: PassCaseInput!) {
      answer: passCase(input: $input) {
        __typename
        ...CaseParts
        ...RefusalParts
      }
    }
  `,
  [caseParts, refusalParts],
);

export const CLOSE_CASE = graphql(
  `
    mutation CloseCase($input: CloseCaseInput!) {
      answer: closeCase(input: $input) {
        __typename
        ...CaseParts
        ...RefusalParts
      }
    }
  `,
  [caseParts, refusalParts],
);

type NodeOf<Connection extends { edges: readonly { node: unknown }[] }> = Connection['edges'][number]['node'];
export type SignalRow = NodeOf<ResultOf<typeof SIGNALS_PAGE>['signals']>;
export type CaseRow = NodeOf<ResultOf<typeof REPORTED_CASES>['reportedCases']>;
export type BaseRow = ResultOf<typeof SIGNALS_PAGE>['signalTerms']['bases'][number];
export type SignalsAsked = ResultOf<typeof SIGNALS_PAGE>;
