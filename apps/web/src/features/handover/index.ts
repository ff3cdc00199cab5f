import { type AgeOrder } from '../../ui/orders';
import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export interface HandoversSearch {
  readonly waiting?: true;
  readonly order?: AgeOrder;
  readonly after?: string;
}

export const pages: FeaturePages<'handovers' | 'handoverCounts' | 'letters' | 'atHome'> = {
  texts,
  handovers: () => import('./pages/handovers'),
  handoverCounts: () => import('./pages/handover-counts'),
  letters: () => import('./pages/letters'),
  atHome: () => import('./pages/at-home'),
};
