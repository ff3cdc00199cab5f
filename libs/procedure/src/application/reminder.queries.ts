import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Awaits, Database, type OrderKey, Rereads, rowById } from '#lib/platform';
import { CalendarQueries, type UnitName, unitName } from '#lib/units';
import { type ReminderWording, known, safeDay } from '../domain/licence-dates.js';
import { type ReminderChannel, type ReminderState } from '../domain/reminder.entity.js';
import { lastFour, smsText } from '../domain/reminder-texts.js';
import { type LicenceKindName, type LicenceName, licenceKindName, licenceName } from './licence-name.js';
import { type ProcedureName, procedureName } from './procedure-name.js';
import { linkHash } from './reminder.service.js';
import { WANTS_NONE } from './licence.queries.js';

export interface ReminderRead {
  readonly id: string;
  readonly version: number;
  readonly licence: LicenceName;
  readonly kind: LicenceKindName;
  readonly holder: string;
  readonly unit: UnitName;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly expiresOn: string;
  readonly fileBy: string;
  readonly safeOn: string | null;
  /** Days before the last day to file; null for one after it. */
  readonly daysBefore: number | null;
  readonly wording: ReminderWording;
  readonly dueOn: string;
  readonly late: boolean;
  readonly channel: ReminderChannel | null;
  readonly state: ReminderState;
  readonly attempts: number;
  readonly at: Date | null;
  readonly byName: string | null;
  readonly smsText: string;
  readonly illustrative: boolean;
  readonly canAct: boolean;
  readonly canReturn: boolean;
}

export interface ReminderFilter extends PageArgs {
  readonly unitId?: string | null;
  readonly licenceId?: string | null;
  readonly channel?: ReminderChannel | null;
  readonly state?: ReminderState | null;
  readonly waiting?: boolean | null;
}

/** How much there is to do for a unit this morning. */
export interface ReminderDayRead {
  readonly id: string;
  readonly toCall: number;
  readonly toPost: number;
  readonly toMail: number;
  readonly failed: number;
  readonly doneToday: number;
}

export interface PublicLicenceRead {
  readonly id: string;
  readonly kind: LicenceKindName;
  readonly lastFour: string;
  readonly expiresOn: string | null;
  readonly fileBy: string | null;
  readonly safeOn: string | null;
  readonly unit: UnitName;
  readonly procedure: ProcedureName | null;
  readonly over: boolean;
  readonly wantsNone: boolean;
  readonly illustrative: boolean;
}

