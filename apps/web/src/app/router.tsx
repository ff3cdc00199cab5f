import { createRouter } from '@tanstack/react-router';
import { Broke, NotFound } from './lost';
import { adminRoutes } from './routes/admin';
import { accountRoutes, entranceRoutes } from './routes/account';
import { type RouteContext, alone, inside, open, root } from './routes/base';
import { cardRoutes, judgingRoutes } from './routes/judging';
import { communeRoutes } from './routes/commune';
import { officeJudgingRoutes, projectorRoutes } from './routes/office-judging';
import { officeDossierRoutes } from './routes/office-dossiers';
import { officeContestRoutes } from './routes/office-contest';
import { officeRolloutRoutes } from './routes/office-rollout';
import { officeServiceRoutes } from './routes/office-services';
import { officeResultRoutes } from './routes/office-result';
import { publicRoutes } from './routes/public';
import { publicServiceRoutes } from './routes/public-services';
import { submittingRoutes } from './routes/submitting';

const tree = root.addChildren([
  open.addChildren([...publicRoutes, ...publicServiceRoutes, ...entranceRoutes]),
  inside.addChildren([
    ...accountRoutes,
    ...submittingRoutes,
    ...judgingRoutes,
    ...communeRoutes,
    ...officeContestRoutes,
    ...officeJudgingRoutes,
    ...officeRolloutRoutes,
    ...officeServiceRoutes,
    ...adminRoutes,
    ...officeResultRoutes,
    ...officeDossierRoutes,
  ]),
  alone.addChildren([...cardRoutes, ...projectorRoutes]),
]);

export function createAppRouter(context: RouteContext) {
  return createRouter({
    routeTree: tree,
    context,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    scrollRestoration: true,
    defaultErrorComponent: Broke,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
