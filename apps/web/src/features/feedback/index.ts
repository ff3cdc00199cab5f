import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { ACTION_STATES, type ActionsSearch } from './actions-search';
export { COUNTER_STATES, type CountersSearch } from './counters-search';

export { type SignalsSearch } from './signals-search';
export { INSPECTION_STATES, type InspectionsSearch } from './inspections-search';

export const pages: FeaturePages<'counters' | 'ratings' | 'signals' | 'actions' | 'citizensVoice' | 'inspections' | 'inspection'> = {
  texts,
  counters: () => import('./pages/counters'),
  ratings: () => import('./pages/ratings'),
  signals: () => import('./pages/signals'),
  actions: () => import('./pages/actions'),
  inspections: () => import('./pages/inspections'),
  inspection: () => import('./pages/inspection'),
  citizensVoice: () => import('./pages/citizens-voice'),
};
