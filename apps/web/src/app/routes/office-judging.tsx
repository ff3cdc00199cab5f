import { createRoute } from '@tanstack/react-router';
import { pages as scoring } from '../../features/scoring';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalText } from './base';

const jury = createRoute({ getParentRoute: () => inside, path: PATHS.contestJury, component: page(scoring.texts, scoring.jury) });
const invitations = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestInvitations,
  component: page(scoring.texts, scoring.juryInvitations),
});
const conflicts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestConflicts,
  validateSearch: ({ judge, after }: Record<string, unknown>): { judge?: string; after?: string } => ({
    judge: optionalText(judge),
    after: optionalText(after),
  }),
  component: page(scoring.texts, scoring.contestConflicts),
});
const toDecide = createRoute({
  getParentRoute: () => inside,
  path: PATHS.conflicts,
  component: page(scoring.texts, scoring.conflictsToDecide),
});

/** Of the Interior Office, as it arranges the judging of a contest. */
export const officeJudgingRoutes = [jury, invitations, conflicts, toDecide] as const;
