import { createRoute } from '@tanstack/react-router';
import { type TitlesSearch, pages as emulation } from '../../features/emulation';
import { pages as handover } from '../../features/handover';
import { type IndexYearsSearch, pages as reform } from '../../features/reform';
import { page } from '../page';
import { PATHS } from '../paths';
import { open, optionalAge, optionalNumber, optionalText } from './base';

const publicIndexYears = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicIndexYears,
  validateSearch: ({ order, after }: Record<string, unknown>): IndexYearsSearch => ({
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(reform.texts, reform.publicYears),
});
const publicIndexYear = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicIndexYear,
  component: page(reform.texts, reform.publicYear),
});
const atHome = createRoute({
  getParentRoute: () => open,
  path: PATHS.atHome,
  validateSearch: ({ after }: Record<string, unknown>): { readonly after?: string } => ({ after: optionalText(after) }),
  component: page(handover.texts, handover.atHome),
});

const publicAchievements = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicAchievements,
  validateSearch: ({ year, kind, order, after }: Record<string, unknown>): TitlesSearch => ({
    year: optionalNumber(year),
    kind: optionalText(kind),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(emulation.texts, emulation.publicAchievements),
});

/** What anyone may read of the services around the contest. */
export const publicServiceRoutes = [publicIndexYears, publicIndexYear, atHome, publicAchievements] as const;
