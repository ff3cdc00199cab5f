import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of a request: whether it has written something that stays, whatever becomes of it from there on. */
export interface Effect {
  written: boolean;
}

const running = new AsyncLocalStorage<Effect>();

/** Runs the work, and notes on the effect what acts in it commit. */
export const noting = <T>(effect: Effect, work: () => T): T => running.run(effect, work);

/** Said by an act that has committed with an entry in the audit log. */
export function noteWritten(): void {
  const effect = running.getStore();
  if (effect) effect.written = true;
}
