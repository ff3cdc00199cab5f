import fc from 'fast-check';
import { DATED_PHASES, type PhaseDates, datesOn, whyNotDates, yearsOn } from './index.js';

const at = (moment: string) => new Date(`${moment}+07:00`);

/** What a wall in Hà Nội shows, reckoned by the time-zone database and not by our own offset. */
const ON_THE_WALL = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});
const wall = (moment: Date) => {
  const shown = Object.fromEntries(ON_THE_WALL.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    year: Number(shown.year),
    day: `${shown.month ?? ''}-${shown.day ?? ''}`,
    time: `${shown.hour ?? ''}:${shown.minute ?? ''}:${shown.second ?? ''}.${shown.fractionalSecond ?? ''}`,
  };
};
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const moments = fc.date({ min: at('2000-01-01T00:00:00'), max: at('2100-12-31T23:59:59'), noInvalidDate: true });
const leapDays = fc
  .tuple(fc.integer({ min: 500, max: 525 }), fc.integer({ min: 0, max: 86_399_999 }))
  .map(([fourth, time]) => new Date(at(`${String(fourth * 4)}-02-29T00:00:00`).getTime() + time));

test('some years on, month, day and time on the wall are the same, but for 29 February where the year has none', () => {
  fc.assert(
    fc.property(fc.oneof(moments, leapDays), fc.integer({ min: 1, max: 100 }), (moment, years) => {
      const before = wall(moment);
      const day = before.day === '02-29' && !isLeap(before.year + years) ? '02-28' : before.day;
      expect(wall(yearsOn(moment, years))).toEqual({ year: before.year + years, day, time: before.time });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['the first moment of March, into a leap year', '2027-03-01T00:00:00', 1, '2028-03-01T00:00:00'],
  ['the first moment of March, out of a leap year', '2028-03-01T00:00:00', 1, '2029-03-01T00:00:00'],
  ['the first hours of the year, which are last year in UTC', '2027-01-01T00:00:00', 1, '2028-01-01T00:00:00'],
  ['the last second of a year', '2027-12-31T23:59:59', 3, '2030-12-31T23:59:59'],
  ['the last second of 28 February, into a leap year', '2027-02-28T23:59:59', 1, '2028-02-28T23:59:59'],
  ['the leap day, into a common year', '2028-02-29T00:00:00', 1, '2029-02-28T00:00:00'],
  ['the end of the leap day', '2028-02-29T23:59:59.999', 1, '2029-02-28T23:59:59.999'],
  ['the leap day, into the next leap year', '2028-02-29T08:00:00', 4, '2032-02-29T08:00:00'],
  ['the leap day, into a century that has none', '2096-02-29T08:00:00', 4, '2100-02-28T08:00:00'],
])('%s', (_, from, years, to) => {
  expect(yearsOn(at(from), years)).toEqual(at(to));
});

const phase = (kind: PhaseDates['kind'], startsAt: string, endsAt: string | null = null): PhaseDates => ({
  kind,
  startsAt: at(startsAt),
  endsAt: endsAt === null ? null : at(endsAt),
});

test('a phase of the leap day alone is one of 28 February', () => {
  expect(datesOn([phase('OPEN', '2028-02-29T00:00:00', '2028-02-29T23:59:59')], 1)).toEqual([
    phase('OPEN', '2029-02-28T00:00:00', '2029-02-28T23:59:59'),
  ]);
});

test('what the leap day would put before 28 February goes into what is left of it, and the end of the day stays its end', () => {
  expect(
    datesOn(
      [
        phase('OPEN', '2028-02-01T00:00:00', '2028-02-28T22:00:00'),
        phase('SCREENING', '2028-02-29T08:00:00', '2028-02-29T23:59:59'),
        phase('JUDGING', '2028-03-01T00:00:00'),
      ],
      1,
    ),
  ).toEqual([
    phase('OPEN', '2029-02-01T00:00:00', '2029-02-28T22:00:00'),
    phase('SCREENING', '2029-02-28T22:59:00', '2029-02-28T23:59:59'),
    phase('JUDGING', '2029-03-01T00:00:00'),
  ]);
});

test('phases that were in order are in order after any copy, also around the leap day', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 4 * 1440 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 8 }), (chosen, years) => {
      const times = chosen.toSorted((a, b) => a - b).map((minute) => new Date(at('2028-02-27T00:00:00').getTime() + minute * 60_000));
      const phases = DATED_PHASES.map((kind, i) => ({ kind, startsAt: times[2 * i] ?? new Date(0), endsAt: times[2 * i + 1] ?? null }));

      expect([whyNotDates(phases), whyNotDates(datesOn(phases, years))]).toEqual([null, null]);
    }),
    { numRuns: 1000 },
  );
});
