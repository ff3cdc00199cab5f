import { inVietnameseWords } from './index.js';

test.each([
  [0, 'không'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [55, 'năm mươi lăm'],
  [91, 'chín mươi mốt'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm linh một'],
  [1010, 'một nghìn không trăm mười'],
  [21_325, 'hai mươi mốt nghìn ba trăm hai mươi lăm'],
  [100_000, 'một trăm nghìn'],
  [500_000, 'năm trăm nghìn'],
  [1_000_001, 'một triệu không trăm linh một'],
  [1_005_000, 'một triệu không trăm linh năm nghìn'],
  [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
  [10_000_000, 'mười triệu'],
  [12_000_500, 'mười hai triệu năm trăm'],
  [30_500_000, 'ba mươi triệu năm trăm nghìn'],
  [1_000_000_000, 'một tỷ'],
  [1_000_000_005, 'một tỷ không trăm linh năm'],
  [2_105_000_000, 'hai tỷ một trăm linh năm triệu'],
  [1_500_000_000_000, 'một nghìn năm trăm tỷ'],
  [1_000_000_000_000_000, 'một triệu tỷ'],
])('%d is said «%s»', (value, words) => {
  expect(inVietnameseWords(value)).toBe(words);
});

test('what is no whole number that a computer holds exactly is not said', () => {
  for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
    expect(() => inVietnameseWords(value)).toThrow(RangeError);
});

test('no two numbers are said alike, and each is composed text of single words', () => {
  const said = new Set(Array.from({ length: 20_000 }, (_, at) => inVietnameseWords(at * 7919)));
  expect(said.size).toBe(20_000);
  for (const words of said) expect([words.normalize('NFC'), /^\S+( \S+)*$/.test(words)]).toEqual([words, true]);
});
