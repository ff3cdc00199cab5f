import fc from 'fast-check';
import { atWallClock, isDay, localDate, localMoment, meantNumber, readMoment, shownDay, shownNumber, wallClock } from './index.js';

test.each([
  '2027-02-29',
  '2027-02-30',
  '2027-04-31',
  '2027-13-01',
  '2027-00-10',
  '2027-01-00',
  '1900-02-29',
  '0000-01-01',
  '0001-01-01',
  '1899-12-31',
  '2201-01-01',
  '9999-12-31',
  '2027-1-1',
  '27-01-01',
  '2027-01-01T00:00',
  '',
])('%p is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31', '2027-12-31'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  '2027-02-30T17:00:00+07:00',
  '2027-02-29T17:00:00+07:00',
  '2027-02-28T24:00:00+07:00',
  '2027-02-28T17:60:00+07:00',
  '2027-02-28T17:00:60+07:00',
  '2027-02-28T17:00:00+25:00',
  '2027-02-28T17:00:00+15:00',
  '2027-02-28T17:00:00+07:60',
  '2027-02-28T17:00:00',
  '2027-02-28T17:00:00.123456Z',
  '2027-02-28T17:00:00.0001Z',
  '0000-01-01T00:00:00Z',
  '1899-12-31T23:00:00-02:00',
  '1900-01-01T00:00:00+08:00',
  '2200-12-31T23:00:00Z',
  '2027-02-28 17:00:00Z',
  '2027-02-28',
  '',
])('%p is no moment', (text) => {
  expect(readMoment(text)).toBeNull();
});

test.each([
  ['2027-02-28T17:00+07:00', '2027-02-28T10:00:00.000Z'],
  ['2028-02-29T23:59:59.999+0700', '2028-02-29T16:59:59.999Z'],
  ['2027-02-28T17:00:00.120000Z', '2027-02-28T17:00:00.120Z'],
  ['2026-12-31T22:00:00-14:00', '2027-01-01T12:00:00.000Z'],
  ['1900-01-01T00:00:00+07:00', '1899-12-31T17:00:00.000Z'],
])('%s is %s', (text, at) => {
  expect(readMoment(text)).toEqual(new Date(at));
});

test('a moment that is read back from what it is written as is the same moment', () => {
  const moments = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (at) => {
      expect(readMoment(at.toISOString())).toEqual(at);
    }),
  );
});

test("the wall clock is Hà Nội's, there and back", () => {
  const moments = fc.date({ min: new Date('1976-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (at) => {
      expect([wallClock(at).toISOString().slice(0, 10), atWallClock(wallClock(at))]).toEqual([localDate(at), at]);
    }),
  );
});

test('days and numbers are shown as officials write them', () => {
  expect(shownDay('2026-10-05')).toBe('05/10/2026');
  expect(['0', '12', '1250', '-1250000', '1250.50', '0.125', '999999999999999999'].map((number) => shownNumber(number))).toEqual([
    '0',
    '12',
    '1.250',
    '-1.250.000',
    '1.250,5',
    '0,125',
    '999.999.999.999.999.999',
  ]);
});

test.each([
  ['1.000', '1000'],
  ['1.250.000', '1250000'],
  ['-1.250', '-1250'],
  ['1 250 000', '1250000'],
  ['1.250,5', '1250.5'],
  ['1,5', '1.5'],
  ['5.0', '5'],
  ['5.00', '5'],
  ['2.5', null],
  ['1.25', null],
  ['1250.5', null],
  ['1.250 000', null],
  ['nhiều', null],
])('%p was probably meant as %p', (text, meant) => {
  expect(meantNumber(text)).toBe(meant);
});

test('moments are written as officials write them', () => {
  expect(localMoment(new Date('2026-10-15T15:00:00Z'))).toBe('22 giờ 00 ngày 15/10/2026');
  expect(localMoment(new Date('2026-10-15T16:59:59.999Z'))).toBe('23 giờ 59 phút 59 giây ngày 15/10/2026');
});
