import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { useContestAtHand } from './contest-at-hand';

export const pages: FeaturePages<
  'publicHome' | 'contestPage' | 'privacy' | 'accessibility' | 'contests' | 'newContest' | 'contestSetup' | 'ruleBook' | 'contestYear'
> = {
  texts,
  publicHome: () => import('./pages/public-home'),
  contestPage: () => import('./pages/contest-page'),
  privacy: () => import('./pages/privacy'),
  accessibility: () => import('./pages/accessibility'),
  contests: () => import('./pages/contests'),
  newContest: () => import('./pages/new-contest'),
  contestSetup: () => import('./pages/contest-setup'),
  ruleBook: () => import('./pages/rule-book'),
  contestYear: () => import('./pages/year'),
};
