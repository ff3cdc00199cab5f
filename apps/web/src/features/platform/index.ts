import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'jobs' | 'imports' | 'import'> = {
  texts,
  jobs: () => import('./pages/jobs'),
  imports: () => import('./pages/imports'),
  import: () => import('./pages/import'),
};
