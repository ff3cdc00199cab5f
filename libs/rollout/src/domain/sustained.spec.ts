import { isConfirmed } from './sustained.js';

const sustained = (...evidenceOn: string[]) => ({ state: 'SUSTAINED' as const, since: '2024-08-12', evidenceOn });

test.each([
  ['before six months nothing is asked', '2025-02-11', [], true],
  ['at six months without fresh evidence it is unconfirmed', '2025-02-12', [], false],
  ['evidence of the first day is not fresh at six months', '2025-02-12', ['2024-08-12'], false],
  ['evidence within the month before six months confirms', '2025-02-12', ['2025-01-12'], true],
  ['late evidence confirms from its day on', '2025-04-01', ['2025-04-01'], true],
  ['evidence of a later day does not yet count', '2025-03-31', ['2025-04-01'], false],
  ['at twelve months the evidence of six months is old', '2025-08-12', ['2025-02-12'], false],
  ['at twelve months fresh evidence confirms', '2025-08-12', ['2025-02-12', '2025-07-20'], true],
  ['after twelve months nothing more is asked', '2027-01-01', ['2025-08-20'], true],
])('%s', (_, asOf, evidence, confirmed) => {
  expect(isConfirmed(sustained(...evidence), asOf)).toBe(confirmed);
});

test('only sustained use is confirmed or not', () => {
  expect(isConfirmed({ state: 'IN_USE', since: '2024-01-01', evidenceOn: [] }, '2026-01-01')).toBeNull();
});
