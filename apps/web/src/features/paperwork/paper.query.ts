import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { basisParts } from './basis.query';

export const PAPERS = graphql(`
  query Papers($kind: PaperKind, $state: PaperState, $order: AgeOrder, $after: String) {
    papers(first: 25, kind: $kind, state: $state, order: $order, after: $after) {
      edges {
        node {
          id
          kind
          subject
          state
          symbol
          number
          signedOn
          draftedAt
          draftedByName
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const paperParts = graphql(`
  fragment PaperParts on Paper {
    id
    version
    kind
    subject
    state
    unit {
      nameVi
      nameEn
    }
    symbol
    number
    signedOn
    draftedAt
    draftedByName
    frozenAt
    frozenHash
    templateNumber
    illustrative
    canManage
    stale
    gaps
    nextNumber
  }
`);

export const PAPER = graphql(
  `
    query Paper($id: ID!) {
      paper(id: $id) {
        ...PaperParts
      }
      files(ownerType: paper, ownerId: $id, first: 10) {
        edges {
          node {
            id
            fileName
          }
        }
      }
    }
  `,
  [paperParts],
);

/** Contests, periods and roll-outs that a paper may be about. */
export const PAPER_SUBJECTS = graphql(`
  query PaperSubjects {
    contests(first: 30) {
      edges {
        node {
          id
          year
          titleVi
          titleEn
        }
      }
    }
    rollouts(first: 100) {
      edges {
        node {
          id
          titleVi
          titleEn
        }
      }
    }
    reportingPeriods(first: 30) {
      edges {
        node {
          id
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const PAPER_ROUNDS = graphql(`
  query PaperRounds($contestId: ID!) {
    rounds(contestId: $contestId) {
      id
      nameVi
      nameEn
      state
    }
  }
`);

export const PAPER_PREPARATION = graphql(
  `
    query PaperPreparation($kind: PaperKind!, $aboutId: ID!) {
      paperPreparation(kind: $kind, aboutId: $aboutId) {
        subject
        lacking
        hasTemplate
        gaps
        bases {
          ...BasisParts
        }
      }
    }
  `,
  [basisParts],
);

export const PAPER_FILE = graphql(`
  query PaperFile($paperId: ID!, $format: PaperFormat!) {
    paperFile(paperId: $paperId, format: $format) {
      url
    }
  }
`);

export const DRAFT_PAPER = graphql(
  `
    mutation DraftPaper($input: DraftPaperInput!) {
      answer: draftPaper(input: $input) {
        __typename
        ... on Paper {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REDRAFT_PAPER = graphql(
  `
    mutation RedraftPaper($input: RedraftPaperInput!) {
      answer: redraftPaper(input: $input) {
        __typename
        ...PaperParts
        ...RefusalParts
      }
    }
  `,
  [paperParts, refusalParts],
);

export const FREEZE_PAPER = graphql(
  `
    mutation FreezePaper($input: FreezePaperInput!) {
      answer: freezePaper(input: $input) {
        __typename
        ...PaperParts
        ...RefusalParts
      }
    }
  `,
  [paperParts, refusalParts],
);

export const REOPEN_PAPER = graphql(
  `
    mutation ReopenPaper($input: ReopenPaperInput!) {
      answer: reopenPaper(input: $input) {
        __typename
        ...PaperParts
        ...RefusalParts
      }
    }
  `,
  [paperParts, refusalParts],
);

export const REGISTER_PAPER = graphql(
  `
    mutation RegisterPaper($input: RegisterPaperInput!) {
      answer: registerPaper(input: $input) {
        __typename
        ...PaperParts
        ...RefusalParts
      }
    }
  `,
  [paperParts, refusalParts],
);

export type PaperRow = ResultOf<typeof PAPERS>['papers']['edges'][number]['node'];
/** What there is for a paper, where there is what it would be about. */
export type PaperPrepared = NonNullable<ResultOf<typeof PAPER_PREPARATION>['paperPreparation']>;
export type PaperShown = ResultOf<typeof paperParts>;
export type PaperKind = PaperRow['kind'];
/** What there are templates of: papers and certificates. */
export type CertificateKind = 'CERTIFICATE' | 'RECOGNITION_CERTIFICATE';
export type TemplateKind = PaperKind | CertificateKind;
export type PaperState = PaperRow['state'];
