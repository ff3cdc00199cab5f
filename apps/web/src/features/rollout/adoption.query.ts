import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const adoptionRow = graphql(`
  fragment AdoptionRow on Adoption {
    id
    state
    since
    basis
    overdue
    dueOn
    nextEvidenceDue
    confirmed
    canReport
    rollout {
      id
      titleVi
      titleEn
    }
  }
`);

export const adoptionParts = graphql(
  `
    fragment AdoptionParts on Adoption {
      ...AdoptionRow
      version
      nextStates
      unit {
        id
        nameVi
        nameEn
      }
      history {
        id
        at
        byName
        effectiveOn
        fromState
        toState
        reason
      }
      evidence {
        id
        at
        byName
        fileId
        givenOn
        note
      }
    }
  `,
  [adoptionRow],
);

export const ADOPTION = graphql(
  `
    query AdoptionPage($id: ID!) {
      serverTime
      adoption(id: $id) {
        ...AdoptionParts
      }
    }
  `,
  [adoptionParts],
);

export const CHANGE_ADOPTION = graphql(
  `
    mutation ChangeAdoption($input: ChangeAdoptionInput!) {
      answer: changeAdoption(input: $input) {
        __typename
        ...AdoptionParts
        ...RefusalParts
      }
    }
  `,
  [adoptionParts, refusalParts],
);

export const GIVE_EVIDENCE = graphql(
  `
    mutation GiveEvidence($input: GiveEvidenceInput!) {
      answer: giveEvidence(input: $input) {
        __typename
        ...AdoptionParts
        ...RefusalParts
      }
    }
  `,
  [adoptionParts, refusalParts],
);

export const SET_BASIS = graphql(
  `
    mutation SetAdoptionBasis($input: SetAdoptionBasisInput!) {
      answer: setAdoptionBasis(input: $input) {
        __typename
        ...AdoptionParts
        ...RefusalParts
      }
    }
  `,
  [adoptionParts, refusalParts],
);

export type AdoptionRow = ResultOf<typeof adoptionRow>;
export type AdoptionRead = ResultOf<typeof adoptionParts>;
