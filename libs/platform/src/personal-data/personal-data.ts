import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type PersonalPart, type PersonalSection, sectionStatement } from './personal-section.js';

const ROWS_AT_ONCE = 500;

/** All that is kept of a person, from every part of the platform that keeps something. */
@Injectable()
export class PersonalData {
  readonly parts: readonly PersonalPart[];

  constructor(
    parts: readonly PersonalPart[],
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.parts = byContext(parts);
  }

  /** The actor's own as JSON, piece by piece, inside the present transaction: under all `recordsOf` them; `tell` hears how many rows more it has. */
  async *pieces(
    actor: Actor,
    recordsOf: (personId: RawBuilder<unknown>) => RawBuilder<unknown>,
    tell: (more: number) => void,
  ): AsyncGenerator<Buffer> {
    const records = recordsOf(sql`${actor.id}::uuid`);
    yield Buffer.from(`{"personId":${JSON.stringify(actor.id)},"madeAt":${JSON.stringify(this.clock.now())}`);
    for (const { context, sections } of this.parts) {
      yield Buffer.from(`,\n${JSON.stringify(context)}:{`);
      for (const [at, section] of sections.entries()) {
        yield Buffer.from(`${at === 0 ? '' : ','}\n${JSON.stringify(section.name)}:[`);
        yield* this.rowsOf(actor, section, { records, tell });
        yield Buffer.from(']');
      }
      yield Buffer.from('}');
    }
    yield Buffer.from('}\n');
  }

  private async *rowsOf(
    actor: Actor,
    section: PersonalSection,
    { records, tell }: { readonly records: RawBuilder<unknown>; readonly tell: (more: number) => void },
  ): AsyncGenerator<Buffer> {
    let first = true;
    for await (const rows of this.database.rowsInPieces<{ row: string }>(sectionStatement(actor, section, records), ROWS_AT_ONCE)) {
      tell(rows.length);
      yield Buffer.from(`${first ? '' : ','}\n${rows.map(({ row }) => row).join(',\n')}`);
      first = false;
    }
  }
}

/** What several libraries keep of one context stands together. */
function byContext(parts: readonly PersonalPart[]): PersonalPart[] {
  const sections = new Map<string, readonly PersonalSection[]>();
  for (const part of parts) sections.set(part.context, [...(sections.get(part.context) ?? []), ...part.sections]);
  return [...sections].map(([context, all]) => ({ context, sections: all }));
}
