import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<
  | 'judging'
  | 'judgingRound'
  | 'card'
  | 'calibration'
  | 'presentation'
  | 'offlineSheet'
  | 'contestRounds'
  | 'contestRound'
  | 'roundCalibration'
  | 'roundPresentation'
  | 'projector'
  | 'assignments'
  | 'names'
> = {
  texts,
  judging: () => import('./pages/judging'),
  judgingRound: () => import('./pages/judging-round'),
  card: () => import('./pages/card'),
  calibration: () => import('./pages/calibration'),
  presentation: () => import('./pages/presentation'),
  offlineSheet: () => import('./pages/offline-sheet'),
  contestRounds: () => import('./pages/contest-rounds'),
  contestRound: () => import('./pages/contest-round'),
  roundCalibration: () => import('./pages/round-calibration'),
  roundPresentation: () => import('./pages/round-presentation'),
  projector: () => import('./pages/projector'),
  assignments: () => import('./pages/assignments'),
  names: () => import('./pages/names'),
};
