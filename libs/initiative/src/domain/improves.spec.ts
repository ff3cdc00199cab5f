import { whyNotImproved } from './improves.js';

test.each([
  ['ELIGIBLE', 2025, undefined],
  ['ELIGIBLE', 2026, 'IMPROVES_NOT_EARLIER'],
  ['REJECTED', 2025, 'IMPROVES_NOT_EARLIER'],
  ['WITHDRAWN', 2023, 'IMPROVES_NOT_EARLIER'],
] as const)('one of 2026 that says it improves one that is %s, of %d: %s', (state, year, code) => {
  expect(whyNotImproved({ state, year }, 2026)?.code).toBe(code);
});
