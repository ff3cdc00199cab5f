import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const criterionParts = graphql(`
  fragment CriterionParts on CriterionRule {
    key
    nameVi
    nameEn
    guidanceVi
    guidanceEn
    max
    step
    knockOutMinimum
    commentRequired
    bands {
      from
      to
      vi
      en
    }
  }
`);

const contentParts = graphql(
  `
    fragment ContentParts on RuleBookContent {
      edition
      publicPack
      publicText
      publicRanking
      authorsRead
      combination {
        kind
      }
      rounding {
        places
        rankOn
      }
      tieBreak {
        kind
        round
        criterion
      }
      rounds {
        key
        nameVi
        nameEn
        judgesPerInitiative
        minimumCards
        weight
        aggregation {
          kind
          trimming
        }
        divergenceThreshold
        cutOff {
          score
          top
          join
        }
        furtherMark
        visibility
        presentation {
          presentMinutes
          questionMinutes
          marksInRoom
        }
        calibration
        rubric {
          ...CriterionParts
          children {
            ...CriterionParts
            children {
              ...CriterionParts
            }
          }
        }
      }
    }
  `,
  [criterionParts],
);

export const RULE_BOOK = graphql(
  `
    query RuleBookToEdit($id: ID!) {
      contest(id: $id) {
        id
        version
        year
        titleVi
        titleEn
        phase
        illustrative
        canSetRuleBook
        canAmendRuleBook
        ruleBook {
          id
          number
          hash
          frozenAt
          contentHash
          content {
            ...ContentParts
          }
          problems {
            ...RefusalParts
          }
        }
        ruleBooks {
          id
          number
          hash
          frozenAt
          decisionNumber
          decisionReason
        }
      }
      contests(first: 100) {
        edges {
          node {
            id
            year
            titleVi
            titleEn
            recorded
          }
        }
      }
    }
  `,
  [contentParts, refusalParts],
);

export type ContestOfBook = NonNullable<ResultOf<typeof RULE_BOOK>['contest']>;
export type ContentRead = ResultOf<typeof contentParts>;

export const OTHER_RULE_BOOK = graphql(
  `
    query RuleBookToCompare($id: ID!) {
      contest(id: $id) {
        id
        year
        ruleBook {
          id
          content {
            ...ContentParts
          }
        }
      }
    }
  `,
  [contentParts],
);

export const SET_RULE_BOOK = graphql(
  `
    mutation SetRuleBook($input: SetRuleBookInput!) {
      answer: setRuleBook(input: $input) {
        __typename
        ... on Contest {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const AMEND_RULE_BOOK = graphql(
  `
    mutation AmendRuleBook($input: AmendRuleBookInput!) {
      answer: amendRuleBook(input: $input) {
        __typename
        ... on Contest {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
