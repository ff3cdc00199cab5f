import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { patiently } from '../database/waits.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Deliveries } from '../outbox/deliveries.js';
import { Handlers, type Schedule } from './handlers.js';
import { Lane } from './lane.js';
import { Pieces, WHOLE } from './pieces.js';
import { ScheduleLeases } from './schedule-leases.js';

const IDLE_MS = 500;
/** What runs so seldom has time, and may wait for long. */
const SELDOM_SECONDS = 600;
/** How long a stop waits for what was begun. */
const GRACE_MS = 5000;

/**
 * What is done without anybody asking: events are delivered, mails leave, schedules come round, jobs run. Each has a lane of its own. Any
 * number of workers may run.
 */
@Injectable()
export class Worker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private lanes: Lane[] = [];

  constructor(
    private readonly deliveries: Deliveries,
    private readonly leases: ScheduleLeases,
    private readonly pieces: Pieces,
    private readonly handlers: Handlers,
    private readonly jobs: JobRunner,
  ) {}

  start(): void {
    const events = new Lane('events', IDLE_MS, async (signal) => {
      await this.deliveries.deliverDue(signal);
    });
    const schedules = this.handlers.schedules.map(
      (schedule) => new Lane(schedule.name, schedule.seconds * 1000, (signal) => this.runGuarded(schedule, signal)),
    );
    this.lanes = [events, ...schedules];
    for (const lane of this.lanes) lane.start();
    this.jobs.start();
  }

  /** Before the connections are given back: each lane ends what it has begun, or breaks off what it can; what still hangs is left behind. */
  async beforeApplicationShutdown(): Promise<void> {
    const ended = Promise.all([...this.lanes.map((lane) => lane.stop()), this.jobs.stop()]).then(() => true);
    if (!(await Promise.race([ended, pause(GRACE_MS, false, { ref: false })])))
      this.logger.warn('What was begun did not end in time; it is done anew by whoever comes next');
  }

  /** Delivers what is due and runs the jobs that wait until there is neither; returns how many of both. */
  async drain(): Promise<number> {
    for (let all = 0; ;) {
      const done = (await this.deliveries.deliverDue()) + (await this.jobs.drain());
      if (done === 0) return all;
      all += done;
    }
  }

  /** Runs every schedule once, due or not. */
  async tick(): Promise<void> {
    for (const schedule of this.handlers.schedules) await this.runAlone(schedule, new AbortController().signal);
  }

  /** A schedule that fails as a whole is kept as a fault until it succeeds, wherever it runs. */
  private async runGuarded(schedule: Schedule, signal: AbortSignal): Promise<void> {
    await this.runAlone(schedule, signal).then(
      (ran) => (ran ? this.pieces.recovered(schedule.name, WHOLE) : undefined),
      (error: unknown) => this.pieces.failed(schedule.name, WHOLE, error),
    );
  }

  private runAlone({ name, seconds, run }: Schedule, signal: AbortSignal): Promise<boolean> {
    const work = (stop: AbortSignal) => (seconds >= SELDOM_SECONDS ? patiently(() => run(stop)) : run(stop));
    return this.leases.alone(name, signal, work);
  }
}
