const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

const MAIN_PART: Readonly<Record<string, string>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const MACROS = /(^|\/)vbaProject\.bin$/i;

/**
 * The type of an Office Open XML file (ISO/IEC 29500), read from the list of parts at the end of the package; null for any other zip,
 * a package with macros and a broken one. Going by the first entries instead takes a workbook that was streamed for a plain zip.
 * `tail` is the end of the file, which is `size` bytes long.
 */
export function officeType(tail: Buffer, size: number): string | null {
  const parts = partNames(tail, size);
  if (!parts?.includes('[Content_Types].xml') || parts.some((part) => MACROS.test(part))) return null;
  const types = Object.keys(MAIN_PART).filter((part) => parts.includes(part));
  return types.length === 1 ? (MAIN_PART[types[0] ?? ''] ?? null) : null;
}

/** The names in the central directory of a zip, or null where it is damaged or does not lie within the tail. */
function partNames(tail: Buffer, size: number): string[] | null {
  const end = endOfDirectory(tail);
  if (end === null) return null;
  const count = tail.readUInt16LE(end + 10);
  let at = tail.readUInt32LE(end + 16) - (size - tail.length);
  const names: string[] = [];
  while (names.length < count) {
    if (at < 0 || at + ENTRY_LENGTH > end || tail.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = tail.readUInt16LE(at + 28);
    names.push(tail.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    at += ENTRY_LENGTH + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return names;
}

/** Where the end record begins: the last place that holds its mark and whose comment reaches exactly to the end of the file. */
function endOfDirectory(tail: Buffer): number | null {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}
