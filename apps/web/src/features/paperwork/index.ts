import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { CERTIFICATE_STATES, type CertificatesSearch, PAPER_KINDS, PAPER_STATES, type PapersSearch } from './searches';

export const pages: FeaturePages<'papers' | 'paper' | 'paperTemplates' | 'certificates' | 'certificate'> = {
  texts,
  certificates: () => import('./pages/certificates'),
  certificate: () => import('./pages/certificate'),
  papers: () => import('./pages/papers'),
  paper: () => import('./pages/paper'),
  paperTemplates: () => import('./pages/paper-templates'),
};
