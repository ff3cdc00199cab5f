import { type PaperBasis, basesAsOf, basesOn, whyNotBases } from './bases.js';

const basis = (text: string, from: string, to: string | null = null, replacedBy: string | null = null): PaperBasis => ({
  text,
  from,
  to,
  replacedBy,
});
const OLD = basis('Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018', '2018-06-21', '2025-06-30', 'Nghị định số 118/2025/NĐ-CP');
const NEW = basis('Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025', '2025-07-01');

test('a paper names the bases that are in force on its day: the last day of the old one, and the first of the new', () => {
  const on = (day: string): string[] => basesOn([OLD, NEW], day);
  expect(on('2018-06-20')).toEqual([]);
  expect(on('2018-06-21')).toEqual([OLD.text]);
  expect(on('2025-06-30')).toEqual([OLD.text]);
  expect(on('2025-07-01')).toEqual([NEW.text]);
});

test('each says how it stands on a day, and whether what replaced it is missing', () => {
  const told = (bases: readonly PaperBasis[], day: string) =>
    basesAsOf(bases, day).map(({ standing, successorMissing }) => [standing, successorMissing]);
  expect(told([OLD, NEW], '2025-06-30')).toEqual([
    ['IN_FORCE', false],
    ['NOT_YET', false],
  ]);
  expect(told([OLD, NEW], '2025-07-01')).toEqual([
    ['ENDED', false],
    ['IN_FORCE', false],
  ]);
  expect(told([OLD], '2025-07-01')).toEqual([['ENDED', true]]);
  expect(told([{ ...OLD, replacedBy: null }], '2025-07-01')).toEqual([['ENDED', false]]);
  // One that replaces another and has not begun does not stand in for it.
  expect(told([OLD, { ...NEW, from: '2025-08-01' }], '2025-07-15')).toEqual([
    ['ENDED', true],
    ['NOT_YET', false],
  ]);
});

test('turned days, a successor of what has no end, and one text twice on a day are refused, where they stand', () => {
  const refused = (bases: readonly PaperBasis[]): [string, string | null] | null => {
    const why = whyNotBases(bases);
    return why && [why.code, why.path];
  };
  expect(refused([OLD, NEW])).toBeNull();
  expect(refused([OLD, { ...NEW, to: '2025-06-30' }])).toEqual(['PAPER_BASIS_TURNED', 'bases.1.to']);
  expect(refused([{ ...OLD, to: null }])).toEqual(['PAPER_BASIS_NO_END', 'bases.0.to']);
  expect(refused([NEW, { ...NEW, from: '2026-01-01' }])).toEqual(['PAPER_BASIS_TWICE', 'bases.1.text']);
  expect(refused([OLD, { ...OLD, from: '2025-06-30', to: null, replacedBy: null }])).toEqual(['PAPER_BASIS_TWICE', 'bases.1.text']);
  expect(refused([OLD, { ...OLD, from: '2025-07-01', to: null, replacedBy: null }])).toBeNull();
});
