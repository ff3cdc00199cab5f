import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'audit'> = {
  texts,
  audit: () => import('./pages/audit'),
};
