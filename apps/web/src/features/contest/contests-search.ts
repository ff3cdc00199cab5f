import { type AgeOrder } from '../../ui/orders';

/** From which end contests are listed, and where one stands. */
export interface ContestsSearch {
  readonly order?: AgeOrder;
  readonly after?: string;
}
