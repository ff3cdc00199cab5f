import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { SignInForm } from './sign-in-again';

/** The doors of this feature: its texts, and each page with what brings it. */
export const pages: FeaturePages<'signIn' | 'forgottenPassword' | 'setPassword' | 'firstAdministrator' | 'me'> = {
  texts,
  signIn: () => import('./pages/sign-in'),
  forgottenPassword: () => import('./pages/forgotten-password'),
  setPassword: () => import('./pages/set-password'),
  firstAdministrator: () => import('./pages/first-administrator'),
  me: () => import('./pages/me'),
};
