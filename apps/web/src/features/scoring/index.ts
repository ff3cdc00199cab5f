import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

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
};
