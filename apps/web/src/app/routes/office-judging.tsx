import { createRoute } from '@tanstack/react-router';
import { conflictsSearch, invitationsSearch, jurySearch, pages as jury } from '../../features/jury';
import { pages as scoring } from '../../features/scoring';
import { page } from '../page';
import { PATHS } from '../paths';
import { alone, inside, optionalText } from './base';

/** Only initiatives that want judges, the page of the table, and the proposals that are looked at. */
interface AssignmentsSearch {
  readonly short?: true;
  readonly after?: string;
  readonly a?: string;
  readonly b?: string;
}

const members = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestJury,
  validateSearch: jurySearch,
  component: page(jury.texts, jury.jury),
});
const invitations = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestInvitations,
  validateSearch: invitationsSearch,
  component: page(jury.texts, jury.juryInvitations),
});
const conflicts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestConflicts,
  validateSearch: conflictsSearch,
  component: page(jury.texts, jury.contestConflicts),
});
const names = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestNames,
  validateSearch: ({ all, after }: Record<string, unknown>): { all?: true; after?: string } => ({
    ...(all === true && { all: true as const }),
    after: optionalText(after),
  }),
  component: page(scoring.texts, scoring.names),
});
const toDecide = createRoute({
  getParentRoute: () => inside,
  path: PATHS.conflicts,
  component: page(jury.texts, jury.conflictsToDecide),
});
const rounds = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestRounds,
  component: page(scoring.texts, scoring.contestRounds),
});
const round = createRoute({ getParentRoute: () => inside, path: PATHS.contestRound, component: page(scoring.texts, scoring.contestRound) });
const calibration = createRoute({
  getParentRoute: () => inside,
  path: PATHS.roundCalibration,
  component: page(scoring.texts, scoring.roundCalibration),
});
const presentation = createRoute({
  getParentRoute: () => inside,
  path: PATHS.roundPresentation,
  component: page(scoring.texts, scoring.roundPresentation),
});
const projector = createRoute({ getParentRoute: () => alone, path: PATHS.projector, component: page(scoring.texts, scoring.projector) });
const assignments = createRoute({
  getParentRoute: () => inside,
  path: PATHS.roundAssignments,
  validateSearch: ({ short, after, a, b }: Record<string, unknown>): AssignmentsSearch => ({
    ...(short === true && { short: true as const }),
    after: optionalText(after),
    a: optionalText(a),
    b: optionalText(b),
  }),
  component: page(scoring.texts, scoring.assignments),
});

/** Of the Interior Office, as it arranges the judging of a contest. */
export const officeJudgingRoutes = [
  members,
  invitations,
  conflicts,
  names,
  toDecide,
  rounds,
  round,
  calibration,
  presentation,
  assignments,
] as const;
/** On the wall of a room. */
export const projectorRoutes = [projector] as const;
