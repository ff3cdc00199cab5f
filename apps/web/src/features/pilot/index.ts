import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { PILOT_STATES, type PilotsSearch } from './pilots-search';

export const pages: FeaturePages<'pilots' | 'newPilot' | 'pilot' | 'publicPilots' | 'publicPilot'> = {
  texts,
  pilots: () => import('./pages/pilots'),
  newPilot: () => import('./pages/new-pilot'),
  pilot: () => import('./pages/pilot'),
  publicPilots: () => import('./pages/public-pilots'),
  publicPilot: () => import('./pages/public-pilot'),
};
