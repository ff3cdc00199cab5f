import { type ResultOf, graphql } from '../../../api/graphql';

/** Of a round, what its result is read by: whose it is, how cards became scores, which versions there are. */
export const ROUND_RESULT = graphql(`
  query RoundResult($contestId: ID!, $roundId: ID!) {
    contest(id: $contestId) {
      id
      titleVi
      titleEn
      year
      illustrative
      phase
      host {
        id
        nameVi
        nameEn
      }
    }
    rounds(contestId: $contestId) {
      id
      nameVi
      nameEn
      state
      last
      closedAt
      aggregation
      ruleBookHash
      canClose
      canExport
      progress {
        due
        signed
        initiatives
      }
      whyNotClose {
        code
        message
      }
      criteria {
        key
        nameVi
        nameEn
        max
      }
    }
    roundResults(roundId: $roundId) {
      id
      number
      cause
      madeAt
      supersededAt
      ruleBookNumber
      ruleBookHash
      auditSeq
    }
  }
`);

const standingsOfRound = graphql(`
  fragment StandingsOfRound on StandingConnection {
    totalCount
    edges {
      node {
        id
        place
        rank
        score
        rounded
        decidedBy
        initiative {
          id
          receiptNumber
          title
        }
        owner {
          id
          nameVi
          nameEn
        }
        eligible
        cards
        mean
        spread
        adjustedRank
        state
        totals {
          total
          extra
        }
        knockedOut {
          criterion
          nameVi
          nameEn
          minimum
          given
        }
        cutOff {
          score
          top {
            places
            score
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const STANDINGS = graphql(
  `
    query Standings($roundId: ID!, $number: Int, $after: String) {
      standings(first: 100, roundId: $roundId, number: $number, after: $after) {
        ...StandingsOfRound
      }
    }
  `,
  [standingsOfRound],
);

const agreementOfRound = graphql(`
  fragment AgreementOfRound on Agreement {
    roundId
    number
    kept
    initiatives
    judges
    whyNotAdjusted {
      code
      message
    }
    figures {
      criterion
      criterionNameVi
      criterionNameEn
      measure
      nameVi
      nameEn
      value
      low
      high
      meaningVi
      meaningEn
      adviceVi
      adviceEn
    }
  }
`);

const statisticsOfJudges = graphql(`
  fragment StatisticsOfJudges on JudgeStatisticsConnection {
    edges {
      node {
        place
        judge {
          id
          fullName
        }
        cards
        mean
        severity {
          value
          whyNot {
            code
            message
          }
        }
        outliers {
          initiative {
            id
            receiptNumber
            title
          }
          total
          expected
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const JUDGE_STATISTICS = graphql(
  `
    query JudgeStatistics($roundId: ID!, $after: String) {
      judgeStatistics(first: 100, roundId: $roundId, after: $after) {
        ...StatisticsOfJudges
      }
    }
  `,
  [statisticsOfJudges],
);

/** The result of a closed round as one reads it, with how its judges agree and how strict each is; of the lists the first page. */
export const RESULT_READ = graphql(
  `
    query ResultRead($roundId: ID!, $number: Int) {
      standings(first: 100, roundId: $roundId, number: $number) {
        ...StandingsOfRound
      }
      agreement(roundId: $roundId, number: $number) {
        ...AgreementOfRound
      }
      judgeStatistics(first: 100, roundId: $roundId) {
        ...StatisticsOfJudges
      }
    }
  `,
  [standingsOfRound, agreementOfRound, statisticsOfJudges],
);

export const WHAT_IF = graphql(`
  query WhatIf(
    $roundId: ID!
    $aggregation: Aggregation
    $trimming: Trimming
    $furtherMark: FurtherMark
    $withoutJudgeId: ID
    $after: String
  ) {
    whatIf(
      first: 100
      roundId: $roundId
      aggregation: $aggregation
      trimming: $trimming
      furtherMark: $furtherMark
      withoutJudgeId: $withoutJudgeId
      after: $after
    ) {
      totalCount
      edges {
        node {
          place
          initiative {
            id
            receiptNumber
            title
          }
          cards
          rounded
          rank
          state
          whyNot {
            code
            message
          }
          rankInForce
          stateInForce
          gained
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const STABILITY = graphql(`
  query Stability($roundId: ID!, $after: String) {
    stability(first: 100, roundId: $roundId, after: $after) {
      totalCount
      edges {
        node {
          place
          initiative {
            id
            receiptNumber
            title
          }
          rank
          best
          worst
          unrankedWithout
          seed
          replicates
          chances {
            key
            nameVi
            nameEn
            chance
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type RoundResult = ResultOf<typeof ROUND_RESULT>;
export type ContestOfResult = NonNullable<RoundResult['contest']>;
export type RoundOfResult = RoundResult['rounds'][number];
export type ResultVersion = RoundResult['roundResults'][number];
export type ResultRead = ResultOf<typeof RESULT_READ>;
export type Standing = ResultRead['standings']['edges'][number]['node'];
export type JudgeFigures = ResultRead['judgeStatistics']['edges'][number]['node'];
export type AgreementFigure = ResultOf<typeof agreementOfRound>['figures'][number];
export type WhatIfLine = ResultOf<typeof WHAT_IF>['whatIf']['edges'][number]['node'];
export type StabilityLine = ResultOf<typeof STABILITY>['stability']['edges'][number]['node'];
