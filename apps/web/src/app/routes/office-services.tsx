import { createRoute } from '@tanstack/react-router';
import { INSPECTION_STATES, type InspectionsSearch, pages as feedback } from '../../features/feedback';
import { type HandoversSearch, pages as handover } from '../../features/handover';
import { PILOT_STATES, type PilotsSearch, pages as pilot } from '../../features/pilot';
import { type IndexYearsSearch, pages as reform } from '../../features/reform';
import { RECOGNITION_ORDERS, RECOGNITION_STATES, type RecognitionsSearch, pages as recognition } from '../../features/recognition';
import {
  CERTIFICATE_STATES,
  type CertificatesSearch,
  PAPER_KINDS,
  PAPER_STATES,
  type PapersSearch,
  pages as paperwork,
} from '../../features/paperwork';
import {
  ACHIEVEMENT_ORDERS,
  ACHIEVEMENT_STATES,
  type AchievementsSearch,
  type EligibilitySearch,
  type HoldsSearch,
  pages as emulation,
} from '../../features/emulation';
import { type NameOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalAge, optionalDay, optionalName, optionalNumber, optionalOf, optionalText } from './base';

const inspections = createRoute({
  getParentRoute: () => inside,
  path: PATHS.inspections,
  validateSearch: ({ state, order, after }: Record<string, unknown>): InspectionsSearch => ({
    state: optionalOf(INSPECTION_STATES, state),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(feedback.texts, feedback.inspections),
});
const oneInspection = createRoute({
  getParentRoute: () => inside,
  path: PATHS.inspection,
  component: page(feedback.texts, feedback.inspection),
});
const indexYears = createRoute({
  getParentRoute: () => inside,
  path: PATHS.indexYears,
  validateSearch: ({ order, after }: Record<string, unknown>): IndexYearsSearch => ({
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(reform.texts, reform.years),
});
const indexScheme = createRoute({
  getParentRoute: () => inside,
  path: PATHS.indexScheme,
  validateSearch: ({ scheme }: Record<string, unknown>): { readonly scheme?: string } => ({ scheme: optionalText(scheme) }),
  component: page(reform.texts, reform.scheme),
});
const indexYear = createRoute({ getParentRoute: () => inside, path: PATHS.indexYear, component: page(reform.texts, reform.year) });
const indexComparison = createRoute({
  getParentRoute: () => inside,
  path: PATHS.indexComparison,
  component: page(reform.texts, reform.comparison),
});
const indexSheet = createRoute({ getParentRoute: () => inside, path: PATHS.indexSheet, component: page(reform.texts, reform.sheet) });
const pilots = createRoute({
  getParentRoute: () => inside,
  path: PATHS.pilots,
  validateSearch: ({ state, order, after }: Record<string, unknown>): PilotsSearch => ({
    state: PILOT_STATES.find((known) => known === state),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(pilot.texts, pilot.pilots),
});
const newPilot = createRoute({
  getParentRoute: () => inside,
  path: PATHS.newPilot,
  validateSearch: ({ pilot: draft }: Record<string, unknown>): { readonly pilot?: string } => ({ pilot: optionalText(draft) }),
  component: page(pilot.texts, pilot.newPilot),
});
const onePilot = createRoute({ getParentRoute: () => inside, path: PATHS.pilot, component: page(pilot.texts, pilot.pilot) });
const handovers = createRoute({
  getParentRoute: () => inside,
  path: PATHS.handovers,
  validateSearch: ({ waiting, order, after }: Record<string, unknown>): HandoversSearch => ({
    waiting: waiting === true ? true : undefined,
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(handover.texts, handover.handovers),
});
/** Which month is counted, which columns are shown, and where in the list one stands. */
interface CountsSearch {
  readonly month?: string;
  readonly columns?: string;
  readonly order?: NameOrder;
  readonly after?: string;
}

const handoverCounts = createRoute({
  getParentRoute: () => inside,
  path: PATHS.handoverCounts,
  validateSearch: ({ month, columns, order, after }: Record<string, unknown>): CountsSearch => ({
    month: optionalDay(month),
    columns: optionalText(columns),
    order: optionalName(order),
    after: optionalText(after),
  }),
  component: page(handover.texts, handover.handoverCounts),
});
const letters = createRoute({
  getParentRoute: () => inside,
  path: PATHS.letters,
  validateSearch: ({ after }: Record<string, unknown>): { readonly after?: string } => ({ after: optionalText(after) }),
  component: page(handover.texts, handover.letters),
});
const recognitions = createRoute({
  getParentRoute: () => inside,
  path: PATHS.recognitions,
  validateSearch: ({ state, order, after }: Record<string, unknown>): RecognitionsSearch => ({
    state: RECOGNITION_STATES.find((known) => known === state),
    order: optionalOf(RECOGNITION_ORDERS, order),
    after: optionalText(after),
  }),
  component: page(recognition.texts, recognition.recognitions),
});
const oneRecognition = createRoute({
  getParentRoute: () => inside,
  path: PATHS.recognition,
  component: page(recognition.texts, recognition.recognition),
});
const papers = createRoute({
  getParentRoute: () => inside,
  path: PATHS.papers,
  validateSearch: ({ kind, state, order, after }: Record<string, unknown>): PapersSearch => ({
    kind: optionalOf(PAPER_KINDS, kind),
    state: optionalOf(PAPER_STATES, state),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(paperwork.texts, paperwork.papers),
});
const achievements = createRoute({
  getParentRoute: () => inside,
  path: PATHS.achievements,
  validateSearch: ({ state, mine, person, order, after }: Record<string, unknown>): AchievementsSearch => ({
    state: ACHIEVEMENT_STATES.find((known) => known === state),
    mine: mine === true ? true : undefined,
    person: optionalText(person),
    order: optionalOf(ACHIEVEMENT_ORDERS, order),
    after: optionalText(after),
  }),
  component: page(emulation.texts, emulation.achievements),
});
const achievement = createRoute({
  getParentRoute: () => inside,
  path: PATHS.achievement,
  component: page(emulation.texts, emulation.achievement),
});
const eligibility = createRoute({
  getParentRoute: () => inside,
  path: PATHS.eligibility,
  validateSearch: ({ person, kind, year }: Record<string, unknown>): EligibilitySearch => ({
    person: optionalText(person),
    kind: optionalText(kind),
    year: optionalNumber(year),
  }),
  component: page(emulation.texts, emulation.eligibility),
});
const titleKinds = createRoute({
  getParentRoute: () => inside,
  path: PATHS.titleKinds,
  component: page(emulation.texts, emulation.titleKinds),
});
const eligibilityRule = createRoute({
  getParentRoute: () => inside,
  path: PATHS.eligibilityRule,
  validateSearch: ({ rule }: Record<string, unknown>): { readonly rule?: string } => ({ rule: optionalText(rule) }),
  component: page(emulation.texts, emulation.eligibilityRule),
});
const holds = createRoute({
  getParentRoute: () => inside,
  path: PATHS.holds,
  validateSearch: ({ person, order, after }: Record<string, unknown>): HoldsSearch => ({
    person: optionalText(person),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(emulation.texts, emulation.holds),
});
const paper = createRoute({ getParentRoute: () => inside, path: PATHS.paperOfOffice, component: page(paperwork.texts, paperwork.paper) });
const paperTemplates = createRoute({
  getParentRoute: () => inside,
  path: PATHS.paperTemplates,
  component: page(paperwork.texts, paperwork.paperTemplates),
});

const certificates = createRoute({
  getParentRoute: () => inside,
  path: PATHS.certificates,
  validateSearch: ({ search, state, after }: Record<string, unknown>): CertificatesSearch => ({
    search: optionalText(search),
    state: optionalOf(CERTIFICATE_STATES, state),
    after: optionalText(after),
  }),
  component: page(paperwork.texts, paperwork.certificates),
});

/** What surrounds the contest: inspections, the index, pilots, recognitions, achievements, papers. */
export const officeServiceRoutes = [
  inspections,
  oneInspection,
  indexYears,
  indexScheme,
  indexYear,
  indexComparison,
  indexSheet,
  pilots,
  newPilot,
  onePilot,
  handovers,
  handoverCounts,
  letters,
  recognitions,
  oneRecognition,
  achievements,
  achievement,
  eligibility,
  titleKinds,
  eligibilityRule,
  holds,
  papers,
  paper,
  paperTemplates,
  certificates,
] as const;
