import { createInflateRaw } from 'node:zlib';
import { Refused } from '#lib/kernel';

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** What a field says that is too small for its number, or whose number was not known when it was written: that stands in the larger form (zip64). */
const ELSEWHERE = 0xffffffff;
const ELSEWHERE_SHORT = 0xffff;
const LARGE_END = 0x06064b50;
const LARGE_END_LENGTH = 56;
const LARGE_LOCATOR = 0x07064b50;
const LARGE_LOCATOR_LENGTH = 20;
const LARGE_EXTRA = 1;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 20_000;

/** A part of a zip as its directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** How many bytes may still be unpacked: counted as they come out, whatever a zip says of itself. */
export class Allowance {
  constructor(private left: number) {}

  /** Refuses `FILE_TOO_COMPLEX` where there is more than was left. */
  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new Refused('FILE_TOO_COMPLEX');
  }
}

/** The directory of a zip, or null where it is damaged or there is none. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = endOfDirectory(bytes);
  const directory = end === null ? null : directoryOf(bytes, end);
  if (end === null || directory === null) return null;
  const { count } = directory;
  if (count > MOST_ENTRIES) throw new Refused('FILE_TOO_COMPLEX');
  let { at } = directory;
  const entries: ZipEntry[] = [];
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const [, packedSize = 0, offset = 0] = largeOr(
      [24, 20, 42].map((field) => bytes.readUInt32LE(at + field)),
      bytes.subarray(nameEnd, extraEnd),
    );
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      encrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packedSize,
      offset,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** How many entries there are, and where the first is; null where the place that should say so does not. */
function directoryOf(bytes: Buffer, end: number): { count: number; at: number } | null {
  const [count, at] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  if (count !== ELSEWHERE_SHORT && at !== ELSEWHERE) return { count, at };
  const locator = end - LARGE_LOCATOR_LENGTH;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LARGE_LOCATOR) return null;
  const large = Number(bytes.readBigUInt64LE(locator + 8));
  if (large + LARGE_END_LENGTH > locator || bytes.readUInt32LE(large) !== LARGE_END) return null;
  return { count: Number(bytes.readBigUInt64LE(large + 32)), at: Number(bytes.readBigUInt64LE(large + 48)) };
}

/** The numbers, those that stand elsewhere from the extra field of the larger form, which has them alone and in this order. */
function largeOr(numbers: readonly number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== LARGE_EXTRA) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return numbers.map((number) => {
    if (number !== ELSEWHERE || next + 8 > extra.length) return number;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

/** What a part unpacks to, chunk by chunk; throws where it is damaged. */
export async function* unpacked(bytes: Buffer, entry: ZipEntry, allowance: Allowance): AsyncIterable<Buffer> {
  const { offset, packedSize, method } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new Error(`${entry.name} is not where it should be`);
  const begin = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(begin, begin + packedSize);
  if (method === STORED) {
    allowance.take(packed.length);
    yield packed;
    return;
  }
  if (method !== DEFLATED) throw new Error(`${entry.name} is packed in a way that no Office program uses`);
  const inflating = createInflateRaw();
  inflating.end(packed);
  for await (const chunk of inflating as AsyncIterable<Buffer>) {
    allowance.take(chunk.length);
    yield chunk;
  }
}

/** Where the end record begins: the last place that holds its mark and whose comment reaches exactly to the end of the file. */
function endOfDirectory(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}
