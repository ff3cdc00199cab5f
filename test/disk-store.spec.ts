import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { FixedClock } from '#lib/kernel';
import { DiskStore, keptKey, newIncomingKey, partsOf } from '../libs/platform/src/files/index.js';
import { aPdf } from './support/files.js';
import { addressOf, arrived, begun, diskLeg, put, swept } from './support/stores.js';

const leg = await diskLeg();
const { store, folder } = leg;
afterAll(() => leg.stop());

const PDF = 'application/pdf';
const leftovers = (): Promise<string[]> => readdir(join(folder, 'tmp'));
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);
const options = { folder, secret: 's'.repeat(32), publicUrl: '', clock: new FixedClock(new Date('2026-03-01T09:00:00Z')) };

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 100) throw new Error('it did not come about within 5 s');
    await sleep(50);
  }
}

/** A sender who says how much will come and sends the beginning of it. */
async function halfSent(url: string, size: number): Promise<Socket> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: ${String(size)}\r\n\r\n%PDF-1.4`);
  await until(async () => (await leftovers()).length === 1);
  return socket;
}

test('a part of unknown length is cut off at its size and leaves nothing', async () => {
  const upload = await begun(leg, 1000);
  const url = await addressOf(leg, upload, partsOf(upload)[0]!);
  const body = ReadableStream.from(
    (function* () {
      for (let sent = 0; sent < 5000; sent++) yield new Uint8Array(600);
    })(),
  );

  // The connection is closed on a sender that goes on: it sees either the refusal or the end.
  const status = await fetch(url, { method: 'PUT', body, duplex: 'half' }).then(
    (response) => response.status,
    () => 400,
  );

  expect(status).toBe(400);
  expect(await store.arrived(upload)).toEqual([]);
  expect(await leftovers()).toEqual([]);
});

test.each([
  ['ENOSPC', '507 STORE_FULL'],
  ['EDQUOT', '507 STORE_FULL'],
  ['EIO', '503 STORE_UNAVAILABLE'],
])('a part that cannot be written (%s) is refused as %s, and is taken once it can be', async (code, answer) => {
  const upload = await begun(leg, 4);
  const [part] = partsOf(upload);
  const url = await addressOf(leg, upload, part!);
  const receiving = jest.spyOn(leg.disk, 'receivePart').mockRejectedValueOnce(Object.assign(new Error('no room'), { code }));
  expect(await put(url, Buffer.from('abcd'))).toBe(answer);
  expect(await put(url, Buffer.from('abcd'))).toBe('OK');
  receiving.mockRestore();
});

test('a part of unknown length that ends early is refused and leaves nothing', async () => {
  const upload = await begun(leg, 1000);
  const url = await addressOf(leg, upload, partsOf(upload)[0]!);

  const reply = await fetch(url, { method: 'PUT', body: ReadableStream.from([new Uint8Array(999)]), duplex: 'half' });

  expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([400, 'FILE_PART_FALSE']);
  expect(await store.arrived(upload)).toEqual([]);
  expect(await leftovers()).toEqual([]);
});

test('a part that breaks off leaves nothing, and is sent again to the same address', async () => {
  const content = aPdf('a'.repeat(900));
  const upload = await begun(leg, content.length);
  const url = await addressOf(leg, upload, partsOf(upload)[0]!);
  const socket = await halfSent(url, content.length);

  socket.destroy();

  await until(async () => (await leftovers()).length === 0);
  expect(await store.arrived(upload)).toEqual([]);
  expect(await put(url, content)).toBe('OK');
  await store.assemble(upload);
  expect(await store.stat(upload.key)).toMatchObject({ size: content.length });
});

test('of twenty who send one part at once each is told OK, and it is whole: that of one of them', async () => {
  const contents = Array.from({ length: 20 }, (_, at) => aPdf(String(at).padStart(1000, '-')));
  const upload = await begun(leg, contents[0]!.length);
  const url = await addressOf(leg, upload, partsOf(upload)[0]!);

  const answers = await Promise.all(contents.map((content) => put(url, content)));
  await store.assemble(upload);

  expect(answers).toEqual(Array(20).fill('OK'));
  const chunks: Buffer[] = [];
  for await (const chunk of await store.open(upload.key)) chunks.push(chunk as Buffer);
  expect(contents.filter((content) => content.equals(Buffer.concat(chunks)))).toHaveLength(1);
});

test('what a killed server left half written is swept, and was never under a key', async () => {
  const path = join(folder, 'tmp', 'half');
  const writer = spawn(process.execPath, [
    '-e',
    `const f=require('fs').createWriteStream(${JSON.stringify(path)});setInterval(()=>f.write('%PDF'),1)`,
  ]);
  await until(async () => (await leftovers()).length === 1);
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  await swept(store, new Date(Date.now() - 3_600_000));
  expect(await leftovers()).toEqual(['half']);

  await swept(store, inAnHour());

  expect(await leftovers()).toEqual([]);
});

test('an upload that a killed server had sealed and not put together is put together by the next', async () => {
  const content = aPdf('sealed');
  const upload = await arrived(leg, content);
  const hex = Buffer.from(upload.key).toString('hex');
  const { rename } = await import('node:fs/promises');
  await rename(join(folder, 'uploads', hex), join(folder, 'sealed', hex));

  expect(await store.arrived(upload)).toEqual([{ number: 1, size: content.length }]);
  await store.assemble(upload);

  expect(await store.stat(upload.key)).toMatchObject({ size: content.length });
  expect(await readdir(join(folder, 'sealed'))).toEqual([]);
});

test('a download is never shown or kept by the browser', async () => {
  const key = keptKey('a'.repeat(64));
  await store.put(key, aPdf(), PDF);

  const response = await fetch(await store.presignDownload({ key, fileName: 'a"b\\c.pdf', contentType: PDF, expiresInSeconds: 60 }));

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-disposition': `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
});

test('a refusal is told in the language asked for', async () => {
  const upload = await begun(leg, 3);
  const url = await addressOf(leg, upload, partsOf(upload)[0]!);
  const refusal = (language: string): Promise<unknown> =>
    fetch(url, { method: 'PUT', headers: { 'accept-language': language }, body: new Uint8Array(4) }).then((response) => response.json());

  expect(await refusal('vi')).toEqual({
    code: 'FILE_PART_FALSE',
    message: 'Phần tệp gửi lên không phải phần mà đường dẫn này nhận. Hãy tải lại trang rồi gửi tiếp; các phần đã nhận vẫn được giữ.',
  });
  expect(await refusal('en-GB')).toEqual({
    code: 'FILE_PART_FALSE',
    message: 'What was sent is not the part that this address takes. Load the page again and go on; the parts that came in are kept.',
  });
});

test('an address holds until its moment, by the clock of the server', () => {
  const { clock } = options;
  const { signer } = new DiskStore(options);
  const key = newIncomingKey();
  const signed = { part: { number: 2, offset: 5, size: 4 }, whole: 9 };
  const query = Object.fromEntries(new URLSearchParams(signer.signPart(key, signed, 60)));

  clock.set('2026-03-01T09:00:59.999Z');
  expect(signer.readPart(key, query)).toEqual(signed);
  clock.set('2026-03-01T09:01:00Z');
  expect(() => signer.readPart(key, query)).toThrow('FILE_URL_EXPIRED');
});

test('a store that cannot be written says so, and a short secret is no secret', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');

  await expect(new DiskStore({ ...options, folder: file }).health()).rejects.toThrow(`cannot write to ${file}`);
  expect(() => new DiskStore({ ...options, secret: 'short' })).toThrow('fewer than 32');
});
