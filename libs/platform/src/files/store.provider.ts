import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type Clock } from '#lib/kernel';
import { type Config } from '../config.js';
import { BoundedStore } from './bounded-store.js';
import { DiskStore } from './disk-store.js';
import { type ObjectStore } from './object-store.js';
import { S3Store } from './s3-store.js';

const START_WAIT_MS = 3000;
const AGAIN_MS = 5000;

/**
 * The store that the configuration names: an S3-compatible one where it gives an endpoint, else a folder; never waited for without end. One that is away now holds up no
 * start: it is prepared once it is back, and until then the server says that it is not ready.
 */
export async function openStore(config: Config, clock: Clock): Promise<ObjectStore> {
  const { callMs, stallMs } = config.storeLimits;
  const store = config.s3
    ? new S3Store({ ...config.s3, clock, silentMs: stallMs })
    : new DiskStore({ folder: join(config.dataDir, 'files'), secret: config.secret, publicUrl: '', clock });
  const bounded = new BoundedStore(store, { callMs, stallMs });
  await Promise.race([prepareOnceThere(bounded), pause(START_WAIT_MS, undefined, { ref: false })]);
  return bounded;
}

async function prepareOnceThere(store: ObjectStore): Promise<void> {
  const logger = new Logger('Files');
  for (let failed = 0; ; failed += 1) {
    try {
      await store.prepare();
      if (failed > 0) logger.warn('The file store is back');
      return;
    } catch (error) {
      if (failed === 0) logger.warn(`The file store is away; it is asked again every few seconds: ${String(error)}`);
      await pause(AGAIN_MS, undefined, { ref: false });
    }
  }
}
