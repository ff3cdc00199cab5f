/** How text is compared in search: tone marks gone, đ as d, lower case, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

// Tab, line feed and carriage return are text; the rest of C0, DEL, C1 and the bidirectional overrides are not.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Why a text cannot be taken as it stands: `TEXT_NOT_NFC` or `TEXT_CONTROL_CHARACTER`, half a character too; null where it can. */
export function whyNotText(text: string): 'TEXT_NOT_NFC' | 'TEXT_CONTROL_CHARACTER' | null {
  if (CONTROL.test(text) || !text.isWellFormed()) return 'TEXT_CONTROL_CHARACTER';
  return text.normalize('NFC') === text ? null : 'TEXT_NOT_NFC';
}
