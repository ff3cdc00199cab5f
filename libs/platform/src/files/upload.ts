import { Refused } from '#lib/kernel';
import { type DeclaredFile, type InspectedFile, inspectFile } from './inspect-file.js';
import { CHECKING, INCOMING, KEPT, keptKey, newCheckingKey } from './key.js';
import { type ObjectStore, type StoredObject } from './object-store.js';

/** An upload that was looked at and found good, not yet kept. */
export interface ExaminedUpload extends InspectedFile {
  readonly incomingKey: string;
  /** Where the very bytes that were looked at lie, out of reach of the address that brought them. */
  readonly checkingKey: string;
  /** Where the content belongs: `files/<sha-256>`. */
  readonly key: string;
}

/**
 * First part of a confirmation, outside any transaction because it reads the whole object: what the upload really is.
 * It looks at a copy, because an address for uploads can be used again until it expires.
 * Refuses `FILE_NOT_UPLOADED`, and all that `inspectFile` refuses. A refused upload is left for the sweep.
 */
export async function examineUpload(store: ObjectStore, incomingKey: string, declared: DeclaredFile): Promise<ExaminedUpload> {
  if (!incomingKey.startsWith(INCOMING)) throw new Refused('FILE_NOT_UPLOADED');
  const checkingKey = newCheckingKey();
  await store.copy(incomingKey, checkingKey);
  try {
    const inspected = await inspectFile(await store.open(checkingKey), declared);
    if (inspected.converted) await store.put(checkingKey, inspected.converted, inspected.contentType);
    return { ...inspected, incomingKey, checkingKey, key: keptKey(inspected.sha256) };
  } catch (error) {
    await store.remove(checkingKey);
    throw error;
  }
}

/**
 * Second part, inside the transaction that writes the row: puts the content where it belongs. The upload itself stays until
 * `discardUpload`, so that a transaction that is rolled back or retried finds it again; what a crash leaves on either side
 * has no row and is swept.
 */
export async function keepUpload(store: ObjectStore, upload: ExaminedUpload): Promise<void> {
  await store.copy(upload.checkingKey, upload.key);
}

/** Last part, after the commit: removes what the upload no longer needs. If it never runs, the sweep does the same. */
export async function discardUpload(store: ObjectStore, upload: ExaminedUpload): Promise<void> {
  await store.remove(upload.checkingKey);
  await store.remove(upload.incomingKey);
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
  readonly checking: number;
  readonly kept: number;
  readonly unfinished: number;
}

const BATCH = 500;

/** Removes uploads that were never confirmed, kept files that no row names, and what broken uploads left. May run at any time, and twice at once. */
export async function sweepFiles(store: ObjectStore, order: SweepOrder): Promise<Swept> {
  const incoming = await removeAll(store, INCOMING, order.olderThan);
  const checking = await removeAll(store, CHECKING, order.olderThan);
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
  return { incoming, checking, kept, unfinished: await store.sweepUnfinished(order.olderThan) };
}

async function removeAll(store: ObjectStore, prefix: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for await (const { key } of store.list(prefix, olderThan)) {
    await store.remove(key);
    removed += 1;
  }
  return removed;
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
