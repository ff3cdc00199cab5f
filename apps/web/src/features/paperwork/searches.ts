import { type AgeOrder } from '../../ui/orders';
import { type CertificateState } from './certificate.query';
import { type PaperKind, type PaperState } from './paper.query';

export const PAPER_KINDS: readonly PaperKind[] = [
  'JURY_DECISION',
  'SCREENING_MINUTES',
  'ROUND_MINUTES',
  'ROUND_SCORECARDS',
  'DELIBERATION_MINUTES',
  'RESULT_SUBMISSION',
  'RESULT_DECISION',
  'RESULT_LIST',
  'CONTEST_REPORT',
  'ADOPTION_DECISION',
  'ROLLOUT_MATRIX',
  'YEAR_MATRIX',
  'PERIOD_REPORT',
];
export const PAPER_STATES: readonly PaperState[] = ['DRAFT', 'FROZEN', 'SIGNED'];
export const CERTIFICATE_STATES: readonly CertificateState[] = ['VALID', 'REVOKED', 'REPLACED'];

/** Which papers are listed, from which end, and where one stands. */
export interface PapersSearch {
  readonly kind?: PaperKind;
  readonly state?: PaperState;
  readonly order?: AgeOrder;
  readonly after?: string;
}

export interface CertificatesSearch {
  /** Part of a name. */
  readonly search?: string;
  readonly state?: CertificateState;
  readonly after?: string;
}
