import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';

type Reader = (actor: Actor, initiativeId: string) => Promise<boolean>;

/** What later contexts tell of initiatives: who else may read one's files, as a judge may after attesting. */
@Injectable()
export class InitiativePorts {
  private readonly readers: Reader[] = [];

  registerReader(reader: Reader): void {
    this.readers.push(reader);
  }

  async mayRead(actor: Actor, initiativeId: string): Promise<boolean> {
    for (const reader of this.readers) if (await reader(actor, initiativeId)) return true;
    return false;
  }
}
