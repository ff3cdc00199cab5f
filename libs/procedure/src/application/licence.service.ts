import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Unit, type WorkingCalendar } from '#domain/units';
import { type Actor, Refused, allRefused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork, sameContent } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { fileBy, known, lastDayOf } from '../domain/licence-dates.js';
import { LicenceKind } from '../domain/licence-kind.entity.js';
import { Licence, type LicenceContact, type LicenceEnd, type LicenceSaid, contactOf, problemsOfLicence } from '../domain/licence.entity.js';
import { Reminder } from '../domain/reminder.entity.js';

/** How the holder is reached, as it was typed. */
export type ContactTyped = { readonly [K in keyof LicenceContact]?: string | null | undefined };

export interface LicenceOrder extends Omit<LicenceSaid, 'expiresOn'>, ContactTyped {
  readonly kindId: string;
  readonly unitId: string;
  /** Left out: as the term of its kind says; null: it has none. */
  readonly expiresOn?: string | null | undefined;
  readonly illustrative?: boolean;
}

export interface RenewalOrder {
  readonly licenceId: string;
  readonly version: number;
  readonly number: string;
  readonly issuedOn: string;
  /** As of an order. */
  readonly expiresOn?: string | null | undefined;
  /** When the renewal was filed; left out: when the new licence was issued. */
  readonly filedOn?: string | null;
}

/** What was typed wrong, as it ought to stand. */
export interface CorrectionOrder extends Omit<LicenceSaid, 'expiresOn'> {
  /** Left out: as it is; null: it has none. */
  readonly expiresOn?: string | null | undefined;
  readonly licenceId: string;
  readonly version: number;
  readonly reason: string;
}

/** What came of an order. */
export type LicenceStep = 'ENTERED' | 'CHANGED' | 'RENEWED';

