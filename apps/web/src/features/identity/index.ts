import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export {
  type AccountState,
  GRANT_ORDERS,
  type GrantOrder,
  PEOPLE_ORDERS,
  type PeopleOrder,
  type Role,
  isAccountState,
  isRole,
} from './choices';
export { SignInForm } from './sign-in-again';

type Entrance = 'confirmEmail' | 'signIn' | 'forgottenPassword' | 'setPassword' | 'firstAdministrator';

/** The doors of this feature: its texts, and each page with what brings it. */
export const pages: FeaturePages<
  Entrance | 'me' | 'people' | 'newPerson' | 'person' | 'grants' | 'factorResets' | 'doubles' | 'compareRecords'
> = {
  texts,
  confirmEmail: () => import('./pages/confirm-email'),
  signIn: () => import('./pages/sign-in'),
  forgottenPassword: () => import('./pages/forgotten-password'),
  setPassword: () => import('./pages/set-password'),
  firstAdministrator: () => import('./pages/first-administrator'),
  me: () => import('./pages/me'),
  people: () => import('./pages/people'),
  newPerson: () => import('./pages/new-person'),
  person: () => import('./pages/person'),
  grants: () => import('./pages/grants'),
  doubles: () => import('./pages/doubles'),
  compareRecords: () => import('./pages/compare-records'),
  factorResets: () => import('./pages/factor-resets'),
};
