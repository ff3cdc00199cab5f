import { createRoute } from '@tanstack/react-router';
import { WINNER_ORDERS, type WinnerOrder, pages as award } from '../../features/award';
import { pages as result } from '../../features/result';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalNumber, optionalOf, optionalText } from './base';

/** Which version of a result is read, and which one stands beside it; left out: the one in force, and none. */
interface VersionSearch {
  readonly version?: number;
  readonly beside?: number;
}

const versions = ({ version, beside }: Record<string, unknown>): VersionSearch => ({
  version: optionalNumber(version),
  beside: optionalNumber(beside),
});

const standings = createRoute({
  getParentRoute: () => inside,
  path: PATHS.standings,
  validateSearch: versions,
  component: page(result.texts, result.standings),
});
const finalStandings = createRoute({
  getParentRoute: () => inside,
  path: PATHS.finalStandings,
  validateSearch: versions,
  component: page(result.texts, result.finalStandings),
});
const corrections = createRoute({
  getParentRoute: () => inside,
  path: PATHS.corrections,
  component: page(result.texts, result.corrections),
});
const correctionsToSign = createRoute({
  getParentRoute: () => inside,
  path: PATHS.correctionsToSign,
  component: page(result.texts, result.correctionsToSign),
});
const prizes = createRoute({ getParentRoute: () => inside, path: PATHS.prizes, component: page(award.texts, award.prizes) });
const toSign = createRoute({ getParentRoute: () => inside, path: PATHS.toSign, component: page(award.texts, award.toSign) });

/** What the register is narrowed to, its order, and where in it one stands. */
interface RegisterSearch {
  readonly search?: string;
  readonly year?: number;
  readonly decision?: string;
  readonly paid?: 'yes' | 'no';
  readonly order?: WinnerOrder;
  readonly columns?: string;
  readonly after?: string;
}

const COUNTED_BY = ['YEAR', 'AREA', 'UNIT'] as const;

const register = createRoute({
  getParentRoute: () => inside,
  path: PATHS.register,
  validateSearch: ({ search, year, decision, paid, order, columns, after }: Record<string, unknown>): RegisterSearch => ({
    search: optionalText(search),
    year: optionalNumber(year),
    decision: optionalText(decision),
    paid: paid === 'yes' || paid === 'no' ? paid : undefined,
    order: optionalOf(WINNER_ORDERS, order),
    columns: optionalText(columns),
    after: optionalText(after),
  }),
  component: page(award.texts, award.register),
});
const newPastContest = createRoute({
  getParentRoute: () => inside,
  path: PATHS.newPastContest,
  component: page(award.texts, award.newPastContest),
});
const pastContest = createRoute({ getParentRoute: () => inside, path: PATHS.pastContest, component: page(award.texts, award.pastContest) });
const dashboard = createRoute({
  getParentRoute: () => inside,
  path: PATHS.dashboard,
  validateSearch: ({ by, year }: Record<string, unknown>): { by?: 'YEAR' | 'AREA' | 'UNIT'; year?: number } => ({
    by: COUNTED_BY.find((known) => known === by),
    year: optionalNumber(year),
  }),
  component: page(award.texts, award.dashboard),
});

/** Results and prizes, as the office and the leaders see them. */
export const officeResultRoutes = [
  standings,
  finalStandings,
  corrections,
  correctionsToSign,
  prizes,
  toSign,
  register,
  newPastContest,
  pastContest,
  dashboard,
] as const;
