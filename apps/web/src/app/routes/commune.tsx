import { createRoute } from '@tanstack/react-router';
import { pages as rollout } from '../../features/rollout';
import { type AgeOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalAge, optionalText } from './base';

const reports = createRoute({ getParentRoute: () => inside, path: PATHS.myReports, component: page(rollout.texts, rollout.myReports) });
const report = createRoute({ getParentRoute: () => inside, path: PATHS.report, component: page(rollout.texts, rollout.report) });
const adoption = createRoute({ getParentRoute: () => inside, path: PATHS.adoption, component: page(rollout.texts, rollout.adoption) });

const periods = createRoute({
  getParentRoute: () => inside,
  path: PATHS.reportingPeriods,
  validateSearch: ({ order, after }: Record<string, unknown>): { order?: AgeOrder; after?: string } => ({
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.reportingPeriods),
});
const period = createRoute({
  getParentRoute: () => inside,
  path: PATHS.reportPeriod,
  component: page(rollout.texts, rollout.reportingPeriod),
});

/** Of the communes, which say how far they are and what it brings, and of the office that takes it. */
export const communeRoutes = [reports, report, adoption, periods, period] as const;
