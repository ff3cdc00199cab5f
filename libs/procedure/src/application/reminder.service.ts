import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor, Refused, SYSTEM, localDate, newId, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Licence } from '../domain/licence.entity.js';
import { Reminder, type ReminderChannel, ReminderLink, ReminderOptOut } from '../domain/reminder.entity.js';
import { cancelOpen, findOwn, planAgain, reach } from './licence.service.js';

export const CALL_OUTCOMES = ['REACHED', 'NO_ANSWER', 'WRONG_NUMBER'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const OPT_OUT_SCOPES = ['LICENCE', 'ALL'] as const;
/** Of which licences somebody wants no reminders: of this one, or of all that their telephone number or address stands on. */
export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];

interface OfReminder {
  readonly reminderId: string;
  readonly version: number;
}

/** What officers do with the reminders of the day, and their readers with the link of a letter. */
@Injectable()
export class ReminderService {
  constructor(private readonly work: UnitOfWork) {}

  /** What came of a call. A wrong number leaves it to another way. */
  recordCall(actor: Actor, order: OfReminder & { readonly outcome: CallOutcome }): Promise<Reminder> {
    return this.work.act(actor, 'recordCall', async (act) => {
      const reminder = await own(act, order);
      const by = await personOf(act);
      if (order.outcome === 'REACHED') reminder.tell('CALL', act.at, by);
      else if (order.outcome === 'NO_ANSWER') reminder.missed();
      else reminder.wrongNumber(act.at, by);
      act.record({ subject: { type: 'Reminder', id: reminder.id }, after: { outcome: order.outcome, state: reminder.state } });
      await act.em.flush();
      return reminder;
    });
  }

  /** That letters were posted, or short messages handed to who sends them. Refuses where one of them does not wait any more. */
  recordSent(
    actor: Actor,
    order: { readonly unitId: string; readonly reminderIds: readonly string[]; readonly channel: 'LETTER' | 'SMS' },
  ): Promise<string> {
    return this.work.act(actor, 'recordSent', async (act) => {
      const { em, at, record } = act;
      const licence = { unit: { $and: [{ id: order.unitId }, { id: reach(actor) }] } };
      const found = await em.find(Reminder, { id: { $in: [...order.reminderIds] }, licence });
      if (found.length === 0 || found.length < new Set(order.reminderIds).size)
        throw new Refused('NOT_FOUND', { what: 'Reminder' }, 'reminderIds');
      const by = await personOf(act);
      for (const reminder of found) {
        reminder.tell(order.channel, at, by);
        record({ subject: { type: 'Reminder', id: reminder.id }, after: { state: reminder.state, channel: order.channel } });
      }
      await em.flush();
      return order.unitId;
    });
  }

  /** A letter that came back, or a mail or message that did not arrive: it is tried another way. */
  recordReturned(actor: Actor, order: OfReminder & { readonly reason: string }): Promise<Reminder> {
    return this.work.act(actor, 'recordReturned', async (act) => {
      const reminder = await own(act, order);
      const { state, channel } = reminder;
      reminder.fail(act.at, await personOf(act));
      // Of a licence that was renewed meanwhile nobody is told any more.
      const licence = await act.em.findOneOrFail(Licence, { id: reminder.licence.id });
      if (licence.state !== 'ACTIVE') reminder.move('CANCELLED', act.at);
      act.record({
        subject: { type: 'Reminder', id: reminder.id },
        before: { state, channel },
        after: { state: reminder.state, channel },
        reason: order.reason,
      });
      await act.em.flush();
      return reminder;
    });
  }

  /** Until a later day, which is at the latest the end of the licence. */
  snoozeReminder(actor: Actor, order: OfReminder & { readonly dueOn: string; readonly reason: string }): Promise<Reminder> {
    return this.work.act(actor, 'snoozeReminder', async (act) => {
      const reminder = await own(act, order);
      refuseIf(whyNotDate('REMINDER_SNOOZED', order.dueOn, { now: localDate(act.at), path: 'dueOn' }));
      if (order.dueOn > reminder.expiresOn && reminder.wording !== 'EXPIRED') throw new Refused('REMINDER_PAST_END', {}, 'dueOn');
      const { dueOn } = reminder;
      reminder.putOff(order.dueOn);
      act.record({
        subject: { type: 'Reminder', id: reminder.id },
        before: { dueOn },
        after: { dueOn: order.dueOn },
        reason: order.reason,
      });
      await act.em.flush();
      return reminder;
    });
  }

