import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'inUse'> = {
  texts,
  inUse: () => import('./pages/in-use'),
};
