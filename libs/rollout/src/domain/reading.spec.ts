import { type LineageFacts, carrierAsOf } from './reading.js';

const link = (fromId: string, toId: string, kind: LineageFacts['kind'], effectiveOn = '2025-07-01'): LineageFacts => ({
  fromId,
  toId,
  kind,
  effectiveOn,
});

const lineage = [
  link('Di Trạch', 'Hoài Đức', 'WHOLE'),
  link('Kim Chung', 'Tây Tựu', 'PART_AREA'),
  link('Kim Chung', 'Hoài Đức', 'REST'),
  link('La Phù', 'Dương Nội', 'SPLIT'),
  link('La Phù', 'An Khánh', 'SPLIT'),
];

test.each([
  ['what went over whole', 'Di Trạch', 'Hoài Đức'],
  ['the rest, but not the strip of land', 'Kim Chung', 'Hoài Đức'],
  ['a unit that was split stands on none', 'La Phù', null],
  ['a unit that nothing happened to stays itself', 'Hoài Đức', 'Hoài Đức'],
])('%s', (_, unit, carrier) => {
  expect(carrierAsOf(lineage, '2025-07-01')(unit)).toBe(carrier);
});

test('before its day a re-organisation has not happened', () => {
  expect(['Di Trạch', 'La Phù'].map(carrierAsOf(lineage, '2025-06-30'))).toEqual(['Di Trạch', 'La Phù']);
});

test('a unit is followed through two re-organisations, and a circle of them ends', () => {
  const again = [...lineage, link('Hoài Đức', 'Tây Hà Nội', 'WHOLE', '2027-01-01')];
  expect(carrierAsOf(again, '2027-01-01')('Di Trạch')).toBe('Tây Hà Nội');
  expect(carrierAsOf([link('a', 'b', 'WHOLE'), link('b', 'a', 'WHOLE')], '2027-01-01')('a')).toBe('a');
});
