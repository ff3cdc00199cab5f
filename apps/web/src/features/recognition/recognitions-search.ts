import { type RecognitionState } from './recognition.query';

/** How far an application is, in its order. */
export const RECOGNITION_STATES: readonly RecognitionState[] = ['APPLIED', 'ACCEPTED', 'SITTING', 'RECOGNISED', 'REFUSED', 'REVOKED'];

export interface RecognitionsSearch {
  readonly state?: RecognitionState;
  readonly after?: string;
}
