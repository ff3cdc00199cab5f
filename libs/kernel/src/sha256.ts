import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256, piece by piece: in the same few lines on a server and in a browser, where a result is checked too. */
export class Sha256 {
  private readonly state = sha256.create();

  /** A text is hashed as its UTF-8. */
  update(piece: string | Uint8Array): this {
    this.state.update(typeof piece === 'string' ? utf8ToBytes(piece) : piece);
    return this;
  }

  /** In hexadecimal; once. */
  digest(): string {
    return bytesToHex(this.state.digest());
  }
}

/** SHA-256 in hexadecimal, of a text in UTF-8 or of bytes. */
export function sha256Hex(content: string | Uint8Array): string {
  return new Sha256().update(content).digest();
}
