import { createRoute } from '@tanstack/react-router';
import { pages as platform } from '../../features/platform';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalText } from './base';

const jobs = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myJobs,
  validateSearch: ({ after }: Record<string, unknown>): { after?: string } => ({ after: optionalText(after) }),
  component: page(platform.texts, platform.jobs),
});

/** Dossiers as the Interior Office reads and decides them; what the machine does for anybody. */
export const officeDossierRoutes = [jobs] as const;