/** The licences that an office issued, as far as their ends go. */
@Injectable()
export class LicenceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarQueries,
  ) {}

  /** Refuses as `problemsOfLicence` says, and a number that another licence in force has. */
  enterLicence(actor: Actor, order: LicenceOrder): Promise<Licence> {
    return this.work.act(actor, 'enterLicence', async (act) => {
      const { unit, kind, said } = await this.prepare(act, order);
      return this.make(act, { unit, kind }, { ...said, illustrative: order.illustrative ?? false });
    });
  }

  /** Many at once that nobody knows yet, all or none. */
  enterLicences(actor: Actor, orders: readonly LicenceOrder[]): Promise<void> {
    return this.work.act(actor, 'enterLicences', async (act) => {
      const calendar = await this.calendars.calendar();
      for (const order of orders) {
        const { unit, kind, said } = await this.prepare(act, order);
        this.keep(act, { licence: Licence.of(kind, unit, { ...said, illustrative: order.illustrative ?? false }), kind, calendar });
      }
      await act.em.flush();
    });
  }

  /**
   * The same from an office's own list, where it may be known: what is written there already is left, what differs is changed, and one of the same
   * number that was issued later is its renewal. What the list leaves out stays as it is.
   */
  writeLicence(actor: Actor, order: LicenceOrder): Promise<{ licence: Licence; step: LicenceStep | null }> {
    return this.work.act(actor, 'writeLicence', async (act) => {
      const { unit, kind, said } = await this.prepare(act, order);
      const before = await findKnown(act.em, { unit, kind }, said.number);
      if (!before || (before.state !== 'ACTIVE' && said.issuedOn > before.issuedOn))
        return { licence: await this.make(act, { unit, kind }, { ...said, illustrative: false }), step: 'ENTERED' };
      if (before.state !== 'ACTIVE') return { licence: before, step: null };
      if (said.issuedOn <= before.issuedOn) return { licence: before, step: await this.change(act, before, said) };
      const { id: licenceId, version } = before;
      const { number, issuedOn, expiresOn } = said;
      const licence = await this.recordRenewal(actor, { licenceId, version, number, issuedOn, expiresOn });
      return { licence, step: 'RENEWED' };
    });
  }

  /** Who is called and written to. */
  editLicenceContact(actor: Actor, order: ContactTyped & { readonly licenceId: string; readonly version: number }): Promise<Licence> {
    return this.work.act(actor, 'editLicenceContact', async ({ em, held, record }) => {
      const licence = await held(await findOwn(em, actor, order.licenceId), order.version);
      const after = contactOf(order);
      refuseIf(allRefused(problemsOfLicence({ ...licence.facts(), ...after }, licence.issuedOn)));
      const before = licence.reached();
      if (!sameContent(before, after)) record({ subject: { type: 'Licence', id: licence.id }, personal: { before, after } });
      licence.reach(after);
      await em.flush();
      return licence;
    });
  }

  /** What stands on the paper and was typed otherwise. Refuses one that is over, and a day of issue that is not after its predecessor's. */
  correctLicence(actor: Actor, order: CorrectionOrder): Promise<Licence> {
    return this.work.act(actor, 'correctLicence', async (act) => {
      const licence = await act.held(await findOwn(act.em, actor, order.licenceId), order.version);
      licence.refuseUnlessActive();
      const { number, holder, issuedOn, expiresOn = licence.expiresOn, reason } = order;
      refuseIf(allRefused(problemsOfLicence({ number, holder, issuedOn, expiresOn, contact: null }, localDate(act.at))));
      (await act.em.findOne(Licence, { successor: licence }))?.refuseSuccessorOf(issuedOn);
      await this.change(act, licence, { number, holder, issuedOn, expiresOn, ...licence.reached() }, reason);
      return licence;
    });
  }

  /** Its successor, for the same holder; the holder is reminded of this one no more. Refuses one that is over, and days that do not follow. */
  recordRenewal(actor: Actor, order: RenewalOrder): Promise<Licence> {
    return this.work.act(actor, 'recordRenewal', async (act) => {
      const { em, at, held, record } = act;
      const licence = await held(await findOwn(em, actor, order.licenceId), order.version);
      licence.refuseUnlessActive();
      const kind = await kindNow(em, await em.findOneOrFail(LicenceKind, { id: licence.kind.id }), localDate(at));
      const unit = await em.findOneOrFail(Unit, { id: licence.unit.id });
      const said = { ...licence.facts(), number: order.number, issuedOn: order.issuedOn, expiresOn: endOf(kind, order) };
      refuseIf(allRefused(problemsOfLicence({ ...said, contact: null }, localDate(at))));
      const filedOn = order.filedOn ?? order.issuedOn;
      refuseIf(whyNotDate('LICENCE_ISSUED', filedOn, { now: localDate(at), path: 'filedOn' }));
      licence.renew(filedOn, said.issuedOn);
      await cancelOpen(em, licence, at);
      // First it is over, since its successor may have its number.
      await em.flush();
      const successor = Licence.of(kind, unit, { ...said, ...licence.reached(), illustrative: licence.illustrative });
      await this.add(act, { successor, kind });
      licence.followedBy(successor);
      record({
        subject: { type: 'Licence', id: licence.id },
        before: { state: 'ACTIVE' },
        after: { state: 'RENEWED', filedOn, successor: successor.id },
      });
      await em.flush();
      return successor;
    });
  }

  /** That it was taken back, or its business is no more. */
  endLicence(
    actor: Actor,
    order: { readonly licenceId: string; readonly version: number; readonly state: LicenceEnd; readonly reason: string },
  ): Promise<Licence> {
    return this.work.act(actor, 'endLicence', async ({ em, at, held, record }) => {
      const licence = await held(await findOwn(em, actor, order.licenceId), order.version);
      licence.end(order.state, localDate(at));
      await cancelOpen(em, licence, at);
      record({
        subject: { type: 'Licence', id: licence.id },
        before: { state: 'ACTIVE' },
        after: { state: order.state },
        reason: order.reason,
      });
      await em.flush();
      return licence;
    });
  }

  private async prepare({ em, actor, at }: Act, order: LicenceOrder) {
    if (!actor.covers('licence:edit', order.unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
    const unit = await em.findOneOrFail(Unit, { id: order.unitId });
    const kind = await em.findOneOrFail(LicenceKind, { id: order.kindId });
    const { number, holder, issuedOn } = order;
    const said = { number, holder, issuedOn, ...contactOf(order), expiresOn: endOf(kind, order) };
    refuseIf(allRefused(problemsOfLicence(said, localDate(at))));
    return { unit, kind, said };
  }

  private async make(
    act: Act,
    of: { unit: Unit; kind: LicenceKind },
    said: LicenceSaid & LicenceContact & { illustrative: boolean },
  ): Promise<Licence> {
    const successor = Licence.of(of.kind, of.unit, said);
    await this.add(act, { successor, kind: of.kind });
    return successor;
  }

  private async add(act: Act, { successor, kind }: { successor: Licence; kind: LicenceKind }): Promise<void> {
    this.keep(act, { licence: successor, kind, calendar: await this.calendars.calendar() });
    await act.em.flush();
  }

  private keep({ em, record }: Act, { licence, kind, calendar }: { licence: Licence; kind: LicenceKind; calendar: WorkingCalendar }): void {
    reckon(licence, kind, calendar);
    em.persist(licence);
    const { number, issuedOn, expiresOn, holder, unit } = licence;
    const after = { kind: kind.id, unit: unit.id, number, issuedOn, expiresOn };
    record({ subject: { type: 'Licence', id: licence.id }, after, personal: { holder, ...licence.reached() } });
  }

  /** What is said otherwise; another end is another plan. */
  private async change(
    { em, at, record }: Act,
    licence: Licence,
    said: LicenceSaid & LicenceContact,
    reason: string | null = null,
  ): Promise<'CHANGED' | null> {
    const [before, contacts] = [licence.facts(), licence.reached()];
    const reached = { ...contacts, ...whatIsSaid(said) };
    licence.say(said);
    licence.reach(reached);
    if (sameContent(before, licence.facts()) && sameContent(contacts, reached)) return null;
    if (before.expiresOn !== licence.expiresOn) {
      await cancelOpen(em, licence, at);
      reckon(licence, await em.findOneOrFail(LicenceKind, { id: licence.kind.id }), await this.calendars.calendar());
      await planAgain(em, licence, null);
    }
    const { holder: held, ...was } = before;
    const { holder, ...is } = licence.facts();
    record({
      subject: { type: 'Licence', id: licence.id },
      ...(!sameContent(was, is) && { before: was, after: is }),
      personal: { before: { holder: held, ...contacts }, after: { holder, ...reached } },
      ...(reason !== null && { reason }),
    });
    await em.flush();
    return 'CHANGED';
  }
}

/** The last day to file its renewal; null where it has no end, or while that hangs on a year without a list. */
export function reckon(licence: Licence, kind: LicenceKind, calendar: WorkingCalendar): void {
  const { expiresOn } = licence;
  licence.fileBy = expiresOn === null ? null : known(() => fileBy(expiresOn, kind.rule().fileBefore, calendar));
}

/** Nobody is reminded any more of what it was about. */
export async function cancelOpen(em: EntityManager, licence: Licence, at: Date): Promise<void> {
  const open = await em.find(Reminder, { licence, state: { $in: ['PLANNED', 'DUE', 'FAILED'] } });
  for (const reminder of open) reminder.move('CANCELLED', at);
}

/** What was cancelled of the end that a licence has comes again; of what was due by a day, nothing. */
export async function planAgain(em: EntityManager, licence: Licence, doneBy: string | null): Promise<void> {
  const { expiresOn } = licence;
  if (expiresOn === null) return;
  const cancelled = await em.find(Reminder, { licence, expiresOn, state: 'CANCELLED', ...(doneBy !== null && { dueOn: { $gt: doneBy } }) });
  for (const reminder of cancelled) reminder.resume();
}

export const reach = (actor: Actor): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor('licence:edit') };

