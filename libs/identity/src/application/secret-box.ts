import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Refused } from '#lib/kernel';
import { CONFIG, type Config } from '#lib/platform';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps the secrets of second factors closed in the database: whoever copies it can make no codes. Their key hangs on APP_SECRET. */
@Injectable()
export class SecretBox {
  private readonly key: Uint8Array;

  constructor(@Inject(CONFIG) { secret }: Config) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'second factor', 32));
  }

  /** `owner` is closed in too: a box put into another's row does not open. */
  close(secret: string, owner: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(owner));
    const closed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url');
  }

  /** Refuses `FACTOR_UNREADABLE` for what was closed under an APP_SECRET that is lost, and for what was tampered with. */
  open(box: string, owner: string): string {
    const bytes = Buffer.from(box, 'base64url');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new Refused('FACTOR_UNREADABLE', {}, 'code');
    }
  }
}
