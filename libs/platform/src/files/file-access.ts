import { Injectable } from '@nestjs/common';
import { type Actor, Refused } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';

/** What may be attached to an owner. */
export interface AttachLimits {
  readonly maxFiles: number;
  /** Per file. */
  readonly maxBytes: number;
}

/** What a library answers for the files of its rows. */
export interface FileOwner {
  /** `initiative`, `adoption`, … */
  readonly type: string;
  /** The context it is of: a program's token reaches the files of its contexts alone. */
  readonly context: string;
  /** Their content is nobody else's to infer: what a hash or a size would tell is left out of the log. */
  readonly sealed?: boolean;
  /** The limits, inside the act, with the owner locked; refuses where the actor may not attach or remove now. */
  limitsFor(act: Act, ownerId: string): Promise<AttachLimits>;
  mayRead(actor: Actor, ownerId: string): Promise<boolean>;
}

/** Who answers for which files. Libraries above register themselves; a file whose owner nobody answers for is nobody's to read. */
@Injectable()
export class FileAccess {
  private readonly owners = new Map<string, FileOwner>();

  register(owner: FileOwner): void {
    this.owners.set(owner.type, owner);
  }

  /** Refuses `NOT_FOUND` where nobody answers for it, or it lies outside what the actor's session reaches. */
  of(type: string, { limit }: Actor): FileOwner {
    const owner = this.owners.get(type);
    if (!owner || (limit && !limit.reaches(owner.context))) throw new Refused('NOT_FOUND');
    return owner;
  }
}
