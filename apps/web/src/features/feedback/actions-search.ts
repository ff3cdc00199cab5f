import { type AgeOrder } from '../../ui/age-order';
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
