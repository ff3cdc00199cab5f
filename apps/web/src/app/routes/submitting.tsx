import { createRoute } from '@tanstack/react-router';
import { dossierSearch, pages as initiative } from '../../features/initiative';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside } from './base';

const mine = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myInitiatives,
  component: page(initiative.texts, initiative.myInitiatives),
});
const dossier = createRoute({
  getParentRoute: () => inside,
  path: PATHS.initiative,
  validateSearch: dossierSearch,
  component: page(initiative.texts, initiative.dossier),
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
export const submittingRoutes = [mine, dossier, authorships, headQueue] as const;
