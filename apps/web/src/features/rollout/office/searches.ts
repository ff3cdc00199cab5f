import { type AdoptionState } from '../../../ui/adoption-mark';

export const ROLLOUT_ORDERS = ['NEWEST', 'OLDEST', 'TITLE', 'DUE'] as const;

/** What the list is narrowed to, and where in it one stands. */
export interface RolloutsSearch {
  readonly order?: (typeof ROLLOUT_ORDERS)[number];
  readonly search?: string;
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
  readonly columns?: string;
  readonly after?: string;
}

/** Which indicator, of which commune, until when, and whether only those in dispute. */
export interface FiguresSearch {
  readonly indicator?: string;
  readonly unit?: string;
  readonly units?: 'today';
  readonly upTo?: string;
  readonly disputed?: true;
}

export const OVERDUE_KINDS = ['REPORT', 'ADOPTION'] as const;
export const OVERDUE_ORDERS = ['DUE', 'DUE_LAST', 'UNIT'] as const;

/** As of which day, of which kind and in what order what is overdue is shown. */
export interface OverdueSearch {
  readonly asOf?: string;
  readonly kind?: (typeof OVERDUE_KINDS)[number];
  readonly order?: (typeof OVERDUE_ORDERS)[number];
  readonly after?: string;
}

export const ADOPTION_ORDERS = ['NEWEST', 'OLDEST', 'UNIT', 'TITLE', 'DUE'] as const;

/** What adoptions can be counted as. */
export const ADOPTIONS_COUNTED = ['EXPECTED', 'IN_USE', 'OVERDUE'] as const;

/** Which adoptions of all roll-outs, and where among them one stands. */
export interface AdoptionsSearch {
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
  readonly countedAs?: (typeof ADOPTIONS_COUNTED)[number];
  readonly state?: AdoptionState;
  readonly order?: (typeof ADOPTION_ORDERS)[number];
  readonly columns?: string;
  readonly after?: string;
}
