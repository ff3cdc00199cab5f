import { createHash, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AuditEntry, type BoundedStore, type DiskStore, FileAccess, FileLinks, FileSweep, ObjectStore, StoredFile } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { aPdf } from './support/files.js';
import { type Client, type RunningContest, startAlone, startContest } from './support/harness.js';
import { storeSettings } from './support/rgw.js';
import { CONFIRM_UPLOAD, type Progress, baseOf, progressOf, putPart, sendFile, sendMissing } from './support/uploads.js';

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename ... on FileUpload { id } ... on Refusal { code path } } }`;
const GIVE_UP = `mutation ($input: FileInput!) { giveUpUpload(input: $input) { __typename ... on FileUpload { id canGiveUp } ... on Refusal { code } } }`;
const REMOVE = `mutation ($input: FileInput!) { removeFile(input: $input) { __typename ... on Refusal { code } } }`;
const UPLOADS = `query { uploads { totalCount edges { node { id fileName size partCount canGiveUp } } } }`;
const FILES = `query ($ownerId: ID!) { files(ownerType: adoption, ownerId: $ownerId) { totalCount edges { node { fileName } } } }`;
const DOWNLOAD = `query ($id: ID!) { fileDownload(id: $id) { url } }`;
const DAY = 24 * 60 * 60 * 1000;

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
/** A PDF of three parts of the size that the server asks for. */
const aLargePdf = (): Buffer => Buffer.concat([aPdf('lớn'), Buffer.alloc(17 * 1024 * 1024, '%')]);
const s3 = storeSettings();
const legs: [string, Record<string, string>][] = [['disk', {}], ...(s3 ? [['S3', s3] as [string, Record<string, string>]] : [])];
if (!s3) process.stdout.write('The S3 leg was left out: S3_TEST_ENDPOINT names no server (.ci/s3-server starts one).\n');

describe.each(legs)('%s', (name, settings) => {
  let contest: RunningContest;
  let district: District;
  let owner: Client;
  let stranger: Client;
  let thing: string;

  beforeAll(async () => {
    // The S3 server goes by its own clock.
    contest = await startContest(new Date().toISOString(), settings);
    district = await aDistrict(contest);
    const ownerId = district.people.submitter;
    owner = await contest.as(ownerId);
    stranger = await contest.as(district.people.judge);
    contest.get(FileAccess).register({
      ...{ type: 'adoption', called: 'A thing.' },
      context: 'test',
      limitsFor: () => Promise.resolve({ maxFiles: 10, maxBytes: 100_000_000 }),
      mayRead: (actor) => Promise.resolve(actor.id === ownerId),
    });
  });
  beforeEach(() => {
    thing = randomUUID();
  });
  afterEach(async () => {
    for (const { node } of (await owner.ask(UPLOADS)).edges) await owner.ask(GIVE_UP, { input: { fileId: node.id } });
  });
  afterAll(() => contest.stop());

  const announced = () => ({ ownerType: 'adoption', ownerId: thing, fileName: 'Bản thuyết minh.pdf', contentType: 'application/pdf' });
  const announce = (fields: Record<string, unknown> = {}) => owner.ask(REQUEST, { input: { ...announced(), size: 500, ...fields } });
  const confirm = (fileId: string, clientMutationId?: string) =>
    owner.ask(CONFIRM_UPLOAD, { input: { fileId, ...(clientMutationId && { clientMutationId }) } });
  const sent = (content: Buffer) => sendFile(contest, owner, announced(), content);
  const entries = (id: string) => contest.em().count(AuditEntry, { operation: 'confirmUpload', subjectId: id });
  async function keptFile(content: Buffer): Promise<string> {
    const id = await sent(content);
    expect(await confirm(id)).toMatchObject({ __typename: 'StoredFile', sha256: sha256(content) });
    return id;
  }
  async function read(id: string): Promise<Buffer> {
    const { url } = await owner.ask(DOWNLOAD, { id });
    return Buffer.from(await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer());
  }

  test('a file is announced, uploaded, looked at, kept, listed and read by its owner alone', async () => {
    const content = aPdf('một');
    const id = await sent(content);

    expect(await confirm(id)).toMatchObject({ __typename: 'StoredFile', fileName: 'Bản thuyết minh.pdf', size: content.length });
    expect(await owner.ask(FILES, { ownerId: thing })).toEqual({ totalCount: 1, edges: [{ node: { fileName: 'Bản thuyết minh.pdf' } }] });
    const { url } = await owner.ask(DOWNLOAD, { id });
    const reply = await fetch(new URL(url as string, baseOf(contest)));
    expect(reply.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(content);

    expect((await stranger.send(DOWNLOAD, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await stranger.send(FILES, { ownerId: thing })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stranger.ask(CONFIRM_UPLOAD, { input: { fileId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  });

  test('an upload that broke off goes on where it was: what is there is told, half is never the whole', async () => {
    const content = aLargePdf();
    const { id } = await announce({ size: content.length, sha256: sha256(content) });
    const before = (await progressOf(owner, id as string))!;
    expect(before).toMatchObject({ partCount: 3, arrived: [], missing: 3, canConfirm: false, whyNotConfirm: { code: 'FILE_NOT_UPLOADED' } });
    expect(await confirm(id as string)).toEqual({ __typename: 'Refusal', code: 'FILE_NOT_UPLOADED' });

    const [, second] = before.parts;
    expect((await putPart(contest, second!, content)).ok).toBe(true);
    expect(await confirm(id as string)).toEqual({ __typename: 'Refusal', code: 'FILE_NOT_WHOLE' });
    const half = (await progressOf(owner, id as string, 1))!;
    expect(half).toMatchObject({ arrived: [2], missing: 2, whyNotConfirm: { code: 'FILE_NOT_WHOLE' } });
    expect(half.parts.map(({ number }) => number)).toEqual([1]);

    await sendMissing(contest, owner, id as string, content);
    expect(await progressOf(owner, id as string)).toMatchObject({ arrived: [1, 2, 3], missing: 0, parts: [], canConfirm: true });
    expect(await confirm(id as string)).toMatchObject({ __typename: 'StoredFile', size: content.length, sha256: sha256(content) });
    expect(sha256(await read(id as string))).toBe(sha256(content));
    expect(await progressOf(owner, id as string)).toBeNull();
  });

  test('half a file continued with Content-Range is refused, and the place takes the whole afterwards', async () => {
    const content = aPdf('x'.repeat(3000));
    const { id } = await announce({ size: content.length });
    const { parts } = (await progressOf(owner, id as string))!;
    const url = new URL(parts[0]!.url, baseOf(contest));
    const half = async (from: number, to: number): Promise<number> => {
      const range = `bytes ${String(from)}-${String(to - 1)}/${String(content.length)}`;
      const body = new Uint8Array(content.subarray(from, to));
      return (await fetch(url, { method: 'PUT', headers: { 'content-range': range }, body })).status;
    };

    expect([await half(0, 1500), await half(1500, content.length)]).toEqual(name === 'S3' ? [403, 403] : [400, 400]);
    expect(await confirm(id as string)).toEqual({ __typename: 'Refusal', code: 'FILE_NOT_UPLOADED' });

    await sendMissing(contest, owner, id as string, content);
    expect(await confirm(id as string)).toMatchObject({ sha256: sha256(content) });
  });

  test('what is announced counts towards the limit: of twenty-four at once ten are taken, and confirmed or not the eleventh is refused', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, () => announce()));

    const taken = replies.filter(({ __typename }) => __typename === 'FileUpload');
    expect(taken).toHaveLength(10);
    expect(new Set(replies.flatMap(({ code }) => code ?? []))).toEqual(new Set(['FILE_TOO_MANY']));
    await owner.ask(GIVE_UP, { input: { fileId: taken[0].id } });
    await keptFile(aPdf('thứ mười'));
    expect(await announce()).toMatchObject({ code: 'FILE_TOO_MANY' });
  });

  test('what is too long on its way counts no more, and is not confirmed', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => sent(aPdf('cũ'))));
    const now = contest.clock.now();
    contest.clock.set(new Date(now.getTime() + DAY));
    try {
      expect(await owner.ask(UPLOADS)).toMatchObject({ totalCount: 0 });
      expect(await progressOf(owner, ids[0]!)).toBeNull();
      expect(await confirm(ids[0]!)).toEqual({ __typename: 'Refusal', code: 'FILE_NOT_UPLOADED' });
      expect(await announce()).toMatchObject({ __typename: 'FileUpload' });
    } finally {
      contest.clock.set(now);
    }
    for (const fileId of ids) await owner.ask(GIVE_UP, { input: { fileId } });
  });

  test('one person has so many uploads and so many bytes on the way at once, wherever they belong', async () => {
    for (let at = 0; at < 40; at += 1) expect(await announce({ ownerId: randomUUID() })).toMatchObject({ __typename: 'FileUpload' });
    expect(await announce({ ownerId: randomUUID() })).toEqual({ __typename: 'Refusal', code: 'UPLOADS_TOO_MANY', path: null });
    for (const { node } of (await owner.ask(UPLOADS)).edges) await owner.ask(GIVE_UP, { input: { fileId: node.id } });

    const large = await Promise.all(Array.from({ length: 8 }, () => announce({ ownerId: randomUUID(), size: 100_000_000 })));
    expect(large.filter(({ __typename }) => __typename === 'FileUpload')).toHaveLength(5);
    expect(large.filter(({ code, path }) => code === 'UPLOADS_TOO_LARGE' && path === 'size')).toHaveLength(3);
  });

  test('uploads are listed and given up by whoever announced them; a kept one is no upload any more', async () => {
    const content = aPdf('bỏ');
    const id = await sent(content);
    const { parts } = (await progressOf(owner, (await announce({ ownerId: randomUUID(), size: content.length })).id as string))!;
    const node = { id, fileName: 'Bản thuyết minh.pdf', size: content.length, partCount: 1, canGiveUp: true };
    expect(await owner.ask(UPLOADS)).toMatchObject({ totalCount: 2, edges: expect.arrayContaining([{ node }]) });
    expect(await stranger.ask(UPLOADS)).toEqual({ totalCount: 0, edges: [] });
    expect(await progressOf(stranger, id)).toBeNull();
    expect(await stranger.ask(GIVE_UP, { input: { fileId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });

    for (const { node: each } of (await owner.ask(UPLOADS)).edges)
      expect(await owner.ask(GIVE_UP, { input: { fileId: each.id } })).toEqual({ __typename: 'FileUpload', id: each.id, canGiveUp: false });

    expect(await owner.ask(UPLOADS)).toEqual({ totalCount: 0, edges: [] });
    expect(await confirm(id)).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
    expect((await putPart(contest, parts[0]!, content)).status).toBe(name === 'S3' ? 404 : 410);
    const kept = await keptFile(aPdf('giữ'));
    expect(await owner.ask(GIVE_UP, { input: { fileId: kept } })).toEqual({ __typename: 'Refusal', code: 'FILE_KEPT' });
  });

  test('confirmed five times at once, and five times under keys of their own, it is kept once and written in the log once', async () => {
    const id = await sent(aPdf('năm lần'));

    const replies = await Promise.all([...Array(5).keys()].flatMap((at) => [confirm(id), confirm(id, `a-key-of-its-own-${String(at)}`)]));

    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(new Set([JSON.stringify(replies[0])]));
    expect(replies[0]).toMatchObject({ __typename: 'StoredFile', id });
    expect(await entries(id)).toBe(1);
  });

  test('confirmed by two servers at once it is kept once and written in the log once', async () => {
    const other = await startContest(contest.clock.now().toISOString(), {
      ...settings,
      DATABASE_URL: contest.config.databaseUrl,
      DATA_DIR: contest.config.dataDir,
    });
    try {
      other.get(FileAccess).register(contest.get(FileAccess).of('adoption', { limit: null } as never));
      const there = await other.as(district.people.submitter);
      const ids = await Promise.all(Array.from({ length: 5 }, (_, at) => sent(aPdf(`hai máy ${String(at)}`))));

      const replies = await Promise.all(
        ids.flatMap((fileId) => [confirm(fileId), there.ask(CONFIRM_UPLOAD, { input: { fileId } }), confirm(fileId)]),
      );

      expect(replies.map(({ __typename }) => __typename as string)).toEqual(Array(15).fill('StoredFile'));
      expect(await Promise.all(ids.map(entries))).toEqual([1, 1, 1, 1, 1]);
    } finally {
      await other.app.close();
    }
  });

  test('an address that was used changes nothing after the confirmation, nor while it runs', async () => {
    const content = aPdf('before');
    const id = await announce({ size: content.length }).then((reply) => reply.id as string);
    const [part] = ((await progressOf(owner, id)) as Progress).parts;
    const other = Buffer.from(content.toString().replace('before', 'after!'));
    await putPart(contest, part!, content);
    const confirmed = new AbortController();
    const resent = (async () => {
      while (!confirmed.signal.aborted) await putPart(contest, part!, other);
    })();

    let kept = await confirm(id);
    while (kept.code === 'STORE_BUSY') kept = await confirm(id);
    confirmed.abort();
    await resent;

    expect((await putPart(contest, part!, other)).ok).toBe(false);
    expect(sha256(await read(id))).toBe(kept.sha256);
    expect([sha256(content), sha256(other)]).toContain(kept.sha256);
  });

  test('content that is not what was declared is refused and never kept, and its place takes another', async () => {
    const right = aPdf('right');
    const wrong = Buffer.alloc(right.length, '<html>');
    const { id } = await announce({ size: right.length, sha256: sha256(right) });
    const first = (await progressOf(owner, id as string))!.parts[0]!;
    await putPart(contest, first, wrong);

    expect(await confirm(id as string)).toEqual({ __typename: 'Refusal', code: 'FILE_TYPE_FALSE' });
    expect(await contest.em().findOne(StoredFile, { id: id as string })).toMatchObject({ keptAt: null, sha256: null });
    expect(await progressOf(owner, id as string)).toMatchObject({ arrived: [], missing: 1 });
    expect((await putPart(contest, first, right)).ok).toBe(false);

    await sendMissing(contest, owner, id as string, Buffer.from(right.toString().replace('right', 'wrong')));
    expect(await confirm(id as string)).toEqual({ __typename: 'Refusal', code: 'FILE_DIFFERS' });
    await sendMissing(contest, owner, id as string, right);
    expect(await confirm(id as string)).toMatchObject({ __typename: 'StoredFile', sha256: sha256(right) });
    expect(await entries(id as string)).toBe(1);
  });

  test('a kept file whose bytes the store has no more is lost, not "not uploaded", and the log says so', async () => {
    const id = await keptFile(aPdf('mất'));
    const { sha256: hash } = (await contest.em().findOneOrFail(StoredFile, { id })) as { sha256: string };
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await contest.get(ObjectStore).remove(`files/${hash}`);

    expect((await owner.send(DOWNLOAD, { id })).errors?.[0]?.extensions.code).toBe('FILE_LOST');
    await expect(contest.get(FileLinks).openLink(id)).rejects.toMatchObject({ code: 'FILE_LOST' });

    expect(logged.mock.calls.map(([, said]) => (said as { key?: string }).key)).toContain(`files/${hash}`);
    logged.mockRestore();
  });

  test('a kept file that the store has only in part is lost too', async () => {
    const id = await keptFile(aPdf('cụt'));
    const { sha256: hash } = (await contest.em().findOneOrFail(StoredFile, { id })) as { sha256: string };
    await contest.get(ObjectStore).put(`files/${hash}`, Buffer.from('%PDF'), 'application/pdf');

    expect((await owner.send(DOWNLOAD, { id })).errors?.[0]?.extensions.code).toBe('FILE_LOST');
  });

  test('one file more than the owner may have is refused; one taken off makes room', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => keptFile(aPdf(`tệp ${String(at)}`))));

    expect(await announce()).toMatchObject({ code: 'FILE_TOO_MANY' });

    await owner.ask(REMOVE, { input: { fileId: ids[0] } });
    expect(await confirm(ids[0]!)).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
    expect(await announce()).toMatchObject({ __typename: 'FileUpload' });
  });

  test('an upload that is never confirmed is swept, put together or not; what is kept stays', async () => {
    const store = contest.get(ObjectStore);
    const content = aPdf('ở lại');
    const kept = await keptFile(content);
    const id = await sent(aPdf('không xác nhận'));
    const { incomingKey, uploadToken, size, partSize } = await contest.em().findOneOrFail(StoredFile, { id });
    const upload = { key: incomingKey, token: uploadToken, size, partSize };
    const now = contest.clock.now();

    contest.clock.set(new Date(Date.now() + DAY));
    await contest.get(FileSweep).sweep();
    expect(await store.arrived(upload)).toHaveLength(1);
    contest.clock.set(new Date(Date.now() + DAY + 2 * 60 * 60 * 1000));
    await contest.get(FileSweep).sweep();
    contest.clock.set(now);

    expect(await store.arrived(upload)).toBeNull();
    expect(await read(kept)).toEqual(content);
    // The place of an upload whose parts are gone begins anew.
    await sendMissing(contest, owner, id, aPdf('không xác nhận'));
    expect(await confirm(id)).toMatchObject({ __typename: 'StoredFile' });
  });
});

describe('before a byte is sent', () => {
  let contest: RunningContest;
  let owner: Client;
  const thing = randomUUID();

  beforeAll(async () => {
    contest = await startAlone();
    owner = await contest.as((await aDistrict(contest)).people.submitter);
    contest.get(FileAccess).register({
      ...{ type: 'adoption', called: 'A thing.' },
      context: 'test',
      limitsFor: () => Promise.resolve({ maxFiles: 2, maxBytes: 1000 }),
      mayRead: () => Promise.resolve(true),
    });
  });
  afterAll(() => contest.stop());

  const announce = (fields: Record<string, unknown>) => ({
    input: { ownerType: 'adoption', ownerId: thing, fileName: 'a.pdf', contentType: 'application/pdf', size: 500, ...fields },
  });

  test.each([
    ['too large', { size: 1001 }, 'FILE_TOO_LARGE', 'size'],
    ['empty', { size: 0 }, 'FILE_EMPTY', 'size'],
    ['of a type that is not taken', { contentType: 'text/html', fileName: 'a.html' }, 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
    ['whose name ends otherwise', { fileName: 'a.png' }, 'FILE_TYPE_FALSE', 'fileName'],
    ['with a name from another system', { fileName: 'C:\\\\a.pdf' }, 'FILE_NAME_INVALID', 'fileName'],
    ['with a hash that is none', { sha256: 'abc' }, 'INPUT_INVALID', 'sha256'],
  ])('a file %s is refused, and leaves no row', async (_, fields, code, path) => {
    const before = await contest.em().getConnection().execute('select count(*) from stored_file');

    expect(await owner.ask(REQUEST, announce(fields))).toEqual({ __typename: 'Refusal', code, path });

    expect(await contest.em().getConnection().execute('select count(*) from stored_file')).toEqual(before);
  });

  test('an unexpected error of the disk store tells nobody where it keeps its files', async () => {
    const { id } = await owner.ask(REQUEST, announce({}));
    const [part] = (await progressOf(owner, id as string))!.parts;
    jest
      .spyOn((contest.get(ObjectStore) as BoundedStore).inner as DiskStore, 'receivePart')
      .mockRejectedValueOnce(new Error("EISDIR: illegal operation, open '/srv/contest/files/tmp'"));

    const reply = await putPart(contest, part!, Buffer.alloc(500));

    expect(reply.status).toBe(500);
    expect(await reply.json()).toEqual({ code: 'INTERNAL', id: expect.any(String), message: expect.stringMatching(/: [0-9a-f-]{36}\.$/) });
  });
});
