import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Page, type PageArgs, Refused, type SoughtPage, pageWith, soughtPage } from '#lib/kernel';
import { CONFIG, type Config } from '../config.js';

/** What a cursor holds of its row: the values of the keys that its list is ordered by. */
export type CursorKey = string | number | null;

const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Writes cursors and reads them. One tells nobody what it holds, so that no key of an order is shown with it, and is taken only for the
 * list and the order that it was written for. The same place has the same cursor: what authenticates it is what its cipher begins with
 * (a synthetic IV, as RFC 5297 has it), so that nothing has to be drawn.
 */
@Injectable()
export class Cursors {
  private readonly cipher: Uint8Array;
  private readonly mac: Uint8Array;

  constructor(@Inject(CONFIG) { secret }: Pick<Config, 'secret'>) {
    const keys = new Uint8Array(hkdfSync('sha256', secret, '', 'cursors of lists', 2 * KEY_BYTES));
    this.cipher = keys.subarray(0, KEY_BYTES);
    this.mac = keys.subarray(KEY_BYTES);
  }

  write(of: string, keys: readonly CursorKey[]): string {
    const said = Buffer.from(JSON.stringify(keys));
    const tag = this.tagOf(of, said);
    return Buffer.concat([tag, createCipheriv('aes-256-ctr', this.cipher, tag).update(said)]).toString('base64url');
  }

  /** The keys of the row beside which a page is sought; null at the list's end. Refuses `CURSOR` for any that was not written for this. */
  read(of: string, { beside, path }: SoughtPage): readonly CursorKey[] | null {
    if (beside === null) return null;
    const said = this.opened(beside);
    if (said === null || !timingSafeEqual(said.tag, this.tagOf(of, said.keys))) throw new Refused('CURSOR', {}, path);
    return JSON.parse(said.keys.toString()) as readonly CursorKey[];
  }

  /** A page of rows that were computed, in the order of their keys, each the smaller the earlier. Refuses as `Database.page` does. */
  pageOf<T>(rows: readonly T[], args: PageArgs, keysOf: (row: T) => readonly CursorKey[]): Page<T> {
    const of = `${args.list ?? ''} computed`;
    const sought = soughtPage(args);
    const keys = this.read(of, sought);
    const side = sought.backwards ? -1 : 1;
    const beyond = keys ? rows.filter((row) => compared(keysOf(row), keys) * side > 0) : rows;
    const shown = sought.backwards ? beyond.slice(-sought.size) : beyond.slice(0, sought.size);
    const [onward, back] = [beyond.length > shown.length, rows.length > beyond.length];
    const [hasPreviousPage, hasNextPage] = sought.backwards ? [onward, back] : [back, onward];
    return pageWith(shown, (row) => this.write(of, keysOf(row)), { totalCount: rows.length, hasPreviousPage, hasNextPage });
  }

  protected opened(cursor: string): { readonly tag: Buffer; readonly keys: Buffer } | null {
    const bytes = Buffer.from(cursor, 'base64url');
    // Else many texts were the same cursor.
    if (bytes.length <= TAG_BYTES || bytes.toString('base64url') !== cursor) return null;
    const tag = bytes.subarray(0, TAG_BYTES);
    return { tag, keys: createDecipheriv('aes-256-ctr', this.cipher, tag).update(bytes.subarray(TAG_BYTES)) };
  }

  private tagOf(of: string, keys: Buffer): Buffer {
    return createHmac('sha256', this.mac).update(`${of}\n`).update(keys).digest().subarray(0, TAG_BYTES);
  }
}

function compared(a: readonly CursorKey[], b: readonly CursorKey[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) > (b[at] ?? 0) ? 1 : -1;
}
