import { plannedTiers, tierKey } from './past-tiers.js';

test('a prize is known by its name however it is written', () => {
  expect(['Giải Nhất', 'GIẢI NHẤT', 'nhất', 'First prize', 'Giải Triển vọng'].map((name) => tierKey(name))).toEqual([
    'FIRST',
    'FIRST',
    'FIRST',
    'FIRST',
    'TRIEN_VONG',
  ]);
});

test('the plan of a past year has as many prizes of each tier as were given, the highest first', () => {
  const given = ['Giải Ba', 'Giải Triển vọng', 'Giải Nhất', 'Giải Ba'].map((prize, at) => ({ prize, amount: at * 1000 }));
  expect(plannedTiers(given)).toEqual([
    { key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize', quantity: 1, amount: 2000 },
    { key: 'THIRD', nameVi: 'Giải Ba', nameEn: 'Third prize', quantity: 2, amount: 0 },
    { key: 'TRIEN_VONG', nameVi: 'Giải Triển vọng', nameEn: 'Giải Triển vọng', quantity: 1, amount: 1000 },
  ]);
});
