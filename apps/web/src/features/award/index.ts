import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'contestResult' | 'winners' | 'winner' | 'checkResult'> = {
  texts,
  contestResult: () => import('./pages/contest-result'),
  winners: () => import('./pages/winners'),
  winner: () => import('./pages/winner'),
  checkResult: () => import('./pages/check-result'),
};
