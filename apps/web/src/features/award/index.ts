import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { WINNER_ORDERS, type WinnerOrder } from './winner-orders';

export const pages: FeaturePages<
  'contestResult' | 'winners' | 'winner' | 'checkResult' | 'prizes' | 'toSign' | 'register' | 'newPastContest' | 'pastContest' | 'dashboard'
> = {
  texts,
  contestResult: () => import('./pages/contest-result'),
  winners: () => import('./pages/winners'),
  winner: () => import('./pages/winner'),
  checkResult: () => import('./pages/check-result'),
  prizes: () => import('./pages/prizes'),
  toSign: () => import('./pages/to-sign'),
  register: () => import('./pages/register'),
  newPastContest: () => import('./pages/new-past-contest'),
  pastContest: () => import('./pages/past-contest'),
  dashboard: () => import('./pages/dashboard'),
};
