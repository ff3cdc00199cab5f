import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfDossiers } from './office.query';

export const FIND_PEOPLE = graphql(`
  query PeopleForDossiers($search: String!) {
    people(search: $search, first: 8) {
      edges {
        node {
          id
          fullName
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const ENTER_PAPER = graphql(
  `
    mutation EnterPaperInitiative($input: EnterPaperInitiativeInput!) {
      answer: enterPaperInitiative(input: $input) {
        __typename
        ... on Initiative {
          id
          receiptNumber
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const handParts = graphql(`
  fragment InHandParts on Initiative {
    __typename
    id
    version
    title
    problem
    solution
    novelty
    effect
    influence
    firstAppliedOn
    track
    canEditOnBehalf
    area {
      id
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
  }
`);

export type InHand = ResultOf<typeof handParts>;

export const DRAFT_ON_BEHALF = graphql(
  `
    mutation DraftOnBehalf($input: DraftOnBehalfInput!) {
      answer: draftOnBehalf(input: $input) {
        ...InHandParts
        ...RefusalParts
      }
    }
  `,
  [handParts, refusalParts],
);

export const SAVE_ON_BEHALF = graphql(
  `
    mutation SaveDraftOnBehalf($input: SaveDraftOnBehalfInput!) {
      answer: saveDraftOnBehalf(input: $input) {
        ...InHandParts
        ...RefusalParts
      }
    }
  `,
  [handParts, refusalParts],
);

export const IN_HAND = graphql(
  `
    query DraftInHand($id: ID!) {
      initiative(id: $id) {
        ...InHandParts
      }
    }
  `,
  [handParts],
);

const draftsInHand = graphql(`
  fragment DraftsInHand on InitiativeConnection {
    edges {
      node {
        id
        title
        savedAt
        owner {
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
`);

/** What the page opens with; drafts that one may still go on with, the first page of them, where they are shown. */
export const PAPER_PAGE = graphql(
  `
    query PaperPage($contestId: ID!, $drafts: Boolean!) {
      contest(id: $contestId) {
        ...ContestOfDossiers
      }
      initiatives(contestId: $contestId, states: [DRAFT], order: SAVED, first: 50) @include(if: $drafts) {
        ...DraftsInHand
      }
    }
  `,
  [contestOfDossiers, draftsInHand],
);

export type PaperPage = ResultOf<typeof PAPER_PAGE>;

export const MORE_DRAFTS = graphql(
  `
    query MoreDraftsInHand($contestId: ID!, $after: String) {
      initiatives(contestId: $contestId, states: [DRAFT], order: SAVED, first: 50, after: $after) {
        ...DraftsInHand
      }
    }
  `,
  [draftsInHand],
);
