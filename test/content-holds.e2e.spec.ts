import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#lib/kernel';
import { ContentHold } from '#lib/platform';
import { ContentHolds } from '../libs/platform/src/files/content-holds.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let holds: ContentHolds;
let at = 0;
/** Of a content that no row names. */
const aHash = (): string => (at += 1).toString(16).padStart(64, '0');

beforeAll(async () => {
  contest = await startContest();
  holds = contest.get(ContentHolds);
});
afterAll(() => contest.stop());

test('while the sweep removes a content nobody keeps it, and afterwards anybody may', async () => {
  const sha256 = aHash();
  let refused: unknown;

  const removed = await holds.removing(sha256, async () => {
    refused = await holds.keep(SYSTEM, sha256).catch((error: unknown) => error);
  });

  expect([removed, refused]).toEqual([true, expect.objectContaining({ code: 'STORE_BUSY' })]);
  await expect(holds.keep(SYSTEM, sha256)).resolves.toEqual(expect.any(String));
});

test('what somebody keeps just now is not removed, until the hold has come to its end', async () => {
  const sha256 = aHash();
  const [first, second] = [await holds.keep(SYSTEM, sha256), await holds.keep(SYSTEM, sha256)];
  expect(first).not.toBe(second);
  let removals = 0;
  const remove = (): Promise<boolean> =>
    holds.removing(sha256, () => {
      removals += 1;
      return Promise.resolve();
    });

  expect([await remove(), removals]).toEqual([false, 0]);
  const now = contest.clock.now();
  contest.clock.set(new Date(now.getTime() + 60 * 60 * 1000));
  expect([await remove(), removals]).toEqual([true, 1]);
  contest.clock.set(now);
});

test('a removal that broke off is made again later, and nobody keeps the content before', async () => {
  const sha256 = aHash();
  await expect(holds.removing(sha256, () => Promise.reject(new Error('away')))).rejects.toThrow('away');

  await expect(holds.keep(SYSTEM, sha256)).rejects.toMatchObject({ code: 'STORE_BUSY' });
  expect(await holds.unfinished()).toEqual([]);
  const now = contest.clock.now();
  contest.clock.set(new Date(now.getTime() + 60 * 60 * 1000));
  const [left] = await holds.unfinished();
  await holds.finish(left!.id, () => Promise.resolve());
  contest.clock.set(now);

  expect(left!.sha256).toBe(sha256);
  await expect(holds.keep(SYSTEM, sha256)).resolves.toEqual(expect.any(String));
});

test('the database itself takes no hold to keep beside one to remove', async () => {
  const sha256 = aHash();
  await holds.keep(SYSTEM, sha256);

  await expect(
    contest.em().insert(ContentHold, { id: randomUUID(), sha256, purpose: 'SWEEP', until: contest.clock.now() }),
  ).rejects.toThrow('content_hold_keep_or_sweep');
});
