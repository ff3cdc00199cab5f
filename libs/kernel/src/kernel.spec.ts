import { FixedClock, localDate, newId, soughtPage, Refused } from './index.js';

test('the day is the day in Hà Nội', () => {
  expect(localDate(new Date('2026-03-01T17:30:00Z'))).toBe('2026-03-02');
});

test('ids made later sort later', () => {
  expect(newId(1) < newId(2)).toBe(true);
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a fixed clock stands until it is moved', () => {
  const clock = new FixedClock(new Date('2026-01-01T00:00:00Z'));
  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2026-01-01T00:01:00Z'));
});

test.each([0, 101, 1_000_000, 1.5])('a page of %p is refused', (first) => {
  expect(() => soughtPage({ first })).toThrow(new Refused('PAGE_SIZE'));
});

test.each([
  [{}, { size: 50, backwards: false, beside: null, path: 'after' }],
  [
    { first: 5, after: 'a' },
    { size: 5, backwards: false, beside: 'a', path: 'after' },
  ],
  [
    { last: 5, before: 'b' },
    { size: 5, backwards: true, beside: 'b', path: 'before' },
  ],
  [
    { before: 'b', first: null },
    { size: 50, backwards: true, beside: 'b', path: 'before' },
  ],
])('a page of %j is sought in one direction', (args, sought) => {
  expect(soughtPage(args)).toEqual(sought);
});

test.each([
  { first: 1, last: 1 },
  { first: 1, before: 'b' },
  { after: 'a', last: 1 },
  { after: 'a', before: 'b' },
])('a page of %j in both directions is refused', (args) => {
  expect(() => soughtPage(args)).toThrow(new Refused('PAGE_DIRECTION'));
});
