import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { ACTION_STATES, type ActionsSearch } from './actions-search';
export { COUNTER_STATES, type CountersSearch } from './counters-search';

export const pages: FeaturePages<'counters' | 'ratings' | 'signals' | 'actions' | 'citizensVoice'> = {
  texts,
  counters: () => import('./pages/counters'),
  ratings: () => import('./pages/ratings'),
  signals: () => import('./pages/signals'),
  actions: () => import('./pages/actions'),
  citizensVoice: () => import('./pages/citizens-voice'),
};
