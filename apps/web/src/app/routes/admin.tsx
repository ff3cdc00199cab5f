import { createRoute } from '@tanstack/react-router';
import { pages as audit } from '../../features/audit';
import {
  type AccountState,
  GRANT_ORDERS,
  type GrantOrder,
  PEOPLE_ORDERS,
  type PeopleOrder,
  type Role,
  isAccountState,
  isRole,
  pages as identity,
} from '../../features/identity';
import {
  type MailState,
  type NoticeTopic,
  type UndeliveredKind,
  type UndeliveredState,
  isMailState,
  isNoticeTopic,
  isUndeliveredKind,
  isUndeliveredState,
  pages as notice,
} from '../../features/notice';
import { pages as platform } from '../../features/platform';
import { type UnitKind, isUnitKind, pages as units } from '../../features/units';
import { type AgeOrder, type NameOrder } from '../../ui/orders';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside, optionalAge, optionalDay, optionalName, optionalOf, optionalText } from './base';

interface PeopleSearch {
  readonly search?: string;
  readonly unit?: string;
  readonly role?: Role;
  readonly account?: AccountState;
  readonly columns?: string;
  readonly after?: string;
  readonly order?: PeopleOrder;
}

const peopleSearch = (search: Record<string, unknown>): PeopleSearch => ({
  search: optionalText(search.search),
  unit: optionalText(search.unit),
  role: isRole(search.role) ? search.role : undefined,
  account: isAccountState(search.account) ? search.account : undefined,
  order: optionalOf(PEOPLE_ORDERS, search.order),
  columns: optionalText(search.columns),
  after: optionalText(search.after),
});

interface GrantsSearch {
  readonly search?: string;
  readonly unit?: string;
  readonly role?: Role;
  /** Only those whose last day is this one or before. */
  readonly ends?: string;
  readonly order?: GrantOrder;
  readonly after?: string;
}

const grantsSearch = (search: Record<string, unknown>): GrantsSearch => ({
  search: optionalText(search.search),
  unit: optionalText(search.unit),
  role: isRole(search.role) ? search.role : undefined,
  ends: optionalDay(search.ends),
  order: optionalOf(GRANT_ORDERS, search.order),
  after: optionalText(search.after),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: PATHS.people,
  validateSearch: peopleSearch,
  component: page(identity.texts, identity.people),
});
const newPerson = createRoute({ getParentRoute: () => inside, path: PATHS.newPerson, component: page(identity.texts, identity.newPerson) });
const person = createRoute({ getParentRoute: () => inside, path: PATHS.person, component: page(identity.texts, identity.person) });
const grants = createRoute({
  getParentRoute: () => inside,
  path: PATHS.grants,
  validateSearch: grantsSearch,
  component: page(identity.texts, identity.grants),
});
const resets = createRoute({
  getParentRoute: () => inside,
  path: PATHS.factorResets,
  validateSearch: ({ after }: Record<string, unknown>): { after?: string } => ({ after: optionalText(after) }),
  component: page(identity.texts, identity.factorResets),
});

/** Where one stands in each of its two lists, and from which end they are read. */
interface DoublesSearch {
  readonly order?: AgeOrder;
  readonly after?: string;
  readonly merges?: AgeOrder;
  readonly mergesAfter?: string;
}

const doublesSearch = (search: Record<string, unknown>): DoublesSearch => ({
  order: optionalAge(search.order),
  after: optionalText(search.after),
  merges: optionalAge(search.merges),
  mergesAfter: optionalText(search.mergesAfter),
});

const doubles = createRoute({
  getParentRoute: () => inside,
  path: PATHS.doubles,
  validateSearch: doublesSearch,
  component: page(identity.texts, identity.doubles),
});
const compareRecords = createRoute({
  getParentRoute: () => inside,
  path: PATHS.compareRecords,
  component: page(identity.texts, identity.compareRecords),
});

interface UnitsSearch {
  readonly search?: string;
  readonly kind?: UnitKind;
  readonly asOf?: string;
  readonly order?: NameOrder;
  readonly after?: string;
}

