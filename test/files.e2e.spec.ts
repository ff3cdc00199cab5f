import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import request from 'supertest';
import { type DiskStore, FileAccess, FilesService, ObjectStore } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
  __typename ... on FileUpload { id url method headers { name value } fields { name value } } ... on Refusal { code path } } }`;
const CONFIRM = `mutation ($input: FileInput!) { confirmUpload(input: $input) { __typename ... on StoredFile { id fileName size sha256 } ... on Refusal { code } } }`;
const REMOVE = `mutation ($input: FileInput!) { removeFile(input: $input) { __typename ... on Refusal { code } } }`;
const FILES = `query ($ownerId: ID!) { files(ownerType: "thing", ownerId: $ownerId) { totalCount edges { node { fileName } } } }`;
const DOWNLOAD = `query ($id: ID!) { fileDownload(id: $id) { url } }`;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

let contest: RunningContest;
let district: District;
let owner: Client;
let stranger: Client;
const thing = randomUUID();

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  const ownerId = district.people.submitter;
  owner = await contest.as(ownerId);
  stranger = await contest.as(district.people.judge);
  contest.get(FileAccess).register({
    type: 'thing',
    limitsFor: () => Promise.resolve({ maxFiles: 2, maxBytes: 1000 }),
    mayRead: (actor, id) => Promise.resolve(actor.id === ownerId && id === thing),
  });
});
afterAll(() => contest.stop());

const announce = (fields: Record<string, unknown> = {}) => ({
  input: {
    ownerType: 'thing',
    ownerId: thing,
    fileName: 'Bản thuyết minh.pdf',
    contentType: 'application/pdf',
    size: PDF.length,
    ...fields,
  },
});

async function upload(content: Buffer, fields: Record<string, unknown> = {}): Promise<string> {
  const { id, url, headers } = await owner.ask(REQUEST, announce({ size: content.length, ...fields }));
  const sent = request(contest.app.getHttpServer()).put(url);
  for (const { name, value } of headers as { name: string; value: string }[]) void sent.set(name, value);
  await sent.send(content).expect((reply) => reply.status < 300);
  return id as string;
}

test('a file is announced, uploaded, looked at, kept, listed and read by its owner alone', async () => {
  const id = await upload(PDF);

  expect(await owner.ask(CONFIRM, { input: { fileId: id } })).toMatchObject({
    __typename: 'StoredFile',
    fileName: 'Bản thuyết minh.pdf',
    size: PDF.length,
  });
  expect(await owner.ask(FILES, { ownerId: thing })).toEqual({ totalCount: 1, edges: [{ node: { fileName: 'Bản thuyết minh.pdf' } }] });
  const { url } = await owner.ask(DOWNLOAD, { id });
  const read = await request(contest.app.getHttpServer())
    .get(url as string)
    .buffer(true);
  expect(read.status).toBe(200);
  expect(read.headers['content-disposition']).toContain('attachment');

  expect((await stranger.send(DOWNLOAD, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await stranger.send(FILES, { ownerId: thing })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await stranger.ask(CONFIRM, { input: { fileId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
});

test.each([
  ['too large', { size: 1001 }, 'FILE_TOO_LARGE', 'size'],
  ['empty', { size: 0 }, 'FILE_EMPTY', 'size'],
  ['of a type that is not taken', { contentType: 'text/html', fileName: 'a.html' }, 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
  ['whose name ends otherwise', { fileName: 'a.png' }, 'FILE_TYPE_FALSE', 'fileName'],
  ['with a name from another system', { fileName: 'C:\\\\a.pdf' }, 'FILE_NAME_INVALID', 'fileName'],
])('a file %s is refused before a byte is sent, and leaves no row', async (_, fields, code, path) => {
  const before = await contest.em().getConnection().execute('select count(*) from stored_file');

  expect(await owner.ask(REQUEST, announce(fields))).toEqual({ __typename: 'Refusal', code, path });

  expect(await contest.em().getConnection().execute('select count(*) from stored_file')).toEqual(before);
});

test('content that is not what was declared is refused on confirmation, and never kept', async () => {
  const id = await upload(Buffer.from('<html>not a pdf</html>'));

  expect(await owner.ask(CONFIRM, { input: { fileId: id } })).toEqual({ __typename: 'Refusal', code: 'FILE_TYPE_FALSE' });
  expect(await contest.em().getConnection().execute(`select kept_at from stored_file where id = '${id}'`)).toEqual([{ kept_at: null }]);
});

test('one file more than the owner may have is refused; one taken off makes room', async () => {
  const id = await upload(PDF);
  await owner.ask(CONFIRM, { input: { fileId: id } });

  expect(await owner.ask(REQUEST, announce())).toMatchObject({ code: 'FILE_TOO_MANY' });

  await owner.ask(REMOVE, { input: { fileId: id } });
  expect(await owner.ask(REQUEST, announce())).toMatchObject({ __typename: 'FileUpload' });
});

test('an upload that is never confirmed is swept; what is kept stays', async () => {
  const store = contest.get(ObjectStore);
  await upload(PDF);
  await contest.drain();
  contest.clock.set(new Date(Date.now() + 2 * 24 * 60 * 60 * 1000));

  await contest.get(FilesService).sweep();

  const left: string[] = [];
  for await (const { key } of store.list('', new Date(Date.now() + 3 * 24 * 60 * 60 * 1000))) left.push(key.split('/')[0]!);
  expect(left).toEqual(['files']);
});

test('an unexpected error of the disk store tells nobody where it keeps its files', async () => {
  const { url } = await owner.ask(REQUEST, announce({ ownerId: randomUUID() }));
  jest
    .spyOn(contest.get(ObjectStore) as DiskStore, 'receiveUpload')
    .mockRejectedValueOnce(new Error("ENOSPC: no space left, open '/srv/contest/files/tmp'"));

  const reply = await request(contest.app.getHttpServer())
    .put(url as string)
    .set('content-type', 'application/pdf')
    .send(PDF);

  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});
