import { gql } from 'graphql-request';
import { pdfOf } from '../../../prisma-free-schema/seeds/demo/pdf.js';
import { type Player, type Refusal } from './player.js';
import { type Stage } from './stage.js';

interface UploadPart {
  readonly offset: number;
  readonly size: number;
  readonly url: string;
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

/** Announces a file, sends its parts to their signed addresses, has it looked at and kept. */
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

async function send(stage: Stage, player: Player, { content, contentType = PDF, ...order }: Upload): Promise<string> {
  const { id } = await player.act<{ id: string }>('requestUpload', { ...order, contentType, size: content.length }, 'id');
  for (let parts = await missing(player, id); parts.length > 0; parts = await missing(player, id))
    for (const part of parts) await put(stage, part, content);
  return id;
}

/** The next parts to send: the same question goes on with an upload that broke off. */
async function missing(player: Player, id: string): Promise<readonly UploadPart[]> {
  const { parts } = await player.ask<{ parts: UploadPart[] }>(
    gql`
      query ($id: ID!) {
        upload(id: $id) {
          parts {
            offset
            size
            url
          }
        }
      }
    `,
    { id },
  );
  return parts;
}

async function put({ cast }: Stage, { offset, size, url }: UploadPart, content: Buffer): Promise<void> {
  const body = new Uint8Array(content.subarray(offset, offset + size));
  const response = await fetch(new URL(url, cast.url), { method: 'PUT', body });
  if (!response.ok) throw new Error(`The part was not taken: ${String(response.status)} ${await response.text()}`);
}
