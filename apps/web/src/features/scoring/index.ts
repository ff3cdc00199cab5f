import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<
  'invitations' | 'myConflicts' | 'judging' | 'judgingRound' | 'card' | 'calibration' | 'presentation' | 'offlineSheet'
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
};
