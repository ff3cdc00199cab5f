import { join } from 'node:path';
import { type Clock } from '#lib/kernel';
import { type Config } from '../config.js';
import { DiskStore } from './disk-store.js';
import { type ObjectStore } from './object-store.js';
import { S3Store } from './s3-store.js';

/** The store that the configuration names: an S3-compatible one where it gives an endpoint, else a folder. */
export async function openStore(config: Config, clock: Clock): Promise<ObjectStore> {
  const store = config.s3
    ? new S3Store({ ...config.s3, clock })
    : new DiskStore({ folder: join(config.dataDir, 'files'), secret: config.secret, publicUrl: '', clock });
  await store.prepare();
  return store;
}
