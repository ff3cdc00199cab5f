import { setTimeout as pause } from 'node:timers/promises';
import { type LiveChannel, type Topic } from './live-channel.js';

/** So long nothing is read anew for one who looks on, whatever happens meanwhile. */
const QUIET_MS = 1000;

/** So often it is read anew in any case: what comes with time alone tells nobody. */
const RENEWED_MS = 60_000;

const DONE: IteratorResult<null> = { done: true, value: undefined };
const NOW: IteratorResult<null> = { done: false, value: null };

/** The moments at which to read anew: the first at once, then where one of the topics may have changed. Ends when it is returned. */
export class Moments implements AsyncIterableIterator<null> {
  private readonly stop: () => void;
  private readonly ended = new AbortController();
  private due = true;
  private wakeUp: (() => void) | null = null;
  private first = true;

  constructor(channel: LiveChannel, topics: readonly Topic[]) {
    this.stop = channel.watch(topics, () => {
      this.due = true;
      this.wakeUp?.();
    });
  }

  async next(): Promise<IteratorResult<null>> {
    if (!this.first) await pause(QUIET_MS, null, { signal: this.ended.signal }).catch(() => null);
    this.first = false;
    if (!this.due && !this.ended.signal.aborted) await this.woken();
    if (this.ended.signal.aborted) return DONE;
    this.due = false;
    return NOW;
  }

  return(): Promise<IteratorResult<null>> {
    this.ended.abort();
    this.stop();
    this.wakeUp?.();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, RENEWED_MS).unref();
      this.wakeUp = () => {
        clearTimeout(timer);
        this.wakeUp = null;
        resolve();
      };
    });
  }
}
