import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'jobs'> = {
  texts,
  jobs: () => import('./pages/jobs'),
};
