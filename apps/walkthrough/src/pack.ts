import { setTimeout as pause } from 'node:timers/promises';
import { gql } from 'graphql-request';
import { faultSentence, verifyPack } from '#plain/result';
import { type Contest, type Stage, found } from './stage.js';
import { download, fetched } from './upload.js';

const PATIENCE = 60;
const TICK = 250;

interface Pack {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
}

const PUBLIC = gql`
  query ($contestId: ID!) {
    publicResultPack(contestId: $contestId) {
      url
    }
  }
`;

/** The result as one file that anyone computes again; with one mark changed it does not fit. */
export async function checkPack(stage: Stage, { id: contestId }: Contest): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  const { fileId, sha256, size } = await secretary.act<Pack>('makeResultPack', { contestId }, 'fileId sha256 size');
  const bytes = await download(stage, secretary, fileId);
  tell.did(secretary.called, `tải gói kết quả (${String(size)} byte, SHA-256 ${sha256.slice(0, 16)}…)`);
  tell.note(`npm run verify-result: ${verdictOn(bytes)}`);
  tell.note(`sau khi sửa một điểm trong tệp: ${verdictOn(tampered(bytes))}`);
  if ((await cast.anyone.ask(PUBLIC, { contestId })) !== null) throw new Error('The result pack was public before the prizes');
  tell.note('người dân chỉ tải được gói này sau khi công bố kết quả');
}

/** After publication anyone downloads the same file and computes it again. */
export async function checkPublicPack({ cast, tell }: Stage, { id: contestId }: Contest): Promise<void> {
  const { url } = found(await published(cast, contestId), 'public result pack');
  tell.did('Người dân (không cần tài khoản)', `tải gói kết quả và tự tính lại: ${verdictOn(await fetched(cast.url, url))}`);
}

/** The pack with the prizes is made by a job, a moment after they are public. */
async function published(cast: Stage['cast'], contestId: string): Promise<{ url: string } | null> {
  for (let left = PATIENCE; ; left -= 1) {
    const pack = await cast.anyone.ask<{ url: string } | null>(PUBLIC, { contestId });
    if (pack || left === 0) return pack;
    await pause(TICK);
  }
}

function verdictOn(bytes: Buffer): string {
  const verdict = verifyPack(bytes);
  return verdict.fault ? `KHÔNG KHỚP. ${faultSentence(verdict.fault, 'vi')}` : 'KHỚP';
}

/** As somebody changes it who wants one mark higher. */
function tampered(bytes: Buffer): Buffer {
  const changed = bytes.toString('utf8').replace(/"points":"(\d+)/, (_, points: string) => `"points":"${String(Number(points) + 1)}`);
  return Buffer.from(changed, 'utf8');
}
