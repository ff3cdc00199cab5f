import { type NameOrder } from '../../ui/orders';

export const COUNTER_STATES = ['open', 'closed'] as const;

/** Which counters are listed, and where one stands. */
export interface CountersSearch {
  /** Part of a name, or a code. */
  readonly search?: string;
  readonly state?: (typeof COUNTER_STATES)[number];
  readonly order?: NameOrder;
  readonly after?: string;
}
