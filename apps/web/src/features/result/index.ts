import { lazy } from 'react';
import { withTexts } from '../../api/language';
import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

/** Comes with its texts when a list of what waits shows one. */
export const CorrectionToDecide = lazy(async () => {
  const [part] = await Promise.all([import('./office/correction-to-decide'), withTexts(texts)]);
  return { default: part.CorrectionToDecide };
});

export const pages: FeaturePages<'standings' | 'finalStandings' | 'corrections' | 'correctionsToSign'> = {
  texts,
  standings: () => import('./pages/standings'),
  finalStandings: () => import('./pages/final-standings'),
  corrections: () => import('./pages/corrections'),
  correctionsToSign: () => import('./pages/corrections-to-sign'),
};
