import { Refused } from '#lib/kernel';

/** The most characters a file name may have. */
export const FILE_NAME_MAX = 200;

// Separators, drive letters and the rest of what Windows takes in no name: a name with one of them was a path or cannot be saved again.
const NOT_IN_A_NAME = /[\\/:*?"<>|]/;
// Controls, format characters (bidirectional overrides, zero-width), surrogates, private use, unassigned; and the mark of a broken decoding.
const INVISIBLE = /[\p{C}\u2028\u2029\ufffd]/u;
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/**
 * The name a file is kept under: the given one in NFC, which is all that is ever changed.
 * Refuses `FILE_NAME_INVALID` with a `reason` for a name that is empty, longer than 200 characters, a path, or means something else on another system.
 */
export function readFileName(given: string): string {
  const name = given.normalize('NFC');
  const reason = whyNotName(name);
  if (reason) throw new Refused('FILE_NAME_INVALID', { reason }, 'fileName');
  return name;
}

function whyNotName(name: string): string | null {
  if (name.trim() === '') return 'EMPTY';
  if (Array.from(name).length > FILE_NAME_MAX) return 'LONG';
  if (INVISIBLE.test(name)) return 'INVISIBLE_CHARACTER';
  if (NOT_IN_A_NAME.test(name)) return 'RESERVED_CHARACTER';
  if (DEVICE.test(name)) return 'DEVICE';
  // Windows drops a dot or a space at the end, and a name that begins with a dot is hidden elsewhere.
  if (/^[\s.]|[\s.]$/.test(name)) return 'EDGE';
  if (extensionOf(name) === '') return 'NO_EXTENSION';
  return null;
}

/** What stands after the last dot, in lower case; empty where there is no dot. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
