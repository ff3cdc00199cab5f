import { randomInt } from 'node:crypto';
import { hashPassword } from './password-hash.js';

export const RECOVERY_CODES = 10;
const GROUP = 4;
const GROUPS = 3;
/** Without letters that are taken for figures when they are written down. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A code as it was typed: six figures of an authenticator, or the twelve letters of a recovery code; null: neither. Blanks and hyphens are nothing. */
export type TypedCode = { readonly kind: 'TOTP' | 'RECOVERY'; readonly text: string } | null;

export function readCode(typed: string): TypedCode {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(text)) return { kind: 'TOTP', text };
  return text.length === GROUP * GROUPS ? { kind: 'RECOVERY', text } : null;
}

/** By which a recovery code is found, so that one hash is computed and not ten. The rest has 39 bits, under argon2. */
export const markOf = (text: string): string => text.slice(0, GROUP);

export interface NewCode {
  /** As it is shown, once: `ABCD-EFGH-JKLM`. */
  readonly shown: string;
  readonly mark: string;
  readonly hash: string;
}

/** Ten codes with ten marks. */
export async function newRecoveryCodes(): Promise<NewCode[]> {
  const marks = new Set<string>();
  while (marks.size < RECOVERY_CODES) marks.add(letters(GROUP));
  return Promise.all(
    [...marks].map(async (mark) => {
      const text = mark + letters(GROUP * (GROUPS - 1));
      return { shown: text.match(/.{4}/g)?.join('-') ?? text, mark, hash: await hashPassword(text) };
    }),
  );
}

const letters = (n: number): string => Array.from({ length: n }, () => LETTERS[randomInt(LETTERS.length)]).join('');
