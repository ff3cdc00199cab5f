import { type RecognitionState } from './recognition.query';

/** How far an application is, in its order. */
export const RECOGNITION_STATES: readonly RecognitionState[] = ['APPLIED', 'ACCEPTED', 'SITTING', 'RECOGNISED', 'REFUSED', 'REVOKED'];

export const RECOGNITION_ORDERS = ['NEWEST', 'OLDEST', 'DUE'] as const;

export interface RecognitionsSearch {
  readonly state?: RecognitionState;
  readonly order?: (typeof RECOGNITION_ORDERS)[number];
  readonly after?: string;
}
