import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type UnitKind, isUnitKind } from './choices';

export const pages: FeaturePages<'units' | 'unit' | 'newUnit' | 'workingCalendar'> = {
  texts,
  units: () => import('./pages/units'),
  unit: () => import('./pages/unit'),
  workingCalendar: () => import('./pages/working-calendar'),
  newUnit: () => import('./pages/new-unit'),
};
