import {
  AssignmentProposal,
  Calibration,
  CalibrationCard,
  CalibrationSample,
  NameLook,
  Reopening,
  OfflineSheet,
  PresentationDraw,
  PresentationSlot,
  ProposedCard,
  Round,
  Scorecard,
  ScorecardNote,
  ScorecardVersion,
} from './index.js';

/** All that the judging keeps. */
export const SCORING_ENTITIES = [
  AssignmentProposal,
  ProposedCard,
  Round,
  CalibrationSample,
  CalibrationCard,
  Calibration,
  PresentationDraw,
  PresentationSlot,
  Scorecard,
  ScorecardNote,
  NameLook,
  OfflineSheet,
  ScorecardVersion,
  Reopening,
];
