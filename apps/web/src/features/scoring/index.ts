import { lazy } from 'react';
import { withTexts } from '../../api/language';
import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { conflictsSearch, invitationsSearch, jurySearch } from './choices';

/** Comes with its texts when a list of what waits shows one. */
export const CorrectionToDecide = lazy(async () => {
  const [part] = await Promise.all([import('./office/correction-to-decide'), withTexts(texts)]);
  return { default: part.CorrectionToDecide };
});

export const pages: FeaturePages<
  | 'invitations'
  | 'myConflicts'
  | 'judging'
  | 'judgingRound'
  | 'card'
  | 'calibration'
  | 'presentation'
  | 'offlineSheet'
  | 'jury'
  | 'juryInvitations'
  | 'contestConflicts'
  | 'conflictsToDecide'
  | 'contestRounds'
  | 'contestRound'
  | 'roundCalibration'
  | 'roundPresentation'
  | 'projector'
  | 'standings'
  | 'finalStandings'
  | 'corrections'
  | 'correctionsToSign'
  | 'assignments'
  | 'names'
> = {
  texts,
  invitations: () => import('./pages/invitations'),
  myConflicts: () => import('./pages/my-conflicts'),
  judging: () => import('./pages/judging'),
  judgingRound: () => import('./pages/judging-round'),
  card: () => import('./pages/card'),
  calibration: () => import('./pages/calibration'),
  presentation: () => import('./pages/presentation'),
  offlineSheet: () => import('./pages/offline-sheet'),
  jury: () => import('./pages/jury'),
  juryInvitations: () => import('./pages/jury-invitations'),
  contestConflicts: () => import('./pages/contest-conflicts'),
  conflictsToDecide: () => import('./pages/conflicts-to-decide'),
  contestRounds: () => import('./pages/contest-rounds'),
  contestRound: () => import('./pages/contest-round'),
  roundCalibration: () => import('./pages/round-calibration'),
  roundPresentation: () => import('./pages/round-presentation'),
  projector: () => import('./pages/projector'),
  standings: () => import('./pages/standings'),
  finalStandings: () => import('./pages/final-standings'),
  corrections: () => import('./pages/corrections'),
  correctionsToSign: () => import('./pages/corrections-to-sign'),
  assignments: () => import('./pages/assignments'),
  names: () => import('./pages/names'),
};
