import { createRoute } from '@tanstack/react-router';
import { type ContestsSearch, pages as contest } from '../../features/contest';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalAge, optionalText } from './base';

const contests = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contests,
  validateSearch: ({ order, after }: Record<string, unknown>): ContestsSearch => ({
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(contest.texts, contest.contests),
});
const newContest = createRoute({
  getParentRoute: () => inside,
  path: PATHS.newContest,
  component: page(contest.texts, contest.newContest),
});
const setup = createRoute({
  getParentRoute: () => inside,
  path: PATHS.contestSetup,
  component: page(contest.texts, contest.contestSetup),
});
const ruleBook = createRoute({ getParentRoute: () => inside, path: PATHS.ruleBook, component: page(contest.texts, contest.ruleBook) });
const year = createRoute({ getParentRoute: () => inside, path: PATHS.contestYear, component: page(contest.texts, contest.contestYear) });

/** Of the Interior Office: its contests, and how one of them is set up. */
export const officeContestRoutes = [contests, newContest, setup, ruleBook, year] as const;
