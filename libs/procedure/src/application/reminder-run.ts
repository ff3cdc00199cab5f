import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type WorkingCalendar } from '#domain/units';
import { Clock, localDate } from '#lib/kernel';
import { type Act, Database, Every, Pieces } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { goesToday, plannedSteps } from '../domain/licence-dates.js';
import { LicenceKind } from '../domain/licence-kind.entity.js';
import { Licence } from '../domain/licence.entity.js';
import { Reminder, type ReminderChannel } from '../domain/reminder.entity.js';
import { WANTS_NONE } from './licence.queries.js';
import { reckon } from './licence.service.js';

const SCHEDULE = 'procedure.remindHolders';
/** Steps are planned so many days before the first of them, so that the list of the year is there. */
const AHEAD = 60;
/** The last days to file that hang on the list of a year are reckoned so many days before the end. */
const RECKONED_AHEAD = 400;

/**
 * What the clock does with licences: reckons the last day to file, plans the steps, and puts on the day's list what is due. Whatever was due by today
 * is taken, whether the run was down on its day or not.
 */
@Injectable()
export class ReminderRun {
  constructor(
    private readonly db: Database,
    private readonly calendars: CalendarQueries,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  /** On days that are worked; refuses `CALENDAR_MISSING` where it is not known whether today is. */
  @Every(SCHEDULE, 900)
  async remindHolders(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now());
    const found = await this.db.rows(waiting(today));
    if (found.length === 0) return;
    const calendar = await this.calendars.calendar();
    if (!calendar.isWorking(today)) return;
    const pieces = found.map(({ id }) => [id, (act: Act) => remindOne(act, id, { calendar, today })] as const);
    await this.pieces.each(SCHEDULE, signal, pieces);
  }
}

/** Those with something to reckon, to plan or to put on the list. */
const waiting = (today: string) => sql<{ id: string }>`
  select l.id from licence l join licence_kind k on k.id = l.kind_id
  where l.state = 'ACTIVE' and l.expires_on is not null and (
    l.file_by is null and (k.before_unit <> 'WORKING_DAY' or l.expires_on <= ${today}::date + ${RECKONED_AHEAD}::int)
    or l.file_by - coalesce(k.steps[1], 0) <= ${today}::date + ${AHEAD}::int
      and (select count(*) from reminder r where r.licence_id = l.id and r.expires_on = l.expires_on) < cardinality(k.steps) + 2
    or exists (select from reminder r where r.licence_id = l.id and r.state = 'PLANNED' and r.due_on <= ${today}::date))
  order by l.expires_on, l.id`;

interface Day {
  readonly calendar: WorkingCalendar;
  readonly today: string;
}

async function remindOne({ em, at }: Act, id: string, { calendar, today }: Day): Promise<void> {
  const { rows } = await sql<{
    wantsNone: boolean;
  }>`select ${WANTS_NONE} as "wantsNone" from licence l where l.id = ${id} for update`.execute(em.getKysely());
  const licence = await em.findOneOrFail(Licence, { id });
  const { expiresOn } = licence;
  if (licence.state !== 'ACTIVE' || expiresOn === null) return;
  const kind = await em.findOneOrFail(LicenceKind, { id: licence.kind.id });
  const anew = licence.fileBy === null;
  if (anew) reckon(licence, kind, calendar);
  const { fileBy } = licence;
  const every = await em.find(Reminder, { licence });
  for (const reminder of every) if (reminder.expiresOn !== expiresOn && reminder.isOpen) reminder.move('CANCELLED', at);
  const all = every.filter((reminder) => reminder.expiresOn === expiresOn);
  if (fileBy !== null) all.push(...plan({ em, at }, { licence, expiresOn, fileBy, all, steps: kind.rule().steps, anew }, calendar));
  const planned = all.filter(({ state }) => state === 'PLANNED');
  if (rows[0]?.wantsNone) for (const reminder of all.filter(({ isOpen }) => isOpen)) reminder.move('CANCELLED', at);
  else putOnList(planned, { all, licence, today, at });
  await em.flush();
}

interface Planning {
  readonly licence: Licence;
  readonly expiresOn: string;
  readonly fileBy: string;
  readonly all: readonly Reminder[];
  readonly steps: readonly number[];
  /** The rule is another than the one by which was planned. */
  readonly anew: boolean;
}

/** The steps that are not planned yet, and, by another rule, those that still are, on their new days. */
function plan(
  { em, at }: Pick<Act, 'em' | 'at'>,
  { licence, expiresOn, fileBy, all, steps, anew }: Planning,
  calendar: WorkingCalendar,
): Reminder[] {
  const wanted = plannedSteps({ expiresOn, by: fileBy }, steps, calendar);
  if (anew)
    for (const reminder of all) {
      const step = wanted.find((one) => one.step === reminder.step);
      if (step) reminder.replan(step);
      else if (reminder.state === 'PLANNED') reminder.move('CANCELLED', at);
    }
  const missing = wanted.filter(({ step }) => !all.some((reminder) => reminder.step === step));
  const made = missing.map((step) => Reminder.plan(licence, expiresOn, step));
  em.persist(made);
  return made;
}

/** Only the latest of what is due goes; what was on the list before it goes from there. */
function putOnList(
  planned: readonly Reminder[],
  { all, licence, today, at }: { all: readonly Reminder[]; licence: Licence; today: string; at: Date },
): void {
  const { goes, leaves } = goesToday(planned, today);
  if (!goes) return;
  for (const reminder of leaves) reminder.move('SUPERSEDED', at);
  // One of an earlier step alone: a later one that was put off stays the last word.
  for (const reminder of all) if (reminder.state === 'DUE' || reminder.state === 'FAILED') reminder.move('SUPERSEDED', at);
  goes.fallDue(firstWay(licence), at);
}

/** By mail where there is an address, since that costs nobody's time; else by telephone, else by letter. */
const firstWay = ({ email, phone }: Licence): ReminderChannel => (email ? 'MAIL' : phone ? 'CALL' : 'LETTER');
