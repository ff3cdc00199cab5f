import { isPassing } from '../refusals/passing.js';
import { asError } from './disk-files.js';
import { INCOMING, KEPT } from './key.js';
import { type ObjectStore, type StoredObject } from './object-store.js';

/** What a sweep goes by. */
export interface SweepOrder {
  /** Only what was last written before this is looked at: long enough ago that nobody is still confirming it. */
  readonly olderThan: Date;
  /** Says that the worker stops: then the sweep ends between two objects, and goes on another time. */
  readonly signal?: AbortSignal;
  /** Which of these keys (at most 500, all `files/…`) a row names. */
  rowsFor(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Runs the removal unless a row names that content or somebody keeps it now, and lets nobody keep it meanwhile; false where it did not. */
  removing(sha256: string, remove: () => Promise<void>): Promise<boolean>;
}

/** How many objects a sweep removed. */
export interface Swept {
  readonly incoming: number;
  readonly kept: number;
  readonly unfinished: number;
  /** Why each of those is still there that could not be removed. */
  readonly failed: readonly Error[];
}

const BATCH = 500;

/**
 * Removes uploads that were never confirmed, kept files that no row names, and what broken uploads left. May run at any time, and twice at
 * once. One that cannot be removed keeps no other; a store that is away ends the sweep.
 */
export async function sweepFiles(store: ObjectStore, order: SweepOrder): Promise<Swept> {
  const failed: Error[] = [];
  const tried = async (remove: () => Promise<number>): Promise<number> => {
    try {
      return await remove();
    } catch (error) {
      if (isPassing(error)) throw error;
      failed.push(asError(error));
      return 0;
    }
  };
  const incoming = await sweepIncoming(store, order, tried);
  const kept = await sweepKept(store, order, tried);
  let unfinished = 0;
  for await (const removed of order.signal?.aborted ? [] : store.sweepUnfinished(order.olderThan)) {
    if (removed instanceof Error) failed.push(removed);
    else if (removed) unfinished += 1;
    if (order.signal?.aborted) break;
  }
  return { incoming, kept, unfinished, failed };
}

type Tried = (remove: () => Promise<number>) => Promise<number>;

async function sweepIncoming(store: ObjectStore, order: SweepOrder, tried: Tried): Promise<number> {
  let removed = 0;
  for await (const { key } of older(store.list(INCOMING), order)) removed += await tried(() => store.remove(key).then(() => 1));
  return removed;
}

async function sweepKept(store: ObjectStore, order: SweepOrder, tried: Tried): Promise<number> {
  let removed = 0;
  for await (const batch of inBatches(older(store.list(KEPT), order))) {
    const named = await order.rowsFor(batch);
    for (const key of batch) {
      if (order.signal?.aborted) return removed;
      if (!named.has(key)) removed += await tried(() => removeOrphan(store, key, order));
    }
  }
  return removed;
}

/** Until the worker stops. */
async function* older(objects: AsyncIterable<StoredObject>, { olderThan, signal }: SweepOrder): AsyncIterable<StoredObject> {
  for await (const object of objects) {
    if (signal?.aborted) return;
    if (object.modifiedAt < olderThan) yield object;
  }
}

/** Looks once more when nobody else may keep it: since the list was read the content may have been put there anew. */
async function removeOrphan(store: ObjectStore, key: string, order: SweepOrder): Promise<number> {
  let removed = 0;
  await order.removing(key.slice(KEPT.length), async () => {
    const found = await store.stat(key);
    if (!found || found.modifiedAt >= order.olderThan) return;
    await store.remove(key);
    removed = 1;
  });
  return removed;
}

async function* inBatches(objects: AsyncIterable<StoredObject>): AsyncIterable<string[]> {
  let batch: string[] = [];
  for await (const { key } of objects) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
