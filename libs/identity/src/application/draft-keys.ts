import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { CONFIG, type Config } from '#lib/platform';

/** What a person typed and the server does not have yet is kept on their machine under this key; who is not signed in as them never has it. */
@Injectable()
export class DraftKeys {
  private readonly secret: string;

  constructor(@Inject(CONFIG) { secret }: Config) {
    this.secret = secret;
  }

  /** The same at each sign-in, and of nobody else. */
  of({ id }: Actor): { readonly id: string; readonly key: string } {
    return { id, key: Buffer.from(hkdfSync('sha256', this.secret, id, 'drafts on the machine', 32)).toString('base64url') };
  }
}
