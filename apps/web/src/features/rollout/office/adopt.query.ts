import { type ResultOf, graphql } from '../../../api/graphql';
import { rolloutParts } from './rollout.query';

const unitsOfDay = graphql(`
  fragment UnitsOfDay on UnitConnection {
    edges {
      node {
        id
        kind
        nameVi
        nameEn
        parentId
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export type UnitChoice = ResultOf<typeof unitsOfDay>['edges'][number]['node'];

/** In which years something won, where contests are held, and which units there are on a day; of these the first page. */
export const ADOPT_CHOICES = graphql(
  `
    query AdoptChoices($asOf: LocalDate) {
      publicContests(first: 100) {
        edges {
          node {
            id
            year
            host {
              id
            }
          }
        }
      }
      units(first: 100, asOf: $asOf) {
        ...UnitsOfDay
      }
    }
  `,
  [unitsOfDay],
);

/** What a roll-out says of itself, and the units of today that may lead it. */
export const ROLLOUT_TO_EDIT = graphql(
  `
    query RolloutToEdit($id: ID!) {
      rollout(id: $id) {
        ...RolloutParts
      }
      units(first: 100) {
        ...UnitsOfDay
      }
    }
  `,
  [rolloutParts, unitsOfDay],
);

/** The units of a day after the first page of them. */
export const MORE_UNITS = graphql(
  `
    query MoreUnitsOfDay($asOf: LocalDate, $after: String) {
      units(first: 100, asOf: $asOf, after: $after) {
        ...UnitsOfDay
      }
    }
  `,
  [unitsOfDay],
);

const winnersToAdopt = graphql(`
  fragment WinnersToAdopt on AwardConnection {
    edges {
      node {
        id
        initiative {
          id
          receiptNumber
          title
        }
        tier {
          nameVi
          nameEn
        }
        contest {
          id
        }
        illustrative
        revokedAt
        rollout {
          id
          byDecision
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** What won in one year, the first page of it. */
export const WINNERS_OF_YEAR = graphql(
  `
    query WinnersOfYear($year: Int!) {
      winners(first: 100, year: $year) {
        ...WinnersToAdopt
      }
    }
  `,
  [winnersToAdopt],
);

export const MORE_WINNERS = graphql(
  `
    query MoreWinnersOfYear($year: Int!, $after: String) {
      winners(first: 100, year: $year, after: $after) {
        ...WinnersToAdopt
      }
    }
  `,
  [winnersToAdopt],
);
