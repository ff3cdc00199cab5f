export { type DossierField } from './asks.js';
export { INFLUENCES, type Influence, type InitiativeTexts, TEXT_MAX, TITLE_MAX } from './content.js';
export { DossierFile } from './dossier-file.entity.js';
export { Initiative } from './initiative.entity.js';
export {
  InitiativeAuthor,
  InitiativeLink,
  InitiativeSearch,
  InitiativeVersion,
  ReceiptCounter,
  Screening,
} from './initiative-parts.entity.js';
export { NoSubmission } from './no-submission.entity.js';
export { type AuthorShare } from './shares.js';
export { type InitiativeState } from './states.js';
