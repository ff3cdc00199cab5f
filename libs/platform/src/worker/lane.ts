import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { describeError } from './describe-error.js';

/** After a fault the next turn waits for this long, so that a database that is away is not asked without a pause. */
const AFTER_FAULT_MS = 5000;

/** One kind of work, turn after turn, beside all others: what hangs or fails in one lane holds up no other. */
export class Lane {
  private readonly logger = new Logger('Lane');
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  /** `turn` is told by the signal to end between two pieces of its work, and to break off what hangs. */
  constructor(
    readonly name: string,
    private readonly idleMs: number,
    private readonly turn: (signal: AbortSignal) => Promise<void>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const fault = await this.turn(signal).then(
        () => null,
        (error: unknown) => describeError(error),
      );
      if (fault) this.logger.error({ lane: this.name, fault }, 'A turn broke off; the next comes at its time');
      await pause(fault ? Math.max(this.idleMs, AFTER_FAULT_MS) : this.idleMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
