import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '#lib/kernel';
import {
  type BoundedStore,
  KEPT,
  type InspectedFile,
  type SweepOrder,
  type UploadTry,
  keepContent,
  keptKey,
  lookAtUpload,
  sweepFiles,
} from '../libs/platform/src/files/index.js';
import { aPdf } from './support/files.js';
import { type Leg, arrived, diskLeg, s3Leg } from './support/stores.js';

const PDF = 'application/pdf';
const HOUR = 3_600_000;
const declared = { fileName: 'a.pdf', contentType: PDF, maxSize: 100_000_000, sha256: null, person: 'a person' };

const disk = await diskLeg();
const s3 = await s3Leg();
if (!s3) process.stdout.write('The S3 leg was left out: S3_TEST_ENDPOINT names no server (.ci/s3-server starts one).\n');
const legs: [string, Leg][] = [['disk', disk], ...(s3 ? [['S3', s3] as [string, Leg]] : [])];

afterAll(() => Promise.all(legs.map(([, leg]) => leg.stop())));

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const inAnHour = (): Date => new Date(Date.now() + HOUR);
async function keysUnder(leg: Leg, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of leg.store.list(prefix)) keys.push(key);
  return keys.sort();
}

/** A sweep of everything there is, as if all of it were old, with rows for the given keys. */
const aSweep = (rows: string[] = [], olderThan = inAnHour()): SweepOrder => ({
  olderThan,
  rowsFor: (keys) => Promise.resolve(new Set(rows.filter((row) => keys.includes(row)))),
  removing: async (_sha256, remove) => {
    await remove();
    return true;
  },
});

/** Puts the parts together, looks at them and keeps them, as a confirmation does. */
async function kept(leg: Leg, upload: UploadTry, expected = declared): Promise<InspectedFile> {
  const looked = await lookAtUpload(leg.store, upload, expected);
  await keepContent(leg.store, upload, looked);
  return looked;
}

describe.each(legs)('%s', (_name, leg) => {
  const { store } = leg;

  beforeEach(async () => {
    await sweepFiles(store, aSweep());
  });

  test('parts never put together are swept once they are old, and not before; so is what was put together and never kept', async () => {
    const parts = await arrived(leg, aPdf('parts'));
    const whole = await arrived(leg, aPdf('whole'));
    await store.assemble(whole);

    expect(await sweepFiles(store, aSweep([], new Date(Date.now() - HOUR)))).toEqual({ incoming: 0, kept: 0, unfinished: 0, failed: [] });
    expect(await store.arrived(parts)).toHaveLength(1);
    expect(await sweepFiles(store, aSweep())).toEqual({ incoming: 1, kept: 0, unfinished: 1, failed: [] });
    expect(await store.arrived(parts)).toBeNull();
    expect(await keysUnder(leg, '')).toEqual([]);
    expect(await sweepFiles(store, aSweep())).toEqual({ incoming: 0, kept: 0, unfinished: 0, failed: [] });
  });

  test('a crash after the content was kept and before its row was written leaves nothing once swept', async () => {
    await kept(leg, await arrived(leg, aPdf('no row')));

    expect(await sweepFiles(store, aSweep())).toEqual({ incoming: 1, kept: 1, unfinished: 0, failed: [] });
    expect(await keysUnder(leg, '')).toEqual([]);
  });

  test('a crash after the row was written leaves the file, and only the upload is swept', async () => {
    const content = aPdf('a row');
    const { sha256: hash } = await kept(leg, await arrived(leg, content));

    expect(await sweepFiles(store, aSweep([keptKey(hash)]))).toEqual({ incoming: 1, kept: 0, unfinished: 0, failed: [] });
    expect(await keysUnder(leg, '')).toEqual([keptKey(hash)]);
    expect(await buffer(await store.open(keptKey(hash)))).toEqual(content);
  });

  test('a confirmation that was broken off is made again; the same content twice is kept once', async () => {
    const [first, second] = [await arrived(leg, aPdf('same')), await arrived(leg, aPdf('same'))];

    const looks = [await kept(leg, first), await kept(leg, first), await kept(leg, second)];
    for (const upload of [first, second]) await store.giveUp(upload);

    expect(new Set(looks.map(({ sha256: hash }) => hash)).size).toBe(1);
    expect(await keysUnder(leg, '')).toEqual([keptKey(sha256(aPdf('same')))]);
  });

  test('one that cannot be removed is named, and keeps no other from being swept', async () => {
    const stuck = await arrived(leg, aPdf('stuck'));
    for (const upload of [stuck, await arrived(leg, aPdf('goes'))]) await store.assemble(upload);
    await kept(leg, await arrived(leg, aPdf('goes too')));
    const removing: BoundedStore = Object.assign(Object.create(store) as BoundedStore, {
      remove: (key: string) => (key === stuck.key ? Promise.reject(new Error('locked')) : store.remove(key)),
    });

    expect(await sweepFiles(removing, aSweep())).toEqual({ incoming: 2, kept: 1, unfinished: 0, failed: [new Error('locked')] });
    expect(await keysUnder(leg, '')).toEqual([stuck.key]);
    await expect(
      sweepFiles(Object.assign(removing, { remove: () => Promise.reject(new Refused('STORE_BUSY')) }), aSweep()),
    ).rejects.toMatchObject({ code: 'STORE_BUSY' });
  });

  test('content put anew between the sweep reading its list and removing it stays', async () => {
    const content = aPdf('put anew');
    const { sha256: hash } = await kept(leg, await arrived(leg, content));
    await sleep(1100);
    const olderThan = new Date();
    await sleep(1100);

    const swept = await sweepFiles(store, {
      ...aSweep([], olderThan),
      removing: async (_hash, remove) => {
        await store.put(keptKey(hash), content, PDF);
        await remove();
        return true;
      },
    });

    expect(swept.kept).toBe(0);
    expect(await keysUnder(leg, KEPT)).toEqual([keptKey(hash)]);
  });
});
