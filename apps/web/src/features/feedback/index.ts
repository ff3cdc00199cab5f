import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'counters' | 'counter'> = {
  texts,
  counters: () => import('./pages/counters'),
  counter: () => import('./pages/counter'),
};
