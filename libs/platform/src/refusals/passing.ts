import { Refused } from '#lib/kernel';

/** Refusals that say something of the moment and nothing of what was asked: the same may be well in a while. Nothing was written. */
const PASSING: ReadonlySet<string> = new Set(['BUSY', 'DATABASE_FULL', 'FILE_BUSY', 'STORE_BUSY', 'STORE_FULL', 'STORE_UNAVAILABLE']);

export function isPassing(error: unknown): boolean {
  return error instanceof Refused && PASSING.has(error.code);
}

/** What such a refusal is once the act has been committed: it was done, and could not be read again. */
export function afterTheAct(refused: Refused): Refused {
  return isPassing(refused) ? new Refused('WRITTEN_NOT_READ') : refused;
}
