const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** In a compound file ([MS-CFB]) names stand in its directory, two bytes a letter. */
const named = (name: string): Buffer => Buffer.from(name, 'utf16le');
const OLD_OFFICE = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'].map((name) => named(`${name}\0`));
const MACROS = named('_VBA_PROJECT');
/** The class of an object that is any file at all, put into a document: programs come that way. */
const PACKAGED_FILE = Buffer.from('0c00030000000000c000000000000046', 'hex');

export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Why a compound file under the name of a document is not taken: one of the formats before 2007, or a document locked with a password,
 * which is the only other thing that Office programs write into one.
 */
export function whyNotCompound(bytes: Buffer): 'FILE_OLD_FORMAT' | 'FILE_LOCKED' {
  return OLD_OFFICE.some((name) => bytes.includes(name)) ? 'FILE_OLD_FORMAT' : 'FILE_LOCKED';
}

/** Why an object inside a document is not taken; null for an equation, a chart or a picture. */
export function whyNotObject(bytes: Buffer): 'FILE_HAS_MACROS' | 'FILE_HAS_PACKAGE' | null {
  if (bytes.includes(MACROS)) return 'FILE_HAS_MACROS';
  return bytes.includes(PACKAGED_FILE) ? 'FILE_HAS_PACKAGE' : null;
}
