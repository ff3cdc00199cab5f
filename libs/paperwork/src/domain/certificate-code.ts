import { randomBytes } from 'node:crypto';
import { signsOf } from '#domain/feedback';

/** Of 32 signs each tells five bits: 130 in all. The same in the constraint `certificate_code_random`. */
export const CODE_SIGNS = 26;
const CODE = /^[2-9A-HJ-NP-Z]{26}$/;

export const newCertificateCode = (): string => signsOf(randomBytes(CODE_SIGNS));

/** A code as somebody typed or scanned it; null where it cannot be one. */
export function codeTyped(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return CODE.test(code) ? code : null;
}

/** In groups, as it is printed. */
export const shownCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');
