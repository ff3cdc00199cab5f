import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'counters' | 'ratings' | 'signals' | 'citizensVoice'> = {
  texts,
  counters: () => import('./pages/counters'),
  ratings: () => import('./pages/ratings'),
  signals: () => import('./pages/signals'),
  citizensVoice: () => import('./pages/citizens-voice'),
};
