import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { type CalendarOrder } from './calendar-policy.js';

/** What a day is, where it is not what its weekday says. */
export const CALENDAR_DAY_KINDS = ['OFF', 'WORK'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

const CalendarYearSchema = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  checks: [{ name: 'calendar_year_in_range', expression: 'year between 1900 and 2200' }],
  properties: {
    id: p.uuid().primary(),
    year: p.integer().unique('calendar_year_once'),
    decisionNumber: p.text(),
    issuer: p.text(),
    decidedOn: p.date(),
    savedAt: p.datetime(),
    // Moved on also where only the days changed; held against what was on the screen under the row's lock.
    version: p.integer().default(1),
  },
});

/** That the days off of a year are known, and from which notice. */
export class CalendarYear extends CalendarYearSchema.class {
  static of(order: CalendarOrder, at: Date): CalendarYear {
    const calendar = new CalendarYear();
    calendar.id = newId();
    calendar.year = order.year;
    calendar.version = 0;
    calendar.write(order, at);
    return calendar;
  }

  write({ decisionNumber, issuer, decidedOn }: CalendarOrder, at: Date): void {
    this.decisionNumber = decisionNumber;
    this.issuer = issuer;
    this.decidedOn = decidedOn;
    this.savedAt = at;
    this.version += 1;
  }
}
CalendarYearSchema.setClass(CalendarYear);

const CalendarDaySchema = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  checks: [
    { name: 'calendar_day_kind', expression: "kind in ('OFF', 'WORK')" },
    { name: 'calendar_day_exchanged', expression: 'kind = \'OFF\' or extract(isodow from "on") in (6, 7)' },
  ],
  properties: {
    on: p.date().primary(),
    calendar: () => p.manyToOne(CalendarYear).fieldName('calendar_id').index('calendar_day_calendar').deleteRule('cascade'),
    kind: p.text().$type<CalendarDayKind>(),
  },
});

/** A day off, or a weekend day that is worked: never both. */
export class CalendarDay extends CalendarDaySchema.class {}
CalendarDaySchema.setClass(CalendarDay);
