import { createRoute } from '@tanstack/react-router';
import { pages as scoring } from '../../features/scoring';
import { page } from '../page';
import { PATHS } from '../paths';
import { alone, inside } from './base';

const invitations = createRoute({
  getParentRoute: () => inside,
  path: PATHS.invitations,
  component: page(scoring.texts, scoring.invitations),
});
const conflicts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.myConflicts,
  component: page(scoring.texts, scoring.myConflicts),
});
const rounds = createRoute({ getParentRoute: () => inside, path: PATHS.judging, component: page(scoring.texts, scoring.judging) });
const round = createRoute({
  getParentRoute: () => inside,
  path: PATHS.judgingRound,
  validateSearch: (search: Record<string, unknown>): { view?: 'scale' } => (search.view === 'scale' ? { view: 'scale' } : {}),
  component: page(scoring.texts, scoring.judgingRound),
});
const card = createRoute({ getParentRoute: () => alone, path: PATHS.card, component: page(scoring.texts, scoring.card) });

/** Of the judges; the card has the whole screen. */
export const judgingRoutes = [invitations, conflicts, rounds, round] as const;
export const cardRoutes = [card] as const;
