import { type AgeOrder } from '../../ui/orders';
import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

/** From which end the years are listed, and where among them one stands. */
export interface IndexYearsSearch {
  readonly order?: AgeOrder;
  readonly after?: string;
}

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
