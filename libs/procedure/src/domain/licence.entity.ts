import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, type Words, newId, whyNotDate } from '#lib/kernel';
import { type LicenceStanding } from './licence-dates.js';
import { LicenceKind } from './licence-kind.entity.js';

export const LICENCE_STATES = ['ACTIVE', 'RENEWED', 'REVOKED', 'CLOSED'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];
export const LICENCE_ENDS = ['REVOKED', 'CLOSED'] as const satisfies readonly LicenceState[];
export type LicenceEnd = (typeof LICENCE_ENDS)[number];

export const LICENCE_STATE_WORDS: Readonly<Record<LicenceState, Words>> = {
  ACTIVE: { vi: 'đang có hiệu lực', en: 'active' },
  RENEWED: { vi: 'đã cấp lại', en: 'renewed' },
  REVOKED: { vi: 'bị thu hồi', en: 'revoked' },
  CLOSED: { vi: 'đã ngừng hoạt động', en: 'closed' },
};

/** What people call how a licence stands. */
export const LICENCE_STANDING_WORDS: Readonly<Record<LicenceStanding, Words>> = {
  VALID: { vi: 'còn hạn', en: 'valid' },
  DUE: { vi: 'đến kỳ nộp hồ sơ', en: 'due' },
  OVERDUE: { vi: 'quá hạn nộp hồ sơ', en: 'overdue' },
  EXPIRED: { vi: 'đã hết hạn', en: 'expired' },
};

/** How holders are reached is forgotten so long after the last term of a licence, or after it was over. */
export const CONTACTS_KEPT_MONTHS = 24;
/** So long after something was written of a licence nothing is forgotten, since a year may be typed wrong. */
export const CONTACTS_GRACE_MONTHS = 1;

/** How its holder is reached; what is not known is null. */
export interface LicenceContact {
  /** The person who speaks for the holder. */
  readonly contact: string | null;
  /** Ten digits, or eleven of a land line, with the zero in front. */
  readonly phone: string | null;
  readonly email: string | null;
  /** Of the business, for letters alone; never somebody's home. */
  readonly address: string | null;
}

/** What stands on a licence; days as `YYYY-MM-DD`. */
export interface LicenceSaid {
  readonly number: string;
  readonly holder: string;
  readonly issuedOn: string;
  /** Its last day; null: it has none. */
  readonly expiresOn: string | null;
}

