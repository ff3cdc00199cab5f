import { type ResultOf, type VariablesOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { dossierParts } from '../dossier.query';

export const CONTEST_OF_DOSSIERS = graphql(`
  query ContestOfDossiers($id: ID!) {
    contest(id: $id) {
      id
      year
      titleVi
      titleEn
      phase
      headConfirms
      lastMoment
      rosterId
      prizePlan {
        id
        track
      }
      areas {
        id
        nameVi
        nameEn
      }
    }
  }
`);

export type ContestOfDossiers = NonNullable<ResultOf<typeof CONTEST_OF_DOSSIERS>['contest']>;

export const DOSSIERS = graphql(`
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
          contestId
          contestTitleVi
          contestTitleEn
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
            personId
            fullName
          }
          screenedBy {
            personId
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

export type DossierLine = ResultOf<typeof DOSSIERS>['initiatives']['edges'][number]['node'];
export type DossierFilter = Omit<VariablesOf<typeof DOSSIERS>, 'first' | 'after'>;

export const UNITS_OF_ROSTER = graphql(`
  query UnitsOfRoster($rosterId: ID!, $after: String) {
    rosterUnits(rosterId: $rosterId, first: 100, after: $after) {
      totalCount
      edges {
        node {
          id
          nameVi
          nameEn
          kind
          abbreviation
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What only the office reads of a dossier, and what it may do with it. */
export const officeParts = graphql(
  `
    fragment OfficeParts on Initiative {
      ...DossierParts
      canScreen
      canMoveReturnDue
      canDisqualify
      contest {
        id
        authorsConfirm
      }
      paperReceivedAt
      draftedByName
      screenings {
        id
        verdict
        reasons
        dueAt
        at
        asks {
          field
          words
        }
      }
      links {
        id
        verdict
        reason
        at
        earlierId
        earlierTitle
        earlierYear
      }
    }
  `,
  [dossierParts],
);

export type OfficeDossier = ResultOf<typeof officeParts>;

export const OFFICE_DOSSIER = graphql(
  `
    query OfficeDossier($id: ID!) {
      initiative(id: $id) {
        ...OfficeParts
      }
    }
  `,
  [officeParts],
);

export const SIMILAR_ONES = graphql(`
  query SimilarOnes($id: ID!) {
    similarInitiatives(initiativeId: $id, first: 6) {
      edges {
        node {
          id
          receiptNumber
          title
          year
          likeness
          mayRead
          verdict
          owner {
            id
            nameVi
            nameEn
          }
          passages {
            field
            text
            otherField
            otherText
          }
        }
      }
    }
  }
`);

export type SimilarOne = ResultOf<typeof SIMILAR_ONES>['similarInitiatives']['edges'][number]['node'];

export const TEXTS_OF_OTHER = graphql(`
  query TextsOfOther($id: ID!) {
    initiative(id: $id) {
      id
      title
      problem
      solution
      novelty
      effect
    }
  }
`);

export const SCREEN = graphql(
  `
    mutation ScreenInitiative($input: ScreenInitiativeInput!) {
      answer: screenInitiative(input: $input) {
        __typename
        ...OfficeParts
        ...RefusalParts
      }
    }
  `,
  [officeParts, refusalParts],
);

export const RETURN = graphql(
  `
    mutation ReturnInitiative($input: ReturnInitiativeInput!) {
      answer: returnInitiative(input: $input) {
        __typename
        ...OfficeParts
        ...RefusalParts
      }
    }
  `,
  [officeParts, refusalParts],
);

export const MOVE_DUE = graphql(
  `
    mutation MoveReturnDue($input: MoveReturnDueInput!) {
      answer: moveReturnDue(input: $input) {
        __typename
        ...OfficeParts
        ...RefusalParts
      }
    }
  `,
  [officeParts, refusalParts],
);

export const DISQUALIFY = graphql(
  `
    mutation DisqualifyInitiative($input: ReasonedInitiativeInput!) {
      answer: disqualifyInitiative(input: $input) {
        __typename
        ...OfficeParts
        ...RefusalParts
      }
    }
  `,
  [officeParts, refusalParts],
);

export const LINK_SIMILAR = graphql(
  `
    mutation LinkSimilar($input: LinkSimilarInput!) {
      answer: linkSimilar(input: $input) {
        __typename
        ...OfficeParts
        ...RefusalParts
      }
    }
  `,
  [officeParts, refusalParts],
);
