import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type MatrixSearch, MATRIX_VIEWS } from './matrix/matrix-search';

export {
  ADOPTIONS_COUNTED,
  ADOPTION_ORDERS,
  type AdoptionsSearch,
  type FiguresSearch,
  OVERDUE_KINDS,
  OVERDUE_ORDERS,
  type OverdueSearch,
  ROLLOUT_ORDERS,
  type RolloutsSearch,
} from './office/searches';

type Names =
  | 'inUse'
  | 'matrix'
  | 'rollouts'
  | 'rollout'
  | 'editRollout'
  | 'rolloutIndicators'
  | 'rolloutFigures'
  | 'adopt'
  | 'ownAdoption'
  | 'myReports'
  | 'report'
  | 'adoption'
  | 'adoptions'
  | 'reportingPeriods'
  | 'reportingPeriod'
  | 'openPeriod'
  | 'overdue';

export const pages: FeaturePages<Names> = {
  texts,
  myReports: () => import('./pages/my-reports'),
  report: () => import('./pages/report'),
  adoption: () => import('./pages/adoption'),
  adoptions: () => import('./pages/adoptions'),
  reportingPeriods: () => import('./pages/reporting-periods'),
  reportingPeriod: () => import('./pages/reporting-period'),
  openPeriod: () => import('./pages/open-period'),
  overdue: () => import('./pages/overdue'),
  matrix: () => import('./pages/matrix'),
  rollouts: () => import('./pages/rollouts'),
  rollout: () => import('./pages/rollout'),
  editRollout: () => import('./pages/edit-rollout'),
  rolloutIndicators: () => import('./pages/rollout-indicators'),
  rolloutFigures: () => import('./pages/rollout-figures'),
  adopt: () => import('./pages/adopt'),
  ownAdoption: () => import('./pages/own-adoption'),
  inUse: () => import('./pages/in-use'),
};
