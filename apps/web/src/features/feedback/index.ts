import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'counters' | 'ratings' | 'citizensVoice'> = {
  texts,
  counters: () => import('./pages/counters'),
  ratings: () => import('./pages/ratings'),
  citizensVoice: () => import('./pages/citizens-voice'),
};
