import { type AgeOrder } from '../../ui/orders';
import { type InspectionState } from './inspection.query';

/** How far an inspection is, in its order. */
export const INSPECTION_STATES: readonly InspectionState[] = ['ORDERED', 'UNDER_WAY', 'MINUTES', 'CLOSED', 'CALLED_OFF'];

export interface InspectionsSearch {
  readonly state?: InspectionState;
  readonly order?: AgeOrder;
  readonly after?: string;
}
