import { newCounterCode, whyNotOpen } from './counter.entity.js';

test('a code has eight signs, none of which is read for another', () => {
  const codes = Array.from({ length: 2000 }, newCounterCode);
  expect(codes.every((code) => /^[2-9A-HJ-NP-Z]{8}$/.test(code))).toBe(true);
  expect(new Set(codes.join('')).size).toBe(32);
  expect(new Set(codes).size).toBe(2000);
});

test('a counter is open on days of its unit alone', () => {
  const unit = { validFrom: '2021-01-01', validTo: '2025-06-30' };
  expect(whyNotOpen(unit, '2024-01-01', '2025-06-30')).toBeNull();
  expect(whyNotOpen(unit, '2020-12-31', null)).toMatchObject({ code: 'COUNTER_OUTSIDE_UNIT', path: 'openFrom' });
  expect(whyNotOpen(unit, '2025-07-01', null)).toMatchObject({ code: 'COUNTER_OUTSIDE_UNIT', path: 'openFrom' });
  expect(whyNotOpen(unit, '2024-01-01', '2025-07-01')).toMatchObject({ code: 'COUNTER_OUTSIDE_UNIT', path: 'openTo' });
  expect(whyNotOpen(unit, '2024-01-02', '2024-01-01')).toMatchObject({ code: 'COUNTER_TURNED', path: 'openTo' });
});
