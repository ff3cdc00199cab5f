import { Worker, type WorkerOptions } from 'node:worker_threads';
import { SOURCE_CONDITION, SOURCE_HOOKS, placeOf } from './from-source.js';

/** What a thread's module posts when it is done. */
export interface ThreadReply<T> {
  readonly value: T;
}

/**
 * Runs a module in a thread of its own, so that what takes long holds up nobody else. The module reads `workerData`, posts one
 * `ThreadReply` and ends. `entry` is its address as compiled, beside the caller's: `new URL('./x.worker.js', import.meta.url)`.
 */
export async function inThread<T>(entry: URL, data: unknown): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const worker = start(entry, { workerData: data });
  worker.on('message', ({ value }: ThreadReply<T>) => {
    resolve(value);
  });
  worker.on('error', reject);
  worker.on('exit', (code) => {
    reject(new Error(`The thread of ${entry.pathname} ended with ${String(code)} and no answer`));
  });
  try {
    return await promise;
  } finally {
    await worker.terminate();
  }
}

function start(entry: URL, options: WorkerOptions): Worker {
  const place = placeOf(entry);
  if (place.compiled) return new Worker(place.entry, options);
  return new Worker(`${SOURCE_HOOKS} import(${JSON.stringify(place.entry.href)});`, {
    ...options,
    eval: true,
    execArgv: [SOURCE_CONDITION],
  });
}
