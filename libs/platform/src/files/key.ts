import { randomUUID } from 'node:crypto';

/** Where uploads arrive before they are looked at. */
export const INCOMING = 'incoming/';
/** Where they are looked at: no address is ever signed for a key here, so nobody can replace what is being looked at. */
export const CHECKING = 'checking/';
/** Where files are kept, by the hash of their content. */
export const KEPT = 'files/';

const KEY = /^[a-z]+(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/;
const LONGEST_KEY = 120;

/** Throws when the text is not a key of ours: segments of plain letters, digits, dots and dashes, so that no key means a path of its own. */
export function assertKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key))
    throw new Error(`not a key of the object store: ${JSON.stringify(key.slice(0, LONGEST_KEY))}`);
}

/** A key that nobody has used, for one upload. */
export function newIncomingKey(): string {
  return INCOMING + randomUUID();
}

/** A key for the object while it is looked at. */
export function newCheckingKey(): string {
  return CHECKING + randomUUID();
}

/** Where content with this SHA-256 (64 hexadecimal digits) is kept. */
export function keptKey(sha256: string): string {
  return KEPT + sha256;
}
