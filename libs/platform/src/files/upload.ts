import { Refused } from '#lib/kernel';
import { type DeclaredFile, type InspectedFile, inspectFile } from './inspect-file.js';
import { INCOMING, KEPT, keptKey } from './key.js';
import { type ObjectStore, type StoredObject } from './object-store.js';

/** An upload that was looked at and found good, not yet kept. */
export interface ExaminedUpload extends InspectedFile {
  readonly incomingKey: string;
  /** Of the very object that was looked at. */
  readonly etag: string;
  /** Where the content belongs: `files/<sha-256>`. */
  readonly key: string;
}

/**
 * First half of a confirmation, outside any transaction because it reads the whole object: what the upload really is.
 * Refuses `FILE_NOT_UPLOADED`, and all that `inspectFile` refuses. A refused upload is left for the sweep.
 */
export async function examineUpload(store: ObjectStore, incomingKey: string, declared: DeclaredFile): Promise<ExaminedUpload> {
  const found = incomingKey.startsWith(INCOMING) ? await store.stat(incomingKey) : null;
  if (!found) throw new Refused('FILE_NOT_UPLOADED');
  if (found.size > declared.maxSize) throw new Refused('FILE_TOO_LARGE', { max: declared.maxSize });
  const inspected = await inspectFile(await store.open(incomingKey), declared);
  return { ...inspected, incomingKey, etag: found.etag, key: keptKey(inspected.sha256) };
}

/**
 * Second half, inside the transaction that writes the row: puts the content where it belongs. The upload itself stays until
 * `store.remove(incomingKey)` after the commit, so that a transaction that is rolled back or retried finds it again;
 * what a crash leaves on either side has no row and is swept. Refuses `FILE_CHANGED` when the object is no longer the one examined.
 */
export async function keepUpload(store: ObjectStore, upload: ExaminedUpload): Promise<void> {
  await store.copy(upload.incomingKey, upload.key, upload.etag);
}

/** What a sweep goes by. */
export interface SweepOrder {
  /** Only what was last written before this is looked at: long enough ago that nobody is still confirming it. */
  readonly olderThan: Date;
  /** Which of these keys (at most 500, all `files/…`) a row names. */
  rowsFor(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Runs the act while no confirmation can keep that key (the same lock is taken before `keepUpload`, e.g. an advisory one by key).
   * Without it, content that is uploaded again in the instant of its removal would be lost.
   */
  exclusively(key: string, act: () => Promise<void>): Promise<void>;
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
    await store.remove(key);
    incoming += 1;
  }
  let kept = 0;
  for await (const batch of inBatches(store.list(KEPT, order.olderThan))) {
    const named = await order.rowsFor(batch);
    for (const key of batch) {
      if (!named.has(key))
        await order.exclusively(key, async () => {
          kept += await removeOrphan(store, key, order);
        });
    }
  }
  return { incoming, kept, unfinished: await store.sweepUnfinished(order.olderThan) };
}

/** Looks once more under the lock: since the list was read the content may have been kept anew. */
async function removeOrphan(store: ObjectStore, key: string, order: SweepOrder): Promise<number> {
  const found = await store.stat(key);
  if (!found || found.modifiedAt >= order.olderThan || (await order.rowsFor([key])).has(key)) return 0;
  await store.remove(key);
  return 1;
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
