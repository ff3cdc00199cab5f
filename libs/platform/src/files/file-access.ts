import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Refused, type Way } from '#lib/kernel';
import { RegisteredEnum } from '../graphql/registered-enum.js';
import { type Act } from '../database/unit-of-work.js';

/** What may be attached to an owner. */
export interface AttachLimits {
  readonly maxFiles: number;
  /** Per file. */
  readonly maxBytes: number;
  /** Whether CSV is taken, too. */
  readonly csv?: boolean;
}

/** What a library answers for the files of its rows. */
export interface FileOwner {
  /** `initiative`, `adoption`, … */
  readonly type: string;
  /** What the owners are: “An initiative.” */
  readonly called: string;
  /** The context it is of: a program's token reaches the files of its contexts alone. */
  readonly context: string;
  /** Their content is nobody else's to infer: what a hash or a size would tell is left out of the log. */
  readonly sealed?: boolean;
  /** The limits, inside the act, with the owner locked; refuses where the actor may not attach or remove now. */
  limitsFor(act: Act, ownerId: string): Promise<AttachLimits>;
  mayRead(actor: Actor, ownerId: string): Promise<boolean>;
  /** Who may read them, and is not to learn whose they are: they get no names of files, and contents without the names of who made them. */
  nameless?(actor: Actor, ownerId: string): Promise<boolean>;
  /** Who may read the others, and gets none of these. */
  withheld?(actor: Actor, ownerId: string): Promise<readonly string[]>;
  /** Told inside the act, with the owner locked, that a file was kept under it or taken off. */
  changed?(act: Act, ownerId: string): Promise<void>;
}

export const OwnerTypeEnum = new RegisteredEnum('FileOwnerType', 'What kind of record a file hangs on.');

/** Who answers for which files. Libraries above register themselves; a file whose owner nobody answers for is nobody's to read. */
@Injectable()
export class FileAccess {
  private readonly owners = new Map<string, FileOwner>();

  register(owner: FileOwner): void {
    this.owners.set(owner.type, owner);
    OwnerTypeEnum.add(owner.type, owner.called);
  }

  /**
   * Refuses `NOT_FOUND` where nobody answers for it, or it lies outside what the actor's session reaches. No way is named by what an act
   * reads that was let in by its own.
   */
  of(type: string, { limit }: Actor, way?: Way): FileOwner {
    const owner = this.owners.get(type);
    if (!owner || (limit && !limit.reaches(owner.context, way))) throw new Refused('NOT_FOUND');
    return owner;
  }

  /** Whether the actor's session reaches the owners of this column, as a condition. */
  reached({ limit }: Actor, type: RawBuilder<string>, way: Way): RawBuilder<boolean> {
    if (!limit) return sql<boolean>`true`;
    const types = [...this.owners.values()].filter(({ context }) => limit.reaches(context, way)).map((owner) => owner.type);
    return sql<boolean>`${type} = any(${types})`;
  }
}
