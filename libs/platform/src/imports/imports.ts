import { Injectable } from '@nestjs/common';
import { type RawBuilder } from 'kysely';
import { type Actor, Refused, byVietnamese } from '#lib/kernel';
import { RegisteredEnum } from '../graphql/registered-enum.js';
import { type ImportKind } from './import-kind.js';

/** How the library that knows people and units says in SQL what they are called; null where there is no such. */
export interface ImportNames {
  readonly unit: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly person: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** The highest of these units. */
  readonly highest: (ids: readonly string[]) => RawBuilder<unknown>;
}

export const ImportNameEnum = new RegisteredEnum('ImportName', 'What can be brought in by a sheet.');

/** What can be brought in by a sheet. */
@Injectable()
export class Imports {
  private readonly kinds = new Map<string, ImportKind>();
  private names: ImportNames | null = null;

  /** Filled once, by a library above. */
  nameBy(names: ImportNames): void {
    this.names = names;
  }

  get named(): ImportNames {
    if (!this.names) throw new Error('Nobody says what people and units are called');
    return this.names;
  }

  kind(kind: ImportKind): void {
    if (this.kinds.has(kind.name)) throw new Error(`${kind.name} is registered twice`);
    this.kinds.set(kind.name, kind);
    ImportNameEnum.add(kind.name, `${kind.title.en}.`);
  }

  /** Those that the actor may bring in somewhere, by name. */
  of(actor: Actor): readonly ImportKind[] {
    const open = [...this.kinds.values()].filter((kind) => mayBring(actor, kind));
    return open.sort((one, other) => byVietnamese(one.name, other.name));
  }

  /** Refuses `NOT_FOUND` where nothing is registered under the name, or the actor may not bring it in anywhere. */
  get(name: string, actor: Actor): ImportKind {
    const kind = this.kinds.get(name);
    if (!kind || !mayBring(actor, kind)) throw new Refused('NOT_FOUND', { what: 'ImportKind' }, 'kind');
    return kind;
  }
}

const mayBring = (actor: Actor, { permission, context }: ImportKind): boolean =>
  actor.can(permission) && (actor.limit === null || actor.limit.reaches(context, 'WRITE'));
