import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';

/** How entries of the log about some kinds of things are read. */
export interface AuditedSubjects {
  readonly types: readonly string[];
  /** Whoever holds it reads what an entry says; others who read the log see that there was an act, whose, and when. */
  readonly permission: string;
  /** Of entry `e`: as long as it does not hold, the reader does not find the entry, since that there was an act says something already. */
  readonly unsealed?: (actor: Actor) => RawBuilder<boolean>;
  /** That acts are kept from a reader who finds them otherwise, whatever they did. */
  readonly shutTo?: (actor: Actor) => RawBuilder<boolean>;
  /** Since when entries are under a seal, null where none are: a gap between two places in the chain would tell that there was an act. */
  readonly sealedSince?: RawBuilder<Date | null>;
}

/** What the libraries say of the entries about their things. What none of them speaks of is read as an act without its content. */
export class AuditReads {
  constructor(private readonly subjects: readonly AuditedSubjects[]) {}

  /** The types whose entries an actor reads with their content. */
  typesReadBy(actor: Actor): readonly string[] {
    return this.subjects.filter(({ permission }) => actor.can(permission)).flatMap(({ types }) => types);
  }

  /** From when on no place in the chain is told, `infinity` where all are. */
  sealedSince(): RawBuilder<Date> {
    const since = this.subjects.flatMap(({ sealedSince }) => (sealedSince ? [sealedSince] : []));
    return sql<Date>`coalesce(least(${sql.join([sql`null::timestamptz`, ...since])}), 'infinity')`;
  }

  /** That a part of the log is shut to this reader. */
  shutTo(actor: Actor): RawBuilder<boolean> {
    const shut = this.subjects.flatMap(({ shutTo }) => (shutTo ? [shutTo(actor)] : []));
    return sql<boolean>`(${sql.join([sql`false`, ...shut], sql` or `)})`;
  }

  /** Of entry `e`: that no seal is on it for this reader. */
  unsealedFor(actor: Actor): RawBuilder<boolean> {
    const sealed = Map.groupBy(this.subjects, ({ unsealed }) => unsealed);
    const seals = [...sealed].flatMap(([unsealed, subjects]) => {
      const types = [...new Set(subjects.flatMap((subject) => subject.types))];
      return unsealed ? [sql<boolean>`(e.subject_type <> all(${types}::text[]) or ${unsealed(actor)})`] : [];
    });
    return seals.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(seals, sql` and `)}`;
  }
}
