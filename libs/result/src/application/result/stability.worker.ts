import { parentPort, workerData } from 'node:worker_threads';
import { Decimal } from '#lib/kernel';
import { type SentStability, stabilityOf } from '../../domain/result/stability.js';

// The one thing this thread is started for: reckon, reply, end. A decimal does not travel between threads as one.
const { signed, ...order } = workerData as SentStability;
const value = stabilityOf({
  ...order,
  signed: signed.map(({ earlier, ...initiative }) => ({
    ...initiative,
    earlier: new Map(earlier.map(([key, figure]) => [key, new Decimal(figure)])),
  })),
});
parentPort?.postMessage({ value });
