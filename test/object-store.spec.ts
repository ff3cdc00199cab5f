import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  INCOMING,
  KEPT,
  type InspectedFile,
  type SweepOrder,
  type UploadTry,
  keepContent,
  keptKey,
  lookAtUpload,
  newIncomingKey,
  partsOf,
  sweepFiles,
} from '../libs/platform/src/files/index.js';
import { aPdf, aPng } from './support/files.js';
import { type Leg, addressOf, answerOf, arrived, begun, diskLeg, forged, piece, put, s3Leg, signatureOf } from './support/stores.js';

const PDF = 'application/pdf';
const HOUR = 3_600_000;
const fileName = 'Sáng kiến “một cửa” – Đặng Thị Ngọc Ánh (đợt 1).pdf';
const declared = { fileName: 'a.pdf', contentType: PDF, maxSize: 100_000_000, sha256: null, person: 'a person' };

const disk = await diskLeg();
const s3 = await s3Leg();
if (!s3) process.stdout.write('The S3 leg was left out: S3_TEST_ENDPOINT names no server (.ci/s3-server starts one).\n');
const legs: [string, Leg][] = [['disk', disk], ...(s3 ? [['S3', s3] as [string, Leg]] : [])];

afterAll(() => Promise.all(legs.map(([, leg]) => leg.stop())));

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
/** A PDF of three parts, the last of them small. */
const aLargePdf = (text = ''): Buffer => {
  const start = aPdf(text);
  return Buffer.concat([start, Buffer.alloc(10 * 1024 * 1024 + 1000 - start.length, text || '%')]);
};
const aDownload = (leg: Leg, key: string, expiresInSeconds = 60) =>
  leg.store.presignDownload({ key, fileName, contentType: PDF, expiresInSeconds });
