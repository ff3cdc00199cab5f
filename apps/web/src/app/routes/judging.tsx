import { createRoute } from '@tanstack/react-router';
import { pages as jury } from '../../features/jury';
import { pages as scoring } from '../../features/scoring';
import { page } from '../page';
import { PATHS } from '../paths';
import { alone, inside } from './base';

const invitations = createRoute({
  getParentRoute: () => inside,
  path: PATHS.invitations,
  component: page(jury.texts, jury.invitations),
});
const conflicts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myConflicts,
  component: page(jury.texts, jury.myConflicts),
});
const rounds = createRoute({ getParentRoute: () => inside, path: PATHS.judging, component: page(scoring.texts, scoring.judging) });
const round = createRoute({
  getParentRoute: () => inside,
  path: PATHS.judgingRound,
  validateSearch: (search: Record<string, unknown>): { view?: 'scale' } => (search.view === 'scale' ? { view: 'scale' } : {}),
  component: page(scoring.texts, scoring.judgingRound),
});
const card = createRoute({ getParentRoute: () => alone, path: PATHS.card, component: page(scoring.texts, scoring.card) });
const calibration = createRoute({
  getParentRoute: () => alone,
  path: PATHS.calibration,
  component: page(scoring.texts, scoring.calibration),
});
const presentation = createRoute({
  getParentRoute: () => inside,
  path: PATHS.presentation,
  component: page(scoring.texts, scoring.presentation),
});
const sheet = createRoute({ getParentRoute: () => inside, path: PATHS.offlineSheet, component: page(scoring.texts, scoring.offlineSheet) });

/** Of the judges; the card has the whole screen. */
export const judgingRoutes = [invitations, conflicts, rounds, round, presentation, sheet] as const;
export const cardRoutes = [card, calibration] as const;
