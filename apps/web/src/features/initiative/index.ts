import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { allDossiersSearch } from './office/all-dossiers-search';
export { dossierPlace } from './office/dossier-filter';
export { dossierSearch, versionsSearch } from './steps';

export const pages: FeaturePages<
  | 'myInitiatives'
  | 'dossier'
  | 'versions'
  | 'authorships'
  | 'headQueue'
  | 'officeDossiers'
  | 'allDossiers'
  | 'officeDossier'
  | 'screening'
  | 'paper'
  | 'withoutSubmission'
> = {
  texts,
  myInitiatives: () => import('./pages/my-initiatives'),
  dossier: () => import('./pages/dossier'),
  versions: () => import('./pages/versions'),
  authorships: () => import('./pages/authorships'),
  headQueue: () => import('./pages/head-queue'),
  officeDossiers: () => import('./pages/office-dossiers'),
  allDossiers: () => import('./pages/all-dossiers'),
  officeDossier: () => import('./pages/office-dossier'),
  screening: () => import('./pages/screening'),
  paper: () => import('./pages/paper'),
  withoutSubmission: () => import('./pages/without-submission'),
};
