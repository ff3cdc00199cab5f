import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { type Locale, Refused, newId } from '#lib/kernel';
import { plainAddress } from './address.js';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  uniques: [{ name: 'person_email', properties: ['email'] }],
  indexes: [
    {
      name: 'person_name',
      expression: 'create index person_name on person using gin (fold_marks(full_name) gin_trgm_ops, fold_text(full_name) gin_trgm_ops)',
    },
    { name: 'person_address', expression: 'create index person_address on person using gin (email gin_trgm_ops)' },
    {
      name: 'person_merged',
      expression: 'create index person_merged on person (merged_into_id) where merged_into_id is not null',
    },
    {
      name: 'person_alike',
      expression:
        "create index person_alike on person (double_key(full_name), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid))",
    },
    { name: 'person_mailbox', expression: 'create index person_mailbox on person (mailbox_key(email))' },
    { name: 'person_in_order', expression: 'create index person_in_order on person (full_name collate "vi-VN-x-icu", id)' },
  ],
  checks: [
    { name: 'person_email_is_lower_case', expression: 'email = lower(email)' },
    { name: 'person_merged_into_another', expression: 'merged_into_id <> id' },
    { name: 'person_locale', expression: "locale in ('vi', 'en')" },
  ],
  properties: {
    id: p.uuid().primary(),
    fullName: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    locale: p.text().$type<Locale>(),
    unit: () => p.manyToOne(Unit).lazyRef().nullable().index('person_of_unit'),
    external: p.boolean(),
    // Who made the account; null for the system. Whoever makes an account may be its owner, see the second person.
    createdBy: p.uuid().strictNullable(),
    // The record of the same person that goes on in place of this one. Never one that is itself merged into another.
    mergedInto: () => p.manyToOne(Person).lazyRef().nullable().index(false),
    version: p.integer().version(),
  },
});

/** What is known of a person. `unit` is where they work now. */
export interface PersonFacts {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly external: boolean;
}

/** Someone in the contest: the same over the years, whatever position they hold. Co-authors need no e-mail address and no account. */
export class Person extends PersonSchema.class {
  static of(facts: PersonFacts, unit: Unit | null, by: string | null): Person {
    const person = new Person();
    person.id = newId();
    person.describe(facts);
    person.unit = unit;
    person.createdBy = by;
    return person;
  }

  /** Where they are mailed, and by what they sign in, from now on. */
  moveTo(address: string): void {
    this.email = plainAddress(address);
  }

  /** It stays where it is, with all that hangs on it, and says which record goes on. Refuses `PERSON_MERGED` and `MERGE_INTO_MERGED`. */
  mergeInto(kept: Person): void {
    if (this.mergedInto) throw new Refused('PERSON_MERGED', {}, 'mergedId');
    if (kept.mergedInto) throw new Refused('MERGE_INTO_MERGED', {}, 'keptId');
    this.mergedInto = kept;
  }

  standAlone(): void {
    this.mergedInto = null;
  }

  describe({ fullName, email, phone, locale, external }: PersonFacts): void {
    Object.assign(this, { fullName: fullName.trim(), email: email == null ? null : plainAddress(email), phone, locale, external });
  }
}
PersonSchema.setClass(Person);

const PositionSchema = defineEntity({
  name: 'Position',
  tableName: 'position',
  checks: [{ name: 'position_ends_after_it_begins', expression: '"to" >= "from"' }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    titleVi: p.text(),
    titleEn: p.text(),
    isHead: p.boolean().default(false),
    from: p.date(),
    to: p.date().nullable(),
  },
});

/** What a person is in a unit, between two days. The head of a unit confirms what it sends in. */
export class Position extends PositionSchema.class {
  isHeldOn(day: string): boolean {
    return this.from <= day && (this.to === null || this.to === undefined || day <= this.to);
  }
}
PositionSchema.setClass(Position);
