import request from 'supertest';
import { type Client, type RunningContest } from './harness.js';

const PACKS = `query ($contestId: ID!) { resultPacks(contestId: $contestId, first: 10) { totalCount edges { node {
  id format sha256 size rounds { key number } finalNumber madeAt fileId } } } }`;
export const DOWNLOAD = 'query ($id: ID!) { fileDownload(id: $id) { url } }';

export interface PackNode {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly fileId: string;
  readonly finalNumber: number | null;
  readonly rounds: { key: string; number: number }[];
}

/** The packs of a contest, newest first. */
export async function packsOf(client: Client, contestId: string): Promise<PackNode[]> {
  const { edges } = await client.ask(PACKS, { contestId });
  return edges.map(({ node }: { node: PackNode }) => node);
}

export async function contentAt(contest: RunningContest, url: string): Promise<Buffer> {
  const { pathname, search } = new URL(url, 'http://localhost');
  const reply = await request(contest.app.getHttpServer())
    .get(pathname + search)
    .buffer(true)
    .parse((res, done) => {
      const pieces: Buffer[] = [];
      res.on('data', (piece: Buffer) => pieces.push(piece));
      res.on('end', () => {
        done(null, Buffer.concat(pieces));
      });
    });
  expect(reply.status).toBe(200);
  return reply.body as Buffer;
}

export async function downloaded(contest: RunningContest, client: Client, { fileId }: PackNode): Promise<Buffer> {
  return contentAt(contest, (await client.ask(DOWNLOAD, { id: fileId })).url);
}