const unitsSearch = (search: Record<string, unknown>): UnitsSearch => ({
  search: optionalText(search.search),
  kind: isUnitKind(search.kind) ? search.kind : undefined,
  asOf: optionalDay(search.asOf),
  order: optionalName(search.order),
  after: optionalText(search.after),
});

const allUnits = createRoute({
  getParentRoute: () => inside,
  path: PATHS.units,
  validateSearch: unitsSearch,
  component: page(units.texts, units.units),
});
const newUnit = createRoute({ getParentRoute: () => inside, path: PATHS.newUnit, component: page(units.texts, units.newUnit) });
const workingCalendar = createRoute({
  getParentRoute: () => inside,
  path: PATHS.workingCalendar,
  component: page(units.texts, units.workingCalendar),
});
const unit = createRoute({ getParentRoute: () => inside, path: PATHS.unit, component: page(units.texts, units.unit) });

interface AuditSearch {
  readonly actor?: string;
  readonly operation?: string;
  readonly type?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}

const auditSearch = (search: Record<string, unknown>): AuditSearch => ({
  actor: optionalText(search.actor),
  operation: optionalText(search.operation),
  type: optionalText(search.type),
  subject: optionalText(search.subject),
  from: optionalDay(search.from),
  to: optionalDay(search.to),
  order: optionalAge(search.order),
  after: optionalText(search.after),
});

const log = createRoute({
  getParentRoute: () => inside,
  path: PATHS.audit,
  validateSearch: auditSearch,
  component: page(audit.texts, audit.audit),
});

interface OperationSearch {
  readonly kind?: UndeliveredKind;
  readonly state?: UndeliveredState;
  readonly columns?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}

const operationSearch = (search: Record<string, unknown>): OperationSearch => ({
  kind: isUndeliveredKind(search.kind) ? search.kind : undefined,
  state: isUndeliveredState(search.state) ? search.state : undefined,
  columns: optionalText(search.columns),
  order: optionalAge(search.order),
  after: optionalText(search.after),
});

const operation = createRoute({
  getParentRoute: () => inside,
  path: PATHS.operation,
  validateSearch: operationSearch,
  component: page(notice.texts, notice.undelivered),
});

interface MailsSearch {
  readonly search?: string;
  readonly state?: MailState;
  readonly topic?: NoticeTopic;
  readonly columns?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}

const mailsSearch = (search: Record<string, unknown>): MailsSearch => ({
  search: optionalText(search.search),
  state: isMailState(search.state) ? search.state : undefined,
  topic: isNoticeTopic(search.topic) ? search.topic : undefined,
  columns: optionalText(search.columns),
  order: optionalAge(search.order),
  after: optionalText(search.after),
});

const mails = createRoute({
  getParentRoute: () => inside,
  path: PATHS.mails,
  validateSearch: mailsSearch,
  component: page(notice.texts, notice.mails),
});

interface ImportsSearch {
  readonly kind?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}

const imports = createRoute({
  getParentRoute: () => inside,
  path: PATHS.imports,
  validateSearch: ({ kind, order, after }: Record<string, unknown>): ImportsSearch => ({
    kind: optionalText(kind),
    order: optionalAge(order),
    after: optionalText(after),
  }),
  component: page(platform.texts, platform.imports),
});

const FATES = ['MAKE', 'CHANGE', 'LEAVE', 'PROBLEM'] as const;

interface ImportSearch {
  readonly fate?: (typeof FATES)[number];
  readonly after?: string;
}

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: PATHS.import,
  validateSearch: ({ fate, after }: Record<string, unknown>): ImportSearch => ({
    fate: FATES.find((one) => one === fate),
    after: optionalText(after),
  }),
  component: page(platform.texts, platform.import),
});

/** Of administrators: people, what they may do, and the machine. */
export const adminRoutes = [
  people,
  newPerson,
  person,
  doubles,
  compareRecords,
  grants,
  resets,
  allUnits,
  newUnit,
  workingCalendar,
  unit,
  log,
  operation,
  mails,
  imports,
  oneImport,
] as const;
