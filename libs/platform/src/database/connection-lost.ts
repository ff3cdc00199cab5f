/** What is known of what an act had written when its connection broke: nothing, or, where it broke in the commit, only the database knows. */
export type Outcome = 'NOTHING_WRITTEN' | 'UNKNOWN';

/** The database did not answer: no connection was free or to be had in time, or the one in use broke. */
export class ConnectionLost extends Error {
  constructor(
    readonly outcome: Outcome,
    cause: unknown,
  ) {
    super(`The database did not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ConnectionLost';
  }
}

/** As it was thrown, or as MikroORM wraps it: in an error of its own with the same fields. */
export function outcomeOf(error: unknown): Outcome | null {
  return error instanceof Error && 'outcome' in error && 'cause' in error ? (error.outcome as Outcome) : null;
}

/** PostgreSQL's own errors, as the driver throws them and as MikroORM wraps them. Their codes have a digit; those of Node (`EPIPE`) have none. */
export function isDatabaseError(error: unknown): error is Error & { code: string; constraint?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(error.code);
}
