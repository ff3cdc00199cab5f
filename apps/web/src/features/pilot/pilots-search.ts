import { type AgeOrder } from '../../ui/orders';
import { type PilotState } from './pilot.query';

/** How far a pilot is, in its order. */
export const PILOT_STATES: readonly PilotState[] = ['DRAFT', 'REGISTERED', 'RUNNING', 'ENDED', 'EXTEND', 'STOP', 'NOT_SHOWN'];

export interface PilotsSearch {
  readonly state?: PilotState;
  readonly order?: AgeOrder;
  readonly after?: string;
}
