import { lazy } from 'react';
import { withTexts } from '../../api/language';
import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type ContestsSearch } from './contests-search';
export { useContestAtHand } from './contest-at-hand';

/** Comes with its texts when a list of what waits shows one. */
export const PlanToApprove = lazy(async () => {
  const [part] = await Promise.all([import('./office/plan-to-approve'), withTexts(texts)]);
  return { default: part.PlanToApprove };
});

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
