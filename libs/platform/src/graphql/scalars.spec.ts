import { DateTimeScalar } from './scalars.js';

const scalar = new DateTimeScalar();

test.each([
  '2026-10-15T15:00:00+00:00',
  '2026-10-15T15:00:00.5+00:00',
  '2026-10-15T15:00:00.12+00:00',
  '2026-10-15T15:00:00.123456+00:00',
  '2026-10-15T22:00:00+07:00',
  '2026-10-15T15:00:00.000Z',
])('a moment is shown in UTC to the millisecond, however it was written: %s', (written) => {
  expect(scalar.serialize(written)).toBe(new Date(written).toISOString());
  expect(scalar.serialize(new Date(written))).toBe(new Date(written).toISOString());
});

test('what is no moment is not shown as one', () => {
  expect(() => scalar.serialize('hôm qua')).toThrow(RangeError);
});
