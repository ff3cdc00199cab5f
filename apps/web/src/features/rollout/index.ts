import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'inUse' | 'myReports' | 'report' | 'adoption' | 'reportingPeriods' | 'reportingPeriod'> = {
  texts,
  myReports: () => import('./pages/my-reports'),
  report: () => import('./pages/report'),
  adoption: () => import('./pages/adoption'),
  reportingPeriods: () => import('./pages/reporting-periods'),
  reportingPeriod: () => import('./pages/reporting-period'),
  inUse: () => import('./pages/in-use'),
};
