import { isDatabaseError } from '../database/connection-lost.js';

const LONGEST = 200;

/** What may name a person, a place of theirs, or open a door: addresses, what stands in quotes or brackets, long numbers and tokens. */
const TELLING = /https?:\/\/\S+|\S+@\S+|"[^"]*"|'[^']*'|“[^”]*”|<[^>]*>|[\w-]{24,}|\d{6,}/g;

/** An error in one short line that may be kept and shown: what went wrong, without what it went wrong with. */
export function describeError(error: unknown): string {
  if (isDatabaseError(error)) return [error.name, error.code, error.constraint].filter(Boolean).join(' ');
  const [line = ''] = String(error).split('\n', 1);
  return line
    .replace(TELLING, '…')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, LONGEST);
}
