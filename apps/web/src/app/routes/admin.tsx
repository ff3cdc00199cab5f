import { createRoute } from '@tanstack/react-router';
import { type AccountState, type Role, isAccountState, isRole, pages as identity } from '../../features/identity';
interface ImportsSearch {
  readonly kind?: string;
  readonly after?: string;
}

const imports = createRoute({
  getParentRoute: () => inside,
  path: PATHS.imports,
  validateSearch: ({ kind, after }: Record<string, unknown>): ImportsSearch => ({ kind: optionalText(kind), after: optionalText(after) }),
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
  grants,
  resets,
  allUnits,
  newUnit,
  unit,
  audit,
  operation,
  mails,
  imports,
  oneImport,
] as const;
