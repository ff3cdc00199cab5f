import { type ResultOf, graphql } from '../../api/graphql';

export const wayOfInitiative = graphql(`
  fragment WayOfInitiative on InitiativeWay {
    initiativeId
    steps {
      kind
      at
      dueAt
      reason
      decisionNumber
      prizeNameVi
      prizeNameEn
      roundNameVi
      roundNameEn
      score
      rank
    }
  }
`);

export type Way = ResultOf<typeof wayOfInitiative>;

export const WAY = graphql(
  `
    query DossierWay($id: ID!) {
      initiativeWay(id: $id) {
        ...WayOfInitiative
      }
      myCertificates(initiativeId: $id) {
        certificateCode
        state
        printed {
          prize
        }
      }
      initiativeRecognition(initiativeId: $id) {
        id
        whyNotApply {
          code
        }
        latest {
          id
        }
      }
    }
  `,
  [wayOfInitiative],
);

export type OwnRecognitionRead = ResultOf<typeof WAY>['initiativeRecognition'];
export type OwnCertificate = ResultOf<typeof WAY>['myCertificates'][number];

export const OWN_CERTIFICATE_FILE = graphql(`
  query OwnCertificateFile($code: String!) {
    myCertificateFile(certificateCode: $code) {
      url
    }
  }
`);

const similarToDossier = graphql(`
  fragment SimilarToDossier on SimilarInitiative {
    id
    title
    contest {
      year
      titleVi
      titleEn
    }
    mayRead
    passages {
      text
      otherText
    }
    owner {
      id
      nameVi
      nameEn
    }
  }
`);

export type SimilarToDossier = ResultOf<typeof similarToDossier>;

/** What is asked once it is known that a dossier may be written: how much fits, why it was returned, what it was like when it was opened. */
export const BESIDE_DOSSIER = graphql(
  `
    query BesideDossier($id: ID!, $contestId: ID!, $returned: Boolean!, $alike: Boolean!) {
      initiativeLimits(contestId: $contestId) {
        contestId
        texts {
          field
          characters
        }
        maxAuthors
        maxCaption
        maxFiles
        maxFileBytes
        fileEndings
      }
      contest(id: $contestId) {
        id
        lastMoment
        areas {
          id
          nameVi
          nameEn
        }
      }
      initiativeWay(id: $id) @include(if: $returned) {
        ...WayOfInitiative
      }
      similarInitiatives(initiativeId: $id, first: 4) @include(if: $alike) {
        edges {
          node {
            ...SimilarToDossier
          }
        }
      }
    }
  `,
  [wayOfInitiative, similarToDossier],
);

export type BesideDossier = ResultOf<typeof BESIDE_DOSSIER>;

/** The same of what is typed since. */
export const SIMILAR = graphql(
  `
    query SimilarToTyped($id: ID!, $title: String!, $problem: String, $solution: String) {
      similarToText(initiativeId: $id, title: $title, problem: $problem, solution: $solution) {
        ...SimilarToDossier
      }
    }
  `,
  [similarToDossier],
);
