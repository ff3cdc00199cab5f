import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { useContestAtHand } from './contest-at-hand';

export const pages: FeaturePages<'publicHome' | 'contestPage' | 'privacy' | 'accessibility'> = {
  texts,
  publicHome: () => import('./pages/public-home'),
  contestPage: () => import('./pages/contest-page'),
  privacy: () => import('./pages/privacy'),
  accessibility: () => import('./pages/accessibility'),
};
