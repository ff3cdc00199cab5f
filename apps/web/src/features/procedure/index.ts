import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'procedures' | 'procedure'> = {
  texts,
  procedures: () => import('./pages/procedures'),
  procedure: () => import('./pages/procedure'),
};
