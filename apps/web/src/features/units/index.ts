import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { type UnitKind, isUnitKind } from './choices';

export const pages: FeaturePages<'units' | 'unit' | 'newUnit'> = {
  texts,
  units: () => import('./pages/units'),
  unit: () => import('./pages/unit'),
  newUnit: () => import('./pages/new-unit'),
};
