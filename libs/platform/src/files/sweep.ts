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
}

const BATCH = 500;

/** Removes uploads that were never confirmed, kept files that no row names, and what broken uploads left. May run at any time, and twice at once. */
export async function sweepFiles(store: ObjectStore, order: SweepOrder): Promise<Swept> {
  let incoming = 0;
  for await (const { key } of store.list(INCOMING, order.olderThan)) {
    if (order.signal?.aborted) break;
    await store.remove(key);
    incoming += 1;
  }
  let kept = 0;
  for await (const batch of inBatches(store.list(KEPT, order.olderThan))) {
    const named = await order.rowsFor(batch);
    for (const key of batch) {
      if (order.signal?.aborted) break;
      if (!named.has(key)) kept += await removeOrphan(store, key, order);
    }
    if (order.signal?.aborted) break;
  }
  return { incoming, kept, unfinished: order.signal?.aborted ? 0 : await store.sweepUnfinished(order.olderThan) };
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