export const findOwn = (em: EntityManager, actor: Actor, id: string): Promise<Licence> =>
  em.findOneOrFail(Licence, { id, unit: reach(actor) });

const endOf = (kind: LicenceKind, { issuedOn, expiresOn }: { issuedOn: string; expiresOn?: string | null | undefined }): string | null => {
  const { term } = kind.rule();
  return expiresOn === undefined ? term && lastDayOf(issuedOn, term) : expiresOn;
};

/** What of a contact is not left out. */
const whatIsSaid = ({ contact, phone, email, address }: LicenceContact): Partial<LicenceContact> =>
  Object.fromEntries(Object.entries({ contact, phone, email, address }).filter(([, value]) => value !== null));

/** The kind of the same code as it is today. */
async function kindNow(em: EntityManager, kind: LicenceKind, today: string): Promise<LicenceKind> {
  const now = await em.findOne(LicenceKind, {
    code: kind.code,
    startsOn: { $lte: today },
    $or: [{ endsOn: null }, { endsOn: { $gte: today } }],
  });
  return now ?? kind;
}

/** The one of this number, in force before any other, and held until the act ends. */
async function findKnown(em: EntityManager, { unit, kind }: { unit: Unit; kind: LicenceKind }, number: string): Promise<Licence | null> {
  const { rows } = await sql<{ id: string }>`
    select l.id from licence l join licence_kind k on k.id = l.kind_id
    where l.unit_id = ${unit.id} and k.code = ${kind.code} and name_key(l.number) = name_key(${number})
    order by l.state = 'ACTIVE' desc, l.issued_on desc limit 1`.execute(em.getKysely());
  return rows[0] ? em.findOneOrFail(Licence, { id: rows[0].id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
}
