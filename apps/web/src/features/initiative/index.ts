import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { dossierSearch, versionsSearch } from './steps';

export const pages: FeaturePages<'myInitiatives' | 'dossier' | 'versions' | 'authorships' | 'headQueue'> = {
  texts,
  myInitiatives: () => import('./pages/my-initiatives'),
  dossier: () => import('./pages/dossier'),
  versions: () => import('./pages/versions'),
  authorships: () => import('./pages/authorships'),
  headQueue: () => import('./pages/head-queue'),
};
