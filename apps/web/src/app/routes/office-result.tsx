import { createRoute } from '@tanstack/react-router';
import { pages as award } from '../../features/award';
import { pages as scoring } from '../../features/scoring';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalNumber } from './base';

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
  component: page(scoring.texts, scoring.standings),
});
const finalStandings = createRoute({
  getParentRoute: () => inside,
  path: PATHS.finalStandings,
  validateSearch: versions,
  component: page(scoring.texts, scoring.finalStandings),
});
const corrections = createRoute({
  getParentRoute: () => inside,
  path: PATHS.corrections,
  component: page(scoring.texts, scoring.corrections),
});
const correctionsToSign = createRoute({
  getParentRoute: () => inside,
  path: PATHS.correctionsToSign,
  component: page(scoring.texts, scoring.correctionsToSign),
});
const prizes = createRoute({ getParentRoute: () => inside, path: PATHS.prizes, component: page(award.texts, award.prizes) });
const toSign = createRoute({ getParentRoute: () => inside, path: PATHS.toSign, component: page(award.texts, award.toSign) });

/** Results and prizes, as the office and the leaders see them. */
export const officeResultRoutes = [standings, finalStandings, corrections, correctionsToSign, prizes, toSign] as const;
