import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { RECOGNITION_ORDERS, RECOGNITION_STATES, type RecognitionsSearch } from './recognitions-search';

export const pages: FeaturePages<'recognitions' | 'recognition'> = {
  texts,
  recognitions: () => import('./pages/recognitions'),
  recognition: () => import('./pages/recognition'),
};
