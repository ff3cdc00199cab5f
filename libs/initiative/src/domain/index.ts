export { type Ask, DOSSIER_FIELDS, DOSSIER_FIELD_WORDS, type DossierField, problemsOfAsks } from './asks.js';
export { AUTHOR_ANSWERS, type AuthorAnswer, problemsOfAuthorships, whyNotAnswer } from './authorship.js';
export {
  DECLARATIONS,
  type Declaration,
  type Declared,
  INFLUENCES,
  type Influence,
  type InitiativeTexts,
  TEXT_MAX,
  TITLE_MAX,
  problemsOfDeclarations,
  problemsOfTexts,
} from './content.js';
export { type DossierContent, dossierHash } from './dossier-content.js';
export { DossierFile } from './dossier-file.entity.js';
export { CAPTION_MAX, DOSSIER_FILE_KINDS, DOSSIER_FILE_KIND_WORDS, type DossierFileKind, type FilePlace } from './dossier-files.js';
export { Initiative, type InitiativeOrigin, type Receipt } from './initiative.entity.js';
export {
  InitiativeAuthor,
  InitiativeLink,
  InitiativeSearch,
  InitiativeVersion,
  LINK_VERDICTS,
  type LinkVerdict,
  ReceiptCounter,
  SCREENING_VERDICTS,
  Screening,
  type ScreeningVerdict,
} from './initiative-parts.entity.js';
export { NoSubmission, whyNotSayNothing } from './no-submission.entity.js';
export { type SubmissionFacts, problemsOfDossier, whyNotDueAt, whyNotEdit, whyNotReason, whyNotReject, whyNotSubmit } from './policies.js';
export { receiptCode } from './receipt.js';
export { AUTHORS_MAX, type AuthorShare, problemsOfAuthors, problemsOfShares } from './shares.js';
export {
  INITIATIVE_ACTS,
  INITIATIVE_STATES,
  type InitiativeAct,
  type InitiativeState,
  TRANSITIONS,
  isOpenToEdits,
  stateAfter,
} from './states.js';
export { whyNotAsked, whyNotTrack } from './track.js';
export { type VersionContent, contentHash } from './version-content.js';
