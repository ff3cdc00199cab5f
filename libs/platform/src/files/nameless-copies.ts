import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Locale } from '#lib/kernel';
import { openFile } from '../opener/open-file.js';
import { kindOfType } from './file-kinds.js';
import { KEPT, keptKey } from './key.js';
import { ObjectStore } from './object-store.js';

/** A new meaning of what is taken out makes new copies. */
const MAKE = 1;
/** The sweep takes what no row names; what is older is made anew before it comes. */
const FRESH_MS = 12 * 60 * 60 * 1000;

const WORD: Readonly<Record<Locale, string>> = { vi: 'Tệp', en: 'File' };

/** What a file is called for whoever is not to learn whose it is: by its place among the files of its owner. */
export function namelessName({ position, contentType }: { position: number; contentType: string }, locale: Locale): string {
  return `${WORD[locale]} ${String(position)}.${kindOfType(contentType)?.endings[0] ?? 'bin'}`;
}

/** Copies without the names of who made a file. No row names them: they are made when they are asked for, kept for a while, and swept. */
@Injectable()
export class NamelessCopies {
  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** Where the copy lies. Refuses `FILE_NAMES_STAY`, and as `openFile` does. */
  async keyOf(actor: Actor, { sha256, contentType }: { readonly sha256: string; readonly contentType: string }): Promise<string> {
    const key =
      KEPT +
      createHash('sha256')
        .update(`nameless ${String(MAKE)} ${sha256}`)
        .digest('hex');
    const there = await this.store.stat(key);
    if (there && there.modifiedAt.getTime() > this.clock.now().getTime() - FRESH_MS) return key;
    const content = () => this.store.open(keptKey(sha256));
    const copy = await openFile('nameless', { person: actor.id, order: { contentType }, content });
    await this.store.put(key, Buffer.from(copy), contentType);
    return key;
  }
}
