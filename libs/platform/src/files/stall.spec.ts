import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { unstalled, whileTaken } from './stall.js';

const MS = 1500;
const EACH_MS = 50;
const PIECES = (2 * MS) / EACH_MS;
const busy: object = expect.objectContaining({ code: 'STORE_BUSY' }) as object;

/** Pieces of so many bytes, each long before its own time is over; all together take twice as long as one may. */
async function* dripping(bytes: number): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < PIECES; piece += 1) {
    await pause(EACH_MS);
    yield Buffer.alloc(bytes, 'a');
  }
}

test('a content that comes in drop by drop is not waited for without end', async () => {
  await expect(buffer(unstalled(Readable.from(dripping(1)), { ms: MS }))).rejects.toEqual(busy);
});

test('a store that takes a content drop by drop is not waited for without end', async () => {
  const source = Readable.from(Array.from({ length: 1000 }, () => Buffer.alloc(1)));
  const drop = async (taken: Readable) => {
    for await (const piece of taken as AsyncIterable<Buffer>) await pause(EACH_MS * piece.length);
  };
  await expect(whileTaken(source, MS, drop)).rejects.toEqual(busy);
});

test('a large content takes as long as it needs at a pace that gets on', async () => {
  const content = await buffer(unstalled(Readable.from(dripping(64 * 1024)), { ms: MS }));
  expect(content.length).toBe(PIECES * 64 * 1024);

  const taken = await whileTaken(Readable.from(dripping(64 * 1024)), MS, (stream) => buffer(stream));
  expect(taken.length).toBe(content.length);
});
