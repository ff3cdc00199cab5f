import { createHash } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { SYSTEM } from '#lib/kernel';
import { FilesService, UnitOfWork } from '#lib/platform';
import { aPdf } from './files.js';
import { type Client, type RunningContest } from './harness.js';
import { type Twice } from './twice.js';

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename ... on FileUpload { id } ... on Refusal { code path message } } }`;
export const UPLOAD = `query ($id: ID!, $parts: Int! = 10) { upload(id: $id, parts: $parts) { id size partSize partCount arrived missing canConfirm whyNotConfirm { code } parts { number offset size url } } }`;
export const CONFIRM_UPLOAD = `mutation ($input: FileInput!) { confirmUpload(input: $input) {
  __typename ... on StoredFile { id fileName contentType size sha256 } ... on Refusal { code } } }`;

export interface AddressedPart {
  readonly number: number;
  readonly offset: number;
  readonly size: number;
  readonly url: string;
}

/** How far an upload is, as its sender sees it. */
export interface Progress {
  readonly size: number;
  readonly partSize: number;
  readonly partCount: number;
  readonly arrived: readonly number[];
  readonly missing: number;
  readonly canConfirm: boolean;
  readonly whyNotConfirm: { readonly code: string } | null;
  readonly parts: readonly AddressedPart[];
}

export interface Announced {
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
}

export const progressOf = (client: Client, id: string, parts = 10): Promise<Progress | null> => client.ask(UPLOAD, { id, parts });

/** Where the addresses of the disk store begin; those of an S3 store are whole. */
export function baseOf({ app }: RunningContest): string {
  return `http://127.0.0.1:${String((app.getHttpServer().address() as AddressInfo).port)}`;
}

export function putPart(contest: RunningContest, { offset, size, url }: AddressedPart, content: Buffer): Promise<Response> {
  return fetch(new URL(url, baseOf(contest)), { method: 'PUT', body: new Uint8Array(content.subarray(offset, offset + size)) });
}

/** Sends whatever is missing, as any client does after an interruption too. */
export async function sendMissing(contest: RunningContest, client: Client, id: string, content: Buffer): Promise<void> {
  for (let progress = await progressOf(client, id); progress && progress.missing > 0; progress = await progressOf(client, id)) {
    for (const part of progress.parts) {
      const response = await putPart(contest, part, content);
      if (!response.ok) throw new Error(`part ${String(part.number)}: ${String(response.status)} ${await response.text()}`);
    }
  }
}

/** A file announced and sent, not yet confirmed; answers its id. */
export async function sendFile(contest: RunningContest, client: Client, announced: Announced, content: Buffer): Promise<string> {
  const answer = await client.ask(REQUEST, { input: { ...announced, size: content.length } });
  if (answer.__typename !== 'FileUpload') throw new Error(JSON.stringify(answer));
  await sendMissing(contest, client, answer.id as string, content);
  return answer.id as string;
}

/** A file of whatever takes one now, announced, sent and kept. */
export async function aFile(contest: RunningContest, client: Client, owner: { ownerType: string; ownerId: string }): Promise<string> {
  const announced = { ...owner, fileName: 'Thuyết minh.pdf', contentType: 'application/pdf' };
  const fileId = await sendFile(contest, client, announced, aPdf(owner.ownerId));
  const answer = await client.ask(CONFIRM_UPLOAD, { input: { fileId } });
  if (answer.__typename === 'Refusal') throw new Error(JSON.stringify(answer));
  return fileId;
}

/** A file of an initiative whatever state that is in, put where it is kept by the server itself. */
export async function aKeptFile(
  contest: RunningContest,
  { initiativeId, fileName, content }: { initiativeId: string; fileName: string; content: Buffer },
): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const made = { sha256, size: content.length, contentType: 'application/pdf' };
  const put = await contest.get(FilesService).putMade(SYSTEM, made, content);
  const file = await contest
    .get(UnitOfWork)
    .act(SYSTEM, 'test', (act) =>
      contest.get(FilesService).attachMade(act, put, { ownerType: 'initiative', ownerId: initiativeId, fileName }),
    );
  return file.id;
}

/** Every mutation of a file's course, each sent twice: one is kept and taken off, another given up. */
export async function playUploads(
  contest: RunningContest,
  twice: Twice,
  { personId, initiativeId, arrange }: { personId: string; initiativeId: string; arrange: (fileId: string) => Promise<unknown> },
): Promise<void> {
  const content = aPdf('một tệp');
  const owner = { ownerType: 'initiative', ownerId: initiativeId };
  const announced = { ...owner, fileName: 'Thuyết minh.pdf', contentType: 'application/pdf', size: content.length };
  const request = async (): Promise<string> => (await twice.send(personId, 'requestUpload', announced, 3)).id as string;
  const fileId = await request();
  await sendMissing(contest, await contest.as(personId), fileId, content);
  await twice.send(personId, 'confirmUpload', { fileId }, 3);
  await twice.send(personId, 'giveUpUpload', { fileId: await request() }, 3);
  await arrange(fileId);
  await twice.send(personId, 'removeFile', { fileId });
}
