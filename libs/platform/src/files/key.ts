import { randomUUID } from 'node:crypto';
import { Refused } from '#lib/kernel';

/** Where an upload is put together. No address is ever signed for an object here: what people send are its parts, which lie elsewhere. */
export const INCOMING = 'incoming/';
/** Where files are kept, by the hash of their content. */
export const KEPT = 'files/';

const KEY = /^[a-z]+(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/;
const LONGEST_KEY = 120;

/** Throws when the text is not a key of ours: segments of plain letters, digits, dots and dashes, so that no key means a path of its own. */
export function assertKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key))
    throw new Error(`not a key of the object store: ${JSON.stringify(key.slice(0, LONGEST_KEY))}`);
}

/** A key that nobody has used, for one try at an upload. */
export function newIncomingKey(): string {
  return INCOMING + randomUUID();
}

/** Where content with this SHA-256 (64 hexadecimal digits) is kept. */
export function keptKey(sha256: string): string {
  return KEPT + sha256;
}

/** What it means that nothing is at the key: an upload may not have come yet, a kept file was there and is lost. */
export function nothingAt(key: string): Refused {
  return new Refused(key.startsWith(KEPT) ? 'FILE_LOST' : 'FILE_NOT_UPLOADED');
}