  /** By what was said on the telephone. */
  optOutOfReminders(actor: Actor, order: { readonly licenceId: string; readonly scope: OptOutScope }): Promise<Licence> {
    return this.work.act(actor, 'optOutOfReminders', async (act) => {
      const licence = await findOwn(act.em, actor, order.licenceId);
      await leaveAlone(act, licence, order.scope);
      return licence;
    });
  }

  /** That the holder of a licence wants to be reminded again. What would have come by now does not come any more. */
  resumeReminders(actor: Actor, order: { readonly licenceId: string }): Promise<Licence> {
    return this.work.act(actor, 'resumeReminders', async ({ em, at, record }) => {
      const licence = await findOwn(em, actor, order.licenceId);
      licence.refuseUnlessActive();
      const contacts = [licence.phone, licence.email].filter((contact) => contact !== null).map(contactHash);
      const gone = await em.nativeDelete(ReminderOptOut, { $or: [{ licence }, { contact: { $in: contacts } }] });
      if (gone === 0) return licence;
      const sameContact = contactsOf(licence);
      const others = sameContact.length > 0 ? await em.find(Licence, { state: 'ACTIVE', $or: sameContact }) : [];
      for (const one of new Set([licence, ...others])) await planAgain(em, one, localDate(at));
      record({ subject: { type: 'Licence', id: licence.id }, after: { wantsNone: null } });
      await em.flush();
      return licence;
    });
  }

  /** By the link of a letter; null where there is none such. The same twice is once. */
  leaveReminders(order: { readonly link: string; readonly scope: OptOutScope }): Promise<string> {
    return this.work.act(SYSTEM, 'leaveReminders', async (act) => {
      const hash = linkHash(order.link);
      const link = await act.em.findOneOrFail(ReminderLink, { hash });
      await leaveAlone(act, await act.em.findOneOrFail(Licence, { id: link.licence.id }), order.scope);
      return linkId(hash);
    });
  }
}

/** What a link is called where it must not be told: the beginning of what is kept of it. */
const linkId = (hash: string): string => hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const linkHash = (link: string): string => createHash('sha256').update(link.trim()).digest('hex');

/** What is kept of a telephone number or address that is to be left alone. */
const contactHash = (contact: string): string => createHash('sha256').update(contact.toLowerCase()).digest('hex');

async function leaveAlone({ em, at, record }: Act, licence: Licence, scope: OptOutScope): Promise<void> {
  const contacts = scope === 'ALL' ? [licence.phone, licence.email].filter((contact) => contact !== null).map(contactHash) : [];
  const of = [{ licenceId: licence.id, contact: null }, ...contacts.map((contact) => ({ licenceId: null, contact }))];
  // Asked for twice at once it is there once.
  let made = 0;
  for (const { licenceId, contact } of of) {
    const { rows } =
      await sql`insert into reminder_opt_out (id, licence_id, contact, at) values (${newId()}, ${licenceId}, ${contact}, ${at})
      on conflict do nothing returning id`.execute(em.getKysely());
    made += rows.length;
  }
  const sameContact = contactsOf(licence);
  const others = scope === 'ALL' && sameContact.length > 0 ? await em.find(Licence, { state: 'ACTIVE', $or: sameContact }) : [];
  for (const one of new Set([licence, ...others])) await cancelOpen(em, one, at);
  if (made > 0) record({ subject: { type: 'Licence', id: licence.id }, after: { wantsNone: scope } });
  await em.flush();
}

const contactsOf = ({ phone, email }: Licence) => [...(phone ? [{ phone }] : []), ...(email ? [{ email }] : [])];

async function own({ em, actor, held }: Act, { reminderId, version }: OfReminder): Promise<Reminder> {
  return held(await em.findOneOrFail(Reminder, { id: reminderId, licence: { unit: reach(actor) } }), version);
}

const personOf = async ({ em, actor }: Act): Promise<Person | null> => (actor.isSystem ? null : em.findOneOrFail(Person, { id: actor.id }));

export type SentChannel = Extract<ReminderChannel, 'LETTER' | 'SMS'>;
