import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { earlierVersion } from './earlier-versions.query';

const wholeCard = graphql(`
  fragment WholeCard on Scorecard {
    id
    version
    initiative {
      id
      receiptNumber
      title
    }
    state
    anonymous
    attested
    conflicted
    excuseReason
    round {
      id
      nameVi
      nameEn
      state
    }
    dueAt
    signedAt
    signableUntil
    hash
    total
    canAttest
    canDeclareConflict
    canNote
    canMark
    whyNotMark {
      code
      message
    }
    canSign
    whyNotSign {
      code
      message
    }
    canRequestReopening
    reopening {
      id
      version
      reason
      requestedAt
      requestedByName
      canWithdraw
    }
    marks {
      criterion
      points
      comment
    }
    criteria {
      key
      nameVi
      nameEn
      partOfVi
      partOfEn
      guidanceVi
      guidanceEn
      max
      step
      commentRequired
      bands {
        from
        to
        vi
        en
      }
    }
    note {
      id
      version
      text
      savedAt
    }
  }
`);

export type WholeCard = ResultOf<typeof wholeCard>;
export type CardCriterion = WholeCard['criteria'][number];

export const CARD = graphql(
  `
    query Scorecard($id: ID!) {
      serverTime
      scorecard(id: $id) {
        ...WholeCard
      }
      scorecardVersions(scorecardId: $id) {
        ...EarlierVersion
      }
    }
  `,
  [wholeCard, earlierVersion],
);

export const SAVE = graphql(
  `
    mutation SaveScorecard($input: MarksInput!) {
      answer: saveScorecard(input: $input) {
        __typename
        ... on Scorecard {
          id
          version
          marks {
            criterion
            points
            comment
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SIGN = graphql(
  `
    mutation SignScorecard($input: MarksInput!) {
      answer: signScorecard(input: $input) {
        __typename
        ... on Scorecard {
          id
          version
          state
          total
          signedAt
          hash
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SAVE_NOTE = graphql(
  `
    mutation SaveNote($input: SaveNoteInput!) {
      answer: saveNote(input: $input) {
        __typename
        ... on CardNote {
          id
          version
          text
          savedAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const wholeDossier = graphql(`
  fragment WholeDossier on Dossier {
    id
    initiative {
      title
    }
    problem
    solution
    novelty
    effect
    influence
    firstAppliedOn
    owner {
      nameVi
      nameEn
    }
    area {
      nameVi
      nameEn
    }
    authors
    filesWithheld
    files {
      id
      fileName
      caption
      kind
      contentType
      size
      canView
      hasText
      thumbnailUrl
    }
  }
`);

export type WholeDossier = ResultOf<typeof wholeDossier>;
export type EvidenceFile = WholeDossier['files'][number];

export const OPEN_DOSSIER = graphql(
  `
    mutation OpenDossier($input: CardInput!) {
      answer: openDossier(input: $input) {
        __typename
        ... on Dossier {
          ...WholeDossier
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts, wholeDossier],
);

export const FILE_VIEW = graphql(`
  query FileView($id: ID!) {
    fileView(id: $id) {
      url
    }
  }
`);

export const FILE_TEXT = graphql(`
  query FileText($id: ID!) {
    fileText(id: $id) {
      fileId
      text
      truncated
    }
  }
`);

export const FILE_DOWNLOAD = graphql(`
  query FileDownload($id: ID!) {
    fileDownload(id: $id) {
      url
    }
  }
`);
