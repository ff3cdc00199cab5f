import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type MatrixSearch, MATRIX_VIEWS } from './matrix/matrix-search';

export const pages: FeaturePages<'inUse' | 'matrix' | 'myReports' | 'report' | 'adoption' | 'reportingPeriods' | 'reportingPeriod'> = {
  texts,
  myReports: () => import('./pages/my-reports'),
  report: () => import('./pages/report'),
  adoption: () => import('./pages/adoption'),
  reportingPeriods: () => import('./pages/reporting-periods'),
  reportingPeriod: () => import('./pages/reporting-period'),
  matrix: () => import('./pages/matrix'),
  inUse: () => import('./pages/in-use'),
};
