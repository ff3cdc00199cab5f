import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { FixedClock } from '#lib/kernel';
import { DiskStore, newIncomingKey } from '../libs/platform/src/files/index.js';
import { aPdf } from './support/files.js';
import { diskLeg, send } from './support/stores.js';

const leg = await diskLeg();
const { store, folder } = leg;
afterAll(() => leg.stop());

const PDF = 'application/pdf';
const anUpload = (key: string, maxSize = 1000) => store.presignUpload({ key, contentType: PDF, maxSize, expiresInSeconds: 60 });
const leftovers = (): Promise<string[]> => readdir(join(folder, 'tmp'));
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 100) throw new Error('it did not come about within 5 s');
    await sleep(50);
  }
}

test('an upload of unknown length is cut off at its limit and leaves nothing', async () => {
  const key = newIncomingKey();
  const { url, headers } = await anUpload(key);
  const body = ReadableStream.from(
    (function* () {
      for (let sent = 0; sent < 5000; sent++) yield new Uint8Array(600);
    })(),
  );

  // The connection is closed on a sender that goes on: it sees either the refusal or the end.
  const status = await fetch(url, { method: 'PUT', headers, body, duplex: 'half' }).then(
    (response) => response.status,
    () => 413,
  );

  expect(status).toBe(413);
  expect(await store.stat(key)).toBeNull();
  expect(await leftovers()).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const key = newIncomingKey();
  const { url } = await anUpload(key);
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-type: ${PDF}\r\ncontent-length: 900\r\n\r\n%PDF-1.4`);
  await until(async () => (await leftovers()).length === 1);

  socket.destroy();

  await until(async () => (await leftovers()).length === 0);
  expect(await store.stat(key)).toBeNull();
});

test('an address takes one upload: the same again is taken for a retry, another is refused', async () => {
  const key = newIncomingKey();
  const signed = await anUpload(key);

  expect(await send(signed, aPdf('1'))).toBe('OK');
  expect(await send(signed, aPdf('1'))).toBe('OK');
  expect(await send(signed, aPdf('2'))).toBe('409 FILE_ALREADY_UPLOADED');
  expect(await buffer(await store.open(key))).toEqual(aPdf('1'));
});

test('of twenty different uploads to one address at once exactly one is taken', async () => {
  const key = newIncomingKey();
  const signed = await anUpload(key);

  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => send(signed, aPdf(String(at)))));

  expect(answers.filter((answer) => answer === 'OK')).toHaveLength(1);
  expect(answers.filter((answer) => answer === '409 FILE_ALREADY_UPLOADED')).toHaveLength(19);
  const winner = answers.indexOf('OK');
  expect(await buffer(await store.open(key))).toEqual(aPdf(String(winner)));
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

  expect(await store.sweepUnfinished(new Date(Date.now() - 3_600_000))).toBe(0);
  expect(await store.sweepUnfinished(inAnHour())).toBe(1);
  expect(await leftovers()).toEqual([]);
});

test('a download is never shown or kept by the browser', async () => {
  const key = newIncomingKey();
  await send(await anUpload(key), aPdf());

  const response = await fetch(await store.presignDownload({ key, fileName: 'a"b\\c.pdf', contentType: PDF, expiresInSeconds: 60 }));

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-disposition': `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
});

test('a refusal is told in the language asked for', async () => {
  const { url } = await anUpload(newIncomingKey(), 3);
  const refusal = (language: string): Promise<unknown> =>
    fetch(url, { method: 'PUT', headers: { 'content-type': PDF, 'accept-language': language }, body: new Uint8Array(aPdf()) }).then(
      (response) => response.json(),
    );

  expect(await refusal('vi')).toEqual({ code: 'FILE_TOO_LARGE', message: 'Tệp vượt quá dung lượng cho phép (3 byte).' });
  expect(await refusal('en-GB')).toEqual({ code: 'FILE_TOO_LARGE', message: 'The file is larger than allowed (3 bytes).' });
});

test('an address holds until its moment, by the clock of the server', () => {
  const clock = new FixedClock(new Date('2026-03-01T09:00:00Z'));
  const { signer } = new DiskStore({ folder, secret: 's'.repeat(32), publicUrl: '', clock });
  const key = newIncomingKey();
  const query = Object.fromEntries(new URLSearchParams(signer.signUpload({ key, contentType: PDF, maxSize: 5, expiresInSeconds: 60 })));

  clock.set('2026-03-01T09:00:59.999Z');
  expect(signer.readUpload(key, query)).toEqual({ contentType: PDF, maxSize: 5 });
  clock.set('2026-03-01T09:01:00Z');
  expect(() => signer.readUpload(key, query)).toThrow('FILE_URL_EXPIRED');
});

test('a store that cannot be written says so, and a short secret is no secret', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const clock = new FixedClock(new Date('2026-03-01T09:00:00Z'));

  await expect(new DiskStore({ folder: file, secret: 's'.repeat(32), publicUrl: '', clock }).health()).rejects.toThrow(
    `cannot write to ${file}`,
  );
  expect(() => new DiskStore({ folder, secret: 'short', publicUrl: '', clock })).toThrow('fewer than 32');
});
