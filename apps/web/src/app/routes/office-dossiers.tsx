import { createRoute } from '@tanstack/react-router';
import { allDossiersSearch, dossierPlace, pages as initiative } from '../../features/initiative';
import { pages as platform } from '../../features/platform';
import { type NameOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalName, optionalText } from './base';

const jobs = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myJobs,
  validateSearch: ({ after }: Record<string, unknown>): { after?: string } => ({ after: optionalText(after) }),
  component: page(platform.texts, platform.jobs),
});

const dossiers = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestDossiers,
  validateSearch: dossierPlace,
  component: page(initiative.texts, initiative.officeDossiers),
});
const allDossiers = createRoute({
  getParentRoute: () => inside,
  path: PATHS.allDossiers,
  validateSearch: allDossiersSearch,
  component: page(initiative.texts, initiative.allDossiers),
});
const dossier = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestDossier,
  component: page(initiative.texts, initiative.officeDossier),
});
const screening = createRoute({
  getParentRoute: () => inside,
  path: PATHS.screening,
  validateSearch: ({ at }: Record<string, unknown>): { at?: string } => ({ at: optionalText(at) }),
  component: page(initiative.texts, initiative.screening),
});

const paper = createRoute({
  getParentRoute: () => inside,
  path: PATHS.paper,
  validateSearch: ({ mode, draft }: Record<string, unknown>): { mode?: 'paper' | 'on-behalf'; draft?: string } => ({
    ...(mode === 'on-behalf' && { mode }),
    draft: optionalText(draft),
  }),
  component: page(initiative.texts, initiative.paper),
});
const withoutSubmission = createRoute({
  getParentRoute: () => inside,
  path: PATHS.withoutSubmission,
  validateSearch: ({ order, after }: Record<string, unknown>): { order?: NameOrder; after?: string } => ({
    order: optionalName(order),
    after: optionalText(after),
  }),
  component: page(initiative.texts, initiative.withoutSubmission),
});

/** Dossiers as the Interior Office reads and decides them; what the machine does for anybody. */
export const officeDossierRoutes = [dossiers, allDossiers, dossier, screening, paper, withoutSubmission, jobs] as const;
