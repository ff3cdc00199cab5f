import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'procedures' | 'procedure' | 'licence'> = {
  texts,
  procedures: () => import('./pages/procedures'),
  procedure: () => import('./pages/procedure'),
  licence: () => import('./pages/licence'),
};
