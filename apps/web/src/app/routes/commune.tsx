import { createRoute } from '@tanstack/react-router';
import { pages as rollout } from '../../features/rollout';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside } from './base';

const reports = createRoute({ getParentRoute: () => inside, path: PATHS.myReports, component: page(rollout.texts, rollout.myReports) });
const report = createRoute({ getParentRoute: () => inside, path: PATHS.report, component: page(rollout.texts, rollout.report) });
const adoption = createRoute({ getParentRoute: () => inside, path: PATHS.adoption, component: page(rollout.texts, rollout.adoption) });

/** Of the communes, which say how far they are and what it brings. */
export const communeRoutes = [reports, report, adoption] as const;
