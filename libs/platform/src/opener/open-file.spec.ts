import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Refused } from '#lib/kernel';
import { kindOfEnding } from '../files/file-kinds.js';
import { unstalled } from '../files/stall.js';
import { openFile } from './open-file.js';

const order = { kind: kindOfEnding('.pdf')!, maxSize: 1000 };
const refusal = (code: string): object => expect.objectContaining({ code }) as object;

test('whoever waits for a turn, or is refused one, has nothing open', async () => {
  let opened = 0;
  const { promise: held, reject } = Promise.withResolvers<Readable>();
  const content = () => {
    opened += 1;
    return held;
  };
  const asked = Array.from({ length: 40 }, () => openFile('look', { person: 'Lan', order, content }));
  const outcomes = Promise.allSettled(asked);
  await expect(asked.at(-1)).rejects.toEqual(refusal('FILE_BUSY'));
  expect(opened).toBe(1);

  reject(new Refused('FILE_LOST'));
  const codes = (await outcomes).map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as Refused).code : 'opened'));
  expect(codes).toEqual([...Array<string>(26).fill('FILE_LOST'), ...Array<string>(14).fill('FILE_BUSY')]);
});

test('what was opened is closed, whatever came of it', async () => {
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(1000, 'a'));
    },
  });
  const through = async function* (content: AsyncIterable<Buffer>) {
    for await (const piece of content) {
      yield piece;
      throw new Refused('FILE_TOO_LARGE');
    }
  };
  const opening = openFile('look', { person: 'Minh', order, content: () => Promise.resolve(endless), through });
  await expect(opening).rejects.toEqual(refusal('FILE_TOO_LARGE'));
  expect(endless.destroyed).toBe(true);
});

test('a content that is closed before it is read closes what it reads from', async () => {
  const source = new Readable({ read: () => undefined });
  const content = unstalled(source, { ms: 1000 });
  content.destroy();
  await once(content, 'close');
  expect(source.destroyed).toBe(true);
});
