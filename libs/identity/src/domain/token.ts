import { createHash, randomBytes } from 'node:crypto';

/** A secret that only its holder knows: 32 random bytes as text for a link or a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. It has 256 random bits, so that one round of SHA-256 is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
