import { type AdoptionState } from '../../../ui/adoption-mark';

export const ROLLOUT_ORDERS = ['NEWEST', 'OLDEST', 'TITLE', 'DUE'] as const;

/** What the list is narrowed to, and where in it one stands. */
export interface RolloutsSearch {
  readonly order?: (typeof ROLLOUT_ORDERS)[number];
  readonly search?: string;
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
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

/** What adoptions can be counted as. */
export const ADOPTIONS_COUNTED = ['EXPECTED', 'IN_USE', 'OVERDUE'] as const;

/** Which adoptions of all roll-outs, and where among them one stands. */
export interface AdoptionsSearch {
  readonly year?: number;
  readonly area?: string;
  readonly unit?: string;
  readonly countedAs?: (typeof ADOPTIONS_COUNTED)[number];
  readonly state?: AdoptionState;
  readonly after?: string;
}
