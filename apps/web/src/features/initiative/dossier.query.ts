import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const dossierParts = graphql(`
  fragment DossierParts on Initiative {
    id
    version
    title
    problem
    solution
    novelty
    effect
    influence
    track
    firstAppliedOn
    confidential
    state
    receiptNumber
    submittedAt
    returnDueAt
    endReason
    ownWorkAt
    notPrizedElsewhereAt
    nobodyOnJuryAt
    canEdit
    canSubmit
    canWithdraw
    canConfirm
    canSendBack
    whyNotSendBack {
      code
      message
    }
    confirmedAt
    sentBack {
      words
      at
      byName
    }
    improves {
      id
      title
      contest {
        year
      }
      mayRead
    }
    versions {
      id
      number
      submittedAt
    }
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
    contest {
      id
      year
      titleVi
      titleEn
      headConfirms
      asksTrack
    }
    authors {
      person {
        id
        fullName
      }
      share
      lead
    }
    authorAnswers {
      personId
      answer
      declineReason
    }
    asks {
      field
      words
    }
    files {
      id
      fileName
      caption
      kind
      ordinal
      size
      canView
    }
    problems {
      code
      message
      path
    }
    whyNotSubmit {
      code
      message
      path
    }
  }
`);

export type Dossier = ResultOf<typeof dossierParts>;

export const DOSSIER = graphql(
  `
    query Dossier($id: ID!) {
      initiative(id: $id) {
        ...DossierParts
      }
    }
  `,
  [dossierParts],
);

export const SAVE = graphql(
  `
    mutation SaveDossier($input: SaveDraftInput!) {
      answer: saveDraft(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const SET_AUTHORS = graphql(
  `
    mutation SetDossierAuthors($input: SetAuthorsInput!) {
      answer: setAuthors(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const DECLARE = graphql(
  `
    mutation DeclareDossier($input: DeclareInitiativeInput!) {
      answer: declareInitiative(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const ARRANGE_FILES = graphql(
  `
    mutation ArrangeDossierFiles($input: ArrangeFilesInput!) {
      answer: arrangeFiles(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const SUBMIT = graphql(
  `
    mutation SubmitDossier($input: InitiativeInput!) {
      answer: submitInitiative(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const WITHDRAW = graphql(
  `
    mutation WithdrawDossier($input: ReasonedInitiativeInput!) {
      answer: withdrawInitiative(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const CONFIRM_DOSSIER = graphql(
  `
    mutation ConfirmDossier($input: InitiativeInput!) {
      answer: confirmInitiative(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const SEND_BACK = graphql(
  `
    mutation SendBackDossier($input: SendBackInitiativeInput!) {
      answer: sendBackInitiative(input: $input) {
        __typename
        ...DossierParts
        ...RefusalParts
      }
    }
  `,
  [dossierParts, refusalParts],
);

export const POSSIBLE_AUTHORS = graphql(`
  query PossibleAuthors($contestId: ID!, $search: String!) {
    possibleAuthors(contestId: $contestId, search: $search, first: 10) {
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

export const RECEIPT = graphql(`
  query DossierReceipt($id: ID!, $format: PaperFormat!) {
    initiativeReceipt(id: $id, format: $format) {
      url
    }
  }
`);
