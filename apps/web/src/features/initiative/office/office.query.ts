import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { wayOfInitiative } from '../beside-dossier.query';
import { dossierParts } from '../dossier.query';

/** A contest as the pages of its dossiers name it, and what a dossier of it is told by. */
export const contestOfDossiers = graphql(`
  fragment ContestOfDossiers on Contest {
    id
    year
    titleVi
    titleEn
    phase
    headConfirms
    lastMoment
    rosterId
    whyNotEnterPaper {
      code
    }
    whyNotDraftOnBehalf {
      code
    }
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
`);

export type ContestOfDossiers = ResultOf<typeof contestOfDossiers>;

/** A page of the units that take part. */
export const unitsOfRoster = graphql(`
  fragment UnitsOnRoster on UnitConnection {
    edges {
      node {
        id
        nameVi
        nameEn
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const UNITS_OF_ROSTER = graphql(
  `
    query UnitsOfRoster($rosterId: ID!, $after: String) {
      rosterUnits(rosterId: $rosterId, first: 100, after: $after) {
        ...UnitsOnRoster
      }
    }
  `,
  [unitsOfRoster],
);

/** What only the office reads of a dossier, and what it may do with it. */
export const officeParts = graphql(
  `
    fragment OfficeParts on Initiative {
      ...DossierParts
      canScreen
      canMoveReturnDue
      canDisqualify
      canLink
      contest {
        id
        authorsConfirm
      }
      paperReceivedAt
      draftedByName
      screenings {
        id
        verdict
        reason
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
        earlier {
          id
          title
          contest {
            year
          }
        }
      }
    }
  `,
  [dossierParts],
);

export type OfficeDossier = ResultOf<typeof officeParts>;

const similarOne = graphql(`
  fragment SimilarOne on SimilarInitiative {
    id
    receiptNumber
    title
    contest {
      year
    }
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
`);

export type SimilarOne = ResultOf<typeof similarOne>;

/** A dossier by itself, with its contest and the way it went. */
export const OFFICE_DOSSIER = graphql(
  `
    query OfficeDossier($contestId: ID!, $id: ID!) {
      contest(id: $contestId) {
        ...ContestOfDossiers
      }
      initiative(id: $id) {
        ...OfficeParts
      }
      initiativeWay(id: $id) {
        ...WayOfInitiative
      }
    }
  `,
  [contestOfDossiers, officeParts, wayOfInitiative],
);

/** Of a dossier that may be read, as the others are refused. */
export const SIMILAR_ONES = graphql(
  `
    query SimilarOnes($id: ID!) {
      similarInitiatives(initiativeId: $id, first: 6) {
        edges {
          node {
            ...SimilarOne
          }
        }
      }
    }
  `,
  [similarOne],
);

export type SimilarOnes = ResultOf<typeof SIMILAR_ONES>;

/** One of those that wait to be screened, with what it is like. */
export const DOSSIER_TO_SCREEN = graphql(
  `
    query DossierToScreen($id: ID!) {
      initiative(id: $id) {
        ...OfficeParts
      }
      similarInitiatives(initiativeId: $id, first: 6) {
        edges {
          node {
            ...SimilarOne
          }
        }
      }
    }
  `,
  [officeParts, similarOne],
);

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
