import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { dossierSearch } from './steps';

export const pages: FeaturePages<'myInitiatives' | 'dossier' | 'authorships' | 'headQueue'> = {
  texts,
  myInitiatives: () => import('./pages/my-initiatives'),
  dossier: () => import('./pages/dossier'),
  authorships: () => import('./pages/authorships'),
  headQueue: () => import('./pages/head-queue'),
};
