import { type ResultOf, type VariablesOf, graphql } from '../../../api/graphql';
import { contestOfDossiers } from './office.query';

const dossiersFound = graphql(`
  fragment DossiersFound on Query {
    initiatives(
      first: $first
      after: $after
      year: $year
      contestId: $contestId
      areaId: $areaId
      ownerUnitId: $ownerUnitId
      states: $states
      author: $author
      screenerId: $screenerId
      receivedFrom: $receivedFrom
      receivedTo: $receivedTo
      search: $search
      order: $order
    ) {
      totalCount
      edges {
        node {
          id
          contest {
            id
            titleVi
            titleEn
          }
          receiptNumber
          title
          state
          submittedAt
          savedAt
          returnDueAt
          illustrative
          area {
            id
            nameVi
            nameEn
          }
          owner {
            id
            nameVi
            nameEn
          }
          authors {
            person {
              id
              fullName
            }
          }
          screenedBy {
            id
            fullName
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

export type DossierLine = ResultOf<typeof dossiersFound>['initiatives']['edges'][number]['node'];

export const DOSSIERS = graphql(
  `
    query OfficeDossiers(
      $first: Int!
      $after: String
      $year: Int
      $contestId: ID
      $areaId: ID
      $ownerUnitId: ID
      $states: [InitiativeState!]
      $author: String
      $screenerId: ID
      $receivedFrom: LocalDate
      $receivedTo: LocalDate
      $search: String
      $order: InitiativeOrder
    ) {
      ...DossiersFound
    }
  `,
  [dossiersFound],
);

export type DossierFilter = Omit<VariablesOf<typeof DOSSIERS>, 'first' | 'after'>;

/** The same of one contest, with what its page says of it. */
export const DOSSIERS_OF_CONTEST = graphql(
  `
    query DossiersOfContest(
      $first: Int!
      $after: String
      $year: Int
      $contestId: ID!
      $areaId: ID
      $ownerUnitId: ID
      $states: [InitiativeState!]
      $author: String
      $screenerId: ID
      $receivedFrom: LocalDate
      $receivedTo: LocalDate
      $search: String
      $order: InitiativeOrder
    ) {
      contest(id: $contestId) {
        ...ContestOfDossiers
      }
      ...DossiersFound
    }
  `,
  [contestOfDossiers, dossiersFound],
);
