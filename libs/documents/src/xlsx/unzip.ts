import { ZipReader } from '@cj-tech-master/excelts/archive';

/** Bytes that the parts of one package may have together, unpacked. */
const UNPACKED_BYTES = 16 * 1024 * 1024;

/**
 * Reads single parts of a package, and no more than there is room for: what a part says of its own size is not believed,
 * the unpacking itself stops. Rejects where the package is broken, encrypted or larger.
 */
export class Package {
  private readonly zip: ZipReader;
  private left = UNPACKED_BYTES;

  constructor(bytes: Uint8Array) {
    this.zip = new ZipReader(bytes);
  }

  /** The text of a part. Rejects where there is none of that name. */
  async text(path: string): Promise<string> {
    const part = await this.zip.get(path);
    if (!part) throw new Error(`${path} is missing`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.stream()) {
      this.left -= chunk.length;
      if (this.left < 0) throw new Error(`${path} unpacks to more than a sheet has`);
      chunks.push(chunk);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  }
}
