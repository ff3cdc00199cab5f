import { gql } from 'graphql-request';
import { pdfOf } from '../../../prisma-free-schema/seeds/demo/pdf.js';
import { type Player, type Refusal } from './player.js';
import { type Stage } from './stage.js';

interface Pairs {
  readonly name: string;
  readonly value: string;
}

interface SignedUpload {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pairs[];
  readonly fields: readonly Pairs[];
}

export interface Upload {
  readonly ownerType: 'initiative' | 'adoption' | 'offlineSheet';
  readonly ownerId: string;
  readonly fileName: string;
  readonly content: Buffer;
  /** Left out for a page on paper. */
  readonly contentType?: string;
}

export interface Kept {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

const PDF = 'application/pdf';

/** A page on paper, as the unit would scan it. */
export function paper(title: string, lines: readonly string[]): Buffer {
  return pdfOf(title, [{ text: title, size: 16 }, ...lines.map((text) => ({ text, size: 12 }))]);
}

/** Asks for a signed address, sends the bytes there, has them looked at and kept. */
export async function upload(stage: Stage, player: Player, order: Upload): Promise<Kept> {
  const fileId = await send(stage, player, order);
  return player.act<Kept>('confirmUpload', { fileId }, 'id size sha256');
}

/** The same with something that is not what it says; the content is what gives it away. */
export async function refusedUpload(stage: Stage, player: Player, order: Upload): Promise<Refusal> {
  const fileId = await send(stage, player, order);
  return player.refusalOf('confirmUpload', { fileId });
}

/** Whether the bytes come back as they were sent. */
export async function download({ cast }: Stage, player: Player, fileId: string): Promise<Buffer> {
  const { url } = await player.ask<{ url: string }>(
    gql`
      query ($id: ID!) {
        fileDownload(id: $id) {
          url
        }
      }
    `,
    { id: fileId },
  );
  return fetched(cast.url, url);
}

/** What lies at a signed address, which may be relative to the server. */
export async function fetched(server: string, url: string): Promise<Buffer> {
  const response = await fetch(new URL(url, server));
  if (!response.ok) throw new Error(`The file was not given: ${String(response.status)}`);
  return Buffer.from(await response.arrayBuffer());
}

async function send({ cast }: Stage, player: Player, { content, contentType = PDF, ...order }: Upload): Promise<string> {
  const input = { ...order, contentType, size: content.length };
  const signed = await player.act<SignedUpload>('requestUpload', input, 'id method url headers { name value } fields { name value }');
  const response = await fetch(new URL(signed.url, cast.url), {
    method: signed.method,
    headers: signed.headers.map(({ name, value }): [string, string] => [name, value]),
    body:
      signed.method === 'PUT' ? new Uint8Array(content) : formOf(signed.fields, new Blob([new Uint8Array(content)], { type: contentType })),
  });
  if (!response.ok) throw new Error(`The upload was not taken: ${String(response.status)} ${await response.text()}`);
  return signed.id;
}

function formOf(fields: readonly Pairs[], file: Blob): FormData {
  const form = new FormData();
  for (const { name, value } of fields) form.set(name, value);
  form.set('file', file, 'file');
  return form;
}
