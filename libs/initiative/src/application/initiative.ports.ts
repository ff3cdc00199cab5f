import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { type Act } from '#lib/platform';

interface Entry {
  readonly contestId: string;
  readonly initiativeId: string;
}

type EntryListener = (act: Act, entry: Entry) => Promise<void>;
/** Null: not at all. `NAMELESS`: without learning whose it is. */
type Reading = 'NAMED' | 'NAMELESS' | null;
type Reader = (actor: Actor, initiativeId: string) => Promise<Reading>;

/** What later contexts tell of initiatives: who else may read one's files, as a judge may after attesting; and what they do when one takes part. */
@Injectable()
export class InitiativePorts {
  private readonly readers: Reader[] = [];
  private readonly entryListeners: EntryListener[] = [];

  registerReader(reader: Reader): void {
    this.readers.push(reader);
  }

  /** `listener` is called in the act in which an initiative is sent in, or its authors change after that. */
  registerEntryListener(listener: EntryListener): void {
    this.entryListeners.push(listener);
  }

  async entered(act: Act, entry: Entry): Promise<void> {
    await act.em.flush();
    for (const listener of this.entryListeners) await listener(act, entry);
  }

  /** How somebody reads the files of an initiative by what later contexts tell: with names, where any of them says so. */
  async reading(actor: Actor, initiativeId: string): Promise<Reading> {
    let found: Reading = null;
    for (const reader of this.readers) {
      found = (await reader(actor, initiativeId)) ?? found;
      if (found === 'NAMED') return found;
    }
    return found;
  }
}
