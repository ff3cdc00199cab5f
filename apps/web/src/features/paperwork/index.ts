import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'papers' | 'paper' | 'paperTemplates'> = {
  texts,
  papers: () => import('./pages/papers'),
  paper: () => import('./pages/paper'),
  paperTemplates: () => import('./pages/paper-templates'),
};
