import { createRoute } from '@tanstack/react-router';
import { dossierSearch, pages as initiative, versionsSearch } from '../../features/initiative';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalText } from './base';

const mine = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myInitiatives,
  validateSearch: ({ after }: Record<string, unknown>): { after?: string } => ({ after: optionalText(after) }),
  component: page(initiative.texts, initiative.myInitiatives),
});
const dossier = createRoute({
  getParentRoute: () => inside,
  path: PATHS.initiative,
  validateSearch: dossierSearch,
  component: page(initiative.texts, initiative.dossier),
});
const versions = createRoute({
  getParentRoute: () => inside,
  path: PATHS.initiativeVersions,
  validateSearch: versionsSearch,
  component: page(initiative.texts, initiative.versions),
});
const authorships = createRoute({
  getParentRoute: () => inside,
  path: PATHS.authorships,
  component: page(initiative.texts, initiative.authorships),
});
const headQueue = createRoute({
  getParentRoute: () => inside,
  path: PATHS.headQueue,
  component: page(initiative.texts, initiative.headQueue),
});

/** Of those who write initiatives, and of the heads who confirm them. */
export const submittingRoutes = [mine, dossier, versions, authorships, headQueue] as const;
