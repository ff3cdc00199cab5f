import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export const pages: FeaturePages<'years' | 'scheme' | 'year' | 'comparison' | 'sheet' | 'publicYears' | 'publicYear'> = {
  texts,
  years: () => import('./pages/years'),
  scheme: () => import('./pages/scheme'),
  year: () => import('./pages/year'),
  comparison: () => import('./pages/comparison'),
  sheet: () => import('./pages/sheet'),
  publicYears: () => import('./pages/public-years'),
  publicYear: () => import('./pages/public-year'),
};
