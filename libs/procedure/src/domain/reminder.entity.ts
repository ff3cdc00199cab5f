import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, type Words, newId } from '#lib/kernel';
import { type PlannedStep, REMINDER_WORDINGS, type ReminderWording } from './licence-dates.js';
import { Licence } from './licence.entity.js';

export const REMINDER_STATES = ['PLANNED', 'DUE', 'SENT', 'REACHED', 'POSTED', 'FAILED', 'SUPERSEDED', 'CANCELLED'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

export const REMINDER_STATE_WORDS: Readonly<Record<ReminderState, Words>> = {
  PLANNED: { vi: 'đã lên lịch', en: 'planned' },
  DUE: { vi: 'cần nhắc', en: 'due' },
  SENT: { vi: 'đã gửi', en: 'sent' },
  REACHED: { vi: 'đã gọi được', en: 'reached' },
  POSTED: { vi: 'đã in thư', en: 'posted' },
  FAILED: { vi: 'không đến được', en: 'failed' },
  SUPERSEDED: { vi: 'bỏ vì có lần nhắc sau', en: 'superseded' },
  CANCELLED: { vi: 'đã hủy', en: 'cancelled' },
};

export const REMINDER_CHANNEL_WORDS: Readonly<Record<'CALL' | 'LETTER' | 'MAIL' | 'SMS', Words>> = {
  CALL: { vi: 'điện thoại', en: 'telephone' },
  LETTER: { vi: 'thư giấy', en: 'letter' },
  MAIL: { vi: 'thư điện tử', en: 'e-mail' },
  SMS: { vi: 'tin nhắn', en: 'short message' },
};

export const REMINDER_CHANNELS = ['CALL', 'LETTER', 'MAIL', 'SMS'] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** What may become of a reminder. One that failed goes back to the officer, who may try another way. */
export const REMINDER_MOVES: Readonly<Record<ReminderState, readonly ReminderState[]>> = {
  PLANNED: ['DUE', 'SUPERSEDED', 'CANCELLED'],
  DUE: ['PLANNED', 'SENT', 'REACHED', 'POSTED', 'FAILED', 'SUPERSEDED', 'CANCELLED'],
  SENT: ['FAILED'],
  REACHED: [],
  POSTED: ['FAILED'],
  FAILED: ['PLANNED', 'SENT', 'REACHED', 'POSTED', 'SUPERSEDED', 'CANCELLED'],
  SUPERSEDED: [],
  CANCELLED: ['PLANNED'],
};

/** Those that told the holder, each by its channel. */
export const DONE_BY: Readonly<Record<ReminderChannel, ReminderState>> = { CALL: 'REACHED', LETTER: 'POSTED', MAIL: 'SENT', SMS: 'SENT' };

const among = (column: string, values: readonly string[]) => `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  uniques: [{ name: 'reminder_step_once', properties: ['licence', 'expiresOn', 'step'] }],
  indexes: [
    {
      name: 'reminder_open',
      expression: "create index reminder_open on reminder (due_on, id) where state in ('PLANNED', 'DUE', 'FAILED')",
    },
    { name: 'reminder_waiting', expression: "create index reminder_waiting on reminder (due_on, id) where state in ('DUE', 'FAILED')" },
    { name: 'reminder_done', expression: "create index reminder_done on reminder (at) where state in ('SENT', 'REACHED', 'POSTED')" },
  ],
  checks: [
    { name: 'reminder_state', expression: among('state', REMINDER_STATES) },
    { name: 'reminder_channel', expression: among('channel', REMINDER_CHANNELS) },
    {
      name: 'reminder_wording_of_step',
      expression:
        "step >= -1 and wording = case when step > 0 then 'BEFORE' when step = 0 then 'OVERDUE' when step = -1 then 'EXPIRED' end",
    },
    {
      name: 'reminder_told_by_channel',
      expression: "state not in ('SENT', 'REACHED', 'POSTED', 'FAILED') or (channel is not null and at is not null)",
    },
    { name: 'reminder_wordings', expression: among('wording', REMINDER_WORDINGS) },
  ],
  properties: {
    id: p.uuid().primary(),
    licence: () => p.manyToOne(Licence).lazyRef().index(false),
    /** The end that it is about: another end is another plan. */
    expiresOn: p.date(),
    /** So many days before the last day to file; 0 after that day, -1 after the end. */
    step: p.integer(),
    wording: p.text().$type<ReminderWording>(),
    nominalOn: p.date(),
    dueOn: p.date(),
    channel: p.text().$type<ReminderChannel>().strictNullable(),
    state: p.text().$type<ReminderState>(),
    /** Who called, printed or sent it; null: the system. */
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index('reminder_by'),
    /** When its state last changed; null as long as it is planned. */
    at: p.datetime().strictNullable(),
    /** Tries that reached nobody. */
    attempts: p.integer().default(0),
    version: p.integer().version(),
  },
});

/** That the holder of a licence is told, once for each step before its end. */
export class Reminder extends ReminderSchema.class {
  static plan(licence: Licence, expiresOn: string, { step, wording, nominalOn, dueOn }: PlannedStep): Reminder {
    const reminder = new Reminder();
    Object.assign(reminder, { id: newId(), licence, expiresOn, step, wording, nominalOn, dueOn });
    Object.assign(reminder, { channel: null, state: 'PLANNED', by: null, at: null, attempts: 0 });
    return reminder;
  }

  get isOpen(): boolean {
    return this.state === 'PLANNED' || this.state === 'DUE' || this.state === 'FAILED';
  }

  move(state: ReminderState, at: Date, by: Person | null = null): void {
    if (!REMINDER_MOVES[this.state].includes(state)) throw new Refused('REMINDER_MOVE');
    Object.assign(this, { state, at, by });
  }

  /** That the day has come, and which way is tried first. */
  fallDue(channel: ReminderChannel, at: Date): void {
    this.move('DUE', at);
    this.channel = channel;
  }

  tell(channel: ReminderChannel, at: Date, by: Person | null): void {
    this.move(DONE_BY[channel], at, by);
    this.channel = channel;
  }

  /** It did not arrive, or nobody will have it. */
  fail(at: Date, by: Person | null): void {
    this.move('FAILED', at, by);
  }

  /** Nobody is reached by that number, which is not for the first time where another way failed before. */
  wrongNumber(at: Date, by: Person | null): void {
    this.missed();
    Object.assign(this, { state: 'FAILED', channel: 'CALL', at, by });
  }

  /** A try that reached nobody leaves it on the list. */
  missed(): void {
    if (this.state !== 'DUE' && this.state !== 'FAILED') throw new Refused('REMINDER_MOVE');
    this.attempts += 1;
  }

  /** As before it was cancelled. */
  resume(): void {
    if (this.state !== 'CANCELLED') throw new Refused('REMINDER_MOVE');
    Object.assign(this, { state: 'PLANNED', channel: null, at: null, by: null });
  }

  /** Until a later day. */
  putOff(dueOn: string): void {
    if (this.state !== 'DUE' && this.state !== 'FAILED') throw new Refused('REMINDER_MOVE');
    Object.assign(this, { state: 'PLANNED', at: null, by: null, dueOn });
  }

  /** The days of a plan that was made anew, of what has not come yet. */
  replan({ nominalOn, dueOn }: PlannedStep): void {
    if (this.state === 'PLANNED') Object.assign(this, { nominalOn, dueOn });
  }
}
ReminderSchema.setClass(Reminder);

const ReminderOptOutSchema = defineEntity({
  name: 'ReminderOptOut',
  tableName: 'reminder_opt_out',
  checks: [
    { name: 'reminder_opt_out_of_one', expression: 'num_nonnulls(licence_id, contact) = 1' },
    { name: 'reminder_opt_out_hashed', expression: "contact ~ '^[0-9a-f]{64}$'" },
  ],
  properties: {
    id: p.uuid().primary(),
    licence: () => p.manyToOne(Licence).lazyRef().strictNullable().unique('reminder_opt_out_licence_once'),
    /** SHA-256 of a telephone number or address of mail: what is to be left alone outlives the contacts. */
    contact: p.text().strictNullable().unique('reminder_opt_out_contact_once'),
    at: p.datetime(),
  },
});

/** That somebody wants no more reminders: of one licence, or by one telephone number or address at all. */
export class ReminderOptOut extends ReminderOptOutSchema.class {}
ReminderOptOutSchema.setClass(ReminderOptOut);

const ReminderLinkSchema = defineEntity({
  name: 'ReminderLink',
  tableName: 'reminder_link',
  properties: {
    /** SHA-256 of the 128 bits that stand in the letter. */
    hash: p.text().primary(),
    licence: () => p.manyToOne(Licence).lazyRef().index('reminder_link_licence'),
    madeAt: p.datetime(),
  },
});

/** The link of a letter, by which its reader sees what to file, and where. A letter that is printed again has another. */
export class ReminderLink extends ReminderLinkSchema.class {}
ReminderLinkSchema.setClass(ReminderLink);
