import { type AgeOrder } from '../../ui/orders';

/** Whether those alone are listed that wait for a conclusion, and from which end each of the two lists. */
export interface SignalsSearch {
  readonly open?: true;
  readonly cases?: AgeOrder;
  readonly casesAfter?: string;
  readonly signals?: AgeOrder;
}
