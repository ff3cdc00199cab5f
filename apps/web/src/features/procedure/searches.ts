export const LICENCE_STATES = ['ACTIVE', 'RENEWED', 'REVOKED', 'CLOSED'] as const;
export const LICENCE_STANDINGS = ['VALID', 'DUE', 'OVERDUE', 'EXPIRED'] as const;

export const PROCEDURE_ORDERS = ['NAME', 'CODE'] as const;

/** What the catalogue is narrowed to, and its order. */
export interface ProceduresSearch {
  readonly search?: string;
  readonly field?: string;
  readonly unchecked?: boolean;
  readonly order?: (typeof PROCEDURE_ORDERS)[number];
  readonly after?: string;
}

export const LICENCE_ORDERS = ['EXPIRY', 'EXPIRY_LAST', 'HOLDER'] as const;

/** What the register is narrowed to, and its order. */
export interface LicencesSearch {
  readonly order?: (typeof LICENCE_ORDERS)[number];
  readonly search?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly state?: (typeof LICENCE_STATES)[number];
  readonly standing?: (typeof LICENCE_STANDINGS)[number];
  readonly columns?: string;
  readonly after?: string;
}

export const WAYS = ['CALL', 'LETTER', 'FAILED', 'MAIL'] as const;
/** The part of a morning that is looked at. */
export type Way = (typeof WAYS)[number];

export interface RemindersSearch {
  readonly unit?: string;
  readonly way?: Way;
  readonly after?: string;
}
