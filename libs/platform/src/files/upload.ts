import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Refused } from '#lib/kernel';
import { type DeclaredFile, type InspectedFile, inspectFile } from './inspect-file.js';
import { keptKey } from './key.js';
import { type ObjectStore } from './object-store.js';
import { isPassing } from '../refusals/passing.js';
import { type UploadTry } from './upload-parts.js';

/** What was said of an upload before it came. */
export interface DeclaredUpload extends DeclaredFile {
  readonly sha256: string | null;
  readonly person: string;
}

/** Refusals that say nothing of the content: it may be looked at again as it is. */
const SAYS_NOTHING_OF_IT = new Set(['FILE_NOT_UPLOADED', 'FILE_NOT_WHOLE']);

/** True where the content itself was refused, so that another must be sent. */
export function isRefusedForGood(error: unknown): boolean {
  return error instanceof Refused && !isPassing(error) && !SAYS_NOTHING_OF_IT.has(error.code);
}

/**
 * Puts the parts together and says what they are. From then on no address changes them, so that what is looked at is what is kept.
 * Refuses `FILE_NOT_UPLOADED`, `FILE_NOT_WHOLE`, `FILE_DIFFERS`, and all that `inspectFile` refuses.
 */
export async function lookAtUpload(store: ObjectStore, upload: UploadTry, declared: DeclaredUpload): Promise<InspectedFile> {
  await store.assemble(upload);
  const came = createHash('sha256');
  const looked = await inspectFile(async () => hashed(await store.open(upload.key), came), declared);
  if (declared.sha256 !== null && came.digest('hex') !== declared.sha256) throw new Refused('FILE_DIFFERS');
  return looked;
}

/** The same bytes. Closed before it is read it closes what it reads from, as well as after. */
function hashed(content: Readable, hash: ReturnType<typeof createHash>): Readable {
  const pieces = async function* () {
    for await (const piece of content as AsyncIterable<Buffer>) {
      hash.update(piece);
      yield piece;
    }
  };
  return Readable.from(pieces(), { objectMode: false }).once('close', () => content.destroy());
}

/** Puts what was looked at where it is kept, under the hash of its content. The upload stays, so that an act that is refused finds it again. */
export async function keepContent(store: ObjectStore, upload: UploadTry, looked: InspectedFile): Promise<void> {
  const key = keptKey(looked.sha256);
  if (looked.converted) await store.put(key, looked.converted, looked.contentType);
  else await store.copy(upload.key, key);
}
