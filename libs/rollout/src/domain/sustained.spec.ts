import { type Shown, decayDue, isConfirmed } from './sustained.js';

const sustained = (...evidenceOn: string[]): Shown => ({ state: 'SUSTAINED', since: '2024-08-12', evidenceOn });

test.each([
  ['what was never shown is unconfirmed from its first day', '2024-08-12', [], false],
  ['before six months nothing more is asked than what it began with', '2025-02-11', ['2024-08-12'], true],
  ['what was shown before it began does not show it', '2024-09-01', ['2024-08-11'], false],
  ['at six months without fresh evidence it is unconfirmed', '2025-02-12', ['2024-08-12'], false],
  ['evidence within the month before six months confirms', '2025-02-12', ['2025-01-12'], true],
  ['late evidence confirms from its day on', '2025-04-01', ['2025-04-01'], true],
  ['evidence of a later day does not yet count', '2025-03-31', ['2025-04-01'], false],
  ['at twelve months the evidence of six months is old', '2025-08-12', ['2025-02-12'], false],
  ['at twelve months fresh evidence confirms', '2025-08-12', ['2025-02-12', '2025-07-20'], true],
  ['after twelve months nothing more is asked', '2027-01-01', ['2025-08-20'], true],
])('%s', (_, asOf, evidence, confirmed) => {
  expect(isConfirmed(sustained(...evidence), asOf)).toBe(confirmed);
});

test('use is confirmed by what shows it since it began; before use there is nothing to confirm', () => {
  const used = (...evidenceOn: string[]): Shown => ({ state: 'IN_USE', since: '2024-02-29', evidenceOn });
  expect([
    isConfirmed(used(), '2026-01-01'),
    isConfirmed(used('2024-02-28'), '2026-01-01'),
    isConfirmed(used('2024-02-29'), '2026-01-01'),
  ]).toEqual([false, false, true]);
  expect(isConfirmed({ state: 'PILOTING', since: '2024-01-01', evidenceOn: [] }, '2026-01-01')).toBeNull();
});

test.each([
  ['before the first check', '2025-02-11', ['2024-08-12'], null],
  ['within a month of it', '2025-03-11', ['2024-08-12'], null],
  ['a month after it', '2025-03-12', ['2024-08-12'], '2025-03-12'],
  ['looked at later', '2025-06-01', ['2024-08-12'], '2025-03-12'],
  ['shown late, before anybody looked', '2025-06-01', ['2024-08-12', '2025-05-01'], null],
  ['a month after the second check', '2025-09-12', ['2025-02-12'], '2025-09-12'],
  ['confirmed at the second check, for good', '2027-01-01', ['2025-08-01'], null],
])('sustained use decays a month after a check that nothing fresh came for: %s', (_, asOf, evidence, on) => {
  expect(decayDue(sustained(...evidence), asOf)).toBe(on);
});

test('a month after 31 August and six months is a month after the last of February', () => {
  expect(decayDue({ state: 'SUSTAINED', since: '2023-08-31', evidenceOn: ['2023-08-31'] }, '2024-03-29')).toBe('2024-03-29');
  expect(decayDue({ state: 'SUSTAINED', since: '2023-08-31', evidenceOn: ['2023-08-31'] }, '2024-03-28')).toBeNull();
});
