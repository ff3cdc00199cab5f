import { createRoute } from '@tanstack/react-router';
import {
  ADOPTIONS_COUNTED,
  ADOPTION_ORDERS,
  type AdoptionsSearch,
  type FiguresSearch,
  MATRIX_VIEWS,
  type MatrixSearch,
  OVERDUE_KINDS,
  OVERDUE_ORDERS,
  type OverdueSearch,
  ROLLOUT_ORDERS,
  type RolloutsSearch,
  pages as rollout,
} from '../../features/rollout';
import {
  ACTION_STATES,
  type ActionsSearch,
  COUNTER_STATES,
  type CountersSearch,
  type SignalsSearch,
  pages as feedback,
} from '../../features/feedback';
import {
  LICENCE_ORDERS,
  LICENCE_STANDINGS,
  LICENCE_STATES,
  type LicencesSearch,
  type RemindersSearch,
  WAYS,
  pages as procedure,
} from '../../features/procedure';
import { ADOPTION_STATES } from '../../ui/adoption-mark';
import { type AgeOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalAge, optionalDay, optionalName, optionalNumber, optionalOf, optionalText } from './base';

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

const rollouts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.rollouts,
  validateSearch: ({ search, year, area, unit, columns, order, after }: Record<string, unknown>): RolloutsSearch => ({
    order: optionalOf(ROLLOUT_ORDERS, order),
    search: optionalText(search),
    year: optionalNumber(year),
    area: optionalText(area),
    unit: optionalText(unit),
    columns: optionalText(columns),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.rollouts),
});
const adoptions = createRoute({
  getParentRoute: () => inside,
  path: PATHS.adoptions,
  validateSearch: ({ year, area, unit, countedAs, state, columns, order, after }: Record<string, unknown>): AdoptionsSearch => ({
    year: optionalNumber(year),
    area: optionalText(area),
    unit: optionalText(unit),
    countedAs: ADOPTIONS_COUNTED.find((known) => known === countedAs),
    state: ADOPTION_STATES.find((known) => known === state),
    order: optionalOf(ADOPTION_ORDERS, order),
    columns: optionalText(columns),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.adoptions),
});
const adopt = createRoute({ getParentRoute: () => inside, path: PATHS.adoptInitiative, component: page(rollout.texts, rollout.adopt) });
const own = createRoute({ getParentRoute: () => inside, path: PATHS.ownAdoption, component: page(rollout.texts, rollout.ownAdoption) });
const one = createRoute({
  getParentRoute: () => inside,
  path: PATHS.rollout,
  validateSearch: ({ order, after }: Record<string, unknown>): { readonly order?: 'UNIT' | 'DUE'; readonly after?: string } => ({
    order: optionalOf(['UNIT', 'DUE'], order),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.rollout),
});
const edit = createRoute({ getParentRoute: () => inside, path: PATHS.editRollout, component: page(rollout.texts, rollout.editRollout) });
const indicators = createRoute({
  getParentRoute: () => inside,
  path: PATHS.rolloutIndicators,
  component: page(rollout.texts, rollout.rolloutIndicators),
});
const figures = createRoute({
  getParentRoute: () => inside,
  path: PATHS.rolloutFigures,
  validateSearch: ({ indicator, unit, units, upTo, disputed }: Record<string, unknown>): FiguresSearch => ({
    indicator: optionalText(indicator),
    unit: optionalText(unit),
    units: units === 'today' ? units : undefined,
    upTo: optionalDay(upTo),
    disputed: disputed === true ? true : undefined,
  }),
  component: page(rollout.texts, rollout.rolloutFigures),
});
const openPeriod = createRoute({
  getParentRoute: () => inside,
  path: PATHS.openPeriod,
  component: page(rollout.texts, rollout.openPeriod),
});
const overdue = createRoute({
  getParentRoute: () => inside,
  path: PATHS.overdue,
  validateSearch: ({ asOf, kind, order, after }: Record<string, unknown>): OverdueSearch => ({
    asOf: optionalDay(asOf),
    kind: optionalOf(OVERDUE_KINDS, kind),
    order: optionalOf(OVERDUE_ORDERS, order),
    after: optionalText(after),
  }),
  component: page(rollout.texts, rollout.overdue),
});

const counters = createRoute({
  getParentRoute: () => inside,
  path: PATHS.counters,
  validateSearch: ({ search, state, order, after }: Record<string, unknown>): CountersSearch => ({
    search: optionalText(search),
    state: optionalOf(COUNTER_STATES, state),
    order: optionalName(order),
    after: optionalText(after),
  }),
  component: page(feedback.texts, feedback.counters),
});
const ratings = createRoute({
  getParentRoute: () => inside,
  path: PATHS.ratings,
  validateSearch: ({ week, counts }: Record<string, unknown>): { readonly week?: string; readonly counts?: AgeOrder } => ({
    week: optionalDay(week),
    counts: optionalAge(counts),
  }),
  component: page(feedback.texts, feedback.ratings),
});

const signals = createRoute({
  getParentRoute: () => inside,
  path: PATHS.signals,
  validateSearch: ({ open, cases, casesAfter, signals: weeks }: Record<string, unknown>): SignalsSearch => ({
    open: open === true ? true : undefined,
    cases: optionalAge(cases),
    casesAfter: optionalText(casesAfter),
    signals: optionalAge(weeks),
  }),
  component: page(feedback.texts, feedback.signals),
});
const actions = createRoute({
  getParentRoute: () => inside,
  path: PATHS.actions,
  validateSearch: ({ state, order, after, action }: Record<string, unknown>): ActionsSearch => ({
    order: optionalAge(order),
    state: ACTION_STATES.find((known) => known === state),
    after: optionalText(after),
    action: optionalText(action),
  }),
  component: page(feedback.texts, feedback.actions),
});
const licences = createRoute({
  getParentRoute: () => inside,
  path: PATHS.licences,
  validateSearch: ({ search, unit, kind, state, standing, columns, order, after }: Record<string, unknown>): LicencesSearch => ({
    order: optionalOf(LICENCE_ORDERS, order),
    search: optionalText(search),
    unit: optionalText(unit),
    kind: optionalText(kind),
    state: LICENCE_STATES.find((known) => known === state),
    standing: LICENCE_STANDINGS.find((known) => known === standing),
    columns: optionalText(columns),
    after: optionalText(after),
  }),
  component: page(procedure.texts, procedure.licences),
});
const licence = createRoute({
  getParentRoute: () => inside,
  path: PATHS.licence,
  component: page(procedure.texts, procedure.keptLicence),
});
const licenceKinds = createRoute({
  getParentRoute: () => inside,
  path: PATHS.licenceKinds,
  component: page(procedure.texts, procedure.licenceKinds),
});
const reminders = createRoute({
  getParentRoute: () => inside,
  path: PATHS.reminders,
  validateSearch: ({ unit, way, after }: Record<string, unknown>): RemindersSearch => ({
    unit: optionalText(unit),
    way: WAYS.find((known) => known === way),
    after: optionalText(after),
  }),
  component: page(procedure.texts, procedure.reminders),
});
/** Of the office that rolls initiatives out, and of all who look how far they are. */
export const officeRolloutRoutes = [
  matrix,
  rollouts,
  adoptions,
  adopt,
  own,
  one,
  edit,
  indicators,
  figures,
  openPeriod,
  overdue,
  counters,
  ratings,
  signals,
  actions,
  licences,
  licence,
  licenceKinds,
  reminders,
] as const;
