import { FixedClock, localDate, newId, readPage, cursorOf, Refused } from './index.js';

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
  expect(() => readPage({ first }, 1)).toThrow(new Refused('PAGE_SIZE'));
});

test('a cursor comes back as the keys it was made of; any other is refused', () => {
  expect(readPage({ first: 5, after: cursorOf(['Đắc Sở', 3]) }, 2)).toEqual(['Đắc Sở', 3]);
  expect(() => readPage({ first: 5, after: 'nonsense' }, 2)).toThrow('CURSOR');
  expect(() => readPage({ first: 5, after: cursorOf(['a']) }, 2)).toThrow('CURSOR');
});
