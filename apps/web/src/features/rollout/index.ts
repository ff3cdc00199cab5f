import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'inUse' | 'myReports' | 'report' | 'adoption'> = {
  texts,
  myReports: () => import('./pages/my-reports'),
  report: () => import('./pages/report'),
  adoption: () => import('./pages/adoption'),
  inUse: () => import('./pages/in-use'),
};
