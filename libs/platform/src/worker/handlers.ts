import { Injectable, type OnApplicationBootstrap, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type JobHandler, RUNS_JOB } from '../jobs/runs-job.js';

const ON_EVENT = 'platform:on-event';
const EVERY = 'platform:every';

export interface Delivered<P = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly payload: P;
}

interface Handler {
  readonly name: string;
  readonly handle: (event: Delivered) => Promise<void>;
}

/** What the clock starts. The signal says that the worker stops: between two pieces of work, and in what hangs. */
export interface Schedule {
  readonly name: string;
  readonly seconds: number;
  readonly run: (signal: AbortSignal) => Promise<void>;
}

type Method = (given: unknown) => Promise<void>;

/** Marks `(event) => Promise<void>`, run at least once for each event of these types; its rows are written once, with the delivery. */
export const OnEvent = (name: string, ...types: string[]) => SetMetadata(ON_EVENT, { name, types });

/** Marks `(signal) => Promise<void>`, run by one worker at a time, so many seconds after it last ended. */
export const Every = (name: string, seconds: number) => SetMetadata(EVERY, { name, seconds });

/** Who listens to what, what the clock starts, and who runs which kind of job: found once, at the start. */
@Injectable()
export class Handlers implements OnApplicationBootstrap {
  readonly schedules: Schedule[] = [];
  readonly jobs = new Map<string, JobHandler>();
  private readonly byType = new Map<string, Handler[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  of(type: string): readonly Handler[] {
    return this.byType.get(type) ?? [];
  }

  types(): Iterable<string> {
    return this.byType.keys();
  }

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = (instance as Record<string, unknown>)[name];
        if (typeof method !== 'function') continue;
        this.register(method as Method, instance as object);
        const kind = this.reflector.get<string | undefined>(RUNS_JOB, method);
        if (kind !== undefined) this.jobs.set(kind, (method as JobHandler).bind(instance));
      }
    }
  }

  private register(method: Method, instance: object): void {
    const on = this.reflector.get<{ name: string; types: string[] } | undefined>(ON_EVENT, method);
    for (const type of on?.types ?? []) {
      this.byType.set(type, [...this.of(type), { name: on?.name ?? '', handle: method.bind(instance) }]);
    }
    const every = this.reflector.get<{ name: string; seconds: number } | undefined>(EVERY, method);
    if (every) this.schedules.push({ ...every, run: method.bind(instance) });
  }
}
