import { addDays } from '#lib/kernel';
import { cumulateUnit } from './cumulate.js';
import { saidBySystem } from './figure.entity.js';
import { type FigureFacts, type Measure, disputes, systemWithin } from './figures.js';
import { isPiece, pieceOf, piecesOf, piecesOver } from './pieces.js';
import { whyNotSource } from './sources.js';

const SUM: Measure = { direction: 'UP', aggregation: 'SUM', perCent: false };
const QUARTER = { from: '2025-12-15', to: '2026-03-14' };

let made = 0;
const figure = (window: { from: string; to: string }, value: string, more: Partial<FigureFacts> = {}): FigureFacts => ({
  id: `f${String((made += 1))}`,
  ...{ unitId: 'u', numerator: null, denominator: null, source: 'Hệ thống', verified: true, system: true },
  ...window,
  value,
  ...more,
});
const told = (window: { from: string; to: string }, value: string, source: string, more: Partial<FigureFacts> = {}): FigureFacts =>
  figure(window, value, { source, verified: false, system: false, ...more });

test('services 0: the first quarter of 2026 is exactly six pieces, its year twenty-four, a calendar month two', () => {
  expect(piecesOf(QUARTER)).toEqual([
    { from: '2025-12-15', to: '2025-12-31' },
    { from: '2026-01-01', to: '2026-01-14' },
    { from: '2026-01-15', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-14' },
    { from: '2026-02-15', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-14' },
  ]);
  expect(piecesOf({ from: '2025-12-15', to: '2026-12-14' })).toHaveLength(24);
  expect(piecesOf({ from: '2024-02-01', to: '2024-02-29' })).toEqual([
    { from: '2024-02-01', to: '2024-02-14' },
    { from: '2024-02-15', to: '2024-02-29' },
  ]);
});

test('a window that begins or ends within a piece is no sum of pieces', () => {
  expect(piecesOf({ from: '2023-11-02', to: '2023-11-30' })).toBeNull();
  expect(piecesOf({ from: '2023-11-01', to: '2023-11-29' })).toBeNull();
});

test('the pieces of a year follow one another without a gap, each day in one of them', () => {
  for (let day = '2024-01-01'; day <= '2024-12-31'; day = addDays(day, 1)) {
    const piece = pieceOf(day);
    expect(piece.from <= day && day <= piece.to && isPiece(piece)).toBe(true);
    expect(isPiece(pieceOf(addDays(piece.to, 1))) && pieceOf(addDays(piece.to, 1)).from === addDays(piece.to, 1)).toBe(true);
  }
});

test('the pieces that are over end before today, and the first has the day that is looked back to', () => {
  expect(piecesOver('2026-03-15', 20)).toEqual([
    { from: '2026-02-15', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-14' },
  ]);
  expect(piecesOver('2026-03-14', 13)).toEqual([]);
});

test('the system says nothing of a window that is no piece', () => {
  expect(() => saidBySystem(QUARTER, { value: '1', numerator: null, denominator: null }, false)).toThrow('FIGURE_NOT_A_PIECE');
});

test.each(['system', 'Hệ thống', ' HỆ  THỐNG ', 'he thong', 'ＳＹＳＴＥＭ', 'hệ​ thống'])(
  'nobody types the name of the system: %p',
  (name) => {
    expect(whyNotSource('PRESS', name, 'source')?.code).toBe('SOURCE_RESERVED');
  },
);

test('a name that only holds the word is another name', () => {
  expect(whyNotSource('OTHER', 'Hệ thống một cửa điện tử', 'source')).toBeNull();
  expect(whyNotSource('SYSTEM', 'Báo Hà Nội mới', 'source')?.code).toBe('SOURCE_RESERVED');
});

test('services 0: 21,325 by the press for 1–30/11/2023 and 22,000 by the system for 1–14/11 of one unit are both disputed', () => {
  const press = told({ from: '2023-11-01', to: '2023-11-30' }, '21325', 'Báo Kinh tế & Đô thị');
  const system = figure({ from: '2023-11-01', to: '2023-11-14' }, '22000');
  expect([...disputes(SUM, [press, system])]).toEqual([
    [press.id, [system.id]],
    [system.id, [press.id]],
  ]);
  expect(disputes(SUM, [{ ...press, unitId: 'district' }, system]).size).toBe(0);
});

test('beside a figure of the district stands what the system counted of its communes in the same window, in whole pieces', () => {
  const press = told({ from: '2023-11-01', to: '2023-11-30' }, '21325', 'Báo Kinh tế & Đô thị', { unitId: 'district' });
  const first = { from: '2023-11-01', to: '2023-11-14' };
  const counted = [figure(first, '15000'), figure(first, '7000', { unitId: 'v' }), figure({ from: '2023-12-01', to: '2023-12-14' }, '900')];
  expect(systemWithin(SUM, [press, ...counted], press)).toMatchObject({ units: 2, pieces: 2, exceeds: true });
  expect(systemWithin(SUM, [press, ...counted], press)?.amount.value?.toFixed()).toBe('22000');
  expect(systemWithin(SUM, counted.slice(0, 1), press)?.exceeds).toBe(false);
  expect(systemWithin(SUM, [press], press)).toBeNull();
});

test('services 0: a reported quarter beats five of its six pieces, and six pieces beat it; what was not counted stays', () => {
  const quarter = told(QUARTER, '700', 'Xã An Khánh', { reported: true });
  const pieces = (piecesOf(QUARTER) ?? []).map((piece) => figure(piece, '100'));
  const countedOf = (figures: FigureFacts[]) =>
    cumulateUnit(SUM, 'u', figures, { from: '2025-12-15', to: '2026-12-14' }).windows.map(({ figureId }) => figureId);
  expect(countedOf([quarter, ...pieces.slice(1)])).toEqual([quarter.id]);
  expect(countedOf([quarter, ...pieces])).toEqual(pieces.map(({ id }) => id));
});
