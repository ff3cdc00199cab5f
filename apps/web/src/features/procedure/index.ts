import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export {
  LICENCE_ORDERS,
  LICENCE_STANDINGS,
  LICENCE_STATES,
  type LicencesSearch,
  PROCEDURE_ORDERS,
  type ProceduresSearch,
  type RemindersSearch,
  WAYS,
} from './searches';

export const pages: FeaturePages<'procedures' | 'procedure' | 'licence' | 'licences' | 'keptLicence' | 'reminders' | 'licenceKinds'> = {
  texts,
  procedures: () => import('./pages/procedures'),
  procedure: () => import('./pages/procedure'),
  licence: () => import('./pages/licence'),
  licences: () => import('./pages/licences'),
  keptLicence: () => import('./pages/kept-licence'),
  reminders: () => import('./pages/reminders'),
  licenceKinds: () => import('./pages/licence-kinds'),
};
