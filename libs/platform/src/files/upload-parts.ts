/**
 * One try at an upload: its parts come in under `key`, and `token` is the store's own name for it. The key is of no use once the try is
 * over, so that nothing sent late can reach another.
 */
export interface UploadTry {
  readonly key: string;
  /** Null for content that the server itself put at the key. */
  readonly token: string | null;
  /** Of the whole, in bytes; each part but the last has `partSize`. */
  readonly size: number;
  readonly partSize: number;
}

/** A part of a file: numbered from 1, `size` bytes from `offset`. */
export interface Part {
  readonly number: number;
  readonly offset: number;
  readonly size: number;
}

/** Larger than the 5 MB that S3 asks of a part; small enough to be sent anew over a slow line. */
export const PART_BYTES = 8 * 1024 * 1024;

type Sizes = Pick<UploadTry, 'size' | 'partSize'>;

/** All parts of a file, in order. */
export function partsOf({ size, partSize }: Sizes): Part[] {
  return Array.from({ length: Math.ceil(size / partSize) }, (_, at) => {
    const offset = at * partSize;
    return { number: at + 1, offset, size: Math.min(partSize, size - offset) };
  });
}

/** The parts that are not among those the store has: of another size counts as not there. */
export function missingParts(sizes: Sizes, there: readonly { readonly number: number; readonly size: number }[]): Part[] {
  const found = new Map(there.map(({ number, size }) => [number, size]));
  return partsOf(sizes).filter(({ number, size }) => found.get(number) !== size);
}
