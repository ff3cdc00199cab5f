import { createRoute } from '@tanstack/react-router';
import { pages as reform } from '../../features/reform';
import { page } from '../page';
import { PATHS } from '../paths';
import { open } from './base';

const publicIndexYears = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicIndexYears,
  component: page(reform.texts, reform.publicYears),
});
const publicIndexYear = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicIndexYear,
  component: page(reform.texts, reform.publicYear),
});

/** What anyone may read of the services beside the contest. */
export const publicServiceRoutes = [publicIndexYears, publicIndexYear] as const;
