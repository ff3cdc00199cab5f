import { type ResultOf, type VariablesOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const rolloutRow = graphql(`
  fragment RolloutRow on Rollout {
    id
    year
    kind
    titleVi
    titleEn
    startedOn
    dueOn
    expected
    exempt
    inUse
    coverage
    illustrative
    leadUnit {
      id
      nameVi
      nameEn
    }
  }
`);

export const rolloutParts = graphql(
  `
    fragment RolloutParts on Rollout {
      ...RolloutRow
      version
      initiative {
        id
        receiptNumber
        title
      }
      reason
      legalBasis
      plan
      resources
      service
      cost
      decisionNumber
      decidedOn
      decisionTitle
      leastPilotMonths
      leastUseMonths
      rosterAsOf
      canManage
      counts {
        state
        count
      }
      indicators {
        id
        key
        nameVi
        nameEn
        unitVi
        unitEn
        direction
        aggregation
        kind
        decimals
        lowest
        highest
        baseline
        target
      }
    }
  `,
  [rolloutRow],
);

export const ROLLOUTS = graphql(
  `
    query Rollouts($first: Int!, $after: String, $search: String, $year: Int, $areaId: ID, $unitId: ID, $order: RolloutOrder) {
      rollouts(first: $first, after: $after, search: $search, year: $year, areaId: $areaId, unitId: $unitId, order: $order) {
        totalCount
        edges {
          node {
            ...RolloutRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [rolloutRow],
);

export const ROLLOUT = graphql(
  `
    query RolloutPage($id: ID!) {
      serverTime
      rollout(id: $id) {
        ...RolloutParts
      }
    }
  `,
  [rolloutParts],
);

/** The communes of a roll-out by their names, page by page. */
export const ROLLOUT_COMMUNES = graphql(`
  query RolloutCommunes($rolloutId: ID!, $order: AdoptionOrder, $first: Int!, $after: String) {
    adoptions(rolloutId: $rolloutId, order: $order, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          state
          basis
          since
          confirmed
          overdue
          dueOn
          unit {
            id
            nameVi
            nameEn
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

export const ADOPT_INITIATIVE = graphql(
  `
    mutation AdoptInitiative($input: AdoptInitiativeInput!) {
      answer: adoptInitiative(input: $input) {
        __typename
        ...RolloutParts
        ...RefusalParts
      }
    }
  `,
  [rolloutParts, refusalParts],
);

export const EDIT_ROLLOUT = graphql(
  `
    mutation EditRollout($input: EditRolloutInput!) {
      answer: editRollout(input: $input) {
        __typename
        ...RolloutParts
        ...RefusalParts
      }
    }
  `,
  [rolloutParts, refusalParts],
);

export const SET_INDICATORS = graphql(
  `
    mutation SetIndicators($input: SetIndicatorsInput!) {
      answer: setIndicators(input: $input) {
        __typename
        ...RolloutParts
        ...RefusalParts
      }
    }
  `,
  [rolloutParts, refusalParts],
);

export const RECORD_OWN = graphql(
  `
    mutation RecordOwnAdoption($input: RecordOwnAdoptionInput!) {
      answer: recordOwnAdoption(input: $input) {
        __typename
        ... on Adoption {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type RolloutRow = ResultOf<typeof rolloutRow>;
export type RolloutRead = ResultOf<typeof rolloutParts>;
export type CommuneRow = ResultOf<typeof ROLLOUT_COMMUNES>['adoptions']['edges'][number]['node'];
export type IndicatorOrder = VariablesOf<typeof SET_INDICATORS>['input']['indicators'][number];
