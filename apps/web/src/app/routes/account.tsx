import { createRoute } from '@tanstack/react-router';
import { pages as identity } from '../../features/identity';
import { pages as notice } from '../../features/notice';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, open, optionalText } from './base';

/** Where to go on after signing in: a place of ours, never another site. */
const nextSearch = (search: Record<string, unknown>): { next?: string } =>
  typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {};

const noticesSearch = (search: Record<string, unknown>): { after?: string; unread?: true } => ({
  after: optionalText(search.after),
  ...(search.unread === true && { unread: true }),
});

const signIn = createRoute({
  getParentRoute: () => open,
  path: PATHS.signIn,
  validateSearch: nextSearch,
  component: page(identity.texts, identity.signIn),
});
const forgotten = createRoute({
  getParentRoute: () => open,
  path: PATHS.forgottenPassword,
  component: page(identity.texts, identity.forgottenPassword),
});
const setPassword = createRoute({
  getParentRoute: () => open,
  path: PATHS.setPassword,
  component: page(identity.texts, identity.setPassword),
});
const confirmEmail = createRoute({
  getParentRoute: () => open,
  path: PATHS.confirmEmail,
  component: page(identity.texts, identity.confirmEmail),
});
const first = createRoute({
  getParentRoute: () => open,
  path: PATHS.firstAdministrator,
  component: page(identity.texts, identity.firstAdministrator),
});

/** The ways in. */
export const entranceRoutes = [signIn, forgotten, setPassword, confirmEmail, first] as const;

const home = createRoute({ getParentRoute: () => inside, path: PATHS.home, component: page(notice.texts, notice.home) });
const notices = createRoute({
  getParentRoute: () => inside,
  path: PATHS.notices,
  validateSearch: noticesSearch,
  component: page(notice.texts, notice.notices),
});
const preferences = createRoute({
  getParentRoute: () => inside,
  path: PATHS.noticePreferences,
  component: page(notice.texts, notice.noticePreferences),
});
const me = createRoute({ getParentRoute: () => inside, path: PATHS.me, component: page(identity.texts, identity.me) });

/** What everybody who is signed in has. */
export const accountRoutes = [home, notices, preferences, me] as const;
