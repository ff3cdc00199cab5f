import { parse } from 'range-parser';

/** The bytes of a content from `start` to `end`, both of them included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range of bytes that a request asks for (RFC 9110, 14.2); null where it asks for the whole, for several, or for what cannot be
 * read, all of which is answered by the whole. `BEYOND` where nothing of it lies in a content of this size.
 */
export function rangeOf(
  { range, 'if-range': ifRange }: { range?: string; 'if-range'?: string },
  size: number,
): ByteRange | 'BEYOND' | null {
  // No content is given a mark by which it could be told to be the same still.
  if (range === undefined || ifRange !== undefined) return null;
  const { code, type, ranges } = parse(size, range);
  if (type !== 'bytes' || code % 2 === 1) return null;
  const [first, second] = ranges;
  if (!first) return 'BEYOND';
  return second ? null : { start: first.start, end: first.end };
}
