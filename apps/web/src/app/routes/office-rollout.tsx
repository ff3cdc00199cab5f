import { createRoute } from '@tanstack/react-router';
import { MATRIX_VIEWS, type MatrixSearch, pages as rollout } from '../../features/rollout';
import { ADOPTION_STATES } from '../../ui/adoption-mark';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalDay, optionalNumber, optionalText } from './base';

const matrix = createRoute({
  getParentRoute: () => inside,
  path: PATHS.matrix,
  validateSearch: (said: Record<string, unknown>): MatrixSearch => ({
    view: MATRIX_VIEWS.find((view) => view === said.view),
    units: said.units === 'today' ? said.units : undefined,
    asOf: optionalDay(said.asOf),
    year: optionalNumber(said.year),
    area: optionalText(said.area),
    state: ADOPTION_STATES.find((state) => state === said.state),
    overdue: said.overdue === true ? true : undefined,
    disputed: said.disputed === true ? true : undefined,
    after: optionalText(said.after),
    rollout: optionalText(said.rollout),
    unit: optionalText(said.unit),
    cell: optionalText(said.cell),
  }),
  component: page(rollout.texts, rollout.matrix),
});

/** Of the office that rolls initiatives out, and of all who look how far they are. */
export const officeRolloutRoutes = [matrix] as const;