/** Reminders of the licences that one may read of; who to call is for those who call. */
@Injectable()
export class ReminderQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: CalendarQueries,
  ) {}

  /** What was due first is first. */
  async reminders(actor: Actor, filter: ReminderFilter): Promise<Page<ReminderRead>> {
    const where = [scope(actor)];
    if (filter.unitId) where.push(sql`l.unit_id = ${filter.unitId}`);
    if (filter.licenceId) where.push(sql`r.licence_id = ${filter.licenceId}`);
    if (filter.channel) where.push(sql`r.channel = ${filter.channel}`);
    if (filter.state) where.push(sql`r.state = ${filter.state}`);
    if (filter.waiting) where.push(WAITS);
    const listing = {
      from: sql`reminder r join licence l on l.id = r.licence_id`,
      where: sql.join(where, sql` and `),
      order: IN_ORDER,
      dress: { key: sql`r.id`, from: DRESSED },
      columns: columns(editableBy(actor)),
      plannedAnew: true,
    };
    return pageAs(await this.database.page<ReminderRead>(listing, filter), await this.told());
  }

  @Rereads('Reminder')
  async reminder(actor: Actor, id: string): Promise<ReminderRead | null> {
    const from = sql`(select ${id}::uuid as key) page join ${DRESSED}`;
    const found = await this.database.first(sql<ReminderRead>`select ${columns(editableBy(actor))} from ${from} where ${scope(actor)}`);
    return found && (await this.told())(found);
  }

  /** Those that wait and are asked for, of a unit that the actor works for. */
  async toSend(actor: Actor, { unitId, reminderIds }: { unitId: string; reminderIds: readonly string[] }): Promise<ReminderRead[]> {
    const rows = await this.database.rows(sql<ReminderRead>`
      select ${columns(editableBy(actor))} from (select id as key from reminder where id = any(${[...reminderIds]}::uuid[])) page join ${DRESSED}
      where l.unit_id = ${unitId} and l.unit_id = any(${actor.unitsFor('licence:edit')}::uuid[]) and ${WAITS} order by r.due_on, r.id`);
    return rows.map(await this.told());
  }

  /** Mails that wait to be sent, with a pause after each try. */
  async toMail(): Promise<ReminderRead[]> {
    const rows = await this.database.rows(sql<ReminderRead>`
      select ${columns(sql`true`)} from (select id as key from reminder where state = 'DUE' and channel = 'MAIL'
        and at + attempts * interval '30 minutes' <= ${this.clock.now()} order by due_on, id limit ${MAILS_AT_ONCE}) page join ${DRESSED}
      where l.email is not null`);
    return rows.map(await this.told());
  }

  /** Null for a unit out of the actor's reach. */
  @Rereads('ReminderDay')
  async reminderDay(actor: Actor, unitId: string): Promise<ReminderDayRead | null> {
    if (!isUUID(unitId) || !actor.covers('licence:read', unitId)) return null;
    const today = localDate(this.clock.now());
    const count = (of: RawBuilder<unknown>) => sql`(count(*) filter (where ${of}))::int`;
    return this.database.first(sql<ReminderDayRead>`
      select ${unitId}::text as id, ${count(sql`r.state = 'DUE' and r.channel = 'CALL'`)} as "toCall", ${count(sql`r.state = 'DUE' and r.channel = 'LETTER'`)} as "toPost",
        ${count(sql`r.state = 'DUE' and r.channel = 'MAIL'`)} as "toMail", ${count(sql`r.state = 'FAILED'`)} as failed,
        ${count(sql`r.state in ('SENT', 'REACHED', 'POSTED') and r.at >= ${today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)} as "doneToday"
      from reminder r join licence l on l.id = r.licence_id
      where l.unit_id = ${unitId} and (${WAITS} or r.state in ('SENT', 'REACHED', 'POSTED') and r.at >= ${today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`);
  }

  /** The list of a morning, for each unit of which the actor keeps the licences. */
  @Awaits({
    kind: 'reminder.send',
    act: 'recordCall',
    words: { vi: 'Gọi điện, gửi thư nhắc giấy phép sắp hết hạn', en: 'Call and write to holders whose licences end soon' },
  })
  toRemind(actor: Actor): RawBuilder<unknown> | null {
    const units = actor.unitsFor('licence:edit');
    if (units.length === 0) return null;
    return sql`select u.id as subject_id, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
      (min(r.due_on)::timestamp at time zone 'Asia/Ho_Chi_Minh') as since, null::timestamptz as due, null::text as who, count(*)::int as count, '/reminders' as path
      from reminder r join licence l on l.id = r.licence_id join unit u on u.id = l.unit_id
      where ${WAITS} and (r.channel is distinct from 'MAIL' or r.state = 'FAILED') and l.unit_id = any(${units}::uuid[]) group by u.id`;
  }

  /** What somebody sees who has a letter in hand; null where its link is none. */
  publicLicence(link: string): Promise<PublicLicenceRead | null> {
    return this.behind(sql`k.hash = ${linkHash(link)}`);
  }

  /** The same by what the link is called. */
  @Rereads('PublicLicence')
  publicLicenceOf(_actor: Actor | null, id: string): Promise<PublicLicenceRead | null> {
    const begins = id.replaceAll('-', '');
    return this.behind(sql`k.hash between ${begins} and ${`${begins}g`}`);
  }

  private async behind(which: RawBuilder<unknown>): Promise<PublicLicenceRead | null> {
    const found = await this.database.first(sql<PublicLicenceRead>`
      select left(k.hash, 32)::uuid::text as id, ${licenceKindName(sql`t`)} as kind, l.number as "lastFour", l.expires_on::text as "expiresOn", l.file_by::text as "fileBy",
        null as "safeOn", ${unitName(sql`u`)} as unit, case when p.id is not null then ${procedureName(sql`p`)} end as procedure, l.state <> 'ACTIVE' as over, ${WANTS_NONE} as "wantsNone",
        l.illustrative
      from reminder_link k join licence l on l.id = k.licence_id join licence_kind t on t.id = l.kind_id join unit u on u.id = l.unit_id
      left join procedure p on p.id = t.procedure_id where ${which}`);
    if (!found) return null;
    const calendar = await this.calendars.calendar();
    const { fileBy } = found;
    return { ...found, lastFour: lastFour(found.lastFour), safeOn: fileBy && known(() => safeDay(fileBy, calendar)) };
  }

  private async told(): Promise<(row: ReminderRead) => ReminderRead> {
    const calendar = await this.calendars.calendar();
    return (row) => {
      const dated = { ...row, safeOn: known(() => safeDay(row.fileBy, calendar)) };
      return { ...dated, smsText: smsText(dated) };
    };
  }
}

const MAILS_AT_ONCE = 50;

const WAITS = sql<boolean>`r.state in ('DUE', 'FAILED')`;

const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`l.unit_id = any(${actor.unitsFor('licence:read')}::uuid[])`;

const DRESSED = sql`reminder r on r.id = page.key join ${rowById('licence', sql`r.licence_id`)} l on true
  join ${rowById('licence_kind', sql`l.kind_id`)} k on true join ${rowById('unit', sql`l.unit_id`)} u on true
  left join ${rowById('person', sql`r.by_id`)} b on true`;

const editableBy = (actor: Actor): RawBuilder<unknown> => sql`l.unit_id = any(${actor.unitsFor('licence:edit')}::uuid[])`;

function columns(editable: RawBuilder<unknown>): RawBuilder<unknown> {
  const reached = (column: string) => sql`case when ${editable} then l.${sql.ref(column)} end as ${sql.ref(column)}`;
  return sql`r.id, r.version, ${licenceName(sql`l`)} as licence, ${licenceKindName(sql`k`)} as kind, l.holder, ${unitName(sql`u`)} as unit,
    ${sql.join(['contact', 'phone', 'email', 'address'].map(reached))}, r.expires_on::text as "expiresOn", coalesce(l.file_by, r.expires_on)::text as "fileBy",
    null as "safeOn", case when r.step > 0 then r.step end as "daysBefore", r.wording, r.due_on::text as "dueOn",
    (r.state = 'DUE' and (r.at at time zone 'Asia/Ho_Chi_Minh')::date > r.due_on) as late, r.channel, r.state, r.attempts, r.at, b.full_name as "byName",
    '' as "smsText", l.illustrative, (${editable} and ${WAITS}) as "canAct",
    (${editable} and l.state = 'ACTIVE' and r.expires_on = l.expires_on and r.state in ('SENT', 'POSTED')) as "canReturn"`;
}

const IN_ORDER: readonly OrderKey<ReminderRead>[] = [
  { column: sql`r.due_on`, key: 'dueOn', type: 'date' },
  { column: sql`r.id`, key: 'id', type: 'uuid' },
];
