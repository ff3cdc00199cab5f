import { createRoute } from '@tanstack/react-router';
import { WINNER_ORDERS, type WinnerOrder, pages as award } from '../../features/award';
import { pages as contest } from '../../features/contest';
import { pages as feedback } from '../../features/feedback';
import { pages as paperwork } from '../../features/paperwork';
import { pages as pilot } from '../../features/pilot';
import { PROCEDURE_ORDERS, type ProceduresSearch, pages as procedure } from '../../features/procedure';
import { pages as rollout } from '../../features/rollout';
import { type AgeOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { open, optionalAge, optionalDay, optionalNumber, optionalOf, optionalText } from './base';

/** What the list of winners is narrowed to, and where in it one stands. */
interface WinnersSearch {
  readonly search?: string;
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
  readonly prize?: string;
  readonly revoked?: 'yes' | 'no';
  readonly order?: WinnerOrder;
  readonly after?: string;
}

/** The initiative shown on the tiles, on which units, and what the list is narrowed to. */
interface InUseSearch {
  readonly initiative?: string;
  readonly units?: 'today';
  readonly year?: number;
  readonly area?: string;
  readonly asOf?: string;
  readonly after?: string;
}

/** What the catalogue is narrowed to, and where in it one stands. */
// Each route has a name of its own: written inside a list, it would lose its types.
const home = createRoute({ getParentRoute: () => open, path: PATHS.publicHome, component: page(contest.texts, contest.publicHome) });
const contestPage = createRoute({
  getParentRoute: () => open,
  path: PATHS.contestPage,
  component: page(contest.texts, contest.contestPage),
});
const contestResult = createRoute({
  getParentRoute: () => open,
  path: PATHS.contestResult,
  component: page(award.texts, award.contestResult),
});
const winners = createRoute({
  getParentRoute: () => open,
  path: PATHS.winners,
  validateSearch: ({ search, year, area, unit, prize, revoked, order, after }: Record<string, unknown>): WinnersSearch => ({
    search: optionalText(search),
    year: optionalNumber(year),
    area: optionalText(area),
    unit: optionalText(unit),
    prize: optionalText(prize),
    revoked: revoked === 'yes' || revoked === 'no' ? revoked : undefined,
    order: optionalOf(WINNER_ORDERS, order),
    after: optionalText(after),
  }),
  component: page(award.texts, award.winners),
});
const winner = createRoute({ getParentRoute: () => open, path: PATHS.winner, component: page(award.texts, award.winner) });
const inUse = createRoute({
  getParentRoute: () => open,
  path: PATHS.inUse,
  validateSearch: ({ initiative, units, year, area, asOf, after }: Record<string, unknown>): InUseSearch => ({
    initiative: optionalText(initiative),
    units: units === 'today' ? units : undefined,
    year: optionalNumber(year),
    area: optionalText(area),
    asOf: optionalDay(asOf),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.inUse),
});
const procedures = createRoute({
  getParentRoute: () => open,
  path: PATHS.procedures,
  validateSearch: ({ search, field, unchecked, order, after }: Record<string, unknown>): ProceduresSearch => ({
    search: optionalText(search),
    field: optionalText(field),
    unchecked: unchecked === true ? unchecked : undefined,
    order: optionalOf(PROCEDURE_ORDERS, order),
    after: optionalText(after),
  }),
  component: page(procedure.texts, procedure.procedures),
});
const procedurePage = createRoute({
  getParentRoute: () => open,
  path: PATHS.procedure,
  component: page(procedure.texts, procedure.procedure),
});
const licence = createRoute({ getParentRoute: () => open, path: PATHS.licenceOfLink, component: page(procedure.texts, procedure.licence) });
const certificate = createRoute({
  getParentRoute: () => open,
  path: PATHS.certificate,
  component: page(paperwork.texts, paperwork.certificate),
});
const publicPilots = createRoute({
  getParentRoute: () => open,
  path: PATHS.publicPilots,
  validateSearch: ({ order, after }: Record<string, unknown>): { order?: AgeOrder; after?: string } => ({
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(pilot.texts, pilot.publicPilots),
});
const publicPilot = createRoute({ getParentRoute: () => open, path: PATHS.publicPilot, component: page(pilot.texts, pilot.publicPilot) });
const citizensVoice = createRoute({
  getParentRoute: () => open,
  path: PATHS.citizensVoice,
  validateSearch: ({ month }: Record<string, unknown>): { readonly month?: string } => ({ month: optionalDay(month) }),
  component: page(feedback.texts, feedback.citizensVoice),
});
const checkResult = createRoute({ getParentRoute: () => open, path: PATHS.checkResult, component: page(award.texts, award.checkResult) });
const privacy = createRoute({ getParentRoute: () => open, path: PATHS.privacy, component: page(contest.texts, contest.privacy) });
const accessibility = createRoute({
  getParentRoute: () => open,
  path: PATHS.accessibility,
  component: page(contest.texts, contest.accessibility),
});

/** What anyone may read. */
export const publicRoutes = [
  home,
  contestPage,
  contestResult,
  winners,
  winner,
  inUse,
  procedures,
  procedurePage,
  licence,
  certificate,
  publicPilots,
  publicPilot,
  citizensVoice,
  checkResult,
  privacy,
  accessibility,
] as const;
