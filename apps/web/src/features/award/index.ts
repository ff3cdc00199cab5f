import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'contestResult' | 'winners' | 'winner' | 'checkResult' | 'prizes' | 'toSign'> = {
  texts,
  contestResult: () => import('./pages/contest-result'),
  winners: () => import('./pages/winners'),
  winner: () => import('./pages/winner'),
  checkResult: () => import('./pages/check-result'),
  prizes: () => import('./pages/prizes'),
  toSign: () => import('./pages/to-sign'),
};