const LicenceSchema = defineEntity({
  name: 'Licence',
  tableName: 'licence',
  indexes: [
    {
      name: 'licence_number_once',
      expression: "create unique index licence_number_once on licence (unit_id, kind_id, name_key(number)) where state = 'ACTIVE'",
    },
    { name: 'licence_of_unit', properties: ['unit'] },
    { name: 'licence_by_holder', expression: 'create index licence_by_holder on licence (holder collate "vi-VN-x-icu", id)' },
    { name: 'licence_in_order', expression: "create index licence_in_order on licence (coalesce(expires_on, 'infinity'::date), id)" },
    {
      name: 'licence_of_kind',
      expression: "create index licence_of_kind on licence (kind_id, coalesce(expires_on, 'infinity'::date), id)",
    },
    { name: 'licence_open', expression: "create index licence_open on licence (expires_on) where state = 'ACTIVE'" },
    {
      name: 'licence_reached',
      expression: 'create index licence_reached on licence (coalesce(renewed_on, ended_on, expires_on))',
    },
    {
      name: 'licence_words',
      expression: 'create index licence_words on licence using gin (fold_marks(holder) gin_trgm_ops, fold_text(holder) gin_trgm_ops)',
    },
  ],
  uniques: [{ name: 'licence_successor_once', properties: ['successor'] }],
  checks: [
    { name: 'licence_state', expression: `state in (${LICENCE_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'licence_ends_after_it_begins', expression: 'expires_on > issued_on' },
    { name: 'licence_filed_before_it_ends', expression: 'file_by <= expires_on' },
    {
      name: 'licence_renewed_iff_succeeded',
      expression: "(state = 'RENEWED') = (renewed_on is not null) and (successor_id is null or state = 'RENEWED')",
    },
    { name: 'licence_ended_iff_over', expression: "(state in ('REVOKED', 'CLOSED')) = (ended_on is not null)" },
    { name: 'licence_phone_plain', expression: "phone ~ '^0[0-9]{9,10}$'" },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: () => p.manyToOne(LicenceKind).lazyRef().index(false),
    number: p.text(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    holder: p.text(),
    contact: p.text().strictNullable(),
    phone: p.text().strictNullable(),
    email: p.text().strictNullable(),
    address: p.text().strictNullable(),
    issuedOn: p.date(),
    expiresOn: p.date().strictNullable(),
    /** The last day to file its renewal; null where it has no end, or while that hangs on a year without a list. */
    fileBy: p.date().strictNullable(),
    state: p.text().$type<LicenceState>(),
    /** When its renewal was filed. */
    renewedOn: p.date().strictNullable(),
    /** When it was written that it was taken back or its business is no more. */
    endedOn: p.date().strictNullable(),
    successor: () => p.manyToOne(Licence).lazyRef().strictNullable().index(false).deleteRule('restrict'),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** As people write them: blanks, dots, +84 for the zero, and a zero that a spreadsheet lost. */
export function phoneNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.\-()]/g, '').replace(/^(\+|00)?84(?=\d{9,10}$)/, '0');
  const whole = /^[1-9]\d{8,9}$/.test(digits) ? `0${digits}` : digits;
  return /^0\d{9,10}$/.test(whole) ? whole : null;
}

/** What was typed of a contact, as it is kept. Refuses what is no telephone number. */
export function contactOf({
  contact,
  phone,
  email,
  address,
}: { readonly [K in keyof LicenceContact]?: string | null | undefined }): LicenceContact {
  const text = (typed: string | null | undefined) => (typed?.trim() ? typed.trim() : null);
  const typed = text(phone);
  const number = typed && phoneNumber(typed);
  if (typed && !number) throw new Refused('LICENCE_PHONE', {}, 'phone');
  return { contact: text(contact), phone: number, email: text(email)?.toLowerCase() ?? null, address: text(address) };
}

/** Nine digits in a row, or twelve, are a number of identity that somebody typed beside the name: it is taken in nowhere. */
const IDENTITY = /(?<!\d)(\d{9}|\d{12})(?!\d)/;

/** All that keeps a licence from standing, at once. */
export function problemsOfLicence(
  { number, holder, contact, issuedOn, expiresOn }: LicenceSaid & Pick<LicenceContact, 'contact'>,
  today: string,
): Refused[] {
  const identity = (text: string | null, path: string): WhyNot =>
    IDENTITY.test(text ?? '') ? new Refused('LICENCE_IDENTITY', {}, path) : null;
  const found = [
    number.trim() === '' ? new Refused('LICENCE_NUMBER_MISSING', {}, 'number') : null,
    whyNotDate('LICENCE_ISSUED', issuedOn, { now: today, path: 'issuedOn' }),
    expiresOn !== null && expiresOn <= issuedOn ? new Refused('LICENCE_TURNED', {}, 'expiresOn') : null,
    identity(holder, 'holder'),
    identity(contact, 'contact'),
  ];
  return found.filter((problem) => problem !== null);
}

/** A licence that an office issued to a business, with its last day. */
export class Licence extends LicenceSchema.class {
  static of(kind: LicenceKind, unit: Unit, said: LicenceSaid & LicenceContact & { readonly illustrative: boolean }): Licence {
    const licence = new Licence();
    licence.id = newId();
    licence.kind = kind;
    licence.unit = unit;
    licence.state = 'ACTIVE';
    licence.renewedOn = null;
    licence.endedOn = null;
    licence.successor = null;
    licence.illustrative = said.illustrative;
    licence.fileBy = null;
    licence.say(said);
    licence.reach(said);
    return licence;
  }

  say({ number, holder, issuedOn, expiresOn }: LicenceSaid): void {
    Object.assign(this, { number: number.trim(), holder: holder.trim(), issuedOn, expiresOn });
  }

  reach({ contact, phone, email, address }: LicenceContact): void {
    Object.assign(this, { contact, phone, email, address });
  }

  /** Refuses one that is over, a renewal that was filed before it was issued, and a successor that is no later. */
  renew(filedOn: string, issuedOn: string): void {
    this.refuseUnlessActive();
    if (filedOn < this.issuedOn) throw new Refused('LICENCE_RENEWED_EARLY', {}, 'filedOn');
    this.refuseSuccessorOf(issuedOn);
    this.state = 'RENEWED';
    this.renewedOn = filedOn;
  }

  /** Refuses a successor that was issued on this day, where that is no later than this one. */
  refuseSuccessorOf(issuedOn: string): void {
    if (issuedOn <= this.issuedOn) throw new Refused('LICENCE_SUCCESSOR_OLDER', {}, 'issuedOn');
  }

  followedBy(successor: Licence): void {
    this.successor = successor;
  }

  end(state: LicenceEnd, on: string): void {
    this.refuseUnlessActive();
    this.state = state;
    this.endedOn = on;
  }

  refuseUnlessActive(): void {
    if (this.state !== 'ACTIVE') throw new Refused('LICENCE_OVER');
  }

  facts(): LicenceSaid {
    const { number, holder, issuedOn, expiresOn } = this;
    return { number, holder, issuedOn, expiresOn };
  }

  reached(): LicenceContact {
    const { contact, phone, email, address } = this;
    return { contact, phone, email, address };
  }
}
LicenceSchema.setClass(Licence);
