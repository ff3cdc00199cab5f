import { type AgeOrder } from '../../ui/orders';
import { type ActionState } from './action.query';

/** How far an action is, in its order. */
export const ACTION_STATES: readonly ActionState[] = ['OPEN', 'CLAIMED', 'VERIFIED', 'EFFECTIVE', 'REOPENED', 'CANCELLED'];

export interface ActionsSearch {
  readonly order?: AgeOrder;
  readonly state?: ActionState;
  readonly after?: string;
  /** Which one is read beside the list. */
  readonly action?: string;
}
