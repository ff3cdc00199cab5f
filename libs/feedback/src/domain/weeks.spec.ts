import { weekEnd, weekOf } from './weeks.js';

test('a week begins on its Monday and ends on its Sunday, across the turn of a year', () => {
  expect(['2025-12-28', '2025-12-29', '2026-01-01', '2026-01-04', '2026-01-05'].map(weekOf)).toEqual([
    ...['2025-12-22', '2025-12-29', '2025-12-29', '2025-12-29', '2026-01-05'],
  ]);
  expect(weekEnd('2025-12-29')).toBe('2026-01-04');
});