const get = async (url: string): Promise<string> => answerOf(await fetch(url));
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
  const { store, says } = leg;

  beforeEach(async () => {
    await sweepFiles(store, aSweep());
  });

  test('is ready', async () => {
    await store.prepare();
    await expect(store.health()).resolves.toBeUndefined();
  });

  test('a small file goes in as one part, is confirmed by its content, and comes out under its Vietnamese name', async () => {
    const content = aPdf('nhỏ');
    const upload = await arrived(leg, content);

    const looked = await kept(leg, upload);
    await store.giveUp(upload);
    const response = await fetch(await aDownload(leg, keptKey(looked.sha256)));

    expect(looked).toMatchObject({ fileName: 'a.pdf', sha256: sha256(content), size: content.length, contentType: PDF });
    expect(response.status).toBe(200);
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(looked.sha256);
    expect(response.headers.get('content-type')).toBe(PDF);
    expect(response.headers.get('content-length')).toBe(String(content.length));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Sang kien _mot cua_ _ Dang Thi Ngoc Anh (dot 1).pdf"; filename*=UTF-8''${encodeURIComponent(fileName).replace('(', '%28').replace(')', '%29')}`,
    );
    expect(await keysUnder(leg, '')).toEqual([keptKey(looked.sha256)]);
  });

  test('parts sent out of order, at once and twice make the whole; what is there is told, and nothing is whole before the last', async () => {
    const content = aLargePdf('a');
    const upload = await begun(leg, content.length);
    const [first, second, third] = partsOf(upload) as [any, any, any];
    const address = (part: any) => addressOf(leg, upload, part);

    expect(await store.arrived(upload)).toEqual([]);
    await expect(store.assemble(upload)).rejects.toMatchObject({ code: 'FILE_NOT_UPLOADED' });
    expect(await put(await address(third), piece(content, third))).toBe('OK');
    expect(await store.arrived(upload)).toEqual([{ number: 3, size: 1000 }]);
    await expect(store.assemble(upload)).rejects.toMatchObject({ code: 'FILE_NOT_WHOLE', detail: { missing: 2 } });
    expect(await put(await address(first), Buffer.alloc(first.size, 'x'))).toBe('OK');
    const both = await Promise.all([first, second].map(async (part) => put(await address(part), piece(content, part))));
    expect(both).toEqual(['OK', 'OK']);

    await store.assemble(upload);
    await store.assemble(upload);

    expect(sha256(await buffer(await store.open(upload.key)))).toBe(sha256(content));
    expect(await store.arrived(upload)).toHaveLength(3);
  });

  test.each([
    ['one byte less', -1],
    ['one byte more', 1],
    ['nothing', -1_000_000],
  ])('a part with %s than its size is refused, is not there, and can be sent again', async (_case, more) => {
    const content = aPdf('x'.repeat(5000));
    const upload = await begun(leg, content.length);
    const [part] = partsOf(upload);
    const url = await addressOf(leg, upload, part!);

    expect(await put(url, Buffer.alloc(Math.max(0, content.length + more)))).toBe(says.length);
    expect(await store.arrived(upload)).toEqual([]);
    expect(await put(url, content)).toBe('OK');
    expect((await kept(leg, upload)).sha256).toBe(sha256(content));
  });

  test('half a file continued with a range of its own is never the whole', async () => {
    const content = aPdf('y'.repeat(5000));
    const upload = await begun(leg, content.length);
    const url = await addressOf(leg, upload, partsOf(upload)[0]!);
    const half = Math.floor(content.length / 2);
    const range = (from: number, to: number) => ({ 'content-range': `bytes ${String(from)}-${String(to - 1)}/${String(content.length)}` });

    expect(await put(url, content.subarray(0, half), range(0, half))).toBe(says.length);
    expect(await put(url, content.subarray(half), range(half, content.length))).toBe(says.length);
    await expect(store.assemble(upload)).rejects.toMatchObject({ code: 'FILE_NOT_UPLOADED' });

    expect(await put(url, content, range(0, content.length))).toBe('OK');
    expect((await kept(leg, upload)).sha256).toBe(sha256(content));
  });

  test('a part of an address is no other: number, size, key and moment are signed', async () => {
    const content = aPdf('z');
    const upload = await begun(leg, content.length);
    const other = await begun(leg, content.length);
    const part = partsOf(upload)[0]!;
    const url = await addressOf(leg, upload, part);
    const late = await addressOf(leg, upload, part, 1);
    await sleep(2_100);

    expect(await put(forged(url), content)).toBe(says.signature);
    expect(await put(url.replace(signatureOf(url), ''), content)).toBe(says.unsigned);
    expect(await put(url.split('?')[0]!, content)).toBe(says.unsigned);
    expect(await put(url.replace(upload.key, other.key), content)).toBe(says.signature);
    expect(await put(url.replace(/([?&](?:n|partNumber)=)1/, '$12'), content)).toBe(says.signature);
    expect(await put(url.replace(/([?&](?:e|X-Amz-Expires)=\d+)/, '$10'), content)).toBe(says.signature);
    expect(await put(late, content)).toBe(says.expired);
    expect(await store.arrived(upload)).toEqual([]);
    expect(await store.arrived(other)).toEqual([]);
  });

  test('what is sent once the parts were put together is taken nowhere: not while it is looked at, not after it is kept, not after it was given up', async () => {
    const content = aPdf('first');
    const upload = await arrived(leg, content);
    const url = await addressOf(leg, upload, partsOf(upload)[0]!);
    const other = Buffer.from(content.toString().replace('first', 'other'));

    await store.assemble(upload);
    expect(await put(url, other)).toBe(says.over);
    const looked = await lookAtUpload(store, upload, declared);
    expect(await put(url, other)).toBe(says.over);
    await keepContent(store, upload, looked);
    expect(await put(url, other)).toBe(says.over);
    await store.giveUp(upload);
    expect(await put(url, other)).toBe(says.over);

    expect(await keysUnder(leg, '')).toEqual([keptKey(sha256(content))]);
    expect(await buffer(await store.open(keptKey(sha256(content))))).toEqual(content);
    expect(await store.arrived(upload)).toBeNull();
  });

  test('while a part is sent again and again, what is put together is one of the contents and stays it', async () => {
    const content = aPdf('race a');
    const upload = await arrived(leg, content);
    const url = await addressOf(leg, upload, partsOf(upload)[0]!);
    const other = Buffer.from(content.toString().replace('race a', 'race b'));
    let sending = true;
    const senders = Array.from({ length: 4 }, async () => {
      const answers: string[] = [];
      while (sending) answers.push(await put(url, answers.length % 2 === 0 ? other : content));
      return answers;
    });
    await sleep(50);

    // A part that came between being counted and being put together has the store ask for another try.
    const once = (): Promise<void> =>
      store
        .assemble(upload)
        .catch((error: unknown) => ((error as { code?: string }).code === 'STORE_BUSY' ? once() : Promise.reject(error as Error)));
    await once();
    const before = sha256(await buffer(await store.open(upload.key)));
    await sleep(50);
    sending = false;
    const answers = (await Promise.all(senders)).flat();

    expect([sha256(content), sha256(other)]).toContain(before);
    expect(sha256(await buffer(await store.open(upload.key)))).toBe(before);
    expect([...new Set(answers)].sort()).toEqual([says.over, 'OK'].sort());
  });

  test('put together ten times at once it is there once, whole', async () => {
    const content = aLargePdf('b');
    const upload = await arrived(leg, content);

    await Promise.all(Array.from({ length: 10 }, () => store.assemble(upload)));

    expect(await store.stat(upload.key)).toMatchObject({ size: content.length });
    expect(sha256(await buffer(await store.open(upload.key)))).toBe(sha256(content));
  });

  test('given up, nothing of it is left, and another upload is not touched', async () => {
    const upload = await arrived(leg, aPdf('given up'));
    const other = await arrived(leg, aPdf('stays'));

    await store.giveUp(upload);
    await store.giveUp(upload);

    expect(await store.arrived(upload)).toBeNull();
    await expect(store.assemble(upload)).rejects.toMatchObject({ code: 'FILE_NOT_UPLOADED' });
    expect(await store.arrived(other)).toHaveLength(1);
  });

  test('a download with a wrong signature, another key, another name or a later expiry is refused, and so is one that expired', async () => {
    const [key, other] = [keptKey('a'.repeat(64)), keptKey('b'.repeat(64))];
    for (const each of [key, other]) await store.put(each, aPdf(each), PDF);
    const url = await aDownload(leg, key);
    const short = await aDownload(leg, key, 1);
    const signature = signatureOf(url);

    expect(await get(url)).toBe('OK');
    expect(await get(forged(url))).toBe(says.signature);
    expect(await get(url.replace(signature, ''))).toBe(says.unsigned);
    expect(await get(url.replace(key, other))).toBe(says.signature);
    expect(await get(url.replaceAll('.pdf', '.exe'))).toBe(says.signature);
    expect(await get(url.replace(/([?&](?:e|X-Amz-Expires)=\d+)/, '$10'))).toBe(says.signature);
    expect(await get(url.split('?')[0]!)).toBe(says.unsigned);
    await sleep(2_100);
    expect(await get(short)).toBe(says.expired);
  });

  test('leave to read is not leave to write, and leave to send a part is not leave to read', async () => {
    const key = keptKey('c'.repeat(64));
    await store.put(key, aPdf('kept'), PDF);
    const url = await aDownload(leg, key);
    const upload = await arrived(leg, aPdf('sent'));
    const sending = await addressOf(leg, upload, partsOf(upload)[0]!);

    for (const method of ['PUT', 'DELETE', 'POST']) {
      const body = method === 'DELETE' ? undefined : 'other';
      expect((await fetch(url, { method, body, headers: { 'content-type': PDF } })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await fetch(sending)).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(sending, { method: 'DELETE' })).status).toBeGreaterThanOrEqual(400);
    expect(await buffer(await store.open(key))).toEqual(aPdf('kept'));
    expect(await store.arrived(upload)).toHaveLength(1);
  });

  test('what never came is told from a kept file that is lost', async () => {
    const key = newIncomingKey();
    const lost = keptKey('d'.repeat(64));

    expect(await store.stat(key)).toBeNull();
    await expect(store.open(key)).rejects.toMatchObject({ code: 'FILE_NOT_UPLOADED' });
    await expect(store.open(lost)).rejects.toMatchObject({ code: 'FILE_LOST' });
    await expect(store.copy(key, lost)).rejects.toMatchObject({ code: 'FILE_NOT_UPLOADED' });
    await expect(store.remove(key)).resolves.toBeUndefined();
    expect(await get(await aDownload(leg, key))).toBe(says.missing);
    expect(await get(await aDownload(leg, lost))).toBe(says.lost);
  });

  test('at confirmation the type and the hash count that the content has', async () => {
    const png = await arrived(leg, aPng());
    const content = aPdf('hashed');
    const upload = await arrived(leg, content);

    await expect(lookAtUpload(store, png, declared)).rejects.toMatchObject({ code: 'FILE_TYPE_FALSE' });
    await expect(lookAtUpload(store, upload, { ...declared, sha256: 'e'.repeat(64) })).rejects.toMatchObject({ code: 'FILE_DIFFERS' });
    expect(await lookAtUpload(store, upload, { ...declared, sha256: sha256(content) })).toMatchObject({ sha256: sha256(content) });
    expect(await keysUnder(leg, KEPT)).toEqual([]);
  });

  test('what an upload was converted to is kept in its place, under its own hash', async () => {
    const upload = await arrived(leg, aPng());
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

    await store.assemble(upload);
    const looked = { fileName: 'a.jpg', contentType: 'image/jpeg', size: jpeg.length, sha256: sha256(jpeg), converted: jpeg };
    await keepContent(store, upload, looked);

    expect(await keysUnder(leg, KEPT)).toEqual([keptKey(sha256(jpeg))]);
    expect(await buffer(await store.open(keptKey(sha256(jpeg))))).toEqual(jpeg);
  });

  test('the server itself puts what it has made, from memory or from a stream', async () => {
    const content = Buffer.alloc(300_000, 'đ');

    const [a, b] = [newIncomingKey(), newIncomingKey()];
    expect(await store.put(a, content, PDF)).toMatchObject({ key: a, size: content.length });
    expect(await store.put(b, Readable.from([content.subarray(0, 1000), content.subarray(1000)]), PDF)).toMatchObject({
      size: content.length,
    });

    expect(sha256(await buffer(await store.open(a)))).toBe(sha256(content));
    expect(sha256(await buffer(await store.open(b)))).toBe(sha256(content));
    expect(await keysUnder(leg, INCOMING)).toEqual([a, b].sort());
  });

  test('a stream larger than what is held of it arrives whole', async () => {
    const block = Buffer.alloc(1024 * 1024, 'ệ');
    const key = newIncomingKey();

    const stored = await store.put(key, Readable.from(Array.from({ length: 18 }, () => block)), PDF);

    expect(stored).toMatchObject({ key, size: 18 * block.length });
    expect(sha256(await buffer(await store.open(key)))).toBe(sha256(Buffer.concat(Array.from({ length: 18 }, () => block))));
    expect(await keysUnder(leg, INCOMING)).toEqual([key]);
  });

  test.each(['../x', 'incoming/../../x', '/etc/passwd', 'incoming/', 'incoming/a b', `incoming/${'a'.repeat(120)}`])(
    '%j is no key',
    async (key) => {
      const upload = { key, token: 'x', size: 10, partSize: 10 };
      await expect(async () => store.stat(key)).rejects.toThrow('not a key');
      await expect(async () => store.begin(key, PDF)).rejects.toThrow('not a key');
      await expect(async () => addressOf(leg, upload, { number: 1, offset: 0, size: 10 })).rejects.toThrow('not a key');
      await expect(async () => store.giveUp(upload)).rejects.toThrow();
    },
  );
});
